// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelfiles.h"
#include "tests/support/testmain.h"

#include "core/base/random.h"
#include "core/metabolic/model/model.h"

#include <QtTest>
#include <cmath>

using namespace pathgan;
using modelfiles::tinyModel;

namespace {

QString dataPath(const QString &name)
{
    return QString(PATHGAN_TEST_DATA "/metabolic/") + name;
}
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// path:line:column
bool namesPlace(const Error &error)
{
    return QRegularExpression("/model\\.(xml|json):[1-9]\\d*:[1-9]\\d*(: |$)")
        .match(QString::fromStdString(error.detail))
        .hasMatch();
}

} // namespace

class TestDamagedModels : public QObject
{
    Q_OBJECT

private:
    Result<MetabolicModel> readText(const QByteArray &text, const QString &name = "model.xml")
    {
        return modelfiles::readText(m_folder, text, name);
    }

    QTemporaryDir m_folder;

private slots:
    void malformedSbml_data();
    void malformedSbml();
    void positions();
    void ruleNestedTooDeep();
    void malformedJson_data();
    void malformedJson();
    void badRulesInJson();
    void notModels();
    void cancelled();
    void mutationsNeverCrash();
};

void TestDamagedModels::malformedSbml_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &text, ErrorCode code, const char *detail) {
        QTest::newRow(name) << text << static_cast<int>(code) << QString(detail);
    };
    row("unfinished", tinyModel().left(700), ErrorCode::BadModel, "model.xml:");
    row("wrong end tag", tinyModel().replace("</listOfSpecies>", "</listOfSpecie>"), ErrorCode::BadModel,
        "model.xml:6:");
    row("no model",
        "<?xml version='1.0'?><sbml xmlns='http://www.sbml.org/sbml/level3/version1/core' level='3' "
        "version='1'/>",
        ErrorCode::BadModel, "model.xml:1:");
    row("not SBML", "<?xml version='1.0'?><html><body/></html>", ErrorCode::BadModel, "model.xml:1:");
    row("unknown species", tinyModel({}, "M_b"), ErrorCode::BadModel, "x: M_b");
    row("unknown bound", tinyModel({}, "M_a", "nowhere"), ErrorCode::BadModel, "x: nowhere");
    row("bound not constant", tinyModel({}, "M_a", "free"), ErrorCode::BadModel, "x: free");
    row("bounds crossed", tinyModel({}, "M_a", "lb", "11"), ErrorCode::BadModel,
        "x: lower bound 11 above upper bound 10");
    row("bound not a number", tinyModel({}, "M_a", "lb", "NaN"), ErrorCode::BadModel,
        "x: lower bound is not a number");
    row("species twice",
        tinyModel().replace("</listOfSpecies>",
                            "<species id='M_a' compartment='c' hasOnlySubstanceUnits='false' "
                            "boundaryCondition='false' constant='false'/></listOfSpecies>"),
        ErrorCode::DuplicateName, ": a");
    row("two rules", // crashes libSBML
        tinyModel("\n<fbc:geneProductAssociation><fbc:geneProductRef fbc:geneProduct='G_a'/>"
                  "<fbc:geneProductRef fbc:geneProduct='G_b'/></fbc:geneProductAssociation>"),
        ErrorCode::BadModel, "model.xml:10:72: second rule");
    row("entities", tinyModel().replace("<sbml ", "<!DOCTYPE sbml [<!ENTITY a 'aaaa'>]>\n<sbml "),
        ErrorCode::BadModel, "model.xml:2:1: DOCTYPE");
}

void TestDamagedModels::malformedSbml()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QString, detail);
    const Result<MetabolicModel> model = readText(text);
    QVERIFY(!model);
    QCOMPARE(static_cast<int>(model.error().code), code);
    QVERIFY2(QString::fromStdString(model.error().detail).contains(detail), model.error().detail.c_str());
    QVERIFY2(namesPlace(model.error()), model.error().detail.c_str());
}

void TestDamagedModels::positions()
{
    const Result<MetabolicModel> model = readText(tinyModel({}, "M_b"));
    QVERIFY(!model);
    const Result<MetabolicModel> json =
        readText("{ \"id\": \"x,[\\\"\",\n  \"metabolites\": [],\n \"reactions\": [\n   "
                 "{\"id\":\"r\",\"metabolites\":{}},\n  {\"id\":7} ] }",
                 "model.json");
    QVERIFY(!json);
    QVERIFY2(QString::fromStdString(json.error().detail).endsWith("model.json:5:3: reactions[1]: id"),
             json.error().detail.c_str());
    // path:line:column: reaction: species; the species reference stands in line 9
    const QString detail = QString::fromStdString(model.error().detail);
    QVERIFY2(QRegularExpression("model\\.xml:9:\\d+: x: M_b$").match(detail).hasMatch(), qPrintable(detail));
}

