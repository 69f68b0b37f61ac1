// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runwith.h"
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/panels/tablepane.h"
#include "ui/theme.h"
#include "ui/workflow.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace pathgan;

namespace {

constexpr int patience = 120'000;
const QString example = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/");

/// The window with the example's files, opened as anybody's, and fluxes computed from them.
struct Fixture
{
    MainWindow window;
    Session &session = window.session();

    Fixture()
    {
        window.show();
        window.activateWindow();
    }
    bool noJobs() const { return const_cast<MainWindow &>(window).session().engine().jobs().isEmpty(); }
    bool open()
    {
        window.openFiles({example + "expression.tsv.gz", example + "model.xml", example + "clinical.tsv",
                          example + "gene_sets.gmt"});
        return QTest::qWaitFor([this] { return session.project().geneSets && session.project().model; },
                               patience) &&
               QTest::qWaitFor([this] { return noJobs(); }, patience) && QTest::qWaitForWindowActive(&window);
    }
    bool compute()
    {
        runWith<FluxStep>(session, {});
        return QTest::qWaitFor([this] { return session.project().flux && noJobs(); }, patience);
    }
    /// The question on screen; null: none.
    QMessageBox *question(const char *name) const
    {
        auto *box = window.findChild<QMessageBox *>(QString::fromLatin1(name));
        return box && box->isVisible() ? box : nullptr;
    }
    bool isAsked(const char *name) const
    {
        return QTest::qWaitFor([this, name] { return question(name) != nullptr; }, patience);
    }
    /// By mouse, the button that accepts the loss.
    static void goOn(QMessageBox *box)
    {
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL("no button");
    }
    void drop(const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        QMimeData mime;
        mime.setUrls(urls);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
    }
    /// Ctrl+N, in the window that a dialog may have left inactive.
    void pressNew()
    {
        window.activateWindow();
        if (QTest::qWaitForWindowActive(&window))
            QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    }
    /// The menu File is opened and its entry clicked.
    void chooseFromFileMenu(const char *action)
    {
        auto *menu = window.findChild<QMenu *>("fileMenu");
        menu->popup(window.mapToGlobal(QPoint(0, 20)));
        auto *entry = window.findChild<QAction *>(QString::fromLatin1(action));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entry).center());
    }
    /// A file chosen in the dialog that is open.
    bool choose(const QString &path)
    {
        QFileDialog *dialog = nullptr;
        if (!QTest::qWaitFor(
                [&] { return (dialog = window.findChild<QFileDialog *>("fileDialog")) != nullptr; },
                patience))
            return false;
        emit dialog->filesSelected({path});
        emit dialog->fileSelected(path);
        dialog->close();
        return true;
    }
};

} // namespace

