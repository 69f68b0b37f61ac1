// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/plots/plottheme.h"

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pathgan {

class PinnedFigures;
class Plot;
class Session;

/// As what figures are written, as the user chose last.
struct ExportAllOptions
{
    std::vector<FigureFormat> formats;
    ExportOptions figure;

    static ExportAllOptions load();
    void save() const;
};

/// Writes what `pathgan-cli run` writes: tables and network (in the worker), the figures (one file an event,
/// so that the window goes on answering), each with its text, the manifest last. Deletes itself at the end.
class ExportAll : public QObject
{
    Q_OBJECT
public:
    ExportAll(Session &session, QString folder, QObject *parent);
    ~ExportAll() override;
    /// Figures as they are on screen, written in place of those of the same names or beside them.
    void setShown(const std::vector<Plot *> &shown);
    /// Also in the states that were pinned, with a number behind their names.
    void setPinned(PinnedFigures &pinned);
    void start();
    /// Calls go, after a question where the folder holds results already.
    static void askBefore(QWidget *parent, const QString &folder, std::function<void()> go);

signals:
    void progress(int done, int total);
    void finished(const QString &folder, int figures);
    void failed(const pathgan::Error &error);

private:
    struct File
    {
        QPointer<Plot> plot;
        std::optional<FigureFormat> format; ///< none: the text
        int state = 0;                      ///< number of the pinned one; 0: as shown
    };
    void listFiles();
    Result<void> write(const File &file, QString &name);
    void drawNext();
    void writeManifestFile();
    void fail(const Error &error);

    Session &m_session;
    QString m_folder;
    ExportAllOptions m_options = ExportAllOptions::load();
    std::vector<QPointer<Plot>> m_shown;
    QPointer<PinnedFigures> m_pinned;
    std::vector<std::unique_ptr<Plot>> m_plots; ///< that nobody looks at
    std::vector<File> m_drawings;
    std::size_t m_next = 0; ///< of the drawings
    int m_figures = 0;
    std::vector<std::string> m_files; ///< written so far, by name
};

} // namespace pathgan
