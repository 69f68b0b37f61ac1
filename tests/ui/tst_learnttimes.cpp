// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/learnttimes.h"
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "ui/theme.h"

#include <QSpinBox>
#include <QtTest>

using namespace pathgan;

/// What a step will take, as its last run on this machine told.
class TestLearntTimes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        applyTheme(ThemeChoice::Light);
    }

    void aRunTeachesTheNext()
    {
        const Opened opened;
        const Project &project = opened.session().project();
        QVERIFY(!LearntTimes::expected(project, Part::Training));
        opened.click(QStringLiteral("openExampleButton"));
        QVERIFY(opened.hasAll());
        const double took = project.provenance(Part::Training)->seconds;
        const std::optional<double> expected = LearntTimes::expected(project, Part::Training);
        QVERIFY(expected);
        // Of all epochs, of which it may have left out the last.
        const auto &gan = project.options.gan;
        const double all = took * gan.epochs / static_cast<double>(project.training->history.size());
        QVERIFY2(std::abs(*expected - all) < 1e-6 * all, qPrintable(QString::number(*expected)));

        opened.window->showPart(Part::Training);
        auto *run = opened.window->currentPanel()->findChild<QPushButton *>(QStringLiteral("runButton"));
        QVERIFY2(run->toolTip().contains(QStringLiteral("on this machine")), qPrintable(run->toolTip()));
        auto *epochs = opened.window->currentPanel()->findChild<QSpinBox *>(QStringLiteral("epochs"));
        const int before = epochs->value();
        auto *line = epochs->findChild<QLineEdit *>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QString::number(100 * before));
        const std::optional<double> longer = LearntTimes::expected(project, Part::Training);
        QVERIFY(longer && std::abs(*longer - 100 * all) < 1e-6 * 100 * all);
        QVERIFY(run->toolTip().contains(QStringLiteral("on this machine")));

        // A run that is stopped early is not taken for a short one.
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_VERIFY(!opened.session().engine().jobs().isEmpty());
        QTest::qWait(300);
        for (Job *job : opened.session().engine().jobs())
            job->requestStop(StopKind::Keep);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isIdle(), patience);
        QVERIFY(static_cast<int>(project.training->history.size()) < 100 * before);
        QVERIFY(LearntTimes::expected(project, Part::Training).value_or(0) > 5 * all);
    }

    /// Another window of the same user knows it; it is said before the first run.
    void isToldBeforeTheFirstRun()
    {
        const Opened opened;
        const QString folder = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/");
        for (const auto &[name, part] : {std::pair{"expression.tsv.gz", Part::Expression},
                                         {"clinical.tsv", Part::Clinical},
                                         {"model.xml", Part::Model}})
            opened.session().openFile(folder + QLatin1String(name), part);
        QTRY_VERIFY_WITH_TIMEOUT(opened.session().project().cohort && opened.session().project().model &&
                                     opened.isIdle(),
                                 patience);
        opened.window->showPart(Part::Flux);
        bool isSaid = false;
        for (const QLabel *label : opened.window->currentPanel()->findChildren<QLabel *>())
            isSaid =
                isSaid || (label->isVisible() && label->text().contains(QStringLiteral("on this machine")));
        QVERIFY(isSaid);
    }
};

PATHGAN_GUI_TEST(TestLearntTimes)
#include "tst_learnttimes.moc"
