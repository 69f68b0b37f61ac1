// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportall.h"

#include "core/base/marked.h"
#include "core/engine/session.h"
#include "core/steps/resultfolder.h"
#include "ui/filedialogs.h"
#include "ui/plots/figures.h"

#include <QDir>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

#include <utility>
#include <variant>

namespace pathgan {

namespace {

/// A step that has done its work and gives nothing back.
using Nothing = std::monostate;

} // namespace

ExportAll::ExportAll(Session &session, QString folder, QObject *parent)
    : QObject(parent), m_session(session), m_folder(std::move(folder))
{}

ExportAll::~ExportAll() = default;

void ExportAll::askBefore(QWidget *parent, const QString &folder, std::function<void()> go)
{
    const QStringList kinds = {QStringLiteral("*.tsv"),  QStringLiteral("*.csv"), QStringLiteral("*.pt"),
                               QStringLiteral("*.json"), QStringLiteral("*.svg"), QStringLiteral("*.png")};
    const auto count = QDir(folder).entryList(kinds, QDir::Files).size();
    if (count == 0)
        return go();
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Export all"),
                        tr("%1 holds %n file(s) of results already. Those of the same names are replaced.",
                           nullptr, static_cast<int>(count))
                            .arg(QDir::toNativeSeparators(folder)),
                        QMessageBox::NoButton, parent);
    question->setObjectName(QStringLiteral("replaceQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(replace, &QPushButton::clicked, parent, std::move(go));
    question->open();
}

void ExportAll::start()
{
    m_session.engine().start<std::vector<std::string>>(
        QString(marked("Core", "Writing tables")),
        [project = m_session.project(), folder = toPath(m_folder)](const TaskContext &) {
            return writeResults(project, folder);
        },
        [this, handle = QPointer<ExportAll>(this)](Result<std::vector<std::string>> written) {
            if (!handle)
                return;
            if (!written)
                return fail(written.error());
            m_files = *std::move(written);
            m_plots = createFigures(m_session.project());
            QTimer::singleShot(0, this, &ExportAll::drawNext);
        });
}

void ExportAll::drawNext()
{
    if (m_next >= 2 * m_plots.size())
        return writeManifestFile();
    Plot &plot = *m_plots[m_next / 2];
    const bool svg = m_next % 2 == 0;
    const QString name = plot.fileName() + (svg ? QStringLiteral(".svg") : QStringLiteral(".png"));
    const Result<void> written =
        plot.exportTo(m_folder + QLatin1Char('/') + name, svg ? FigureFormat::Svg : FigureFormat::Png);
    if (!written)
        return fail(written.error());
    m_files.push_back(name.toStdString());
    ++m_next;
    emit progress(static_cast<int>(m_next), static_cast<int>(2 * m_plots.size()));
    QTimer::singleShot(0, this, &ExportAll::drawNext);
}

void ExportAll::writeManifestFile()
{
    m_session.engine().start<Nothing>(
        QString(marked("Core", "Writing manifest")),
        [project = m_session.project(), files = m_files,
         folder = toPath(m_folder)](const TaskContext &) -> Result<Nothing> {
            const Result<void> written = writeManifest(project, {}, files, folder);
            return written ? Result<Nothing>(Nothing{}) : Result<Nothing>(written.error());
        },
        [this, handle = QPointer<ExportAll>(this)](const Result<Nothing> &written) {
            if (!handle)
                return;
            if (!written)
                return fail(written.error());
            m_session.markExported();
            emit finished(m_folder, static_cast<int>(m_plots.size()));
            deleteLater();
        });
}

void ExportAll::fail(const Error &error)
{
    emit failed(error);
    deleteLater();
}

} // namespace pathgan
