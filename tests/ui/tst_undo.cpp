// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/freshness.h"
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "ui/panels/tablepane.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

using namespace pathgan;

namespace {

template <class T>
T *child(const QWidget *parent, const char *name)
{
    auto *found = parent->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

QString undoText(const Opened &opened)
{
    return child<QAction>(opened.window.get(), "undoAction")->text().remove(QLatin1Char('&'));
}

/// Into the window, wherever the focus is.
void pressUndo(const Opened &opened, bool again = false)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : opened.window.get(), Qt::Key_Z,
                    again ? Qt::ControlModifier | Qt::ShiftModifier : Qt::ControlModifier);
}

void type(QSpinBox *box, const QString &text)
{
    auto *line = box->findChild<QLineEdit *>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

/// Brings a page of a panel's results up.
void showTab(const Opened &opened, const QWidget *control)
{
    for (auto *tabs : opened.window->currentPanel()->findChildren<QTabWidget *>())
        for (int page = 0; page < tabs->count(); ++page)
            if (tabs->widget(page)->isAncestorOf(control))
                tabs->setCurrentIndex(page);
}

} // namespace

/// What the user did to a project and takes back with Ctrl+Z, by mouse and keys.
class TestUndo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        applyTheme(ThemeChoice::Light);
    }
    void cleanup() { QSettings().clear(); }
    void typedNumbersComeBack();
    void searchFieldsKeepTheirOwn();
    void resultsComeBackWithTheirSettings();
    void figuresComeBack();
    void figuresAndSelectionGoWithTheFile();
    void pinnedStatesAreExported();
    void removedRunsComeBack();
    void computingIsNobodysEdit();

private:
    QTemporaryDir m_folder;
};

void TestUndo::typedNumbersComeBack()
{
    const Opened opened;
    opened.window->showPart(Part::Training);
    auto *epochs = child<QSpinBox>(opened.window->currentPanel(), "epochs");
    auto *batch = child<QSpinBox>(opened.window->currentPanel(), "batch_size");
    const int before = epochs->value(), batchBefore = batch->value();
    QVERIFY(!child<QAction>(opened.window.get(), "undoAction")->isEnabled());
    type(epochs, QStringLiteral("123"));
    type(batch, QStringLiteral("17"));
    QCOMPARE(opened.session().options().gan.epochs, 123);
    QCOMPARE(opened.session().options().gan.batchSize, 17);
    QVERIFY2(undoText(opened).contains(QStringLiteral("Batch size")), qPrintable(undoText(opened)));
    pressUndo(opened); // in the field itself
    QCOMPARE(batch->value(), batchBefore);
    QCOMPARE(opened.session().options().gan.epochs, 123);
    opened.window->showPart(Part::Flux);
    opened.window->setFocus();
    pressUndo(opened); // all digits at once, and the field comes up
    QCOMPARE(opened.window->currentPanel()->part(), Part::Training);
    QCOMPARE(epochs->value(), before);
    QCOMPARE(opened.session().options().gan.epochs, before);
    QVERIFY(!child<QAction>(opened.window.get(), "undoAction")->isEnabled());
    pressUndo(opened, true);
    QCOMPARE(epochs->value(), 123);
    pressUndo(opened, true);
    QCOMPARE(batch->value(), 17);
    // Another edit ends what could be done again.
    pressUndo(opened);
    type(epochs, QStringLiteral("9"));
    QVERIFY(!child<QAction>(opened.window.get(), "redoAction")->isEnabled());
}

/// A field that is no setting undoes its own letters first.
void TestUndo::searchFieldsKeepTheirOwn()
{
    const Opened opened;
    opened.click(QStringLiteral("openExampleButton"));
    QVERIFY(opened.hasAll());
    opened.window->showPart(Part::Training);
    auto *epochs = child<QSpinBox>(opened.window->currentPanel(), "epochs");
    const int before = epochs->value();
    type(epochs, QStringLiteral("77"));
    opened.window->showPart(Part::Flux);
    opened.press(Qt::Key_F);
    auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(search);
    QTest::keyClicks(search, QStringLiteral("abc"));
    pressUndo(opened);
    QVERIFY(search->text().isEmpty());
    QCOMPARE(opened.session().options().gan.epochs, 77);
    pressUndo(opened); // nothing of its own any more
    QCOMPARE(opened.session().options().gan.epochs, before);
}

