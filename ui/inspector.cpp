// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector.h"

#include "core/engine/fluxexplainer.h"
#include "core/engine/projectkeeper.h"
#include "core/engine/session.h"
#include "ui/fluxexplanationtext.h"
#include "ui/inspectortext.h"
#include "ui/provenancetext.h"
#include "ui/selection.h"

#include <QEvent>
#include <QTextBrowser>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace pathgan {

Inspector::Inspector(Session &session, Selection &selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection),
      m_explainer(new FluxExplainer(session, this)), m_browser(new QTextBrowser(this)),
      m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("inspector"));
    setMinimumWidth(230);
    m_browser->setObjectName(QStringLiteral("inspectorText"));
    m_browser->setAccessibleName(tr("Inspector"));
    m_browser->setOpenLinks(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(14);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_browser);

    m_timer->setSingleShot(true);
    m_timer->setInterval(0);
    connect(m_timer, &QTimer::timeout, this, &Inspector::refresh);
    const auto later = [this] { m_timer->start(); };
    connect(&selection, &Selection::sampleChanged, this, later);
    connect(&selection, &Selection::geneChanged, this, later);
    connect(&selection, &Selection::reactionChanged, this, later);
    connect(&selection, &Selection::metaboliteChanged, this, later);
    connect(&selection, &Selection::pathwayChanged, this, later);
    connect(&session, &Session::partChanged, this, later);
    connect(m_explainer, &FluxExplainer::changed, this, later);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &Inspector::follow);
    refresh();
}

QSize Inspector::sizeHint() const
{
    return {290, 400};
}

void Inspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_timer->start(); // links keep the colour they were written in
}

void Inspector::setPart(std::optional<Part> part)
{
    m_part = part;
    m_timer->start();
}

void Inspector::showNotesOf(const ProjectKeeper &keeper)
{
    m_keeper = &keeper;
    const auto later = [this] { m_timer->start(); };
    for (const auto signal : {&ProjectKeeper::historyChanged, &ProjectKeeper::noteChanged})
        connect(&keeper, signal, this, later);
}

QString Inspector::text() const
{
    return m_browser->toPlainText();
}

void Inspector::refresh()
{
    const Project &project = m_session.project();
    const QStringList parts = {
        reactionHtml(project, m_selection.reaction(), m_selection.sample()) + explanationHtml(),
        metaboliteHtml(project, m_selection.metabolite()),
        geneHtml(project, m_selection.gene(), m_selection.sample()),
        pathwayHtml(project, m_selection.pathway()), sampleHtml(project, m_selection.sample())};
    QString html;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            html += (html.isEmpty() ? QString() : QStringLiteral("<hr>")) + part;
    }
    if (html.isEmpty())
        html = QStringLiteral("<p>%1</p>")
                   .arg(tr("Click a row of a table or a point of a figure: what is known of that sample, "
                           "gene, reaction, metabolite or pathway stands here."));
    const QString origin = m_part ? provenanceHtml(project, *m_part) + noteHtml() : QString();
    m_browser->setHtml(origin.isEmpty() ? html : html + QStringLiteral("<hr>") + origin);
}

QString Inspector::explanationHtml() const
{
    const QString sample = m_selection.sample(), reaction = m_selection.reaction();
    if (const auto known = m_explainer->find(sample, reaction))
        return fluxExplanationHtml(*known);
    if (m_explainer->isRunning(sample, reaction))
        return QStringLiteral("<p>%1</p>").arg(tr("Looking for what limits this flux…"));
    if (!m_explainer->canExplain(sample, reaction))
        return {};
    return QStringLiteral("<p><a href=\"explain:\">%1</a></p>")
        .arg(tr("Explain this flux in %1").arg(sample));
}

QString Inspector::noteHtml() const
{
    if (!m_keeper || !m_part)
        return {};
    std::string text = *m_part == Part::Cohort ? m_keeper->note() : std::string();
    const KeptRun shown = keptRun(m_session.project(), *m_part);
    for (const KeptRun &run : m_keeper->history())
        if (isSameRun(run, shown) && !run.note.empty())
            text = run.note;
    const QString note = QString::fromStdString(text);
    return note.isEmpty() ? QString()
                          : QStringLiteral("<p><b>%1</b><br>%2</p>")
                                .arg(tr("Note"),
                                     note.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

void Inspector::follow(const QUrl &link)
{
    const QString text = QUrl::fromPercentEncoding(link.toString().toUtf8());
    const QString kind = text.section(QLatin1Char(':'), 0, 0), name = text.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("sample"))
        m_selection.setSample(name);
    else if (kind == QLatin1String("gene"))
        m_selection.setGene(name);
    else if (kind == QLatin1String("reaction"))
        m_selection.setReaction(name);
    else if (kind == QLatin1String("metabolite"))
        m_selection.setMetabolite(name);
    else if (kind == QLatin1String("pathway"))
        m_selection.setPathway(name);
    else if (kind == QLatin1String("explain"))
        m_explainer->explain(m_selection.sample(), m_selection.reaction());
}

} // namespace pathgan
