// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/exportall.h"
#include "ui/inspector.h"
#include "ui/mainwindow.h"
#include "ui/panels/optionsform.h"
#include "ui/panels/steppanel.h"
#include "ui/rail.h"
#include "ui/theme.h"
#include "ui/workflow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include <set>

using namespace pathgan;

namespace {

constexpr int patience = 120'000;

/// Rows of a form that are no field of its table.
const std::set<std::string> &otherRows()
{
    static const std::set<std::string> rows = {"allow_low_coverage", "group_counts", "reaction_list",
                                               "relative_reason"};
    return rows;
}

void expectRange(const OptionField &field, const QWidget *control)
{
    const double scale = field.key == "gimme_quantile" ? 100 : 1; // shown as a percentile
    if (const auto *box = qobject_cast<const QSpinBox *>(control)) {
        QCOMPARE(static_cast<std::uint64_t>(box->minimum()), field.integers.least);
        QCOMPARE(static_cast<std::uint64_t>(box->maximum()), field.integers.most);
    } else if (const auto *number = qobject_cast<const QDoubleSpinBox *>(control)) {
        QCOMPARE(number->minimum(), scale * field.range.least);
        QCOMPARE(number->maximum(), scale * field.range.most);
        QCOMPARE(number->suffix().trimmed().toStdString(), field.unit);
    } else if (const auto *words = qobject_cast<const QComboBox *>(control);
               words && field.kind == OptionKind::Word) {
        QVERIFY(words->count() > 1);
        for (int i = 0; i < words->count(); ++i)
            QVERIFY(field.accepts(words->itemData(i).toString().toStdString()));
    }
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

/// Forms, the tables of options that they edit, and what becomes of a result when they are edited.
class TestOptionsForms : public QObject
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
        m_window->openExample();
        QTRY_VERIFY_WITH_TIMEOUT(session().project().has(Part::Groups) && idle(), patience);
        session().run(Part::ModelCheck);
        QTRY_VERIFY_WITH_TIMEOUT(session().project().modelCheck && idle(), patience);
    }

    void cleanupTestCase() { m_window.reset(); }

    void rowsAreOfTheTable()
    {
        const auto forms = m_window->findChildren<OptionsForm *>();
        QCOMPARE(forms.size(), 10); // reading, model analyses, model check, generating, six steps
        for (const OptionsForm *form : forms) {
            for (const std::string &key : form->keys()) {
                const OptionField *field = form->table().find(key);
                QVERIFY2(field || otherRows().count(key) > 0, key.c_str());
                if (!field)
                    continue;
                const QWidget *control = form->control(key.c_str());
                QVERIFY(control);
                QCOMPARE(control->objectName().toStdString(), key);
                QVERIFY(form->labelOf(key).toStdString() != key);
                expectRange(*field, control);
                if (QTest::currentTestFailed())
                    qFatal("%s", key.c_str());
            }
        }
    }

    void editsAreNamed_data()
    {
        QTest::addColumn<Part>("part");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("label");
        QTest::newRow("flux") << Part::Flux << "growth_fraction"
                              << "0.5"
                              << "Growth kept";
        QTest::newRow("flux text") << Part::Flux << "objective"
                                   << "ATPM"
                                   << "Objective";
        QTest::newRow("train") << Part::Training << "epochs"
                               << "7"
                               << "Epochs";
        QTest::newRow("train seed") << Part::Training << "seed"
                                    << "12"
                                    << "Seed";
        QTest::newRow("explain") << Part::Explanation << "shap_background"
                                 << "31"
                                 << "Background";
        QTest::newRow("enrich") << Part::Enrichment << "top_genes"
                                << "77"
                                << "Top genes";
        QTest::newRow("stress") << Part::Stress << "catalase_capacity"
                                << "3.5"
                                << "Catalase";
    }

    void editsAreNamed()
    {
        QFETCH(const Part, part);
        QFETCH(const QString, key);
        QFETCH(const QString, typed);
        QFETCH(const QString, label);
        m_window->showPart(part);
        QWidget *field = m_window->currentPanel()->findChild<QWidget *>(key);
        QVERIFY(field);
        open(field);
        auto *edit = qobject_cast<QLineEdit *>(field);
        auto *box = qobject_cast<QAbstractSpinBox *>(field);
        const auto *number = qobject_cast<QDoubleSpinBox *>(field);
        const auto *whole = qobject_cast<QSpinBox *>(field);
        const QString before = edit ? edit->text() : whole ? whole->cleanText() : number->cleanText();
        QVERIFY(before != typed);
        QCOMPARE(stepState(session(), part), StepState::Done);
        type(edit ? edit : box->findChild<QLineEdit *>(), typed);
        QCOMPARE(stepState(session(), part), StepState::Differs);
        QVERIFY2(note().contains(label) && note().contains(typed), qPrintable(note()));
        QVERIFY2(
            note().contains(before.isEmpty() ? QString("not given") : QLocale().toString(before.toDouble())),
            qPrintable(note()));
        type(edit ? edit : box->findChild<QLineEdit *>(), before);
        QCOMPARE(stepState(session(), part), StepState::Done);
        QVERIFY2(note().isEmpty(), qPrintable(note()));
    }

