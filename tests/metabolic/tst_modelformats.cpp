// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelfiles.h"
#include "tests/support/testmain.h"

#include "core/base/random.h"
#include "core/metabolic/fba/fba.h"

#include <QStringConverter>
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

QByteArray inUtf16(const QByteArray &text, QStringConverter::Encoding encoding, bool withMark)
{
    QStringEncoder encoder(encoding,
                           withMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(QString::fromUtf8(text));
}

double optimumOf(const MetabolicModel &model)
{
    const Result<FluxSolution> solution = fba(model, FbaOptions());
    return solution ? solution->objectiveValue : std::nan("");
}

QStringList annotationsOf(const Metabolite &metabolite)
{
    QStringList list;
    for (const Annotation &one : metabolite.annotations)
        list << QString::fromStdString(one.database + "=" + one.id);
    list.sort();
    return list;
}

} // namespace

class TestModelFormats : public QObject
{
    Q_OBJECT

private:
    Result<MetabolicModel> read(const QByteArray &text, const QString &name = "model.yml")
    {
        return modelfiles::readText(m_folder, text, name);
    }
    QTemporaryDir m_folder;

private slots:
    void cobrapyFiles();
    void raven();
    void yamlErrors_data();
    void yamlErrors();
    void encodings();
    void infinity();
    void sbmlAnnotations();
    void badRules_data();
    void badRules();
    void noObjective();
    void damagedYamlNeverCrashes();
};

namespace {

const QByteArray smallJson =
    R"({"metabolites":[{"id":"A_c","annotation":[["kegg.compound","C00051"],["is","https://identifiers.org/CHEBI:16856"]]}],
 "genes":[{"id":"g1"}],"reactions":[
 {"id":"EX","metabolites":{"A_c":1},"lower_bound":-Infinity,"upper_bound":12},
 {"id":"bio","metabolites":{"A_c":-1},"lower_bound":0,"upper_bound":Infinity,"objective_coefficient":1}]})";

const QByteArray ravenYaml = R"(---
!!omap
- metaData:
    id: "Toy"
    name: "RAVEN's layout"
- metabolites:
  - !!omap
    - id: "m1c"
    - name: "glutathione"
    - compartment: "c"
    - formula: "C10H16N3O6S"
    - charge: -1
    - inchis: "1S/CH4/h1H4"
    - annotation: !!omap
      - kegg.compound: "C00051"
      - chebi:
        - "CHEBI:57925"
        - 16856
- reactions:
  - !!omap
    - id: "EX1"
    - name: "uptake"
    - metabolites: !!omap
      - m1c: 1
    - lower_bound: 0
    - upper_bound: 7
    - gene_reaction_rule: "ENSG00000001084 and ENSG00000023909"
    - subsystem:
      - "Transport"
      - "Exchange"
  - !!omap
    - id: "BIO"
    - metabolites: !!omap
      - m1c: -2
    - lower_bound: 0
    - upper_bound: .inf
    - objective_coefficient: 1
- genes:
  - !!omap
    - id: "ENSG00000001084"
    - name: "GCLC"
- compartments: !!omap
  - c: "Cytosol"
)";

} // namespace

void TestModelFormats::cobrapyFiles()
{
    for (const char *name : {"yaml/toy_cobrapy.yml", "yaml/toy_cobrapy.json"}) {
        const Result<MetabolicModel> model = readModel(dataPath(name).toStdString());
        QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
        const Result<MetabolicModel> source = readModel(dataPath("mat/toy_cobra.mat").toStdString());
        QVERIFY(source.ok());
        QCOMPARE(model->reactions.size(), source->reactions.size());
        for (std::size_t i = 0; i < model->reactions.size(); ++i) {
            const Reaction &got = model->reactions[i], &expected = source->reactions[i];
            QCOMPARE(got.id, expected.id);
            QCOMPARE(got.lower, expected.lower);
            QCOMPARE(got.upper, got.id == "EX_lac(e)" ? HUGE_VAL : expected.upper);
            QCOMPARE(got.stoichiometry, expected.stoichiometry);
            QCOMPARE(got.rule.genes(), expected.rule.genes());
            QCOMPARE(got.subsystem, expected.subsystem);
        }
        for (std::size_t i = 0; i < model->metabolites.size(); ++i) {
            QCOMPARE(annotationsOf(model->metabolites[i]).filter("kegg"),
                     annotationsOf(source->metabolites[i]).filter("kegg"));
            QCOMPARE(model->metabolites[i].charge.value_or(99), i == 5 ? -1 : *source->metabolites[i].charge);
        }
        QVERIFY(std::abs(optimumOf(*model) - 8) < 1e-9);
    }
}

