// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/scenariofile.h"

#include "ui/panels/scenariobar.h"

#include "core/base/marked.h"
#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/dialogs/scenariodialog.h"
#include "ui/errortext.h"
#include "ui/filedialogs.h"
#include "ui/panels/flowlayout.h"
#include "ui/panels/panelparts.h"
#include "ui/scenarios.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace pathgan {

ScenarioBar::ScenarioBar(Scenarios &scenarios, QWidget *parent)
    : QWidget(parent), m_scenarios(scenarios), m_names(new QComboBox(this)), m_direction(new QComboBox(this)),
      m_objective(new QLineEdit(this)), m_summary(makeCaption(QStringLiteral("scenarioSummary"), {}, this)),
      m_problem(new NoteLabel(QStringLiteral("scenarioProblem"), this))
{
    setObjectName(QStringLiteral("scenarioBar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(buildButtons());
    column->addWidget(buildObjective());
    column->addWidget(m_summary);
    column->addWidget(m_problem);
    connect(&scenarios, &Scenarios::changed, this, &ScenarioBar::showScenario);
    connect(&scenarios.session().edits(), &Edits::changed, this, &ScenarioBar::showUndo);
    showScenario();
    showUndo();
}

QWidget *ScenarioBar::buildButtons()
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("scenarioButtons"));
    auto *flow = new FlowLayout(4, 4);
    row->setLayout(flow);
    auto *field = new QWidget(row);
    field->setObjectName(QStringLiteral("scenarioNameField"));
    auto *fieldRow = new QHBoxLayout(field);
    fieldRow->setContentsMargins(0, 0, 6, 0);
    auto *label = new QLabel(tr("Sce&nario"), field);
    label->setObjectName(QStringLiteral("scenarioNameLabel"));
    label->setBuddy(m_names);
    m_names->setObjectName(QStringLiteral("scenarioName"));
    m_names->setAccessibleName(tr("Scenario"));
    m_names->setToolTip(tr("The scenario that is edited and analysed; type to rename it"));
    m_names->setEditable(true);
    m_names->setInsertPolicy(QComboBox::NoInsert);
    m_names->setCompleter(nullptr);
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_names->setMinimumContentsLength(20);
    m_names->setFixedHeight(fontMetrics().height() + 11);
    fieldRow->addWidget(label);
    fieldRow->addWidget(m_names);
    flow->addWidget(field);
    connect(m_names, &QComboBox::activated, &m_scenarios, &Scenarios::select);
    connect(m_names->lineEdit(), &QLineEdit::editingFinished, this,
            [this] { m_scenarios.rename(m_names->currentText()); });

    const auto add = [&](const char *name, const char *icon, const QString &text, const QString &tip,
                         auto action) {
        auto *button = makeToolButton(QString::fromLatin1(name), QString::fromLatin1(icon), text, tip, row);
        connect(button, &QToolButton::clicked, this, [this, action] {
            m_scenarios.rename(m_names->currentText()); // the field keeps the focus
            action();
        });
        flow->addWidget(button);
        return button;
    };
    add("scenarioNew", "add", tr("New"), tr("A scenario with the model as distributed"),
        [this] { m_scenarios.addNew(); });
    add("scenarioDuplicate", "copy", tr("Duplicate"), tr("A second scenario that starts as this one"),
        [this] { m_scenarios.duplicate(); });
    add("scenarioOpen", "open", tr("Open…"), tr("Open a scenario file"), [this] {
        askForFile(this, tr("Open scenario"), tr("Scenarios (*.json);;All files (*)"),
                   [this](const QString &path) { open(path); });
    });
    add("scenarioSave", "save", tr("Save…"), tr("Save this scenario to a file"), [this] {
        QString name = QString::fromStdString(m_scenarios.current().name);
        name.replace(
            QRegularExpression(QStringLiteral("[^\\w .-]"), QRegularExpression::UseUnicodePropertiesOption),
            QStringLiteral("_"));
        askForSaveFile(this, tr("Save scenario"), name + QStringLiteral(".json"), tr("Scenarios (*.json)"),
                       [this](const QString &path) { save(path); });
    });
    add("scenarioCompare", "compare", tr("Compare…"), tr("What two scenarios hold differently"),
        [this] { compare(); });
    add("scenarioRemove", "trash", {}, tr("Remove this scenario"), [this] { m_scenarios.remove(); });
    return row;
}

QWidget *ScenarioBar::buildObjective()
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("objectiveRow"));
    auto *flow = new FlowLayout(4, 4);
    row->setLayout(flow);
    auto *field = new QWidget(row);
    field->setObjectName(QStringLiteral("objectiveField"));
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->setSpacing(8);
    auto *label = new QLabel(tr("Ob&jective"), field);
    label->setObjectName(QStringLiteral("objectiveLabel"));
    label->setBuddy(m_objective);
    m_objective->setObjectName(QStringLiteral("objective"));
    m_objective->setAccessibleName(tr("Objective"));
    m_objective->setClearButtonEnabled(true);
    m_objective->setFixedWidth(fontMetrics().averageCharWidth() * 34);
    m_direction->setObjectName(QStringLiteral("objectiveDirection"));
    m_direction->setAccessibleName(tr("Direction of the objective"));
    m_direction->addItem(tr("maximise"), 1);
    m_direction->addItem(tr("minimise"), 0);
    layout->addWidget(label);
    layout->addWidget(m_objective);
    layout->addWidget(m_direction);
    flow->addWidget(field);
    connect(m_objective, &QLineEdit::editingFinished, this, &ScenarioBar::applyObjective);
    connect(m_direction, &QComboBox::activated, this, &ScenarioBar::applyObjective);

    m_undo =
        makeToolButton(QStringLiteral("scenarioUndoButton"), QStringLiteral("undo"), tr("Undo"), {}, row);
    m_redo =
        makeToolButton(QStringLiteral("scenarioRedoButton"), QStringLiteral("redo"), tr("Redo"), {}, row);
    m_reset = makeToolButton(QStringLiteral("scenarioReset"), QStringLiteral("reset"), tr("As distributed"),
                             tr("Takes back every change of this scenario"), row);
    for (QToolButton *button : {m_undo, m_redo, m_reset})
        flow->addWidget(button);
    Edits &edits = m_scenarios.session().edits();
    connect(m_undo, &QToolButton::clicked, &edits, &Edits::undo);
    connect(m_redo, &QToolButton::clicked, &edits, &Edits::redo);
    connect(m_reset, &QToolButton::clicked, this, [this] { m_scenarios.resetAll(); });
    return row;
}

