// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <csignal>

/// Drives pathgan-cli as a script would, in a folder of its own.
class CliDriver
{
protected:
    struct Outcome
    {
        int code = -1;
        QByteArray out, err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };

    Outcome run(const QStringList &arguments) { return runUntil(arguments, {}); }

    /// Interrupts it as Ctrl-C does once it has said that on standard error; an empty text: never.
    Outcome runUntil(const QStringList &arguments, const QByteArray &said)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("QT_QPA_PLATFORM")); // it must manage without a display itself
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral("cache")));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PATHGAN_CLI), arguments);
        QByteArray errors;
        if (!said.isEmpty()) {
            process.setReadChannel(QProcess::StandardError);
            while (!errors.contains(said) && process.waitForReadyRead(60'000))
                errors += process.readAllStandardError();
            ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        }
        process.waitForFinished(600'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), errors + process.readAllStandardError()};
    }

    QString file(const char *name, const QByteArray &content)
    {
        QFile target(m_folder.filePath(QLatin1String(name)));
        if (target.open(QIODevice::WriteOnly))
            target.write(content);
        return target.fileName();
    }

    static QString example(const char *name)
    {
        return QStringLiteral(PATHGAN_EXAMPLE "/") + QLatin1String(name);
    }

    static QList<QByteArrayList> table(const QString &path, char separator = '\t')
    {
        QFile source(path);
        QList<QByteArrayList> rows;
        if (!source.open(QIODevice::ReadOnly))
            return rows;
        for (const QByteArray &line : source.readAll().split('\n'))
            if (!line.isEmpty())
                rows.append(line.split(separator));
        return rows;
    }

    QTemporaryDir m_folder;
};
