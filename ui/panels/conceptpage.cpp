// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/conceptpage.h"

#include "core/engine/session.h"
#include "core/metabolic/model/concepttable.h"
#include "ui/coretext.h"
#include "ui/errortext.h"
#include "ui/filedialogs.h"
#include "ui/lossquestion.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/selection.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pathgan {

namespace {

enum Column { ConceptColumn, NameColumn, CompartmentColumn, IdColumn, IdNameColumn, FoundByColumn };

std::string textAt(const Table &rows, int row, int column)
{
    const Cell &cell = rows.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    const auto *text = std::get_if<std::string>(&cell);
    return text ? *text : std::string();
}

} // namespace

ConceptPage::ConceptPage(Session &session, Selection &selection, QWidget *parent)
    : QWidget(parent), m_session(session), m_selection(selection),
      m_note(new NoteLabel(QStringLiteral("conceptNote"), this)),
      m_table(new TablePane(QStringLiteral("concepts"), tr("What the model calls what"), this)),
      m_reset(
          makeButton(QStringLiteral("conceptReset"), QStringLiteral("reset"), tr("As found"), false, this))
{
    setObjectName(QStringLiteral("conceptPage"));
    QPushButton *openFile =
        makeButton(QStringLiteral("conceptOpen"), QStringLiteral("open"), tr("Open table…"), false, this);
    QPushButton *saveFile =
        makeButton(QStringLiteral("conceptSave"), QStringLiteral("save"), tr("Save changes…"), false, this);
    m_reset->setToolTip(tr("Forgets what was set by hand"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    for (QPushButton *button : {openFile, saveFile, m_reset})
        bar->addWidget(button);
    bar->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_note);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    m_table->setEditable();
    connect(openFile, &QPushButton::clicked, this, [this] {
        askForFile(this, tr("Open table"), tr("Tables (*.tsv *.csv *.txt);;All files (*)"),
                   [this](const QString &path) { open(path); });
    });
    connect(saveFile, &QPushButton::clicked, this, [this] {
        askForSaveFile(this, tr("Save changes"), QStringLiteral("concepts.tsv"), tr("Tab-separated (*.tsv)"),
                       [this](const QString &path) { save(path); });
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { apply({}); });
    connect(m_table, &TablePane::keySelected, this, &ConceptPage::choose);
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Model)
            showModel();
    });
    showModel();
}

void ConceptPage::choose(const QString &id)
{
    const auto &model = m_session.project().model;
    if (model && model->metaboliteIndex(id.toStdString()) >= 0)
        m_selection.setMetabolite(id);
    else if (model && model->reactionIndex(id.toStdString()) >= 0)
        m_selection.setReaction(id);
}

void ConceptPage::showModel()
{
    const auto &model = m_session.project().model;
    m_rows = std::make_shared<const Table>(model ? conceptTable(*model) : Table());
    const QString titles[] = {
        tr("What"),    tr("Name"), tr("Compartment"), tr("Id in the model"), tr("Name in the model"),
        tr("Found by")};
    std::vector<TableModel::Column> columns;
    for (int c = 0; model && c < static_cast<int>(std::size(titles)); ++c) {
        TableModel::Column column;
        column.header = titles[c];
        column.cell = [rows = m_rows, c](int row) -> Cell {
            const std::string text = textAt(*rows, row, c);
            return c == FoundByColumn ? coreText(text).toStdString() : text;
        };
        if (c == IdColumn) {
            column.toolTip = tr("Double click or F2 changes it; an emptied field: the model has none");
            column.edit = [this](int row, const QString &text) { return edit(row, text); };
            column.marked = [rows = m_rows](int row) {
                return textAt(*rows, row, FoundByColumn) == foundByName(FoundBy::User);
            };
        }
        columns.push_back(std::move(column));
    }
    m_table->model().setSource(model ? static_cast<int>(m_rows->rows.size()) : 0, std::move(columns),
                               IdColumn);
    m_table->fitColumns();
    m_reset->setEnabled(model && !model->assignments.empty());
    const auto found = std::count_if(m_rows->rows.begin(), m_rows->rows.end(), [](const auto &row) {
        const auto *id = std::get_if<std::string>(&row[IdColumn]);
        return id && !id->empty();
    });
    m_note->show(NoteLabel::Kind::Info,
                 model ? tr("What analyses look for, and what it is called in this model: %1 of %2 found. "
                            "Set right what is not.")
                             .arg(countText(found), countText(qint64(m_rows->rows.size())))
                       : QString());
}

/// The id that stood there is no longer it, the new one is.
bool ConceptPage::edit(int row, const QString &text)
{
    const auto &model = m_session.project().model;
    const std::string topic = textAt(*m_rows, row, ConceptColumn), before = textAt(*m_rows, row, IdColumn);
    const std::string now = text.toStdString();
    if (!model || now == before)
        return false;
    std::vector<ConceptAssignment> assignments = model->assignments;
    std::erase_if(assignments, [&](const ConceptAssignment &known) {
        return known.topic == topic && (known.id == before || known.id == now);
    });
    if (now.empty())
        assignments.push_back({topic, before, false});
    else
        assignments.push_back({topic, now, true});
    const int old = model->metaboliteIndex(before), other = model->metaboliteIndex(now);
    if (old >= 0 && other >= 0 && // of one compartment the new one takes the place by itself
        model->metabolites[static_cast<std::size_t>(old)].compartment !=
            model->metabolites[static_cast<std::size_t>(other)].compartment)
        assignments.push_back({topic, before, false});
    const Result<MetabolicModel> fits = withConcepts(*model, assignments);
    if (!fits) {
        reportError(this, fits.error());
        return false;
    }
    // The table is replaced by what comes of it, which its own edit should not see.
    QTimer::singleShot(0, this, [this, assignments] { apply(assignments); });
    return true;
}

void ConceptPage::apply(std::vector<ConceptAssignment> assignments)
{
    changeInputAsking(this, m_session, Part::Model, [this, assignments = std::move(assignments)] {
        reportResult(this, m_session.setConcepts(assignments));
    });
}

void ConceptPage::open(const QString &path)
{
    Result<std::vector<ConceptAssignment>> assignments = readConcepts(toPath(path));
    if (!assignments)
        return reportError(this, assignments.error());
    apply(*std::move(assignments));
}

void ConceptPage::save(const QString &path)
{
    const auto &model = m_session.project().model;
    if (!model)
        return;
    reportResult(this, writeText(toPath(path), conceptsText(model->assignments)));
}

} // namespace pathgan
