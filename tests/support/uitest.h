// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace pathgan {

/// Settings of this process alone and empty: a test neither sees nor changes the user's, nor those of another
/// test that runs beside it.
inline void isolateSettings()
{
    QStandardPaths::setTestModeEnabled(true);
    static const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("PathGAN-test"));
    QCoreApplication::setApplicationName(QStringLiteral("PathGAN-test"));
    QSettings().clear();
}

/// Writes text to a file of that name in the folder; its path.
inline QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return path;
}

} // namespace pathgan
