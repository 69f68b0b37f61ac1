// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/stepfacts.h"
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/exportall.h"
#include "ui/mainwindow.h"
#include "ui/panel.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

#include <map>
#include <set>

using namespace pathgan;

namespace {

constexpr int patience = 300'000;

/// Keys that the window does not offer, and why.
const std::map<std::string, const char *> &withoutControl()
{
    static const char *const threads = "the window computes on every core";
    static const std::map<std::string, const char *> reasons = {
        {"train_share", "scores of networks can be compared only between equal splits"},
        {"validation_share", "as train_share"},
        {"flux_threads", threads},
        {"shap_threads", threads},
        {"gsea_threads", threads},
        {"stress_threads", threads},
        {"flux_samples", "later steps need every sample of the cohort"},
        {"enrich_background_size", "the choice itself names 20,000 genes, those of Enrichr's web site"},
        {"one_sided", "mean |SHAP| is never negative: only the top of its ranking answers the question"},
        {"interaction_score", "a file is read by STRING's level of high confidence"},
        {"allow_low_coverage", "its row stands only where inputs share too little: ui.panels"},
    };
    return reasons;
}

/// What can be seen only with the paper's rule, which leaves nothing to train on.
const std::set<std::string> ofPaper = {"rule", "paper_reactions", "paper_average"};
const std::set<std::string> ofReading = {"ragged_rows", "not_numbers", "missing_values", "duplicate_genes"};
const std::set<std::string> ofSamples = {"samples", "clinical_id_column"};

/// Typed values that go together; any other number is changed a little.
const std::map<std::string, const char *> &typed()
{
    static const std::map<std::string, const char *> values = {{"epochs", "3"},
                                                               {"patience", "7"},
                                                               {"genes", "300"},
                                                               {"heads", "2"},
                                                               {"hidden", "16"},
                                                               {"token_size", "16"},
                                                               {"token_genes", "4"},
                                                               {"projection", "16"},
                                                               {"channels", "8"},
                                                               {"batches_per_epoch", "2"},
                                                               {"beta1", "0.5"},
                                                               {"critic_steps", "3"},
                                                               {"batch_size", "24"},
                                                               {"shap_draws", "5"},
                                                               {"shap_background", "4"},
                                                               {"permutations", "20"},
                                                               {"minimum_set_size", "5"},
                                                               {"stress_curve_points", "5"},
                                                               {"seed", "12"},
                                                               {"shap_seed", "13"},
                                                               {"gsea_seed", "14"},
                                                               {"objective", "BIOMASS_maintenance"},
                                                               {"test_cohort", "EXB"},
                                                               {"explain_count", "40"}};
    return values;
}

Part panelOf(const std::string &key)
{
    Part part = Part::Expression;
    const auto look = [&](Part of, const OptionTable &table) {
        if (table.find(key))
            part = of;
    };
    look(Part::Flux, FluxOptions::table());
    look(Part::Training, GanOptions::table());
    look(Part::Explanation, ExplainOptions::table());
    look(Part::Enrichment, EnrichOptions::table());
    look(Part::Stress, StressOptions::table());
    look(Part::Groups, GroupOptions::table());
    return part;
}

QJsonValue jsonOf(const OptionValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *whole = std::get_if<std::uint64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    QJsonArray names;
    for (const std::string &name : std::get<std::vector<std::string>>(value))
        names.append(QString::fromStdString(name));
    return names;
}

} // namespace