    void choicesAreNamed_data()
    {
        QTest::addColumn<Part>("part");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("label");
        QTest::newRow("rule") << Part::Flux << "rule"
                              << "Expression rule";
        QTest::newRow("reactions") << Part::Flux << "reactions"
                                   << "Reactions";
        QTest::newRow("critic") << Part::Training << "target_scale"
                                << "Target scale";
        QTest::newRow("output") << Part::Explanation << "explain_reaction"
                                << "Output";
        QTest::newRow("background") << Part::Enrichment << "enrich_background"
                                    << "Background";
        QTest::newRow("test") << Part::Groups << "group_test"
                              << "Test";
        QTest::newRow("column") << Part::Groups << "group_column"
                                << "Column";
        QTest::newRow("within") << Part::Groups << "within_column"
                                << "Again within";
    }

    void choicesAreNamed()
    {
        QFETCH(const Part, part);
        QFETCH(const QString, key);
        QFETCH(const QString, label);
        m_window->showPart(part);
        auto *box = m_window->currentPanel()->findChild<QComboBox *>(key);
        QVERIFY(box);
        open(box);
        const int before = box->currentIndex();
        const bool isLast = before == box->count() - 1;
        QCOMPARE(stepState(session(), part), StepState::Done);
        QTest::keyClick(box, isLast ? Qt::Key_Up : Qt::Key_Down);
        QVERIFY(box->currentIndex() != before);
        QCOMPARE(stepState(session(), part), StepState::Differs);
        QVERIFY2(note().contains(label + QStringLiteral(" is now")), qPrintable(note()));
        QTest::keyClick(box, isLast ? Qt::Key_Down : Qt::Key_Up);
        QCOMPARE(box->currentIndex(), before);
        QCOMPARE(stepState(session(), part), StepState::Done);
        QVERIFY2(note().isEmpty(), qPrintable(note()));
    }

