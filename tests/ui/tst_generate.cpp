// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/compute.h"
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/panels/generatepage.h"
#include "ui/panels/tablepane.h"
#include "ui/plots/generatedplot.h"
#include "ui/selection.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>

using namespace pathgan;

namespace {

constexpr int patience = 120'000;

} // namespace

/// The page that generates profiles, used by mouse and keyboard on the example.
class TestGenerate : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void pageOpensByAClick();
    void generatesForAGroup();
    void rowsAndFigureFollow();
    void sameSeedSameProfiles();
    void fromNoise();
    void namedSamples();
    void cancelKeepsWhatIsThere();
    void figureIsExported();

private:
    Session &session() const { return m_window->session(); }
    bool idle() const { return session().engine().jobs().isEmpty(); }
    std::shared_ptr<const GenerateRun> result() const { return session().project().generation; }
    template <class T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    QString text(const char *note) const
    {
        const auto *label = m_page->findChild<QLabel *>(QLatin1String(note) + QStringLiteral("Text"));
        return label ? label->text() : QString();
    }
    void type(const char *key, const QString &text) const
    {
        auto *edit = child<QLineEdit>(key);
        if (auto *box = child<QSpinBox>(key))
            edit = box->findChild<QLineEdit *>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void choose(const char *key, int index) const
    {
        auto *box = child<QComboBox>(key);
        while (box->currentIndex() != index)
            QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    }
    void clickRun() const
    {
        auto *button = child<QPushButton>("generateButton");
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(idle() && button->isEnabled(), patience);
    }

    std::unique_ptr<MainWindow> m_window;
    GeneratePage *m_page = nullptr;
};

void TestGenerate::initTestCase()
{
    isolateSettings();
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    applyTheme(ThemeChoice::Light);
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_page = m_window->findChild<GeneratePage *>();
    QVERIFY(m_page && !child<QPushButton>("generateButton")->isEnabled());
    m_window->openExample();
    QTRY_VERIFY_WITH_TIMEOUT(session().project().has(Part::Groups) && idle(), patience);
    QVERIFY(!session().project().has(Part::Generation)); // only when asked for
}

void TestGenerate::pageOpensByAClick()
{
    m_window->showPart(Part::Training);
    auto *tabs = m_window->currentPanel()->findChild<QTabWidget *>("results");
    const int index = tabs->indexOf(m_page);
    QVERIFY(index >= 0);
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(index).center());
    QVERIFY(m_page->isVisible());
    QVERIFY(text("generateNote").contains("no measurements"));
    QVERIFY(child<QPushButton>("generateButton")->isEnabled());
}

void TestGenerate::generatesForAGroup()
{
    type("generate_profiles", "60");
    auto *column = child<QComboBox>("generate_column");
    choose("generate_column", column->findText("radiation_therapy"));
    auto *group = child<QComboBox>("generate_group");
    QVERIFY(group->isEnabled() && group->count() == 2);
    choose("generate_group", 1);
    QVERIFY(group->currentText().startsWith("YES ("));
    clickRun();
    const auto run = result();
    QVERIFY(run);
    QCOMPARE(run->options.group, std::string("YES"));
    QCOMPARE(run->profiles.size(), 60U);
    const auto &cohort = *session().project().cohort;
    const auto labels = cohort.labels(
        cohort.clinical->columns[std::size_t(cohort.clinical->columnIndex("radiation_therapy"))]);
    for (const std::string &sample : run->conditions) {
        const auto rows = cohort.find({sample});
        QVERIFY(rows && labels[std::size_t(rows->front())] == "YES");
    }
    // What the page says is what the run holds.
    const QString note = text("generateNote");
    for (const QString &part :
         {QStringLiteral("no measurements"), QStringLiteral("no noise inputs"), QStringLiteral("Coverage"),
          QStringLiteral("60 profiles, %1 of them different").arg(run->distinct()),
          QStringLiteral("no unit; higher")})
        QVERIFY2(note.contains(part), qPrintable(note));
    QVERIFY(text("generateState").isEmpty());
    const auto &table = child<TablePane>("generated_reactions")->model();
    QCOMPARE(table.rowCount(), static_cast<int>(run->reactions.size()));
    QCOMPARE(child<TablePane>("generated_profiles")->model().rowCount(), 60);
    for (std::size_t i = 0; i < run->reactions.size(); ++i) {
        const int row = table.rowOfKey(QString::fromStdString(run->reactions[i]));
        QCOMPARE(std::get<double>(table.table().rows[std::size_t(row)][5]), run->byReaction[i].wasserstein);
    }
}

