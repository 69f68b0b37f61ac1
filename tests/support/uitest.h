// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

namespace pathgan {

/// Settings and recovery files of this process alone, none at first: a test neither sees nor changes the
/// user's, nor those of another test that runs beside it.
inline void isolateSettings()
{
    static const QTemporaryDir folder;
    for (const char *place : {"XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(place, folder.path().toLocal8Bit());
    if (qEnvironmentVariableIsEmpty("XDG_CACHE_HOME")) // ctest names one
        qputenv("XDG_CACHE_HOME", folder.path().toLocal8Bit());
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
