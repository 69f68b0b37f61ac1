// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/historydialog.h"

#include "core/engine/projectkeeper.h"
#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/dialogs/runcurvesdialog.h"
#include "ui/panel.h"
#include "ui/panels/optionsform.h"
#include "ui/panels/panelparts.h"
#include "ui/panels/tablepane.h"
#include "ui/partialtext.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("HistoryDialog", text);
}

QString timeText(const KeptRun &run)
{
    if (!run.provenance || run.provenance->started.empty())
        return say(QT_TRANSLATE_NOOP("HistoryDialog", "unknown time"));
    const QDateTime time =
        QDateTime::fromString(QString::fromStdString(run.provenance->started), Qt::ISODate);
    return QLocale().toString(time.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// Runs of one step, newest first, and what two of them differ in.
class HistoryDialog : public QDialog
{
public:
    HistoryDialog(ProjectKeeper &keeper, Session &session, Selection &selection, const Panel &panel,
                  QWidget *parent);

private:
    void buildButtons(QVBoxLayout &column);
    void fill();
    void showChosen();
    void showDifferences();
    void choose(const QString &number);
    const KeptRun *chosen() const;
    std::vector<std::size_t> chosenRows() const; ///< of m_runs, the oldest first
    int numberOf(std::size_t row) const { return static_cast<int>(m_runs.size() - row); }
    QString differencesAmong(const std::vector<KeptRun> &runs, const KeptRun &run) const;
    void overlayCurves();
    KeptRun shown() const { return keptRun(m_session.project(), m_part); }
    QString labelOf(const std::string &key) const;
    QString valueOf(const KeptRun &run, const std::string &key) const;
    std::string differencesFrom(const KeptRun &other, const KeptRun &run) const;

    ProjectKeeper &m_keeper;
    Session &m_session;
    Selection &m_selection;
    const OptionsForm *m_form;
    Part m_part;
    std::vector<KeptRun> m_runs;     ///< as in the table
    std::optional<KeptRun> m_chosen; ///< of which there may be other rows above by now
    TablePane *m_table, *m_differences;
    QComboBox *m_other = nullptr;
    QPushButton *m_restore = nullptr, *m_pin = nullptr, *m_remove = nullptr, *m_overlay = nullptr;
    QLineEdit *m_note = nullptr;
    QLabel *m_size = nullptr;
};

HistoryDialog::HistoryDialog(ProjectKeeper &keeper, Session &session, Selection &selection,
                             const Panel &panel, QWidget *parent)
    : QDialog(parent), m_keeper(keeper), m_session(session), m_selection(selection),
      m_form(panel.findChild<OptionsForm *>()), m_part(panel.part()),
      m_table(new TablePane(QStringLiteral("runs"), say(QT_TRANSLATE_NOOP("HistoryDialog", "Runs")), this)),
      m_differences(new TablePane(QStringLiteral("runDifferences"),
                                  say(QT_TRANSLATE_NOOP("HistoryDialog", "Differences of two runs")), this))
{
    const QString title = say(QT_TRANSLATE_NOOP("HistoryDialog", "Runs: %1")).arg(panel.title());
    setObjectName(QStringLiteral("historyDialog"));
    setAccessibleName(title);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_table->setEmptyText(
        say(QT_TRANSLATE_NOOP("HistoryDialog", "This step has not been run in this project.")));
    m_differences->setSearchVisible(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_table, 3);
    buildButtons(*column);
    column->addWidget(m_differences, 2);
    resize(820, 560);
    connect(m_table, &TablePane::keySelected, this, [this](const QString &key) { choose(key); });
    connect(m_table, &TablePane::keyActivated, this, [this](const QString &key) {
        choose(key);
        m_restore->click();
    });
    connect(&keeper, &ProjectKeeper::historyChanged, this, [this] { fill(); });
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == m_part)
            fill();
    });
    fill();
}