/// Nothing is computed again: the earlier results are there as they were.
void TestUndo::resultsComeBackWithTheirSettings()
{
    const Opened opened;
    opened.click(QStringLiteral("openExampleButton"));
    QVERIFY(opened.hasAll());
    const auto startOf = [&opened](Part part) {
        const auto provenance = opened.session().project().provenance(part);
        return provenance ? provenance->started : std::string();
    };
    const auto starts = [&startOf] {
        return std::vector{startOf(Part::Training), startOf(Part::Explanation), startOf(Part::Enrichment)};
    };
    const Project &now = opened.session().project();
    const std::vector<std::string> first = starts();
    const MatrixD firstShap = now.explanation->values;
    const std::uint64_t seed = now.options.gan.seed;
    QTest::qWait(1100); // starts are told apart by seconds
    opened.typeSeed(QStringLiteral("5"));
    opened.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier); // all that waits
    QTRY_VERIFY_WITH_TIMEOUT(
        !isStale(now, Part::Enrichment) && startOf(Part::Training) != first[0] && opened.isIdle(), patience);
    const std::vector<std::string> second = starts();
    const MatrixD secondShap = now.explanation->values;
    QVERIFY(firstShap != secondShap);
    pressUndo(opened);
    QCOMPARE(now.options.gan.seed, seed);
    QTRY_VERIFY_WITH_TIMEOUT(starts() == first && opened.isIdle(), patience);
    QVERIFY(now.explanation->values == firstShap);
    QVERIFY(!isStale(now, Part::Training) && !isStale(now, Part::Explanation) &&
            !isStale(now, Part::Enrichment));
    pressUndo(opened, true);
    QTRY_VERIFY_WITH_TIMEOUT(starts() == second && opened.isIdle(), patience);
    QVERIFY(now.explanation->values == secondShap);
    QVERIFY(!isStale(now, Part::Enrichment));
    // A result that nobody saved is asked for before it is lost.
    QVERIFY(!opened.window->close());
    QVERIFY(opened.question("closeQuestion"));
}

void TestUndo::figuresComeBack()
{
    const Opened opened;
    opened.click(QStringLiteral("openExampleButton"));
    QVERIFY(opened.hasAll());
    opened.window->showPart(Part::Flux);
    auto *order = child<QComboBox>(opened.window->currentPanel(), "heatMapOrder");
    showTab(opened, order);
    order->setFocus();
    QTest::keyClick(order, Qt::Key_Down);
    QTest::keyClick(order, Qt::Key_Down);
    QCOMPARE(order->currentIndex(), 2);
    opened.window->showPart(Part::Training);
    auto *log = child<QCheckBox>(opened.window->currentPanel(), "symLog");
    showTab(opened, log);
    QTest::mouseClick(log, Qt::LeftButton, {}, {8, log->height() / 2});
    QVERIFY(log->isChecked());
    QVERIFY2(undoText(opened).contains(QStringLiteral("Logarithmic losses")), qPrintable(undoText(opened)));
    pressUndo(opened);
    QVERIFY(!log->isChecked());
    pressUndo(opened);
    QCOMPARE(order->currentIndex(), 1);
    QVERIFY(order->isVisible()); // brought up
    pressUndo(opened);
    QCOMPARE(order->currentIndex(), 0);
    for (int i = 0; i < 3; ++i)
        pressUndo(opened, true);
    QCOMPARE(order->currentIndex(), 2);
    QVERIFY(log->isChecked());
    // One number of genes for two figures is one edit.
    opened.window->showPart(Part::Explanation);
    auto *bar = child<QSpinBox>(opened.window->currentPanel(), "barTop");
    auto *summary = child<QSpinBox>(opened.window->currentPanel(), "summaryTop");
    showTab(opened, bar);
    type(bar, QStringLiteral("7"));
    QCOMPARE(summary->value(), 7);
    pressUndo(opened);
    QCOMPARE(bar->value(), 10);
    QCOMPARE(summary->value(), 10);
    QVERIFY(log->isChecked());
}