/// Every option of an analysis: set in the window by mouse and keyboard, run, and read from what Export all
/// writes.
class TestEveryOption : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
        applyTheme(ThemeChoice::Light);
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->resize(1400, 900);
        const QString folder = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/");
        for (const auto &[name, part] : {std::pair{"expression.tsv.gz", Part::Expression},
                                         {"clinical.tsv", Part::Clinical},
                                         {"model.xml", Part::Model},
                                         {"gene_sets.gmt", Part::GeneSets},
                                         {"interactions.tsv", Part::Interactions}})
            session().openFile(folder + QLatin1String(name), part);
        QTRY_VERIFY_WITH_TIMEOUT(session().project().cohort && session().project().interactions && idle(),
                                 patience);
    }

    void cleanupTestCase() { m_window.reset(); }

    void everyKeyIsInOneList()
    {
        for (const OptionField &field : AnalysisOptions::table().fields()) {
            m_window->showPart(panelOf(field.key));
            QVERIFY2((control(field.key) != nullptr) != (withoutControl().count(field.key) > 0) ||
                         field.key == "allow_low_coverage",
                     field.key.c_str());
        }
        for (const auto &[key, reason] : withoutControl())
            QVERIFY2(AnalysisOptions::table().find(key) && *reason, key.c_str());
    }

    /// Inputs first, while nothing is there that a new one would put out of date.
    void inputsAreReadAsChosen()
    {
        for (const OptionField &field : AnalysisOptions::table().fields())
            if (ofReading.contains(field.key) || ofSamples.contains(field.key)) {
                edit(field.key);
                if (QTest::currentTestFailed())
                    return;
            }
        runAll();
        const QJsonObject manifest = exported();
        for (const std::string &key : ofReading)
            QCOMPARE(manifest["inputs"].toObject()["expression"].toObject()["rules"].toObject()[name(key)],
                     now(key));
        for (const std::string &key : ofSamples)
            QCOMPARE(optionsOf(manifest, "cohort")[name(key)], now(key));
    }

    void resultsAreComputedAsChosen()
    {
        edit("shap_nodes");      // of the rule that is there first
        edit("bottleneck_head"); // with one, or without pathways, the relative ranking has no effect
        runAll();
        edit("relative_ranking");
        for (const OptionField &field : AnalysisOptions::table().fields()) {
            if (panelOf(field.key) == Part::Expression || field.key == "shap_nodes" ||
                field.key == "relative_ranking" || field.key == "bottleneck_head" ||
                ofPaper.contains(field.key) || withoutControl().contains(field.key))
                continue;
            edit(field.key);
            if (QTest::currentTestFailed())
                return;
        }
        runAll();
        const QJsonObject manifest = exported();
        for (const OptionField &field : AnalysisOptions::table().fields()) {
            const StepFacts *step = stepOf(panelOf(field.key));
            if (!step)
                continue;
            const QJsonObject options = optionsOf(manifest, step->name);
            QVERIFY2(options.contains(name(field.key)) && options[name(field.key)] == now(field.key),
                     field.key.c_str());
            QVERIFY(!manifest["results"].toObject()[step->name].toObject()["out_of_date"].toBool());
        }
    }

    /// What an exported figure says of its data is of the run that made them.
    void figuresTellTheirRun()
    {
        m_window->showPart(Part::Training);
        auto *epochs = qobject_cast<QSpinBox *>(control("epochs"));
        const int run = epochs->value();
        type(epochs->findChild<QLineEdit *>(), QString::number(run + 20));
        QCOMPARE(session().options().gan.epochs, run + 20);
        exported();
        QFile figure(m_folder->filePath("training_curves.svg"));
        QVERIFY(figure.open(QIODevice::ReadOnly));
        const QByteArray text = figure.readAll();
        const QByteArray described = text.mid(text.indexOf("<desc>"), text.indexOf("</desc>"));
        QVERIFY2(described.contains(" epochs=" + QByteArray::number(run) + ' '), described);
        QVERIFY(!described.contains("epochs=" + QByteArray::number(run + 20)));
        const auto provenance = session().project().provenance(Part::Training);
        QVERIFY(described.contains(QByteArray::fromStdString(provenance->key)));
        type(epochs->findChild<QLineEdit *>(), QString::number(run));
    }

    void paperRuleToo()
    {
        for (const char *key : {"rule", "paper_reactions", "paper_average"}) {
            edit(key);
            if (QTest::currentTestFailed())
                return;
        }
        session().run(Part::Flux);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), patience);
        const QJsonObject options = optionsOf(exported(), "flux");
        for (const std::string &key : ofPaper)
            QCOMPARE(options[name(key)], now(key));
    }