void HistoryDialog::buildButtons(QVBoxLayout &column)
{
    const auto button = [this](const char *name, const char *text) {
        return makeButton(QString::fromLatin1(name), {}, say(text), false, this);
    };
    m_restore = button("restoreRunButton", QT_TRANSLATE_NOOP("HistoryDialog", "&Show this run"));
    m_pin = button("pinRunButton", QT_TRANSLATE_NOOP("HistoryDialog", "&Keep for ever"));
    m_remove = button("removeRunButton", QT_TRANSLATE_NOOP("HistoryDialog", "&Remove"));
    m_overlay = button("overlayRunsButton", QT_TRANSLATE_NOOP("HistoryDialog", "&Overlay curves"));
    m_overlay->setToolTip(say(QT_TRANSLATE_NOOP(
        "HistoryDialog", "Draws the training curves of the chosen runs in one figure: choose several with "
                         "Ctrl and a click, or Shift and the arrow keys.")));
    m_overlay->setVisible(m_part == Part::Training);
    m_size = makeCaption(QStringLiteral("runSizes"), {}, this);
    auto *row = new QHBoxLayout;
    for (QPushButton *each : {m_restore, m_pin, m_remove, m_overlay})
        row->addWidget(each);
    row->addWidget(m_size, 1);
    column.addLayout(row);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("runNote"));
    m_other = makePicker(QStringLiteral("otherRun"), this);
    auto *second = new QHBoxLayout;
    second->addWidget(labelled(say(QT_TRANSLATE_NOOP("HistoryDialog", "&Note:")), m_note, this), 1);
    second->addWidget(labelled(say(QT_TRANSLATE_NOOP("HistoryDialog", "&Compare with:")), m_other, this));
    column.addLayout(second);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const KeptRun *run = chosen())
            m_keeper.restoreRun(*run);
    });
    connect(m_pin, &QPushButton::clicked, this, [this] {
        if (const KeptRun *run = chosen())
            m_keeper.setPinned(KeptRun(*run), !run->isPinned);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const KeptRun *run = chosen())
            m_keeper.removeRun(KeptRun(*run));
    });
    connect(m_note, &QLineEdit::editingFinished, this, [this] {
        if (const KeptRun *run = chosen())
            m_keeper.setRunNote(KeptRun(*run), m_note->text().toStdString());
    });
    connect(m_other, &QComboBox::currentIndexChanged, this, [this] { showDifferences(); });
    connect(m_overlay, &QPushButton::clicked, this, &HistoryDialog::overlayCurves);
    const auto enable = [this] { m_overlay->setEnabled(chosenRows().size() > 1); };
    connect(m_table->view().selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    connect(m_table->view().model(), &QAbstractItemModel::modelReset, this, enable);
    enable();
}

std::vector<std::size_t> HistoryDialog::chosenRows() const
{
    std::vector<std::size_t> rows;
    for (const QModelIndex &index : m_table->view().selectionModel()->selectedRows())
        rows.push_back(m_runs.size() - m_table->model().keyOfRow(index.row()).toULongLong());
    std::sort(rows.rbegin(), rows.rend());
    return rows;
}

/// "Epochs 40; Seed 2": the settings in which the runs are not all alike, as this one has them.
QString HistoryDialog::differencesAmong(const std::vector<KeptRun> &runs, const KeptRun &run) const
{
    QStringList texts;
    for (const OptionSetting &setting :
         run.provenance ? run.provenance->options : std::vector<OptionSetting>()) {
        const bool isAlike = std::all_of(runs.begin(), runs.end(), [&](const KeptRun &other) {
            const OptionValue *value = other.provenance ? other.provenance->option(setting.key) : nullptr;
            return value && *value == setting.value;
        });
        if (!isAlike)
            texts.append(labelOf(setting.key) + QLatin1Char(' ') + valueOf(run, setting.key));
    }
    return texts.join(QStringLiteral("; "));
}