/// Nothing that was computed goes without a question, and nothing is asked where nothing goes.
class TestLosses : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }
    void init()
    {
        QSettings().clear();
        applyTheme(ThemeChoice::Light);
    }

    void inputsAloneAreNoLoss()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        const auto before = fixture.session.project().clinical;
        fixture.drop({example + "clinical.tsv"});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.project().clinical != before, patience);
        fixture.pressNew();
        QVERIFY(!fixture.session.project().expression);
        QVERIFY(!fixture.window.findChild<QMessageBox *>());
        QVERIFY(!fixture.window.currentPanel());
        fixture.window.close();
        QVERIFY(!fixture.window.isVisible());
    }

    void newAsks()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.compute());
        const auto flux = fixture.session.project().flux;

        fixture.pressNew();
        QVERIFY(fixture.question("newQuestion"));
        QVERIFY2(fixture.question("newQuestion")->text().contains("fluxes"),
                 qPrintable(fixture.question("newQuestion")->text()));
        QTest::keyClick(fixture.question("newQuestion"), Qt::Key_Return); // the default keeps
        QTRY_VERIFY(!fixture.question("newQuestion"));
        QCOMPARE(fixture.session.project().flux, flux);
        QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());

        fixture.chooseFromFileMenu("newAction");
        QVERIFY(fixture.isAsked("newQuestion"));
        QTest::keyClick(fixture.question("newQuestion"), Qt::Key_Escape);
        QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());
        QCOMPARE(fixture.session.project().flux, flux);

        fixture.chooseFromFileMenu("newAction");
        QVERIFY(fixture.isAsked("newQuestion"));
        Fixture::goOn(fixture.question("newQuestion"));
        QTRY_VERIFY(!fixture.session.project().flux && !fixture.session.project().expression);
    }

    void exampleAsks()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.compute());
        const auto flux = fixture.session.project().flux;
        fixture.chooseFromFileMenu("exampleAction");
        QVERIFY(fixture.isAsked("exampleQuestion"));
        QTest::keyClick(fixture.question("exampleQuestion"), Qt::Key_Return);
        QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());
        QCOMPARE(fixture.session.project().flux, flux);
        QVERIFY(fixture.noJobs());

        fixture.window.findChild<QAction *>("exampleAction")->trigger();
        QVERIFY(fixture.isAsked("exampleQuestion"));
        Fixture::goOn(fixture.question("exampleQuestion"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.project().has(Part::Groups) && fixture.noJobs(), patience);
        QVERIFY(fixture.session.project().isExample);
        // What it brought comes back by opening it again, but not by starting anew.
        fixture.window.findChild<QAction *>("exampleAction")->trigger();
        QVERIFY(!fixture.question("exampleQuestion"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.project().has(Part::Groups) && fixture.noJobs(), patience);
        fixture.pressNew();
        QVERIFY(fixture.question("newQuestion"));
        QVERIFY(fixture.question("newQuestion")->text().contains("explanation"));
    }

    void everyInputAsksWhenDropped_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("part");
        QTest::addColumn<bool>("matters"); // to fluxes
        QTest::newRow("expression") << "expression.tsv.gz" << int(Part::Expression) << true;
        QTest::newRow("clinical") << "clinical.tsv" << int(Part::Clinical) << true;
        QTest::newRow("model") << "model.xml" << int(Part::Model) << true;
        QTest::newRow("gene sets") << "gene_sets.gmt" << int(Part::GeneSets) << false;
        QTest::newRow("interactions") << "interactions.tsv" << int(Part::Interactions) << false;
    }

    /// A copy that reads as the same, of other bytes: another input.
    QString withOtherBytes(const QString &path)
    {
        static const QByteArray emptyMember = QByteArray::fromHex("1f8b080000000000000303000000000000000000");
        QFile source(path);
        if (!source.open(QIODevice::ReadOnly))
            return {};
        const QString name = m_copies.filePath(QFileInfo(path).fileName());
        QFile copy(name);
        if (!copy.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        copy.write(source.readAll() + (path.endsWith(QLatin1String(".gz")) ? emptyMember : QByteArray("\n")));
        return name;
    }

    void everyInputAsksWhenDropped()
    {
        QFETCH(const QString, file);
        QFETCH(const int, part);
        QFETCH(const bool, matters);
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.compute());
        const Project &project = fixture.session.project();
        const QString changed = withOtherBytes(example + file);
        const void *before = project.provenance(Part(part)).get();
        fixture.drop({changed});
        if (matters) {
            QVERIFY(fixture.isAsked("replaceQuestion"));
            QVERIFY(fixture.question("replaceQuestion")->text().contains("fluxes"));
            QTest::keyClick(fixture.question("replaceQuestion"), Qt::Key_Return);
            QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());
            QCOMPARE(project.provenance(Part(part)).get(), before);
            QVERIFY(fixture.noJobs());
            QCOMPARE(stepState(fixture.session, Part::Flux), StepState::Done);
            fixture.drop({changed});
            QVERIFY(fixture.isAsked("replaceQuestion"));
            Fixture::goOn(fixture.question("replaceQuestion"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(project.provenance(Part(part)).get() != before, patience);
        QVERIFY(!fixture.question("replaceQuestion"));
        QVERIFY(project.flux);
        QCOMPARE(stepState(fixture.session, Part::Flux), matters ? StepState::Stale : StepState::Done);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.noJobs(), patience);
        // Out of date already: a second file costs nothing more.
        const void *second = project.provenance(Part(part)).get();
        fixture.drop({example + file});
        QTRY_VERIFY_WITH_TIMEOUT(project.provenance(Part(part)).get() != second, patience);
        QVERIFY(!fixture.question("replaceQuestion"));
    }

    /// Two files, one question.
    void severalFilesAskOnce()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.compute());
        const auto model = fixture.session.project().model;
        fixture.drop({example + "model.xml", example + "clinical.tsv"});
        QVERIFY(fixture.isAsked("replaceQuestion"));
        Fixture::goOn(fixture.question("replaceQuestion"));
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.project().model != model && fixture.noJobs(), patience);
        QVERIFY(!fixture.question("replaceQuestion"));
    }

    void cardsDialogsAndRulesAsk()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.compute());
        const Project &project = fixture.session.project();
        const auto clinical = project.clinical;
        const auto model = project.model;
        const auto expression = project.expression;
        const auto cohort = project.cohort;
        const auto keeps = [&] {
            if (!fixture.isAsked("replaceQuestion"))
                return false;
            QTest::keyClick(fixture.question("replaceQuestion"), Qt::Key_Return);
            return QTest::qWaitFor([&] { return !fixture.window.findChild<QMessageBox *>(); }, patience) &&
                   project.clinical == clinical && project.model == model && project.cohort == cohort &&
                   project.expression == expression && fixture.noJobs();
        };
        fixture.window.showStep(0);
        QTest::mouseClick(fixture.window.findChild<QPushButton *>("input1Open"), Qt::LeftButton);
        QVERIFY(fixture.choose(example + "clinical.tsv"));
        QVERIFY(keeps());
        QTest::mouseClick(fixture.window.findChild<QPushButton *>("dataOpen"), Qt::LeftButton);
        QVERIFY(fixture.choose(example + "clinical.tsv"));
        QVERIFY(keeps());
        fixture.window.showStep(1);
        QTest::mouseClick(fixture.window.findChild<QPushButton *>("modelOpen"), Qt::LeftButton);
        QVERIFY(fixture.choose(example + "model.xml"));
        QVERIFY(keeps());
        fixture.window.findChild<QAction *>("openAction")->trigger();
        QVERIFY(fixture.choose(example + "model.xml"));
        QVERIFY(keeps());

        // Reading by another rule and taking other samples cost the same; the fields go back.
        auto *filter = fixture.window.findChild<QComboBox *>("sampleFilter");
        const int shown = filter->currentIndex();
        filter->setCurrentIndex(1 - shown);
        emit filter->activated(1 - shown);
        QVERIFY(keeps());
        QCOMPARE(filter->currentIndex(), shown);
        auto *missing = fixture.window.findChild<QComboBox *>("missing_values");
        const int rule = missing->currentIndex();
        missing->setCurrentIndex(rule + 1);
        emit missing->activated(rule + 1);
        QVERIFY(keeps());
        QCOMPARE(missing->currentIndex(), rule);
    }

    /// A network that was trained and not saved is lost to one that is loaded.
    void networks()
    {
        QTemporaryDir folder;
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.compute());
        GanOptions options = GanOptions::fromPreset(GanPreset::Quick);
        options.epochs = 2;
        runWith<TrainStep>(fixture.session, options);
        const Project &project = fixture.session.project();
        QTRY_VERIFY_WITH_TIMEOUT(project.training && fixture.noJobs(), patience);
        const auto trained = project.training;
        const QString path = folder.filePath("network.pt");
        QVERIFY(trained->network->save(path.toStdString()));
        fixture.drop({path});
        QVERIFY(fixture.isAsked("replaceQuestion"));
        QVERIFY(fixture.question("replaceQuestion")->text().contains("Lost"));
        QTest::keyClick(fixture.question("replaceQuestion"), Qt::Key_Return);
        QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());
        QCOMPARE(project.training, trained);
        fixture.window.findChild<QAction *>("loadNetworkAction")->trigger();
        QVERIFY(fixture.choose(path));
        QVERIFY(fixture.isAsked("replaceQuestion"));
        QTest::keyClick(fixture.question("replaceQuestion"), Qt::Key_Return);
        QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());

        fixture.session.saveNetwork(path); // now it is in a file
        QTRY_VERIFY_WITH_TIMEOUT(fixture.noJobs(), patience);
        QVERIFY(fixture.session.unsavedResults().count(Part::Training) == 0);
        fixture.drop({path});
        QTRY_VERIFY_WITH_TIMEOUT(project.training != trained, patience);
        QVERIFY(fixture.session.unsavedResults().count(Part::Training) == 0);
    }

    void exportedResultsAreSafe()
    {
        QTemporaryDir folder;
        Fixture fixture;
        QVERIFY(fixture.open());
        QVERIFY(fixture.compute());
        fixture.window.exportAllTo(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.hasUnsavedResults(), patience);
        fixture.pressNew();
        QVERIFY(!fixture.window.findChild<QMessageBox *>());
        QVERIFY(!fixture.session.project().flux);
    }

    void runningStepsAreNamed()
    {
        Fixture fixture;
        QVERIFY(fixture.open());
        ModelAnalysisOptions options;
        options.method = AnalysisMethod::DoubleReactionDeletions;
        runWith<AnalysisStep>(fixture.session, options);
        fixture.pressNew();
        QVERIFY(fixture.question("newQuestion"));
        QVERIFY(fixture.question("newQuestion")->text().contains("Running now"));
        QVERIFY(fixture.question("newQuestion")->text().contains("model analyses"));
        QTest::keyClick(fixture.question("newQuestion"), Qt::Key_Escape);
        QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());
        QVERIFY(fixture.session.isRunning(Part::Analyses));
        fixture.window.close();
        QVERIFY(fixture.window.isVisible());
        QVERIFY(fixture.question("closeQuestion"));
        Fixture::goOn(fixture.question("closeQuestion"));
        QTRY_VERIFY(!fixture.window.isVisible());
    }

    void changedScenariosAreNamed()
    {
        QTemporaryDir folder;
        Fixture fixture;
        QVERIFY(fixture.open());
        auto *pane = fixture.window.findChild<TablePane *>("reactions");
        QVERIFY(pane->model().setData(pane->model().index(0, 2), "-1"));
        fixture.pressNew();
        QVERIFY(fixture.question("newQuestion"));
        QVERIFY(fixture.question("newQuestion")->text().contains("scenario"));
        QTest::keyClick(fixture.question("newQuestion"), Qt::Key_Return);
        QTRY_VERIFY(!fixture.window.findChild<QMessageBox *>());
        QVERIFY(fixture.session.project().model);
        fixture.window.showStep(1);
        fixture.window.findChild<QToolButton *>("scenarioSave")->click();
        QVERIFY(fixture.choose(folder.filePath("scenario.json")));
        QVERIFY(fixture.session.project().scenarios.isSaved());
        fixture.pressNew();
        QVERIFY(!fixture.window.findChild<QMessageBox *>());
        QVERIFY(!fixture.session.project().model);
    }

private:
    QTemporaryDir m_copies;
};

PATHGAN_GUI_TEST(TestLosses)
#include "tst_losses.moc"
