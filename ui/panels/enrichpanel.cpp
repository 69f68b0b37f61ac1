// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/enrichpanel.h"

#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/enrichmentbarplot.h"
#include "ui/plots/gseaplot.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QSplitter>

namespace pathgan {

EnrichPanel::EnrichPanel(Session &session, Selection &selection, QWidget *parent)
    : PanelOfStep(session, selection, parent)
{
    setObjectName(QStringLiteral("enrichPanel"));
    buildForm();
    buildResults();
    connect(&selection, &Selection::pathwayChanged, this, &EnrichPanel::showTerm);
    ready(tr("Two questions: do the top genes fall into a pathway more often than chance would have it, and "
             "do a pathway's "
             "genes stand near the top of the whole ranking?"),
          tr("Test enrichment"));
}

void EnrichPanel::buildForm()
{
    form().addSection(tr("Ranking of the genes"));
    form().addSwitch("relative_ranking", tr("Relat&ive to an untrained network"),
                     tr("A network with pathway tokens gives genes of small or several pathways larger SHAP "
                        "values before it "
                        "has learnt anything. Divided by that share, the ranking shows what was learnt."));
    m_idleReason = makeCaption(QStringLiteral("relativeReason"), {}, this);
    form().addRow("relative_reason", {}, m_idleReason);
    form().addSection(tr("Over-representation of the top genes"));
    form().addInteger(
        "top_genes", tr("&Top genes"),
        tr("The first of the ranking. With ten genes a single hit ranks high; 100 or more are steadier."));
    form().addChoice(
        "enrich_background", tr("&Background"),
        {{tr("Pathway genes of the network"), "network",
          tr("A network with pathway tokens reads genes outside of every set as one sum: against all "
             "measured "
             "genes each pathway would look enriched. Also the genes of the ranking.")},
         {tr("Measured genes"), "measured"},
         {tr("Genes of the library"), "library", tr("GSEApy's default")},
         {tr("20,000 genes"), "size", tr("As Enrichr's web site")}},
        tr("The genes the top genes are thought to be drawn from"));
    form().addChoice("odds_ratio", tr("&Odds ratio"),
                     {{tr("0.5 added to each cell"), "haldane", tr("GSEApy since 1.1.1")},
                      {tr("Enrichr's web site"), "enrichr"}});
    form().addSection(tr("Preranked GSEA"));
    form().addInteger("permutations", tr("&Permutations"));
    form().addInteger("minimum_set_size", tr("S&mallest set"),
                      tr("Genes of the set that are in the ranking"));
    form().addInteger("maximum_set_size", tr("&Largest set"));
    form().addNumber("gsea_weight", tr("&Weight"), 2, tr("Power of the score in the running sum"));
    form().addSeed("gsea_seed", tr("&Seed"));
    form().setCheck([this] { return m_options.check(); });
}

void EnrichPanel::buildResults()
{
    m_bars = new EnrichmentBarPlot;
    FigurePane *bars = addFigure(m_bars, tr("Bar plot"));
    auto *value = new QComboBox(bars);
    value->setObjectName(QStringLiteral("barValue"));
    value->setAccessibleName(tr("Value of the bars"));
    value->addItem(tr("Combined score"), static_cast<int>(EnrichmentBarPlot::Value::CombinedScore));
    value->addItem(tr("−log10 adjusted p"), static_cast<int>(EnrichmentBarPlot::Value::MinusLog10AdjustedP));
    bars->addControl(tr("V&alue"), value);
    connect(value, &QComboBox::currentIndexChanged, this, [this, value] {
        m_bars->setValue(static_cast<EnrichmentBarPlot::Value>(value->currentData().toInt()));
    });

    m_oraTable = new TablePane(QStringLiteral("enrichment"), tr("Over-representation"));
    connect(m_oraTable, &TablePane::keySelected, &selection(), &Selection::setPathway);
    addResult(m_oraTable, tr("Over-representation"));

    auto *page = new QSplitter(Qt::Vertical);
    page->setObjectName(QStringLiteral("gseaPage"));
    page->setChildrenCollapsible(false);
    m_gseaTable = new TablePane(QStringLiteral("prerank"), tr("Preranked GSEA"), page);
    m_running = new GseaPlot;
    auto *pane = new FigurePane(m_running, selection(), page);
    page->addWidget(m_gseaTable);
    page->addWidget(pane);
    page->setSizes({190, 490});
    page->setStretchFactor(1, 1);
    connect(m_gseaTable, &TablePane::keySelected, &selection(), &Selection::setPathway);
    addResult(page, tr("Preranked GSEA"));
}

QString EnrichPanel::invitation() const
{
    return tr("Needs SHAP values and gene sets, e.g. the MSigDB hallmark sets.");
}

void EnrichPanel::showTerm(const QString &term)
{
    const auto run = session().project().enrichment;
    if (!run || !run->gsea)
        return;
    const auto &rows = run->gsea->rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (QString::fromStdString(rows[i].term) == term) {
            m_running->setRow(static_cast<int>(i));
            m_gseaTable->selectKey(term);
            m_oraTable->selectKey(term);
        }
    }
}

/// The switch is without effect where there is nothing to correct: it says so and cannot be used.
void EnrichPanel::showRelative()
{
    const auto &training = session().project().training;
    const char *reason = training ? relativeRankingReason(*training) : nullptr;
    form().control("relative_ranking")->setEnabled(!reason);
    m_idleReason->setText(reason ? tr("Without effect here: %1.").arg(coreText(reason)) : QString());
    form().setRowVisible("relative_reason", reason != nullptr);
}

void EnrichPanel::showProject()
{
    showRelative();
    const auto run = session().project().enrichment;
    if (!run) {
        note().clear();
        return;
    }
    const QString explained = explainedText(run->explained);
    if (run->ora) {
        m_bars->setRun(run->ora, explained);
        m_oraTable->setTable(run->ora->table(), 1);
        m_oraTable->hideColumn(0); // the library, the same in every row
    }
    if (run->gsea) {
        m_running->setRun(run->gsea, explained);
        if (!run->gsea->rows.empty())
            m_running->setRow(0);
        m_gseaTable->setTable(run->gsea->table(), 1);
        m_gseaTable->hideColumn(0); // "prerank"
        m_gseaTable->setEmptyText(
            tr("No set has between %1 and %2 genes in the ranking (%3 too small, %4 too large).")
                .arg(countText(run->gsea->options.minimumSize), countText(run->gsea->options.maximumSize),
                     countText(static_cast<qint64>(run->gsea->tooSmall)),
                     countText(static_cast<qint64>(run->gsea->tooLarge))));
    }
    showTerm(selection().pathway());
    QString text =
        tr("Ranked by %1 of %2; the %3 top genes against %4 background genes. Read FDR at 5 %: the "
           "25 % of the GSEA program holds for permuted samples, not for a given ranking.")
            .arg(coreText(run->source), explained, countText(run->topGenes),
                 countText(run->ora ? static_cast<qint64>(run->ora->backgroundSize) : 0));
    if (run->topGenes < 50)
        text += QLatin1Char(' ') + tr("With so few genes a single hit can rank high: look at the overlap.");
    const bool isFirst = run->explained.how == ExplainedSamples::How::First;
    note().show(isFirst ? NoteLabel::Kind::Warning : NoteLabel::Kind::Info, text);
}

} // namespace pathgan
