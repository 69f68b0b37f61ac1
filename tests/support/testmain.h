// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

/// The test classes of a module are one program, `tst_<module> <class> [options of Qt Test]`. Each source
/// ends with one of the two macros below, which adds its class under the name of its file, tst_<class>.cpp.
namespace testmain {

using Run = int (*)(int argc, char **argv);

/// Returns true, for a variable to hold.
bool add(const char *file, Run run);

template <class Test, class Application>
int run(int argc, char **argv)
{
    Application application(argc, argv);
    Application::setAttribute(Qt::AA_Use96Dpi);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace testmain

#define PATHGAN_ADD_TEST(Class, Application)                                                                 \
    [[maybe_unused]] static const bool added = testmain::add(__FILE__, testmain::run<Class, Application>);

/// A test that needs no display.
#define PATHGAN_TEST(Class) PATHGAN_ADD_TEST(Class, QCoreApplication)
/// A test of widgets.
#define PATHGAN_GUI_TEST(Class) PATHGAN_ADD_TEST(Class, QApplication)