void ScenarioBar::applyObjective()
{
    const QString id = m_objective->text().trimmed();
    const auto &model = m_scenarios.model();
    const bool known = id.isEmpty() || (model && model->reactionIndex(id.toStdString()) >= 0);
    if (m_objective->property("wrong").toBool() == known) {
        m_objective->setProperty("wrong", !known);
        restyle(m_objective);
    }
    m_objective->setToolTip(known ? tr("Id of the reaction to optimise; empty: the model's own objective")
                                  : errorText({ErrorCode::UnknownName, id.toStdString()}));
    if (known)
        m_scenarios.setObjective(id, m_direction->currentData().toBool());
}

void ScenarioBar::showObjective()
{
    const auto &model = m_scenarios.model();
    if (m_completedFor != model.get()) {
        QStringList ids;
        for (const Reaction &reaction : model ? model->reactions : std::vector<Reaction>())
            ids.append(QString::fromStdString(reaction.id));
        auto *completer = new QCompleter(ids, m_objective);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        m_objective->setCompleter(completer);
        m_completedFor = model.get();
    }
    const Scenario &scenario = m_scenarios.current();
    m_objective->setText(QString::fromStdString(scenario.objective));
    m_objective->setPlaceholderText(model ? QString::fromStdString(model->objectiveName()) : QString());
    m_objective->setToolTip(tr("Id of the reaction to optimise; empty: the model's own objective"));
    if (m_objective->property("wrong").toBool()) {
        m_objective->setProperty("wrong", false);
        restyle(m_objective);
    }
    const bool own = scenario.objective.empty();
    const bool maximised = own && model && model->activeObjective >= 0
                               ? model->objectives[static_cast<std::size_t>(model->activeObjective)].maximise
                               : scenario.maximise;
    m_direction->setCurrentIndex(maximised ? 0 : 1);
    m_direction->setEnabled(!own);
}

QString ScenarioBar::summary() const
{
    const Scenario &scenario = m_scenarios.current();
    QStringList parts;
    if (scenario.medium != MediumPreset::AsDistributed)
        parts.append(tr("medium: %1").arg(coreText(mediumName(scenario.medium))));
    if (!scenario.uptake.empty())
        parts.append(tr("%n uptake limit(s)", nullptr, static_cast<int>(scenario.uptake.size())));
    if (!scenario.bounds.empty())
        parts.append(tr("bounds of %n reaction(s)", nullptr, static_cast<int>(scenario.bounds.size())));
    if (!scenario.knockouts.empty())
        parts.append(tr("%n gene(s) knocked out", nullptr, static_cast<int>(scenario.knockouts.size())));
    return parts.isEmpty() ? tr("Bounds and medium as distributed") : parts.join(QStringLiteral(" · "));
}

void ScenarioBar::showScenario()
{
    {
        const QSignalBlocker quiet(m_names);
        m_names->clear();
        for (const Scenario &scenario : m_scenarios.all())
            m_names->addItem(QString::fromStdString(scenario.name));
        m_names->setCurrentIndex(m_scenarios.currentIndex());
    }
    showObjective();
    m_summary->setText(summary());
    m_reset->setEnabled(!m_scenarios.current().isUnchanged());
    if (m_scenarios.problem())
        m_problem->show(
            NoteLabel::Kind::Warning,
            tr("This scenario does not fit the model. %1").arg(errorText(*m_scenarios.problem())));
    else
        m_problem->clear();
}

/// They take back edits of scenarios only; Ctrl+Z takes back all.
void ScenarioBar::showUndo()
{
    const Edits &edits = m_scenarios.session().edits();
    const auto nameOf = [](const Edit *edit) {
        return edit && edit->kind == EditKind::Scenario ? QString::fromStdString(edit->name) : QString();
    };
    const QString undo = nameOf(edits.toUndo()), redo = nameOf(edits.toRedo());
    m_undo->setEnabled(!undo.isEmpty());
    m_redo->setEnabled(!redo.isEmpty());
    m_undo->setToolTip(undo.isEmpty() ? tr("Undo the last change of a scenario") : tr("Undo: %1").arg(undo));
    m_redo->setToolTip(redo.isEmpty() ? tr("Redo what was undone") : tr("Redo: %1").arg(redo));
}

void ScenarioBar::open(const QString &path)
{
    Result<Scenario> scenario = readScenario(toPath(path));
    if (!scenario)
        return reportError(this, scenario.error());
    m_scenarios.add(*std::move(scenario), tr("open scenario"));
}

void ScenarioBar::save(const QString &path)
{
    const Result<void> written = writeScenario(toPath(path), m_scenarios.current());
    if (written)
        m_scenarios.setSaved();
    reportResult(this, written);
}

void ScenarioBar::compare()
{
    showScenarioComparison(m_scenarios, window());
}

} // namespace pathgan