void TestGenerate::rowsAndFigureFollow()
{
    auto *tables = child<QTabWidget>("generatedResults");
    const auto clickTab = [&](int tab) {
        QTest::mouseClick(tables->tabBar(), Qt::LeftButton, {}, tables->tabBar()->tabRect(tab).center());
    };
    clickTab(1);
    auto *pane = child<TablePane>("generated_reactions");
    QTableView &view = pane->view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      view.visualRect(pane->model().index(3, 0)).center());
    const QString reaction = pane->model().keyOfRow(3);
    QCOMPARE(m_window->selection().reaction(), reaction);
    QCOMPARE(child<QComboBox>("generatedReaction")->currentText(), reaction);
    QVERIFY(child<GeneratedPlot>("generatedPlot")->title().endsWith(reaction));
    clickTab(2);
    auto *profiles = child<TablePane>("generated_profiles");
    QTest::mouseClick(profiles->view().viewport(), Qt::LeftButton, {},
                      profiles->view().visualRect(profiles->model().index(0, 0)).center());
    QCOMPARE(m_window->selection().sample(), QString::fromStdString(result()->nearest.front()));
    clickTab(0);
    QVERIFY(child<GeneratedPlot>("generatedPlot")->isVisible());
}

void TestGenerate::sameSeedSameProfiles()
{
    const MatrixD before = result()->fluxes;
    type("generate_seed", "9");
    QVERIFY(text("generateState").contains("Seed"));
    clickRun();
    QVERIFY(text("generateState").isEmpty());
    QVERIFY(result()->fluxes != before);
    type("generate_seed", "1");
    clickRun();
    QVERIFY(result()->fluxes == before);
    // And without the window.
    const auto alone = compute<GenerateStep>(session().project(), session().project().generateOptions);
    QVERIFY(alone && (*alone)->fluxes == before);
}

void TestGenerate::fromNoise()
{
    choose("generate_conditions", 1);
    clickRun();
    QVERIFY(result()->options.conditions == GenerateConditions::Normal);
    QCOMPARE(result()->distinct(), 60U);
    QVERIFY(text("generateNote").contains("no tumour had this expression"));
    choose("generate_conditions", 0);
}

void TestGenerate::namedSamples()
{
    const std::vector<std::string> &samples = session().project().cohort->samples;
    type("generate_samples", QString::fromStdString(samples[4] + ", " + samples[7]));
    QVERIFY(session().project().generateOptions.column.empty());
    QCOMPARE(child<QComboBox>("generate_column")->currentIndex(), 0);
    clickRun();
    QCOMPARE(result()->pool, 2U);
    QCOMPARE(result()->distinct(), 2U);
    QVERIFY(text("generateNote").contains("60 profiles, 2 of them different, from 2 samples"));
    type("generate_samples", {});
}

void TestGenerate::cancelKeepsWhatIsThere()
{
    const auto before = result();
    type("generate_profiles", "100000");
    QTest::mouseClick(child<QPushButton>("generateButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!session().engine().jobs().isEmpty(), patience);
    session().engine().jobs().first()->requestStop(StopKind::Cancel);
    QTRY_VERIFY_WITH_TIMEOUT(idle(), patience);
    QVERIFY(result() == before);
    QVERIFY(child<QPushButton>("generateButton")->isEnabled());
    type("generate_profiles", "60");
}

void TestGenerate::figureIsExported()
{
    auto *plot = child<GeneratedPlot>("generatedPlot");
    QVERIFY(!plot->isEmpty());
    const QTemporaryDir folder;
    const QString path = folder.filePath("figure.svg");
    QVERIFY(plot->exportTo(path, FigureFormat::Svg).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    QVERIFY(svg.contains("Wasserstein-1 distance"));
    QVERIFY(svg.contains("no measurements"));
    QVERIFY(svg.contains("(generate)")); // the step that made it, in the description
    const Table data = plot->data();
    QCOMPARE(data.rows.size(), result()->profiles.size() + result()->realSamples.size());
}

PATHGAN_GUI_TEST(TestGenerate)
#include "tst_generate.moc"