/// Once all of them are there: some may lie in the file only.
void HistoryDialog::overlayCurves()
{
    std::vector<KeptRun> runs;
    for (const std::size_t row : chosenRows())
        runs.push_back(m_runs[row]);
    const auto curves = std::make_shared<std::map<int, RunCurve>>();
    const auto left = std::make_shared<std::size_t>(runs.size());
    for (const std::size_t row : chosenRows()) {
        const QString differences = differencesAmong(runs, m_runs[row]);
        m_keeper.readRun(KeptRun(m_runs[row]), [curves, left, differences, number = numberOf(row),
                                                dialog = QPointer<HistoryDialog>(this)](const KeptRun &run) {
            if (run.value)
                curves->emplace(number, runCurve(run, number, differences));
            if (--*left > 0 || !dialog || curves->empty())
                return;
            std::vector<RunCurve> all;
            for (auto &[each, curve] : *curves)
                all.push_back(std::move(curve));
            showRunCurves(std::move(all), figureMark(dialog->m_session.project(), Part::Training),
                          dialog->m_selection, dialog->parentWidget());
        });
    }
}

QString HistoryDialog::labelOf(const std::string &key) const
{
    return m_form ? m_form->labelOf(key) : QString::fromStdString(key);
}

QString HistoryDialog::valueOf(const KeptRun &run, const std::string &key) const
{
    const OptionValue *value = run.provenance ? run.provenance->option(key) : nullptr;
    if (!value)
        return {};
    return m_form ? m_form->valueText(key, *value) : QString::fromStdString(optionText(*value));
}

/// "Epochs 40; Seed 2": what a run has otherwise than another.
std::string HistoryDialog::differencesFrom(const KeptRun &other, const KeptRun &run) const
{
    QStringList texts;
    if (run.provenance && other.provenance)
        for (const OptionSetting &setting : run.provenance->options)
            if (const OptionValue *value = other.provenance->option(setting.key);
                setting.matters && (!value || *value != setting.value))
                texts.append(labelOf(setting.key) + QLatin1Char(' ') + valueOf(run, setting.key));
    return texts.join(QStringLiteral("; ")).toStdString();
}

void HistoryDialog::fill()
{
    m_runs.clear();
    for (const KeptRun &run : m_keeper.history())
        if (run.part == m_part)
            m_runs.push_back(run);
    std::reverse(m_runs.begin(), m_runs.end());
    const KeptRun now = shown();
    QStringList titles = {say(QT_TRANSLATE_NOOP("HistoryDialog", "Run")),
                          say(QT_TRANSLATE_NOOP("HistoryDialog", "Started")),
                          say(QT_TRANSLATE_NOOP("HistoryDialog", "Shown")),
                          say(QT_TRANSLATE_NOOP("HistoryDialog", "Kept for ever")),
                          say(QT_TRANSLATE_NOOP("HistoryDialog", "Time (s)"))};
    Table table{{"run", "started", "shown", "pinned", "seconds"}, {}};
    const std::size_t firstScore = table.header.size();
    if (!m_runs.empty())
        for (const auto &[name, score] : m_runs.front().scores) {
            titles.append(coreText(name.c_str()));
            table.header.push_back(name);
        }
    titles += {say(QT_TRANSLATE_NOOP("HistoryDialog", "Settings that differ from those shown")),
               say(QT_TRANSLATE_NOOP("HistoryDialog", "Note"))};
    table.header.insert(table.header.end(), {"settings", "note"});
    const std::string yes = say(QT_TRANSLATE_NOOP("HistoryDialog", "yes")).toStdString();
    std::uint64_t bytes = 0;
    for (const KeptRun &run : m_runs) {
        std::vector<Cell> row = {static_cast<long long>(numberOf(table.rows.size())),
                                 timeText(run).toStdString(), isSameRun(run, now) ? yes : std::string(),
                                 run.isPinned ? yes : std::string(),
                                 run.provenance ? run.provenance->seconds : std::nan("")};
        for (std::size_t i = firstScore; i + 2 < table.header.size(); ++i) {
            const auto score = std::find_if(run.scores.begin(), run.scores.end(),
                                            [&](const auto &each) { return each.first == table.header[i]; });
            row.emplace_back(score == run.scores.end() ? std::nan("") : score->second);
        }
        row.emplace_back(differencesFrom(now, run));
        row.emplace_back(run.note);
        table.rows.push_back(std::move(row));
        bytes += run.bytes;
    }
    m_table->selectKey({}); // the number may be another run's now
    m_table->setTable(table, titles);
    m_size->setText(say(QT_TRANSLATE_NOOP("HistoryDialog", "%1 on disk for the runs of this step"))
                        .arg(QLocale().formattedDataSize(static_cast<qint64>(bytes))));
    const QSignalBlocker quiet(m_other);
    m_other->clear();
    m_other->addItem(say(QT_TRANSLATE_NOOP("HistoryDialog", "what is shown")));
    for (const KeptRun &run : m_runs)
        m_other->addItem(timeText(run));
    if (const KeptRun *run = chosen())
        m_table->selectKey(QString::number(m_runs.size() - static_cast<std::size_t>(run - m_runs.data())));
    showChosen();
}

