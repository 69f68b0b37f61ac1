// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/runcurvesplot.h"

#include <QComboBox>
#include <QTableView>

#include <set>

using namespace pathgan;

/// Training curves of several runs in one figure, out of the history of the Train step.
class TestRunCurves : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }
    void overlaysRuns();

private:
    static QDialog *history(const Opened &opened)
    {
        opened.press(Qt::Key_H);
        QDialog *dialog = nullptr;
        return QTest::qWaitFor([&] {
            return (dialog = opened.window->findChild<QDialog *>(QStringLiteral("historyDialog"))) != nullptr;
        })
                   ? dialog
                   : nullptr;
    }
    static void click(const QDialog &dialog, int row, Qt::KeyboardModifiers keys)
    {
        const QTableView &runs = dialog.findChild<TablePane *>(QStringLiteral("runs"))->view();
        QTest::mouseClick(runs.viewport(), Qt::LeftButton, keys,
                          runs.visualRect(runs.model()->index(row, 1)).center());
    }
    QTemporaryDir m_folder;
};

void TestRunCurves::overlaysRuns()
{
    const QString path = m_folder.filePath(QStringLiteral("curves.pathgan"));
    {
        const Opened opened;
        QVERIFY(opened.saveExample(path));
        QVERIFY(opened.trainsWith(QStringLiteral("5")));
        opened.press(Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(!opened.window->isWindowModified() && opened.isIdle(), patience);
    }
    // Now the values of both lie in the file.
    const Opened opened;
    opened.window->openFiles({path});
    QVERIFY(opened.hasAll());
    opened.window->showPart(Part::Training);
    QDialog *dialog = history(opened);
    QVERIFY(dialog);
    auto *overlay = dialog->findChild<QPushButton *>(QStringLiteral("overlayRunsButton"));
    QVERIFY(overlay && overlay->isVisible() && !overlay->isEnabled());
    click(*dialog, 0, {});
    QVERIFY(!overlay->isEnabled());
    click(*dialog, 1, Qt::ControlModifier);
    QVERIFY(overlay->isEnabled());
    QTest::mouseClick(overlay, Qt::LeftButton);
    RunCurvesPlot *plot = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((plot = opened.window->findChild<RunCurvesPlot *>()), patience);
    QVERIFY(plot->isVisible());
    // Each with its number, its seed, its own curve.
    const Table data = plot->data();
    std::set<std::string> differences;
    std::set<long long> numbers;
    for (const auto &row : data.rows) {
        numbers.insert(std::get<long long>(row[0]));
        differences.insert(std::get<std::string>(row[1]));
    }
    QCOMPARE(numbers, (std::set<long long>{1, 2}));
    QCOMPARE(differences.size(), std::size_t{2});
    const auto run = opened.session().project().training;
    QVERIFY(std::any_of(differences.begin(), differences.end(),
                        [](const std::string &text) { return text.find(" 5") != std::string::npos; }));
    QVERIFY(data.rows.size() >= 2 * run->history.size() / 2 && data.rows.size() > run->history.size());
    // The newer run is shown, and its curve is this one.
    std::size_t epoch = 0;
    for (const auto &row : data.rows)
        if (std::get<long long>(row[0]) == 2)
            QCOMPARE(std::get<double>(row[4]), run->history[epoch++].generatorLoss);
    QCOMPARE(epoch, run->history.size());
    const QString before = plot->summary();
    plot->window()->findChild<QComboBox *>(QStringLiteral("runCurvesLoss"))->setCurrentIndex(1);
    QVERIFY(plot->summary() != before &&
            plot->summary().contains(LossPlot::curveName(1), Qt::CaseInsensitive));
    const QString svg = m_folder.filePath(QStringLiteral("curves.svg"));
    QVERIFY(plot->exportTo(svg, FigureFormat::Svg).ok());
    QFile drawn(svg);
    QVERIFY(drawn.open(QIODevice::ReadOnly));
    const QByteArray text = drawn.readAll();
    QVERIFY(text.contains("Run 1:") && text.contains("Run 2:"));
    QVERIFY(plot->window()->close());
    QVERIFY(dialog->close());
    // Other steps draw no curves.
    opened.window->showPart(Part::Flux);
    QTRY_VERIFY(!opened.window->findChild<QDialog *>(QStringLiteral("historyDialog")));
    dialog = history(opened);
    QVERIFY(dialog && !dialog->findChild<QPushButton *>(QStringLiteral("overlayRunsButton"))->isVisible());
}

PATHGAN_GUI_TEST(TestRunCurves)
#include "tst_runcurves.moc"