private:
    Session &session() const { return m_window->session(); }
    bool idle() const { return session().engine().jobs().isEmpty(); }
    static QString name(const std::string &key) { return QString::fromStdString(key); }
    QJsonValue now(const std::string &key) const
    {
        return jsonOf(ConstOptionsRef(session().options()).value(*AnalysisOptions::table().find(key)));
    }
    static QJsonObject optionsOf(const QJsonObject &manifest, const char *step)
    {
        return manifest["results"].toObject()[QLatin1String(step)].toObject()["options"].toObject();
    }

    /// In the panel on screen.
    QWidget *control(const std::string &key) const
    {
        const QString object = key == "samples"              ? QStringLiteral("sampleFilter")
                               : key == "clinical_id_column" ? QStringLiteral("clinicalIdColumn")
                                                             : name(key);
        return m_window->currentPanel()->findChild<QWidget *>(object);
    }

    /// The tab and the section that hold the control, by clicks.
    void bringOut(QWidget *control) const
    {
        for (QWidget *page = control; page; page = page->parentWidget())
            for (auto *tabs : m_window->currentPanel()->findChildren<QTabWidget *>())
                if (tabs->indexOf(page) >= 0)
                    tabs->setCurrentIndex(tabs->indexOf(page));
        const QWidget *page = control->parentWidget();
        if (!control->isVisible() && page->objectName().endsWith(QLatin1String("Page")))
            if (auto *section =
                    m_window->currentPanel()->findChild<QToolButton *>(page->objectName().chopped(4)))
                section->click();
    }

    void edit(const std::string &key)
    {
        m_window->showPart(panelOf(key));
        QWidget *field = control(key);
        QVERIFY2(field, key.c_str());
        bringOut(field);
        QVERIFY2(field->isVisible() && field->isEnabled(), key.c_str());
        const QJsonValue before = now(key);
        const auto it = typed().find(key);
        const QString text = it == typed().end() ? QString() : QString::fromLatin1(it->second);
        if (auto *box = qobject_cast<QComboBox *>(field)) {
            const bool isLast = box->currentIndex() == box->count() - 1;
            QTest::keyClick(box, isLast ? Qt::Key_Up : Qt::Key_Down);
        } else if (auto *check = qobject_cast<QCheckBox *>(field)) {
            QTest::keyClick(check, Qt::Key_Space);
        } else if (auto *whole = qobject_cast<QSpinBox *>(field)) {
            type(whole->findChild<QLineEdit *>(),
                 text.isEmpty() ? QString::number(whole->value() + 1) : text);
        } else if (auto *number = qobject_cast<QDoubleSpinBox *>(field)) {
            type(number->findChild<QLineEdit *>(),
                 !text.isEmpty() ? text : QString::number(number->value() > 0 ? 0.5 * number->value() : 1));
        } else if (auto *list = qobject_cast<QListWidget *>(field)) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualItemRect(list->item(1)).center());
        } else {
            type(qobject_cast<QLineEdit *>(field), text);
        }
        QTRY_VERIFY_WITH_TIMEOUT(idle(), patience); // a file is read again
        QVERIFY2(now(key) != before, key.c_str());
        if (!ofReading.contains(key)) // by which files are read again
            undoAndRedo(key, *field, before);
    }

    void undoAndRedo(const std::string &key, QWidget &field, const QJsonValue &before)
    {
        const QJsonValue after = now(key);
        QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), patience);
        QVERIFY2(now(key) == before, key.c_str());
        QTest::keyClick(&field, Qt::Key_Y, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(idle(), patience);
        QVERIFY2(now(key) == after, key.c_str());
        QVERIFY2(field.isVisible(), key.c_str());
    }

    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    void runAll()
    {
        session().runAll();
        QTRY_VERIFY_WITH_TIMEOUT(session().project().has(Part::Groups) && idle(), patience);
    }

    QJsonObject exported()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto *task = new ExportAll(session(), m_folder->path(), this);
        QSignalSpy finished(task, &ExportAll::finished);
        task->start();
        if (!QTest::qWaitFor([&] { return finished.count() == 1; }, patience))
            return {};
        QFile file(m_folder->filePath("manifest.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
};

PATHGAN_GUI_TEST(TestEveryOption)
#include "tst_everyoption.moc"