void TestUndo::figuresAndSelectionGoWithTheFile()
{
    const QString path = m_folder.filePath(QStringLiteral("figures.pathgan"));
    QString sample, reaction;
    {
        const Opened opened;
        QVERIFY(opened.saveExample(path));
        QVERIFY(!opened.window->isWindowModified());
        opened.window->showPart(Part::Flux);
        auto *picker = child<QComboBox>(opened.window->currentPanel(), "fluxReaction");
        showTab(opened, picker);
        picker->setFocus();
        QTest::keyClick(picker, Qt::Key_Down);
        QTest::keyClick(picker, Qt::Key_Down);
        reaction = picker->currentText();
        QCOMPARE(opened.window->selection().reaction(), reaction);
        auto *table = child<TablePane>(opened.window->currentPanel(), "fluxes");
        showTab(opened, table);
        QTest::mouseClick(table->view().viewport(), Qt::LeftButton, {},
                          table->view().visualRect(table->view().model()->index(3, 0)).center());
        sample = opened.window->selection().sample();
        QVERIFY(!sample.isEmpty());
        opened.window->showPart(Part::Explanation);
        auto *rest = child<QCheckBox>(opened.window->currentPanel(), "barRemainder");
        showTab(opened, rest);
        QTest::keyClick(rest, Qt::Key_Space);
        QVERIFY(opened.window->isWindowModified());
        opened.press(Qt::Key_S);
        QTRY_VERIFY(!opened.window->isWindowModified() && opened.isIdle());
        QVERIFY(opened.window->close());
    }
    const Opened again;
    again.click(QStringLiteral("recentButton0"));
    QVERIFY(again.hasAll());
    QTRY_COMPARE(again.window->selection().sample(), sample);
    QCOMPARE(again.window->selection().reaction(), reaction);
    QVERIFY(!again.window->isWindowModified());
    const auto panel = [&](Part part) {
        again.window->showPart(part);
        return again.window->currentPanel();
    };
    QTRY_COMPARE(child<QComboBox>(panel(Part::Flux), "fluxReaction")->currentText(), reaction);
    QVERIFY(child<QCheckBox>(panel(Part::Explanation), "barRemainder")->isChecked());
    QVERIFY(!again.session().edits().toUndo());
    // A new project starts as the program does.
    again.press(Qt::Key_N);
    QTRY_VERIFY(!again.session().project().has(Part::Expression));
    QVERIFY(!child<QCheckBox>(again.window.get(), "barRemainder")->isChecked());
    QVERIFY(again.window->selection().sample().isEmpty());
}

