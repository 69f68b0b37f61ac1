# SPDX-License-Identifier: GPL-3.0-or-later
# Packages: `cpack -G DEB` (or TGZ, NSIS, DragNDrop) in the build folder.
include(GNUInstallDirs)

install(TARGETS pathgan pathgan-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS pathgan_torch LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/pathgan)
install(FILES CHANGELOG.md LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(UNIX AND NOT APPLE)
  install(FILES packaging/linux/pathgan.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES packaging/linux/pathgan-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
  install(FILES resources/icons/pathgan.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()

set(CPACK_PACKAGE_NAME pathgan)
set(CPACK_PACKAGE_VENDOR "PathGAN developers")
set(CPACK_PACKAGE_CONTACT "PathGAN developers <pathgan@users.noreply.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-pthread, qt6-image-formats-plugins")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
include(CPack)