/// The newest run has the largest number.
void HistoryDialog::choose(const QString &number)
{
    const auto row = m_runs.size() - number.toULongLong();
    m_chosen = row < m_runs.size() ? std::optional(m_runs[row]) : std::nullopt;
    showChosen();
}

const KeptRun *HistoryDialog::chosen() const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [this](const KeptRun &run) {
        return m_chosen && isSameRun(run, *m_chosen);
    });
    return found == m_runs.end() ? nullptr : &*found;
}

void HistoryDialog::showChosen()
{
    const KeptRun *run = chosen();
    for (QWidget *each : {static_cast<QWidget *>(m_restore), static_cast<QWidget *>(m_pin),
                          static_cast<QWidget *>(m_remove), static_cast<QWidget *>(m_note)})
        each->setEnabled(run);
    m_pin->setText(run && run->isPinned ? say(QT_TRANSLATE_NOOP("HistoryDialog", "Do not &keep for ever"))
                                        : say(QT_TRANSLATE_NOOP("HistoryDialog", "&Keep for ever")));
    m_note->setText(run ? QString::fromStdString(run->note) : QString());
    showDifferences();
}

void HistoryDialog::showDifferences()
{
    const KeptRun *run = chosen();
    const auto index = static_cast<std::size_t>(std::max(m_other->currentIndex() - 1, 0));
    const KeptRun other = m_other->currentIndex() > 0 && index < m_runs.size() ? m_runs[index] : shown();
    Table table{{"what", "first", "second"}, {}};
    if (run && run->provenance && other.provenance) {
        for (const OptionSetting &setting : run->provenance->options)
            if (const OptionValue *value = other.provenance->option(setting.key);
                !value || *value != setting.value)
                table.rows.push_back({labelOf(setting.key).toStdString(),
                                      valueOf(*run, setting.key).toStdString(),
                                      valueOf(other, setting.key).toStdString()});
        for (const InputKey &input : run->provenance->inputs)
            for (const InputKey &theirs : other.provenance->inputs)
                if (input.part == theirs.part && input.key != theirs.key)
                    table.rows.push_back({coreText(partName(input.part)).toStdString(),
                                          input.key.substr(0, 8), theirs.key.substr(0, 8)});
        const auto known = std::find_if(m_runs.begin(), m_runs.end(),
                                        [&](const KeptRun &each) { return isSameRun(each, other); });
        for (const auto &[name, score] : run->scores)
            for (const auto &[theirName, theirs] :
                 known == m_runs.end() ? decltype(run->scores)() : known->scores)
                if (name == theirName && score != theirs)
                    table.rows.push_back({coreText(name.c_str()).toStdString(), score, theirs});
    }
    m_differences->setEmptyText(
        run ? say(QT_TRANSLATE_NOOP("HistoryDialog", "The two runs have the same settings and scores."))
            : say(QT_TRANSLATE_NOOP("HistoryDialog", "Choose a run above.")));
    m_differences->setTable(table, {say(QT_TRANSLATE_NOOP("HistoryDialog", "What")),
                                    run ? timeText(*run) : QString(), m_other->currentText()});
}

} // namespace

void showRunHistory(ProjectKeeper &keeper, Session &session, Selection &selection, const Panel &panel,
                    QWidget *parent)
{
    auto *dialog = new HistoryDialog(keeper, session, selection, panel, parent);
    dialog->show();
}

} // namespace pathgan
