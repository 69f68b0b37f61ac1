// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/scenariodialog.h"

#include "ui/coretext.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/scenarios.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ScenarioDialog", text);
}

std::string kindText(ScenarioDifference::Kind kind)
{
    switch (kind) {
    case ScenarioDifference::Kind::Objective:
        return say(QT_TRANSLATE_NOOP("ScenarioDialog", "objective")).toStdString();
    case ScenarioDifference::Kind::Medium:
        return say(QT_TRANSLATE_NOOP("ScenarioDialog", "medium")).toStdString();
    case ScenarioDifference::Kind::Uptake:
        return say(QT_TRANSLATE_NOOP("ScenarioDialog", "uptake limit")).toStdString();
    case ScenarioDifference::Kind::Bounds:
        return say(QT_TRANSLATE_NOOP("ScenarioDialog", "bounds")).toStdString();
    case ScenarioDifference::Kind::Knockout:
        return say(QT_TRANSLATE_NOOP("ScenarioDialog", "gene")).toStdString();
    }
    return {};
}

/// Two scenarios to choose and the table of their differences.
class ComparisonDialog : public QDialog
{
public:
    ComparisonDialog(Scenarios &scenarios, QWidget *parent)
        : QDialog(parent), m_scenarios(scenarios), m_first(addChoice("comparedFirst")),
          m_second(addChoice("comparedSecond")),
          m_table(new TablePane(QStringLiteral("scenarioDifferences"),
                                say(QT_TRANSLATE_NOOP("ScenarioDialog", "Differences of two scenarios")),
                                this))
    {
        const QString title = say(QT_TRANSLATE_NOOP("ScenarioDialog", "Compare scenarios"));
        setObjectName(QStringLiteral("scenarioDialog"));
        setAccessibleName(title);
        setWindowTitle(title);
        setAttribute(Qt::WA_DeleteOnClose);
        m_first->setAccessibleName(say(QT_TRANSLATE_NOOP("ScenarioDialog", "First scenario")));
        m_second->setAccessibleName(say(QT_TRANSLATE_NOOP("ScenarioDialog", "Second scenario")));
        m_table->setEmptyText(say(QT_TRANSLATE_NOOP("ScenarioDialog", "The two scenarios are the same.")));
        auto *row = new QHBoxLayout;
        row->addWidget(m_first, 1);
        row->addWidget(new QLabel(QStringLiteral("→"), this));
        row->addWidget(m_second, 1);
        auto *buttons = new QDialogButtonBox(this);
        buttons->setObjectName(QStringLiteral("scenarioDialogButtons"));
        buttons->addButton(makeButton(QStringLiteral("scenarioDialogClose"), {},
                                      say(QT_TRANSLATE_NOOP("ScenarioDialog", "Close")), false, buttons),
                           QDialogButtonBox::RejectRole);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        auto *layout = new QVBoxLayout(this);
        layout->addLayout(row);
        layout->addWidget(
            makeCaption(QStringLiteral("scenarioDialogHint"),
                        say(QT_TRANSLATE_NOOP(
                            "ScenarioDialog",
                            "To compare fluxes, run an analysis under each and choose the tab “Compare”.")),
                        this));
        layout->addWidget(m_table, 1);
        layout->addWidget(buttons);
        resize(660, 440);
        fill();
        m_first->setCurrentIndex(scenarios.currentIndex() > 0 ? scenarios.currentIndex() : 0);
        m_second->setCurrentIndex(scenarios.currentIndex() + 1);
        showDifferences();
        connect(m_first, &QComboBox::currentIndexChanged, this, [this] { showDifferences(); });
        connect(m_second, &QComboBox::currentIndexChanged, this, [this] { showDifferences(); });
        connect(&scenarios, &Scenarios::changed, this, [this] {
            fill();
            showDifferences();
        });
    }

private:
    QComboBox *addChoice(const char *name)
    {
        auto *box = new QComboBox(this);
        box->setObjectName(QString::fromLatin1(name));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        return box;
    }

    void fill()
    {
        for (QComboBox *box : {m_first, m_second}) {
            const QSignalBlocker quiet(box);
            const int chosen = box->currentIndex();
            box->clear();
            box->addItem(say(QT_TRANSLATE_NOOP("ScenarioDialog", "Model as distributed")));
            for (const Scenario &scenario : m_scenarios.all())
                box->addItem(QString::fromStdString(scenario.name));
            box->setCurrentIndex(qBound(0, chosen, box->count() - 1));
        }
    }

    Scenario chosen(const QComboBox *box) const
    {
        const int index = box->currentIndex();
        return index > 0 ? m_scenarios.all()[static_cast<std::size_t>(index - 1)] : Scenario{};
    }

    void showDifferences()
    {
        Table table{{say(QT_TRANSLATE_NOOP("ScenarioDialog", "What")).toStdString(),
                     say(QT_TRANSLATE_NOOP("ScenarioDialog", "Id")).toStdString(),
                     m_first->currentText().toStdString(), m_second->currentText().toStdString()},
                    {}};
        const auto text = [](const std::string &value) {
            return value.empty() ? say(QT_TRANSLATE_NOOP("ScenarioDialog", "not set")).toStdString()
                                 : coreText(value).toStdString();
        };
        for (const ScenarioDifference &difference : scenarioDifferences(chosen(m_first), chosen(m_second)))
            table.rows.push_back(
                {kindText(difference.kind), difference.id, text(difference.before), text(difference.after)});
        m_table->setTable(table, 1);
    }

    Scenarios &m_scenarios;
    QComboBox *m_first, *m_second;
    TablePane *m_table;
};

} // namespace

void showScenarioComparison(Scenarios &scenarios, QWidget *parent)
{
    if (auto *open = parent->findChild<QDialog *>(QStringLiteral("scenarioDialog"))) {
        open->raise();
        open->activateWindow();
        return;
    }
    (new ComparisonDialog(scenarios, parent))->show();
}

} // namespace pathgan
