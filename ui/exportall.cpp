// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportall.h"

#include "core/base/marked.h"
#include "core/engine/session.h"
#include "core/steps/resultfolder.h"
#include "ui/filedialogs.h"
#include "ui/pinnedfigures.h"
#include "ui/plots/figures.h"

#include <QDir>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <variant>

namespace pathgan {

namespace {

/// A step that has done its work and gives nothing back.
using Nothing = std::monostate;

constexpr std::pair<FigureFormat, const char *> formatKeys[] = {
    {FigureFormat::Svg, "svg"}, {FigureFormat::Png, "png"}, {FigureFormat::Pdf, "pdf"}};

} // namespace

ExportAllOptions ExportAllOptions::load()
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("exportAll"));
    ExportAllOptions options;
    for (const auto &[format, key] : formatKeys)
        if (settings.value(QLatin1String(key), format != FigureFormat::Pdf).toBool())
            options.formats.push_back(format);
    options.figure.caption = static_cast<CaptionLength>(
        settings.value(QStringLiteral("caption"), static_cast<int>(CaptionLength::Short)).toInt());
    options.figure.marks = settings.value(QStringLiteral("marks"), false).toBool();
    return options;
}

void ExportAllOptions::save() const
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("exportAll"));
    for (const auto &[format, key] : formatKeys)
        settings.setValue(QLatin1String(key),
                          std::find(formats.begin(), formats.end(), format) != formats.end());
    settings.setValue(QStringLiteral("caption"), static_cast<int>(figure.caption));
    settings.setValue(QStringLiteral("marks"), figure.marks);
}

ExportAll::ExportAll(Session &session, QString folder, QObject *parent)
    : QObject(parent), m_session(session), m_folder(std::move(folder))
{}

ExportAll::~ExportAll() = default;

void ExportAll::askBefore(QWidget *parent, const QString &folder, std::function<void()> go)
{
    const QStringList kinds = {QStringLiteral("*.tsv"),  QStringLiteral("*.csv"), QStringLiteral("*.pt"),
                               QStringLiteral("*.json"), QStringLiteral("*.svg"), QStringLiteral("*.png"),
                               QStringLiteral("*.pdf")};
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
            listFiles();
            QTimer::singleShot(0, this, &ExportAll::drawNext);
        });
}

void ExportAll::setShown(const std::vector<Plot *> &shown)
{
    m_shown.assign(shown.begin(), shown.end());
}

void ExportAll::setPinned(PinnedFigures &pinned)
{
    m_pinned = &pinned;
}

/// In the order of the figures that the results allow; what is shown otherwise comes last.
void ExportAll::listFiles()
{
    m_plots = createFigures(m_session.project());
    std::vector<QPointer<Plot>> plots;
    std::vector<QPointer<Plot>> others = m_shown;
    for (const auto &plot : m_plots) {
        const auto shown = std::find_if(others.begin(), others.end(), [&](const QPointer<Plot> &other) {
            return other && !other->isEmpty() && other->fileName() == plot->fileName();
        });
        plots.emplace_back(shown == others.end() ? plot.get() : shown->data());
        if (shown != others.end())
            others.erase(shown);
    }
    for (const QPointer<Plot> &other : others)
        if (other && !other->isEmpty())
            plots.push_back(other);
    m_figures = static_cast<int>(plots.size());
    for (const QPointer<Plot> &plot : plots) {
        for (const FigureFormat format : m_options.formats)
            m_drawings.push_back({plot, format});
        m_drawings.push_back({plot, std::nullopt});
        const int states = m_pinned ? static_cast<int>(m_pinned->states(*plot).size()) : 0;
        for (int state = 1; state <= states; ++state) {
            ++m_figures;
            for (const FigureFormat format : m_options.formats)
                m_drawings.push_back({plot, format, state});
            m_drawings.push_back({plot, std::nullopt, state});
        }
    }
}

Result<void> ExportAll::write(const File &file, QString &name)
{
    if (!file.plot || file.plot->isEmpty())
        return {};
    static const QString endings[] = {QStringLiteral(".png"), QStringLiteral(".svg"), QStringLiteral(".pdf")};
    const auto writeShown = [&] {
        name = file.plot->fileName() + // which may be of what is shown
               (file.state > 0 ? QStringLiteral("_pinned%1").arg(file.state) : QString()) +
               (file.format ? endings[static_cast<std::size_t>(*file.format)] : QStringLiteral(".txt"));
        const QString path = m_folder + QLatin1Char('/') + name;
        return file.format ? file.plot->exportTo(path, *file.format, m_options.figure)
                           : file.plot->exportText(path);
    };
    if (file.state == 0)
        return writeShown();
    Result<void> written;
    if (const auto states = m_pinned->states(*file.plot); file.state <= states.size())
        m_pinned->withState(states[file.state - 1], [&] { written = writeShown(); });
    return written;
}

void ExportAll::drawNext()
{
    if (m_next >= m_drawings.size())
        return writeManifestFile();
    QString name;
    const Result<void> written = write(m_drawings[m_next], name);
    if (!written)
        return fail(written.error());
    if (!name.isEmpty())
        m_files.push_back(name.toStdString());
    ++m_next;
    emit progress(static_cast<int>(m_next), static_cast<int>(m_drawings.size()));
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
            emit finished(m_folder, m_figures);
            deleteLater();
        });
}

void ExportAll::fail(const Error &error)
{
    emit failed(error);
    deleteLater();
}

} // namespace pathgan