/// A figure in two ways: as it is shown, and as it was pinned.
void TestUndo::pinnedStatesAreExported()
{
    const Opened opened;
    opened.click(QStringLiteral("openExampleButton"));
    QVERIFY(opened.hasAll());
    opened.window->showPart(Part::Explanation);
    QWidget *panel = opened.window->currentPanel();
    auto *sample = child<QComboBox>(panel, "forceSample");
    showTab(opened, sample);
    sample->setFocus();
    QTest::keyClick(sample, Qt::Key_Down);
    const QString pinned = sample->currentText();
    const auto choose = [&](int entry) {
        auto *menu = child<QMenu>(panel, "shap_forcePinMenu");
        QTimer::singleShot(100, menu, [menu, entry] {
            for (int i = 0; i <= entry; ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::mouseClick(child<QToolButton>(panel, "shap_forcePin"), Qt::LeftButton);
        QTRY_VERIFY(!menu->isVisible());
    };
    choose(0);
    QVERIFY2(undoText(opened).contains(QStringLiteral("pin a figure")), qPrintable(undoText(opened)));
    QTest::keyClick(sample, Qt::Key_Down);
    const QString shown = sample->currentText();
    QVERIFY(shown != pinned);
    opened.window->selection().setSample({}); // and so it stays, although the pinned state has one
    QTemporaryDir folder;
    opened.window->exportAllTo(folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(
        QFile::exists(folder.filePath(QStringLiteral("manifest.json"))) && opened.isIdle(), patience);
    const auto files = [&folder](const char *name) {
        return QDir(folder.path()).entryList({QString::fromLatin1(name)}, QDir::Files);
    };
    const auto textOf = [&folder](const QStringList &names) {
        QFile file(folder.filePath(names.value(0)));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QStringList asPinned = files("shap_force*_pinned1.svg");
    QCOMPARE(asPinned.size(), 1);
    QVERIFY(textOf(asPinned).contains(pinned));
    QVERIFY(textOf(files("shap_force*_pinned1.txt")).contains(pinned));
    QVERIFY(textOf(files("manifest.json")).contains(asPinned.front()));
    QStringList asShown = files("shap_force*.svg");
    asShown.removeAll(asPinned.front());
    QVERIFY(std::any_of(asShown.begin(), asShown.end(),
                        [&](const QString &name) { return textOf({name}).contains(shown); }));
    QCOMPARE(sample->currentText(), shown); // as before
    QVERIFY(opened.window->selection().sample().isEmpty());
    choose(1); // shows it again
    QTRY_COMPARE(sample->currentText(), pinned);
    pressUndo(opened); // the step from the pinned to the shown sample
    QVERIFY2(undoText(opened).contains(QStringLiteral("pin a figure")), qPrintable(undoText(opened)));
    pressUndo(opened);
    QVERIFY(child<QMenu>(panel, "shap_forcePinMenu"));
    opened.window->exportAllTo(folder.filePath(QStringLiteral("again")));
    QTRY_VERIFY_WITH_TIMEOUT(
        QFile::exists(folder.filePath(QStringLiteral("again/manifest.json"))) && opened.isIdle(), patience);
    QVERIFY(QDir(folder.filePath(QStringLiteral("again")))
                .entryList({QStringLiteral("*_pinned*")}, QDir::Files)
                .isEmpty());
}

/// Also after the file was written without it.
void TestUndo::removedRunsComeBack()
{
    const QString path = m_folder.filePath(QStringLiteral("removed.pathgan"));
    {
        const Opened opened;
        QVERIFY(opened.saveExample(path));
        QVERIFY(opened.trainsWith(QStringLiteral("5")));
        opened.press(Qt::Key_S);
        QTRY_VERIFY(!opened.window->isWindowModified() && opened.isIdle());
        QVERIFY(opened.window->close());
    }
    {
        const Opened opened; // where the run lies in the file only
        opened.click(QStringLiteral("recentButton0"));
        QVERIFY(opened.hasAll());
        opened.window->showPart(Part::Training);
        opened.press(Qt::Key_H);
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = opened.window->findChild<QDialog *>(QStringLiteral("historyDialog"))));
        auto *runs = child<TablePane>(dialog, "runs");
        QCOMPARE(runs->view().model()->rowCount(), 2);
        QTest::mouseClick(runs->view().viewport(), Qt::LeftButton, {},
                          runs->view().visualRect(runs->view().model()->index(1, 0)).center());
        QTest::mouseClick(child<QPushButton>(dialog, "removeRunButton"), Qt::LeftButton);
        QTRY_COMPARE(runs->view().model()->rowCount(), 1);
        dialog->close();
        opened.press(Qt::Key_S);
        QTRY_VERIFY(!opened.window->isWindowModified() && opened.isIdle());
        QVERIFY(QTest::qWaitFor([&] { return QApplication::activeWindow() == opened.window.get(); }));
        const std::size_t without = opened.keeper().history().size();
        pressUndo(opened);
        QCOMPARE(opened.keeper().history().size(), without + 1);
        QVERIFY(opened.window->isWindowModified());
        opened.press(Qt::Key_S);
        QTRY_VERIFY(!opened.window->isWindowModified() && opened.isIdle());
        QVERIFY(opened.window->close());
    }
    const Result<ProjectFile> file = ProjectFile::open(path.toStdString(), ProjectFile::Access::ReadOnly);
    QVERIFY(file.ok());
    const Result<ProjectContents> contents = file->load();
    QVERIFY(contents.ok());
    int runs = 0;
    for (const KeptRun &run : contents->history)
        if (run.part == Part::Training) {
            ++runs;
            const Result<KeptRun> whole = file->loadRun(run, {});
            QVERIFY(whole.ok() && whole->value);
        }
    QCOMPARE(runs, 2);
}

/// Opening, reading and computing leave nothing to undo, and a new project nothing of the old one.
void TestUndo::computingIsNobodysEdit()
{
    const Opened opened;
    opened.click(QStringLiteral("openExampleButton"));
    QVERIFY(opened.hasAll());
    for (const Panel *panel : opened.window->panels())
        opened.window->showPart(panel->part());
    QTest::qWait(50);
    QVERIFY2(!opened.session().edits().toUndo(), qPrintable(undoText(opened)));
    opened.typeSeed(QStringLiteral("5"));
    QVERIFY(opened.session().edits().toUndo());
    opened.press(Qt::Key_N);
    if (QMessageBox *box = opened.question("newQuestion"))
        Opened::choose(box, QMessageBox::DestructiveRole);
    QTRY_VERIFY(!opened.session().project().has(Part::Expression));
    QVERIFY(!opened.session().edits().toUndo());
}

PATHGAN_GUI_TEST(TestUndo)
#include "tst_undo.moc"