    void samplesAreChosenAtOnce()
    {
        m_window->showPart(Part::Explanation);
        auto *list = m_window->currentPanel()->findChild<QListWidget *>(QStringLiteral("explain_samples"));
        QVERIFY(list && list->count() > 2);
        const auto click = [list](Qt::KeyboardModifiers keys) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, keys,
                              list->visualItemRect(list->item(1)).center());
        };
        click({});
        QCOMPARE(session().options().explain.samples,
                 std::vector<std::string>{list->item(1)->text().toStdString()});
        QVERIFY2(note().contains(QStringLiteral("Samples is now ") + list->item(1)->text()),
                 qPrintable(note()));
        click(Qt::ControlModifier);
        QVERIFY(session().options().explain.samples.empty());
        QVERIFY(note().isEmpty());
    }

    /// Four settings: three are told.
    void manySettingsAreCounted()
    {
        m_window->showPart(Part::Enrichment);
        const EnrichOptions before = session().options().enrich;
        for (const char *key : {"top_genes", "permutations", "minimum_set_size", "maximum_set_size"}) {
            auto *box = m_window->currentPanel()->findChild<QSpinBox *>(QString::fromLatin1(key));
            box->setValue(box->value() + 1);
        }
        QVERIFY2(note().contains("and 1 more") && note().contains("Smallest set") &&
                     !note().contains("Largest set"),
                 qPrintable(note()));
        session().setOptions<EnrichStep>(before);
        emit session().optionsChanged(); // as when a project is opened
        QVERIFY(note().isEmpty());
        QCOMPARE(m_window->currentPanel()->findChild<QSpinBox *>("top_genes")->value(), before.topGenes);
    }

    /// What is computed from something out of date says so; a new input is named.
    void inputsAreNamed()
    {
        m_window->showPart(Part::Flux);
        auto *box = m_window->currentPanel()->findChild<QDoubleSpinBox *>("growth_fraction");
        const double before = box->value();
        box->setValue(0.4);
        m_window->showPart(Part::Training);
        QVERIFY2(note().contains("Out of date itself: fluxes"), qPrintable(note()));
        box->setValue(before);
        QVERIFY(note().isEmpty());
    }

    void modelCheckIsNamed()
    {
        auto *box = m_window->findChild<QCheckBox *>(QStringLiteral("check_fluxes"));
        const auto *text = m_window->findChild<QLabel *>(QStringLiteral("checkNoteText"));
        QVERIFY(box && text);
        box->click();
        QVERIFY2(text->text().contains("linear programs is now off, this result has on"),
                 qPrintable(text->text()));
        box->click();
        QVERIFY2(!text->text().contains("is now"), qPrintable(text->text()));
    }

    void presetSetsAllButTheSeed()
    {
        m_window->showPart(Part::Training);
        const GanOptions before = session().options().gan;
        auto *preset = m_window->currentPanel()->findChild<QComboBox *>("preset");
        preset->setCurrentIndex(preset->findData("paper"));
        GanOptions paper = GanOptions::fromPreset(GanPreset::Paper);
        paper.seed = before.seed;
        QVERIFY(differences(paper, session().options().gan).empty());
        QCOMPARE(m_window->currentPanel()->findChild<QSpinBox *>("patience")->value(), paper.patience);
        session().setOptions<TrainStep>(before);
        emit session().optionsChanged();
        QCOMPARE(preset->currentData().toString(), QStringLiteral("quick"));
    }

    void badValuesAreMarked()
    {
        m_window->showPart(Part::Enrichment);
        auto *smallest = m_window->currentPanel()->findChild<QSpinBox *>("minimum_set_size");
        const auto *run = m_window->currentPanel()->findChild<QPushButton *>("runButton");
        const int before = smallest->value();
        smallest->setValue(90'000);
        QVERIFY(!run->isEnabled());
        int marked = 0;
        for (const char *key : {"minimum_set_size", "maximum_set_size"})
            marked += m_window->currentPanel()->findChild<QSpinBox *>(key)->property("wrong").toBool();
        QCOMPARE(marked, 1);
        smallest->setValue(before);
        QVERIFY(run->isEnabled() && !smallest->property("wrong").toBool());
    }

    /// The inspector and the manifest tell of the run, whatever the form says meanwhile.
    void resultsTellTheirOwnOptions()
    {
        m_window->showPart(Part::Training);
        auto *epochs = m_window->currentPanel()->findChild<QSpinBox *>("epochs");
        const int before = epochs->value();
        const auto provenance = session().project().provenance(Part::Training);
        epochs->setValue(before + 13);
        const auto *inspector = m_window->findChild<Inspector *>();
        QTRY_VERIFY2(inspector->text().contains(QString::fromStdString(provenance->key).left(12)),
                     qPrintable(inspector->text()));
        QVERIFY2(inspector->text().contains("Computed ") && inspector->text().contains("PathGAN ") &&
                     inspector->text().contains(QStringLiteral("seed %1").arg(*provenance->seed)),
                 qPrintable(inspector->text()));

        QTemporaryDir folder;
        auto *task = new ExportAll(session(), folder.path(), this);
        QSignalSpy finished(task, &ExportAll::finished);
        task->start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        const QJsonObject manifest = readJson(folder.filePath("manifest.json"));
        QCOMPARE(manifest["options"].toObject()["epochs"].toInt(), before);
        const QJsonObject train = manifest["results"].toObject()["train"].toObject();
        QVERIFY(train["out_of_date"].toBool());
        QCOMPARE(train["key"].toString().toStdString(), provenance->key);
        // Every file beside it is one of those it names, and the other way round.
        QStringList files = QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        files.removeAll(QStringLiteral("manifest.json"));
        files.sort();
        QStringList named = manifest["files_sha256"].toObject().keys();
        named.sort();
        QCOMPARE(files, named);
        QVERIFY(files.contains("network.pt") && files.contains("flux.tsv"));
        QVERIFY(!files.filter(QStringLiteral(".svg")).isEmpty());
        epochs->setValue(before);
    }

private:
    Session &session() const { return m_window->session(); }
    bool idle() const { return session().engine().jobs().isEmpty(); }
    /// Above the results of the panel on screen.
    QString note() const
    {
        return m_window->currentPanel()->findChild<QLabel *>(QStringLiteral("staleNoteText"))->text();
    }
    /// The section that holds the control, by a click.
    void open(const QWidget *control) const
    {
        const QWidget *page = control->parentWidget();
        if (control->isVisible() || !page->objectName().endsWith(QLatin1String("Page")))
            return;
        QTest::mouseClick(m_window->currentPanel()->findChild<QToolButton *>(page->objectName().chopped(4)),
                          Qt::LeftButton);
    }
    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    std::unique_ptr<MainWindow> m_window;
};

PATHGAN_GUI_TEST(TestOptionsForms)
#include "tst_optionsforms.moc"
