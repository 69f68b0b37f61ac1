// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "tests/support/watchdog.h"
#include "ui/errorbar.h"
#include "ui/jobbar.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/plots/decimalmark.h"
#include "ui/plots/lossplot.h"
#include "ui/rail.h"
#include "ui/theme.h"
#include "ui/welcomepage.h"
#include "ui/workflow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTextBrowser>
#include <QThread>
#include <QToolButton>
#include <QtTest>

using namespace pathgan;

namespace {

constexpr int patience = 120'000;

/// Widgets the user acts on; parts that Qt makes inside others are left out.
bool isControl(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    const auto *menu = qobject_cast<const QMenu *>(widget);
    if (menu && menu->title().isEmpty()) // the menu bar's own overflow
        return false;
    if (widget->objectName().startsWith("qt_") || !parent || qobject_cast<const QAbstractSpinBox *>(parent) ||
        qobject_cast<const QComboBox *>(parent) || qobject_cast<const QLineEdit *>(parent) ||
        qobject_cast<const QTabBar *>(parent) || qobject_cast<const QDockWidget *>(parent) ||
        qobject_cast<const QMenu *>(parent) ||
        QByteArray(parent->metaObject()->className()).startsWith("QComboBox") ||
        qobject_cast<const QAbstractItemView *>(parent))
        return false;
    if (widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton") ||
        widget->inherits("QMenuBarExtension") || widget->inherits("QToolBarExtension"))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTextEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTabWidget *>(widget) ||
           qobject_cast<const QProgressBar *>(widget) || qobject_cast<const QMenu *>(widget) ||
           widget->inherits("pathgan::Plot");
}

QStringList unnamed(const QWidget &root)
{
    QStringList found;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (isControl(widget) && (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()))
            found.append(QString("%1 '%2' in '%3'")
                             .arg(widget->metaObject()->className(), widget->objectName(),
                                  widget->parentWidget()->objectName()));
    }
    return found;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }
    void init()
    {
        QSettings().clear();
        applyTheme(ThemeChoice::Light);
    }

    void startsOnTheWelcomePage()
    {
        QElapsedTimer clock;
        clock.start();
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        qInfo() << "window shown after" << clock.elapsed() << "ms";
        QCOMPARE(window.panels().size(), std::size_t(8));
        QVERIFY(!window.currentPanel());
        QVERIFY(window.findChild<WelcomePage *>()->isVisible());
    }

    void decimalCommaIsKept()
    {
        {
            MainWindow window;
            auto *action = window.findChild<QAction *>("decimalCommaAction");
            QVERIFY(action && !action->isChecked() && !hasDecimalComma());
            action->trigger();
            QVERIFY(hasDecimalComma());
        }
        setDecimalComma(false); // as in another process
        MainWindow window;
        auto *action = window.findChild<QAction *>("decimalCommaAction");
        QVERIFY(action->isChecked() && hasDecimalComma());
        action->trigger();
        QVERIFY(!hasDecimalComma());
    }

    void everyControlHasNames()
    {
        MainWindow window;
        window.show();
        const QStringList missing = unnamed(window);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
        QSet<QString> fileNames;
        for (const QAction *action : window.findChildren<QAction *>()) {
            if (!action->isSeparator() && action->parent()->inherits("QMenu") && !action->menu())
                QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        }
    }

    void keysReachEveryStep()
    {
        MainWindow window;
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (int step = 0; step < 8; ++step) {
            QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + step), Qt::ControlModifier);
            QCOMPARE(window.currentPanel(), window.panels()[static_cast<std::size_t>(step)]);
            QVERIFY(window.findChild<Rail *>()->buttons()[step]->isChecked());
        }
    }

    void missingInputsLeadToTheirPanel()
    {
        MainWindow window;
        window.showPart(Part::Model);
        QCOMPARE(window.currentPanel()->part(), Part::Model);
        window.showPart(Part::GeneSets);
        QCOMPARE(window.currentPanel()->part(), Part::Cohort);
    }

    void droppedFilesAreRecognised()
    {
        QTemporaryDir folder;
        const QString sets =
            writeFile(folder, "sets.gmt", "ONE\tx\tGPX1\tGSR\tTP53\nTWO\tx\tACTB\tGAPDH\tMYC\n");
        const QString junk = writeFile(folder, "junk.bin", QByteArray(300, '\0'));
        MainWindow window;
        window.show();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(sets), QUrl::fromLocalFile(junk)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &drop);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().project().geneSets != nullptr, patience);
        QCOMPARE(window.session().project().geneSets->sets.size(), std::size_t(2));
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ErrorBar *>()->count() == 1, patience); // the junk
        QVERIFY(window.findChild<ErrorBar *>()->isVisible());
        QVERIFY(window.currentPanel());
    }

    void latestFailureIsSeen()
    {
        ErrorBar bar;
        bar.showMessage("written");
        bar.showError({ErrorCode::FileEmpty, "first.tsv"});
        bar.showError({ErrorCode::FileEmpty, "second.tsv"});
        bar.showMessage("written again");
        QVERIFY(bar.text().contains("second.tsv"));
        bar.showError({ErrorCode::FileEmpty, "first.tsv"}); // once more: counted, not doubled
        QVERIFY(bar.text().contains("first.tsv"));
        QCOMPARE(bar.count(), 4);
        bar.dismiss();
        bar.dismiss();
        QCOMPARE(bar.text(), QString("written again"));
    }

    void jobsShowProgressAndCanBeCancelled()
    {
        MainWindow window;
        window.show();
        Watchdog watchdog;
        bool cancelled = false;
        window.session().engine().start<int>(
            "Solving samples",
            [](const TaskContext &context) -> Result<int> {
                for (int i = 0;; ++i) {
                    context.report("Solving samples", i % 100, 100);
                    if (context.shouldStop())
                        return Error{ErrorCode::Cancelled, ""};
                    QThread::msleep(2);
                }
            },
            [&](Result<int> result) { cancelled = !result && result.error().code == ErrorCode::Cancelled; });
        auto *bar = window.findChild<JobBar *>();
        QTRY_COMPARE_WITH_TIMEOUT(bar->count(), 1, patience);
        QVERIFY(bar->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(bar->findChild<QProgressBar *>()->value() > 0, patience);
        auto *pause = bar->findChild<QToolButton *>("jobPause");
        pause->click();
        QCOMPARE(pause->text(), QString("Continue"));
        pause->click();
        QCOMPARE(pause->text(), QString("Pause"));
        bar->findChild<QToolButton *>("jobCancel")->click();
        QTRY_VERIFY_WITH_TIMEOUT(cancelled, patience);
        QTRY_VERIFY(!bar->isVisible());
        qInfo() << "longest wait of the event loop:" << watchdog.longestMs() << "ms in" << watchdog.beats()
                << "beats";
    }

    void exampleFillsTheRailAndClosingAsks()
    {
        QTemporaryDir folder;
        const QString sourceFolder = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/");
        MainWindow window;
        window.show();
        window.openFiles(
            {sourceFolder + "expression.tsv.gz", sourceFolder + "model.xml", sourceFolder + "clinical.tsv"});
        QTRY_VERIFY_WITH_TIMEOUT(window.session().project().model && window.session().project().cohort &&
                                     window.session().engine().jobs().isEmpty(),
                                 patience);
        QCOMPARE(stepState(window.session(), Part::Flux), StepState::Ready);
        window.runStep(2);
        QCOMPARE(stepState(window.session(), Part::Flux), StepState::Running);
        QTRY_COMPARE_WITH_TIMEOUT(stepState(window.session(), Part::Flux), StepState::Done, patience);
        QCOMPARE(window.findChild<Rail *>()->buttons()[2]->state(), StepState::Done);
        QVERIFY(window.findChild<Rail *>()->buttons()[2]->accessibleName().contains("done"));

        CohortOptions options;
        options.filter = SampleFilter::All;
        window.session().setCohortOptions(options);
        QCOMPARE(stepState(window.session(), Part::Flux), StepState::Stale);

        window.close();
        QVERIFY(window.isVisible());
        auto *question = window.findChild<QMessageBox *>("closeQuestion");
        QVERIFY(question && question->isVisible());
        window.close(); // asks once, not twice
        QCOMPARE(window.findChildren<QMessageBox *>("closeQuestion").size(), 1);
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QVERIFY(!window.isVisible());
    }

    void runAllUsesWhatTheFormsShow()
    {
        MainWindow window;
        window.show();
        window.openExample();
        auto &session = window.session();
        const auto idle = [&] { return session.engine().jobs().isEmpty(); };
        QTRY_VERIFY_WITH_TIMEOUT(session.project().has(Part::Groups) && idle(), patience);
        window.showStep(3);
        auto *epochs = window.currentPanel()->findChild<QSpinBox *>("epochs");
        epochs->setValue(4);
        window.runStep(2); // another step starts: what was typed stays
        QCOMPARE(epochs->value(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), patience);
        QCOMPARE(stepState(session, Part::Training), StepState::Differs);
        window.runAll();
        QTRY_VERIFY_WITH_TIMEOUT(stepState(session, Part::Groups) == StepState::Done && idle(), patience);
        QCOMPARE(session.project().training->history.size(), std::size_t(4));
        for (const Part part : {Part::Training, Part::Explanation, Part::Enrichment, Part::Stress})
            QCOMPARE(stepState(session, part), StepState::Done);
        QCOMPARE(window.currentPanel()->part(), Part::Flux); // stays where the user is

        session.clear(); // another project: its own settings
        QVERIFY(epochs->value() != 4);
    }

    void cancelledTrainingLeavesEverything()
    {
        MainWindow window;
        window.show();
        window.openExample();
        auto &session = window.session();
        QTRY_VERIFY_WITH_TIMEOUT(session.project().has(Part::Groups) && session.engine().jobs().isEmpty(),
                                 patience);
        const auto before = session.project().training;
        window.showStep(3);
        const auto *curves = window.currentPanel()->findChild<LossPlot *>();
        const std::size_t rows = curves->data().rows.size();
        QCOMPARE(rows, before->history.size());
        window.currentPanel()->findChild<QSpinBox *>("epochs")->setValue(100'000);
        window.currentPanel()->findChild<QSpinBox *>("patience")->setValue(0);
        QSignalSpy epochs(&session, &Session::epochDone);
        window.runCurrentStep();
        QTRY_VERIFY_WITH_TIMEOUT(epochs.count() > 2, patience);
        window.cancelJobs();
        QTRY_VERIFY_WITH_TIMEOUT(session.engine().jobs().isEmpty(), patience);
        QTest::qWait(200); // the last epochs come late
        QCOMPARE(session.project().training, before);
        QCOMPARE(curves->data().rows.size(), rows);
        QCOMPARE(stepState(session, Part::Explanation), StepState::Stale);
    }

    void themeAndLayoutAreRemembered()
    {
        {
            MainWindow window;
            window.setTheme(static_cast<int>(ThemeChoice::Dark));
            QVERIFY(isDarkTheme());
            window.resize(1000, 700);
            window.show();
            window.close();
        }
        QCOMPARE(QSettings().value("window/theme").toInt(), static_cast<int>(ThemeChoice::Dark));
        MainWindow window;
        QCOMPARE(window.size(), QSize(1000, 700));
        window.resetLayout();
        QVERIFY(window.size() != QSize(1000, 700));
    }

    void helpPagesOpenOnceAndBlockNothing()
    {
        MainWindow window;
        window.show();
        for (const char *name : {"shortcuts", "data", "about"}) {
            auto *action = window.findChild<QAction *>(QString("%1Action").arg(name));
            QVERIFY(action);
            action->trigger();
            action->trigger();
            const auto dialogs = window.findChildren<QDialog *>(QString("%1Dialog").arg(name));
            QCOMPARE(dialogs.size(), 1);
            QVERIFY(!dialogs.first()->findChild<QTextBrowser *>()->toPlainText().isEmpty());
            QVERIFY(unnamed(*dialogs.first()).isEmpty());
        }
    }
};

PATHGAN_GUI_TEST(TestWindow)
#include "tst_window.moc"