void TestModelFormats::raven()
{
    const Result<MetabolicModel> model = read(ravenYaml);
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->id, std::string("Toy"));
    QCOMPARE(annotationsOf(model->metabolites[0]),
             QStringList({"chebi=CHEBI:16856", "chebi=CHEBI:57925", "inchi=InChI=1S/CH4/h1H4",
                          "kegg.compound=C00051"}));
    QCOMPARE(model->metabolites[0].charge.value_or(99), -1);
    QCOMPARE(model->reactions[0].subsystem, std::string("Transport"));
    QCOMPARE(model->reactions[1].upper, HUGE_VAL);
    QCOMPARE(model->genes.size(), std::size_t(2)); // one only in the rule
    QCOMPARE(model->genes[0].name, std::string("GCLC"));
    QCOMPARE(optimumOf(*model), 3.5);
    QCOMPARE(read(QByteArray(ravenYaml).replace("!!omap", "")).ok(), true); // lists of single entries
}

void TestModelFormats::yamlErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *from, const char *to, const char *detail) {
        QTest::newRow(name) << QByteArray(ravenYaml).replace(from, to) << QString(detail);
    };
    row("NaN", "lower_bound: 0\n    - upper_bound: 7", "lower_bound: .nan\n    - upper_bound: 7",
        "model.yml:20:5: reactions[0]: EX1: lower bound is not a number");
    row("crossed", "upper_bound: .inf", "upper_bound: -3",
        "model.yml:31:5: reactions[1]: BIO: lower bound 0 above upper bound -3");
    row("unknown metabolite", "- m1c: -2", "- m2c: -2", "model.yml:31:5: reactions[1]: BIO: m2c");
    row("key twice", "- name: \"uptake\"", "- id: \"again\"", "model.yml:22:7: key twice: id");
    row("syntax", "id: \"EX1\"", "id: \"EX1", "model.yml:");
    row("unknown alias", "id: \"EX1\"", "id: *nothing", "model.yml:21:11: ");
}

void TestModelFormats::yamlErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    const Result<MetabolicModel> model = read(text);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadModel);
    QVERIFY2(QString::fromStdString(model.error().detail).contains(detail), model.error().detail.c_str());
}

void TestModelFormats::encodings()
{
    const QByteArray sbml = contentOf(dataPath("toy_fbc2.xml"));
    const Result<MetabolicModel> plain = read(sbml, "plain.xml");
    QVERIFY(plain.ok());
    const QByteArray declared = QByteArray(sbml).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    QVERIFY(declared != sbml);
    QList<QByteArray> texts = {"\xEF\xBB\xBF" + sbml};
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE})
        for (const bool withMark : {true, false})
            texts << inUtf16(declared, encoding, withMark);
    for (const QByteArray &text : texts) {
        const Result<MetabolicModel> model = read(text, "model.xml");
        QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
        QCOMPARE(model->reactions.size(), plain->reactions.size());
        QCOMPARE(model->metabolites[0].name, plain->metabolites[0].name);
        QCOMPARE(optimumOf(*model), optimumOf(*plain));
    }
    for (const QByteArray &text :
         {QByteArray("\xEF\xBB\xBF" + smallJson), inUtf16(smallJson, QStringConverter::Utf16LE, true),
          inUtf16(smallJson, QStringConverter::Utf16BE, false)})
        QCOMPARE(optimumOf(*read(text, "model.json")), 12.0);
}

void TestModelFormats::infinity()
{
    const Result<MetabolicModel> model = read(smallJson, "model.json");
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->reactions[0].lower, -HUGE_VAL);
    QCOMPARE(model->reactions[1].upper, HUGE_VAL);
    QCOMPARE(optimumOf(*model), 12.0);
    QCOMPARE(annotationsOf(model->metabolites[0]),
             QStringList({"chebi=CHEBI:16856", "kegg.compound=C00051"}));
    // in a text the word is left alone
    const Result<MetabolicModel> named =
        read(QByteArray(smallJson).replace("\"id\":\"EX\"", "\"id\":\"EX\",\"name\":\"to Infinity, NaN\""),
             "n.json");
    QVERIFY(named.ok());
    QCOMPARE(named->reactions[0].name, std::string("to Infinity, NaN"));
}

