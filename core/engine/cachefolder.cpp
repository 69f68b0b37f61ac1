// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cachefolder.h"

#include <QStandardPaths>

namespace pathgan {

std::filesystem::path modelCacheFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return folder.isEmpty() ? std::filesystem::path()
                            : std::filesystem::path(folder.toStdU16String()) / "PathGAN" / "models";
}

} // namespace pathgan