void TestDamagedModels::ruleNestedTooDeep()
{
    const auto nested = [](int depth) {
        QByteArray open, close;
        for (int i = 0; i < depth; ++i) {
            open += i % 2 ? "<fbc:and><fbc:geneProductRef fbc:geneProduct='G_a'/>"
                          : "<fbc:or><fbc:geneProductRef fbc:geneProduct='G_b'/>";
            close.prepend(i % 2 ? "</fbc:and>" : "</fbc:or>");
        }
        return tinyModel("<fbc:geneProductAssociation>" + open +
                         "<fbc:geneProductRef fbc:geneProduct='G_c'/>" + close +
                         "</fbc:geneProductAssociation>");
    };
    const Result<MetabolicModel> fine = readText(nested(200));
    QVERIFY2(fine.ok(), fine ? "" : fine.error().detail.c_str());
    QCOMPARE(fine->reactions[0].rule.nodes().size(), std::size_t(401));
    const Result<MetabolicModel> deep = readText(nested(100000));
    QVERIFY(!deep);
    QCOMPARE(deep.error().code, ErrorCode::BadModel);
    QVERIFY2(QString::fromStdString(deep.error().detail).contains(":9:"), deep.error().detail.c_str());
}

void TestDamagedModels::malformedJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &text, ErrorCode code, const char *detail) {
        QTest::newRow(name) << text << static_cast<int>(code) << QString(detail);
    };
    const QByteArray a = R"({"metabolites":[{"id":"a"}],"reactions":[)";
    row("syntax", "{\"metabolites\": [],\n  \"reactions\": [}", ErrorCode::BadModel, "model.json:2:17");
    row("unfinished", "{\"metabolites\": [", ErrorCode::BadModel, "model.json:1:");
    row("nested 100,000", "{\"metabolites\":" + QByteArray(100000, '['), ErrorCode::BadModel,
        "model.json:1:");
    row("no reactions", R"({"metabolites":[]})", ErrorCode::UnknownFormat, "model.json");
    row("reactions an object", R"({"metabolites":[],"reactions":{}})", ErrorCode::UnknownFormat,
        "model.json");
    row("metabolite without id", R"({"metabolites":[{"id":5}],"reactions":[]})", ErrorCode::BadModel,
        "metabolites[0]: id");
    row("metabolite twice", R"({"metabolites":[{"id":"a"},{"id":"a"}],"reactions":[]})",
        ErrorCode::DuplicateName, "metabolites[1]: a");
    row("reaction a number", a + "5]}", ErrorCode::BadModel, "reactions[0]: id");
    row("reaction twice", a + R"({"id":"r","metabolites":{}},{"id":"r","metabolites":{}}]})",
        ErrorCode::DuplicateName, "reactions[1]: r");
    row("unknown metabolite", a + R"({"id":"r","metabolites":{"b":1}}]})", ErrorCode::BadModel, "r: b");
    row("coefficient no number", a + R"({"id":"r","metabolites":{"a":null}}]})", ErrorCode::BadModel, "r: a");
    row("bounds crossed", a + R"({"id":"r","metabolites":{},"lower_bound":1,"upper_bound":0}]})",
        ErrorCode::BadModel, "r: lower bound 1 above upper bound 0");
    row("bound no number", a + R"({"id":"r","metabolites":{},"lower_bound":[]}]})", ErrorCode::BadModel,
        "r: lower bound is not a number");
    row("bare NaN", a + "\n" + R"({"id":"r","metabolites":{},"lower_bound":NaN}]})", ErrorCode::BadModel,
        "model.json:2:42: NaN is not a number");
    row("key twice", a + R"({"id":"r","metabolites":{"a":1,"a":2}}]})", ErrorCode::BadModel,
        "model.json:1:73: key twice: a");
    row("out of range", a + R"({"id":"r","metabolites":{"a":1e999}}]})", ErrorCode::BadModel,
        "number out of range");
    row("gene without id", R"({"metabolites":[],"reactions":[],"genes":[7]})", ErrorCode::BadModel,
        "genes[0]: id");
    row("gene twice", R"({"metabolites":[],"reactions":[],"genes":[{"id":"g"},{"id":"g"}]})",
        ErrorCode::DuplicateName, "genes[1]: g");
}