void TestModelFormats::sbmlAnnotations()
{
    const QByteArray rdf =
        R"(<annotation><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:bqbiol="http://biomodels.net/biology-qualifiers/"><rdf:Description rdf:about="#a"><bqbiol:is><rdf:Bag>
<rdf:li rdf:resource="http://identifiers.org/chebi/CHEBI:16856"/>
<rdf:li rdf:resource="https://identifiers.org/kegg.compound:C00051"/>
<rdf:li rdf:resource="urn:miriam:obo.chebi:CHEBI%3A57925"/>
<rdf:li rdf:resource="https://identifiers.org/inchikey:RWSXRVCMGQZWBV-WDSKDSINSA-N"/>
<rdf:li rdf:resource="http://identifiers.org/inchi/InChI=1S/CH4/h1H4"/>
</rdf:Bag></bqbiol:is><bqbiol:isPartOf><rdf:Bag><rdf:li rdf:resource="http://identifiers.org/chebi/CHEBI:1"/>
</rdf:Bag></bqbiol:isPartOf></rdf:Description></rdf:RDF></annotation></species>)";
    QByteArray text = tinyModel();
    const qsizetype species = text.indexOf("<species id=\"M_a\"");
    text.replace(text.indexOf("/>", species), 2, " metaid=\"a\">" + rdf);
    const Result<MetabolicModel> model = read(text, "model.xml");
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(annotationsOf(model->metabolites[0]),
             QStringList({"chebi=CHEBI:16856", "chebi=CHEBI:57925", "inchi=InChI=1S/CH4/h1H4",
                          "inchikey=RWSXRVCMGQZWBV-WDSKDSINSA-N", "kegg.compound=C00051"}));
}

void TestModelFormats::badRules_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("place"); // empty: understood, as by COBRApy
    const auto row = [](const char *rule, const char *place) {
        QTest::newRow(rule) << QByteArray(rule) << QString(place);
    };
    row("(A1 and B1", "column 11: end of rule");
    row("A1 and B1)", "column 10: )");
    row("A1 B1", "column 4: B1");
    row("A1, B1", "column 1: A1,");
    row("A1,B1", "column 1: A1,B1");
    row("A1 / B1", "column 4: /");
    row("A1 + B1", "column 4: +");
    row("A1 and", "column 7: end of rule");
    row("or A1", "column 1: or");
    row("A1 and and B1", "column 8: and");
    row("()", "column 2: )");
    row("A1 &", "column 5: end of rule");
    row("not A1", "column 5: A1");
    row("A1 & B1", "");
    row("A1 | B1", "");
    row("A1 AND (B1 OR A1)", "");
    row("A1.1 or HGNC:4389", "");
}

void TestModelFormats::badRules()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, place);
    const QByteArray json = R"({"metabolites":[{"id":"a"}],"reactions":[{"id":"EX","metabolites":{"a":1},)"
                            R"("gene_reaction_rule":")" +
                            rule + R"("}]})";
    const QByteArray yaml = "metabolites:\n- id: a\nreactions:\n- id: EX\n  metabolites:\n    a: 1\n"
                            "  gene_reaction_rule: '" +
                            rule + "'\n";
    for (const auto &[text, name] : {std::pair(json, "model.json"), std::pair(yaml, "model.yml")}) {
        const Result<MetabolicModel> model = read(text, name);
        QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
        const std::string wanted = "gene rule not understood: EX: " + place.toStdString();
        QCOMPARE(model->reactions[0].rule.isEmpty(), !place.isEmpty());
        QCOMPARE(model->genes.empty(), !place.isEmpty());
        QCOMPARE(std::count(model->warnings.begin(), model->warnings.end(), wanted), place.isEmpty() ? 0 : 1);
    }
}

void TestModelFormats::noObjective()
{
    const Result<MetabolicModel> model =
        read(QByteArray(smallJson).replace(",\"objective_coefficient\":1", ""), "model.json");
    QVERIFY(model.ok());
    QCOMPARE(model->warnings, std::vector<std::string>{"no active objective"});
    QVERIFY(!FbaOptions().checkObjective(*model));
    FbaOptions chosen;
    chosen.objective = 0;
    QVERIFY(chosen.checkObjective(*model).ok());
}

void TestModelFormats::damagedYamlNeverCrashes()
{
    Random random(3);
    int readCount = 0, refused = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray text = ravenYaml;
        if (round % 8 == 0)
            text.truncate(static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size()))));
        for (std::uint64_t k = 1 + random.below(4); k-- > 0 && !text.isEmpty();) {
            const auto at = static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(text.size())));
            if (random.below(3) == 0)
                text.remove(at, static_cast<qsizetype>(1 + random.below(10)));
            else if (random.below(2) == 0)
                text[at] = "&*!-:[]{}\"'#|>%\n \t"[random.below(18)];
            else
                text[at] = static_cast<char>(random.below(256));
        }
        const Result<MetabolicModel> model = read(text);
        (model ? readCount : refused) += 1;
    }
    QVERIFY(readCount > 10);
    QVERIFY(refused > 50);
    QVERIFY(!read("metabolites: " + QByteArray(100000, '['))); // nested too deep
}

PATHGAN_TEST(TestModelFormats)
#include "tst_modelformats.moc"
