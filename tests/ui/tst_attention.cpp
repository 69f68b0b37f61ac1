// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/examplewindow.h"
#include "tests/support/testmain.h"
#include "ui/panel.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/attentionheatmap.h"
#include "ui/plots/attentionplot.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

#include <map>
#include <memory>

using namespace pathgan;

namespace {

constexpr int patience = 120'000;

void clickTab(QTabWidget &tabs, const QString &title)
{
    for (int i = 0; i < tabs.count(); ++i)
        if (tabs.tabText(i).remove(QLatin1Char('&')) == title)
            QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {}, tabs.tabBar()->tabRect(i).center());
}

/// Numbers of a figure's table by the text in its first column.
std::map<std::string, double> numbers(const Plot &plot)
{
    std::map<std::string, double> out;
    for (const std::vector<Cell> &row : plot.data().rows)
        out[std::get<std::string>(row[0])] = std::get<double>(row[1]);
    return out;
}

} // namespace

/// The page of attention, used as a reader would: by mouse and keys on the example.
class TestAttention : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_window = exampleWindow({1360, 860});
        QVERIFY(m_window);
        m_window->showPart(Part::Training);
        auto *results = m_window->currentPanel()->findChild<QTabWidget *>("results");
        QVERIFY(results);
        clickTab(*results, "Attention");
        m_page = m_window->currentPanel()->findChild<QWidget *>("attentionPage");
        QVERIFY(m_page && m_page->isVisible());
    }

    void cleanupTestCase() { m_window.reset(); }

    void saysWhatAttentionIsNot()
    {
        const auto *note = m_page->findChild<QLabel *>("attentionNoteText");
        QVERIFY(note && note->isVisible() && note->text().contains("not attribution"));
        QVERIFY(bars().isVisible());
    }

    /// The bars of a group are the mean of the bars of its samples.
    void aGroupIsTheMeanOfItsSamples()
    {
        auto *samples = m_page->findChild<QComboBox *>("attentionSamples");
        const auto labels = labelsOf("radiation_therapy");
        std::map<std::string, double> sum;
        int count = 0;
        for (int i = 0; i < samples->count(); ++i) {
            const auto label = labels.find(samples->itemText(i).toStdString());
            if (label == labels.end() || label->second != "YES")
                continue;
            choose(*samples, i);
            for (const auto &[pathway, share] : numbers(bars()))
                sum[pathway] += share;
            ++count;
        }
        QVERIFY(count > 2);
        choose(*samples, samples->findText("YES"));
        double total = 0;
        for (const auto &[pathway, share] : numbers(bars())) {
            QVERIFY(std::abs(share - sum[pathway] / count) < 1e-9);
            total += share;
        }
        QVERIFY(std::abs(total - 1) < 1e-5);
        QVERIFY(!m_page->findChild<QComboBox *>("attentionHead")->isEnabled());
        choose(*samples, 0);
        QVERIFY(m_page->findChild<QComboBox *>("attentionHead")->isEnabled());
    }

    /// A click on a cell chooses the pathway that is read; each head has its own picture.
    void aClickChoosesAPathway()
    {
        auto *tabs = m_page->findChild<QTabWidget *>("attentionTabs");
        clickTab(*tabs, "Between pathways");
        auto *pairs = m_page->findChild<AttentionHeatMap *>();
        QVERIFY(pairs->isVisible());
        const Table all = pairs->data();
        auto *head = m_page->findChild<QComboBox *>("attentionHead");
        choose(*head, 1);
        QVERIFY(pairs->data().rows != all.rows);
        choose(*head, 0);
        QVERIFY(pairs->data().rows == all.rows);
        QSignalSpy chosen(pairs, &Plot::markClicked);
        QTest::qWait(50);
        auto *canvas = pairs->findChild<QWidget *>("canvas");
        QTest::mouseClick(canvas, Qt::LeftButton, {}, {canvas->width() / 2, canvas->height() / 3});
        QCOMPARE(chosen.count(), 1);
        const std::string name = chosen[0][0].value<Mark>().name.toStdString();
        QVERIFY(std::find(all.header.begin(), all.header.end(), name) != all.header.end());
    }

    void groupsAreComparedInATable()
    {
        clickTab(*m_page->findChild<QTabWidget *>("attentionTabs"), "Groups");
        auto *table = m_page->findChild<TablePane *>("attention_groups");
        QVERIFY(table->isVisible());
        const auto shown = [&] {
            QStringList titles;
            for (int i = 0; i < table->model().columnCount(); ++i)
                titles << table->model().headerData(i, Qt::Horizontal).toString();
            return titles.join(QLatin1Char('|'));
        };
        QVERIFY2(shown().contains("mean: NO (n = ") && shown().contains("mean: YES (n = "),
                 qPrintable(shown()));
        QCOMPARE(table->model().rowCount(), static_cast<int>(numbers(bars()).size()));
        auto *column = m_page->findChild<QComboBox *>("attentionColumn");
        choose(*column, column->findText("gender"));
        QVERIFY2(shown().contains("mean: FEMALE (n = "), qPrintable(shown()));
    }

private:
    AttentionPlot &bars() const { return *m_page->findChild<AttentionPlot *>(); }
    /// By keys, as a user who tabs to the box.
    void choose(QComboBox &box, int index) const
    {
        box.setFocus();
        while (box.currentIndex() != index)
            QTest::keyClick(&box, box.currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    }
    std::map<std::string, std::string> labelsOf(const std::string &column) const
    {
        const Cohort &cohort = *m_window->session().project().cohort;
        const int index = cohort.clinical->columnIndex(column);
        const auto labels = cohort.labels(cohort.clinical->columns[static_cast<std::size_t>(index)]);
        std::map<std::string, std::string> out;
        for (std::size_t i = 0; i < labels.size(); ++i)
            out[cohort.samples[i]] = labels[i];
        return out;
    }

    std::unique_ptr<MainWindow> m_window;
    QWidget *m_page = nullptr;
};

PATHGAN_GUI_TEST(TestAttention)
#include "tst_attention.moc"
