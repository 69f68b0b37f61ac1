// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>

class QWidget;

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace pathgan {

class Plot;
class Session;

/// Writes what `pathgan-cli run` writes: tables and network (in the worker), every figure as SVG and PNG (one
/// file an event, so that the window goes on answering), the manifest last. Deletes itself at the end.
class ExportAll : public QObject
{
    Q_OBJECT
public:
    ExportAll(Session &session, QString folder, QObject *parent);
    ~ExportAll() override;
    void start();
    /// Calls go, after a question where the folder holds results already.
    static void askBefore(QWidget *parent, const QString &folder, std::function<void()> go);

signals:
    void progress(int done, int total);
    void finished(const QString &folder, int figures);
    void failed(const pathgan::Error &error);

private:
    void drawNext();
    void writeManifestFile();
    void fail(const Error &error);

    Session &m_session;
    QString m_folder;
    std::vector<std::unique_ptr<Plot>> m_plots;
    std::vector<std::string> m_files; ///< written so far, by name
    std::size_t m_next = 0;           ///< file: two a plot
};

} // namespace pathgan