void TestDamagedModels::malformedJson()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QString, detail);
    const Result<MetabolicModel> model = readText(text, "model.json");
    QVERIFY(!model);
    QCOMPARE(static_cast<int>(model.error().code), code);
    QVERIFY2(QString::fromStdString(model.error().detail).contains(detail), model.error().detail.c_str());
    QVERIFY2(namesPlace(model.error()), model.error().detail.c_str());
}

void TestDamagedModels::badRulesInJson()
{
    const Result<MetabolicModel> model = readText(R"({"metabolites":[],"genes":[{"id":"g1"}],"reactions":[
        {"id":"r","metabolites":{},"gene_reaction_rule":"g1 and (g2 or"},
        {"id":"s","metabolites":{},"gene_reaction_rule":"g1"}]})",
                                                  "model.json");
    QVERIFY(model.ok());
    QVERIFY(model->reactions[0].rule.isEmpty());
    QVERIFY(!model->reactions[1].rule.isEmpty());
    QCOMPARE(model->genes.size(), std::size_t(1)); // g2 of the refused rule left no trace
    QVERIFY(model->warnings.front().starts_with("gene rule not understood: r: column 14"));
}

void TestDamagedModels::notModels()
{
    QCOMPARE(readModel(m_folder.filePath("nothing.xml").toStdString()).error().code, ErrorCode::FileNotFound);
    QCOMPARE(readText("").error().code, ErrorCode::FileEmpty);
    QCOMPARE(readText(" \n ").error().code, ErrorCode::FileEmpty);
    QCOMPARE(readText("sample\tA\n").error().code, ErrorCode::UnknownFormat);
    QCOMPARE(readText(QByteArray("<a\0b", 4)).error().code, ErrorCode::NotText);
    QCOMPARE(readText(QByteArray("<\0?\0", 4)).error().code, ErrorCode::BadModel); // UTF-16, cut
    QCOMPARE(readText(QByteArray("\xFF\xFE<\0?", 5)).error().code, ErrorCode::NotText);
}

void TestDamagedModels::cancelled()
{
    const auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    const Result<MetabolicModel> model =
        readModel(dataPath("toy_fbc2.xml").toStdString(), TaskContext(control, {}));
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::Cancelled);
}

void TestDamagedModels::mutationsNeverCrash()
{
    const QByteArray sbml = contentOf(dataPath("toy_fbc2.xml")),
                     legacy = contentOf(dataPath("toy_legacy_l2.xml"));
    const QByteArray json = R"~({"metabolites":[{"id":"a","charge":1}],"genes":[{"id":"g"}],"reactions":[
        {"id":"r","metabolites":{"a":-1.5},"gene_reaction_rule":"g or (h and i)","lower_bound":0}]})~";
    Random random(5);
    int read = 0, refused = 0;
    for (int round = 0; round < 600; ++round) {
        QByteArray text = round % 3 == 0 ? sbml : round % 3 == 1 ? legacy : json;
        for (std::uint64_t k = 1 + random.below(5); k-- > 0;) {
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size())));
            switch (random.below(4)) {
            case 0:
                text.remove(at, static_cast<qsizetype>(1 + random.below(20)));
                break;
            case 1:
                text.insert(at, text.mid(static_cast<qsizetype>(random.below(200)), 30));
                break;
            case 2:
                text[at] = static_cast<char>(random.below(256));
                break;
            default:
                text[at] = "<>\"'/{}[]:,0-"[random.below(13)];
                break;
            }
        }
        const Result<MetabolicModel> model = readText(text, "mutant");
        (model ? read : refused) += 1;
        if (!model)
            continue;
        for (const Reaction &reaction : model->reactions) {
            for (const auto &[metabolite, coefficient] : reaction.stoichiometry) {
                QVERIFY(metabolite >= 0 && static_cast<std::size_t>(metabolite) < model->metabolites.size());
                QVERIFY(std::isfinite(coefficient) && coefficient != 0);
            }
            for (const int gene : reaction.rule.genes())
                QVERIFY(gene >= 0 && static_cast<std::size_t>(gene) < model->genes.size());
        }
    }
    QVERIFY(read > 20);
    QVERIFY(refused > 100);
}

PATHGAN_TEST(TestDamagedModels)
#include "tst_damagedmodels.moc"
