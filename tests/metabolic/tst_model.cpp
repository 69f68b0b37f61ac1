// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreference.h"
#include "modelfiles.h"
#include "tests/support/testmain.h"

#include "core/metabolic/io/modelfields_p.h"
#include "core/metabolic/model/medium.h"
#include "core/metabolic/model/model.h"
#include "tests/support/modelsize.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace pathgan;
using modelfiles::tinyModel;

namespace {

QString dataPath(const QString &name)
{
    return QString(PATHGAN_TEST_DATA "/metabolic/") + name;
}
QString sharedPath(const QString &name)
{
    return QString(PATHGAN_SHARED_DATA "/") + name;
}

double number(const QJsonValue &value)
{
    if (value.isString())
        return value.toString() == "inf" ? std::numeric_limits<double>::infinity()
                                         : -std::numeric_limits<double>::infinity();
    return value.toDouble();
}

/// libSBML 5.19's spelling of gene ids in converted FBC 1 files, undone.
QString geneText(QString text)
{
    static const char *digits[] = {"ZERO", "ONE", "TWO",   "THREE", "FOUR",
                                   "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"};
    if (!text.contains("gp_"))
        return text;
    text.replace("gp_", "");
    for (int i = 0; i < 10; ++i)
        text.replace(QString("__%1__").arg(digits[i]), QString::number(i));
    return text;
}

class Comparison
{
public:
    Comparison(const MetabolicModel &model, const QJsonObject &reference)
        : m_model(model), m_reference(reference)
    {}

    QStringList run()
    {
        same("id", QString::fromStdString(m_model.id), m_reference["id"].toString());
        same("name", QString::fromStdString(m_model.name), m_reference["name"].toString());
        objective();
        compartments();
        boundaries();
        metabolites();
        genes();
        reactions();
        groups();
        return m_differences;
    }

private:
    template <class T>
    void same(const QString &what, const T &got, const T &expected)
    {
        if (got != expected && m_differences.size() < 20)
            m_differences << what + ": " + QVariant::fromValue(got).toString() + " instead of " +
                                 QVariant::fromValue(expected).toString();
    }
    static QStringList sorted(const QJsonArray &array)
    {
        QStringList list;
        for (const QJsonValue &value : array)
            list << geneText(value.toString());
        list.sort();
        return list;
    }
    void sameSet(const QString &what, QStringList got, QStringList expected)
    {
        got.sort();
        expected.sort();
        same(what, got.join(' '), expected.join(' '));
    }

    void objective()
    {
        const QJsonObject expected = m_reference["objective"].toObject();
        if (m_model.activeObjective < 0) {
            same("objective", qsizetype(0), expected.size());
            return;
        }
        const ModelObjective &got = m_model.objectives[static_cast<std::size_t>(m_model.activeObjective)];
        same("direction", QString(got.maximise ? "max" : "min"),
             m_reference["objective_direction"].toString());
        same("objective terms", qsizetype(got.coefficients.size()), expected.size());
        for (const auto &[index, coefficient] : got.coefficients) {
            const QString id = reactionId(index);
            same("objective " + id, coefficient, number(expected[id]));
        }
    }

    void compartments()
    {
        QStringList got;
        for (const std::string &compartment : m_model.compartments)
            got << QString::fromStdString(compartment);
        sameSet("compartments", got, m_reference["compartments"].toObject().keys());
    }

    void boundaries()
    {
        QStringList boundary, exchanges, demands, sinks, media;
        for (int i = 0; i < static_cast<int>(m_model.reactions.size()); ++i) {
            if (m_model.isBoundary(i))
                boundary << reactionId(i);
            switch (m_model.boundaryKind(i)) {
            case BoundaryKind::Exchange:
                exchanges << reactionId(i);
                break;
            case BoundaryKind::Demand:
                demands << reactionId(i);
                break;
            case BoundaryKind::Sink:
                sinks << reactionId(i);
                break;
            default:
                break;
            }
        }
        same("boundary", boundary.join(' '),
             QVariant(m_reference["boundary"].toVariant().toStringList().join(' ')).toString());
        same("exchanges", exchanges.join(' '), m_reference["exchanges"].toVariant().toStringList().join(' '));
        same("demands", demands.join(' '), m_reference["demands"].toVariant().toStringList().join(' '));
        same("sinks", sinks.join(' '), m_reference["sinks"].toVariant().toStringList().join(' '));
        const QJsonObject expected = m_reference["medium"].toObject();
        const auto got = medium(m_model);
        same("medium size", qsizetype(got.size()), expected.size());
        for (const auto &[index, limit] : got)
            same("medium " + reactionId(index), limit, number(expected[reactionId(index)]));
    }

    void metabolites()
    {
        const QJsonArray expected = m_reference["metabolites"].toArray();
        same("metabolites", qsizetype(m_model.metabolites.size()), expected.size());
        for (qsizetype i = 0; i < std::min(expected.size(), qsizetype(m_model.metabolites.size())); ++i) {
            const Metabolite &got = m_model.metabolites[static_cast<std::size_t>(i)];
            const QJsonObject item = expected[i].toObject();
            const QString id = item["id"].toString();
            same("metabolite", QString::fromStdString(got.id), id);
            same(id + " name", QString::fromStdString(got.name), item["name"].toString());
            same(id + " compartment", QString::fromStdString(got.compartment),
                 item["compartment"].toString());
            same(id + " formula", QString::fromStdString(got.formula), item["formula"].toString());
            same(id + " charge", got.charge ? QString::number(*got.charge) : QString(),
                 item["charge"].isNull() ? QString() : QString::number(item["charge"].toInt()));
        }
    }

    void genes()
    {
        QStringList got, expected;
        for (const ModelGene &gene : m_model.genes)
            got << QString::fromStdString(gene.id + "=" + (gene.name == gene.id ? "" : gene.name));
        for (const QJsonValue &value : m_reference["genes"].toArray()) {
            const QString id = value["id"].toString(), name = value["name"].toString();
            if (!id.contains(" AND "))
                expected << geneText(id) + "=" + (name == id ? "" : name);
        }
        sameSet("genes", got, expected);
    }

    void reactions()
    {
        const QJsonArray expected = m_reference["reactions"].toArray();
        same("reactions", qsizetype(m_model.reactions.size()), expected.size());
        std::vector<std::string> geneIds;
        for (const ModelGene &gene : m_model.genes)
            geneIds.push_back(gene.id);
        for (qsizetype i = 0; i < std::min(expected.size(), qsizetype(m_model.reactions.size())); ++i)
            reaction(static_cast<int>(i), expected[i].toObject(), geneIds);
    }

    void reaction(int index, const QJsonObject &item, const std::vector<std::string> &geneIds)
    {
        const Reaction &got = m_model.reactions[static_cast<std::size_t>(index)];
        const QString id = item["id"].toString();
        same("reaction", QString::fromStdString(got.id), id);
        same(id + " name", QString::fromStdString(got.name), item["name"].toString());
        same(id + " lower", got.lower, number(item["lb"]));
        same(id + " upper", got.upper, number(item["ub"]));
        same(id + " rule", QString::fromStdString(got.rule.text(geneIds)), geneText(item["gpr"].toString()));
        same(id + " subsystem", QString::fromStdString(got.subsystem), item["subsystem"].toString());
        same(id + " boundary", m_model.isBoundary(index), item["boundary"].toBool());
        QStringList genes;
        for (const int gene : got.rule.genes())
            genes << QString::fromStdString(geneIds[static_cast<std::size_t>(gene)]);
        sameSet(id + " genes", genes, sorted(item["genes"].toArray()));
        const QJsonObject stoichiometry = item["stoichiometry"].toObject();
        same(id + " metabolites", qsizetype(got.stoichiometry.size()), stoichiometry.size());
        for (const auto &[metabolite, coefficient] : got.stoichiometry) {
            const QString name =
                QString::fromStdString(m_model.metabolites[static_cast<std::size_t>(metabolite)].id);
            if (std::abs(coefficient - number(stoichiometry[name])) > 1e-11) // the reference has 12 decimals
                same(id + ' ' + name, coefficient, number(stoichiometry[name]));
        }
    }

    void groups()
    {
        const QJsonArray expected = m_reference["groups"].toArray();
        same("groups", qsizetype(m_model.groups.size()), expected.size());
        for (qsizetype i = 0; i < std::min(expected.size(), qsizetype(m_model.groups.size())); ++i) {
            const ModelGroup &got = m_model.groups[static_cast<std::size_t>(i)];
            const QJsonObject item = expected[i].toObject();
            same("group id", QString::fromStdString(got.id), item["id"].toString());
            same("group name", QString::fromStdString(got.name), item["name"].toString());
            same("group kind", QString::fromStdString(got.kind), item["kind"].toString());
            QStringList members;
            for (const std::string &member : got.members)
                members << QString::fromStdString(member);
            sameSet("members of " + item["id"].toString(), members, sorted(item["members"].toArray()));
        }
    }

    QString reactionId(int index) const
    {
        return QString::fromStdString(m_model.reactions[static_cast<std::size_t>(index)].id);
    }

    const MetabolicModel &m_model;
    const QJsonObject m_reference;
    QStringList m_differences;
};

} // namespace

class TestModel : public QObject
{
    Q_OBJECT

private:
    Result<MetabolicModel> readText(const QByteArray &text, const QString &name = "model.xml")
    {
        return modelfiles::readText(m_folder, text, name);
    }

    QTemporaryDir m_folder;

private slots:
    void ids();
    void asCobrapy_data();
    void asCobrapy();
    void jsonEqualsSbml();
    void objectives();
    void entrezIds();
    void equations();
    void ruleWithManyOperands();
    void annotationsKeepLines();
    void jsonDetails();
    void externalCompartment();
};

void TestModel::ids()
{
    const QJsonArray rows = loadReference(dataPath("ids.json"))["rows"].toArray();
    QVERIFY(rows.size() >= 15);
    for (const QJsonValue &row : rows) {
        const std::string raw = row["raw"].toString().toStdString();
        QCOMPARE(QString::fromStdString(decodeSbmlId(raw, "G_", true)), row["gene"].toString());
        QCOMPARE(QString::fromStdString(decodeSbmlId(raw, "M_")), row["species"].toString());
        QCOMPARE(QString::fromStdString(decodeSbmlId(raw, "R_")), row["reaction"].toString());
    }
    QCOMPARE(decodeSbmlId("R_a__4", "R_"), std::string("a__4")); // no escape: not closed
    QCOMPARE(decodeSbmlId("__", "R_"), std::string("__"));
    QCOMPARE(decodeSbmlId("", "R_"), std::string());
}

void TestModel::asCobrapy_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("reference");
    const QString models = sharedPath("reference/fba/models/"), out = sharedPath("reference/fba/out/");
    QTest::newRow("toy_fbc2") << dataPath("toy_fbc2.xml") << dataPath("read_toy_fbc2.json");
    QTest::newRow("toy_legacy_l2") << dataPath("toy_legacy_l2.xml") << dataPath("read_toy_legacy_l2.json");
    QTest::newRow("textbook") << models + "textbook.xml.gz" << out + "read_textbook.json";
    QTest::newRow("e_coli_core") << models + "e_coli_core.xml.gz" << out + "read_e_coli_core.json";
    QTest::newRow("mini_fbc1") << models + "mini_fbc1.xml" << out + "read_mini_fbc1.json";
    QTest::newRow("mini_fbc2") << models + "mini_fbc2.xml" << out + "read_mini_fbc2.json";
}

void TestModel::asCobrapy()
{
    QFETCH(QString, model);
    QFETCH(QString, reference);
    if (!QFile::exists(model))
        QSKIP("needs the shared data");
    const Result<MetabolicModel> read = readModel(model.toStdString());
    QVERIFY2(read.ok(), read ? "" : read.error().detail.c_str());
    const QJsonObject expected = loadReference(reference);
    QVERIFY(!expected.isEmpty());
    const QStringList differences = Comparison(*read, expected).run();
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join('\n')));
    QCOMPARE(read->sha256.size(), std::size_t(64));
    for (std::size_t i = 0; i < read->reactions.size(); ++i)
        QCOMPARE(read->reactionIndex(read->reactions[i].id), static_cast<int>(i));
    QCOMPARE(read->reactionIndex("no such reaction"), -1);
}

void TestModel::jsonEqualsSbml()
{
    const QString json = sharedPath("models/mini.json"), sbml = sharedPath("models/mini_fbc2.xml");
    if (!QFile::exists(json))
        QSKIP("needs the shared data");
    const Result<MetabolicModel> a = readModel(json.toStdString()), b = readModel(sbml.toStdString());
    QVERIFY(a.ok() && b.ok());
    QCOMPARE(a->reactions.size(), b->reactions.size());
    QCOMPARE(a->objectiveName(), b->objectiveName());
    std::vector<std::string> genesA, genesB;
    for (const ModelGene &gene : a->genes)
        genesA.push_back(gene.id);
    for (const ModelGene &gene : b->genes)
        genesB.push_back(gene.id);
    for (const Reaction &reaction : a->reactions) {
        const int index = b->reactionIndex(reaction.id);
        QVERIFY2(index >= 0, reaction.id.c_str());
        const Reaction &other = b->reactions[static_cast<std::size_t>(index)];
        QCOMPARE(reaction.lower, other.lower);
        QCOMPARE(reaction.upper, other.upper);
        QCOMPARE(reaction.rule.text(genesA), other.rule.text(genesB));
        if (reaction.id != "D_LACt2") // has no species in the SBML file
            QCOMPARE(reaction.stoichiometry.size(), other.stoichiometry.size());
    }
}

void TestModel::objectives()
{
    const Result<MetabolicModel> model = readModel(dataPath("toy_fbc2.xml").toStdString());
    QVERIFY(model.ok());
    QCOMPARE(model->objectives.size(), std::size_t(2));
    QCOMPARE(model->objectives[0].id, std::string("obj_min"));
    QVERIFY(!model->objectives[0].maximise);
    QCOMPARE(model->activeObjective, 1);
    QCOMPARE(model->objectiveName(), std::string("EX_lac__L_e + DM_pyr_c"));
    QCOMPARE(nonZeros(*model), std::size_t(17));
}

void TestModel::entrezIds()
{
    const Result<MetabolicModel> model = readModel(dataPath("toy_fbc2.xml").toStdString());
    QVERIFY(model.ok());
    const auto entrez = [&](const char *id) {
        return model->genes[static_cast<std::size_t>(model->geneIndex(id))].entrez;
    };
    QCOMPARE(entrez("6513_AT1"), 6513);
    QCOMPARE(entrez("10.1"), 10);
    QCOMPARE(entrez("HGNC:4389"), 0);
    QCOMPARE(entrez("0"), 0);

    const QByteArray genes = R"({"id":"j","metabolites":[],"reactions":[],"genes":[
        {"id":"b0008"},{"id":"ENSG00000131480"},{"id":"26_AT"},{"id":"26_ATx"},{"id":"26"},{"id":"1_AT2"},
        {"id":"AOC3","annotation":{"ncbigene":["8639"]}},{"id":"two","annotation":{"ncbigene":["1","2"]}},
        {"id":"99999999999"}]})";
    const Result<MetabolicModel> json = readText(genes, "genes.json");
    QVERIFY2(json.ok(), json ? "" : json.error().detail.c_str());
    std::vector<int> got;
    for (const ModelGene &gene : json->genes)
        got.push_back(gene.entrez);
    QCOMPARE(got, (std::vector<int>{0, 0, 0, 0, 26, 1, 8639, 0, 0}));
}

void TestModel::equations()
{
    const Result<MetabolicModel> model = readModel(dataPath("toy_fbc2.xml").toStdString());
    QVERIFY(model.ok());
    const auto equation = [&](const char *id, bool names = false) {
        return QString::fromStdString(model->equation(model->reactionIndex(id), names));
    };
    QCOMPARE(equation("GLYC"), QString("glc__D_c --> 2 pyr_c"));
    QCOMPARE(equation("LDH"), QString("pyr_c <=> lac__L_c"));
    QCOMPARE(equation("EX_glc__D_e"), QString("glc__D_e <=>"));
    QCOMPARE(equation("GLYC", true), QString("D-Glucose [c] --> 2 Pyruvate [c]"));
    QCOMPARE(equation("NOBOUND"), QString("pyr_c <=> 0.5 wat_e"));
}

void TestModel::ruleWithManyOperands()
{
    QByteArray refs;
    for (int i = 0; i < 5000; ++i)
        refs += "<fbc:geneProductRef fbc:geneProduct='G_" + QByteArray::number(i) + "__46__1'/>";
    const Result<MetabolicModel> model = readText(
        tinyModel("<fbc:geneProductAssociation><fbc:or>" + refs + "</fbc:or></fbc:geneProductAssociation>"));
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->genes.size(), std::size_t(5000)); // used by the rule, listed nowhere
    QCOMPARE(model->genes[4999].id, std::string("4999.1"));
    QCOMPARE(model->reactions[0].rule.nodes().back().value, 5000);

    const Result<MetabolicModel> single =
        readText(tinyModel("<fbc:geneProductAssociation><fbc:or><fbc:and><fbc:geneProductRef "
                           "fbc:geneProduct='G_a'/></fbc:and></fbc:or>"
                           "</fbc:geneProductAssociation>"));
    QVERIFY(single.ok());
    QCOMPARE(single->reactions[0].rule.nodes().size(), std::size_t(1));
}

/// Annotations are left out before libSBML reads: Entrez ids are kept, and errors still name the right line.
void TestModel::annotationsKeepLines()
{
    const QByteArray annotation =
        "<annotation><x:y xmlns:x='u' a='>'><!-- </annotation> -->\n\n</x:y></annotation>";
    QByteArray text = tinyModel({}, "M_b");
    text.replace("boundaryCondition=\"false\" constant=\"false\"/>",
                 "boundaryCondition=\"false\" constant=\"false\">" + annotation + "</species>");
    const Result<MetabolicModel> bad = readText(text);
    QVERIFY(!bad);
    QVERIFY2(QString::fromStdString(bad.error().detail).contains(":11:"), bad.error().detail.c_str());

    const auto product = [](const QByteArray &id, const QByteArray &relation, const QByteArray &resource) {
        return "<fbc:geneProduct metaid='" + id + "' fbc:id='" + id + "' fbc:label='" + id +
               "'><annotation><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
               "xmlns:bqbiol='http://biomodels.net/biology-qualifiers/'><rdf:Description rdf:about='#" +
               id + "'><bqbiol:" + relation + "><rdf:Bag><rdf:li rdf:resource='" + resource +
               "'/></rdf:Bag></bqbiol:" + relation +
               "></rdf:Description></rdf:RDF></annotation></fbc:geneProduct>";
    };
    text = tinyModel();
    text.replace("</model>", "<fbc:listOfGeneProducts>" +
                                 product("G_s", "is", "http://identifiers.org/ncbigene/8639") +
                                 product("G_t", "isEncodedBy", "urn:miriam:ncbigene:26") +
                                 product("G_u", "isHomologTo", "http://identifiers.org/ncbigene/5") +
                                 product("G_7_AT1", "is", "http://identifiers.org/uniprot/P12345") +
                                 "</fbc:listOfGeneProducts></model>");
    const Result<MetabolicModel> model = readText(text);
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->genes.size(), std::size_t(4));
    QCOMPARE(model->genes[0].entrez, 8639);
    QCOMPARE(model->genes[1].entrez, 26);
    QCOMPARE(model->genes[2].entrez, 0);
    QCOMPARE(model->genes[3].entrez, 7);
}

void TestModel::jsonDetails()
{
    const Result<MetabolicModel> model =
        readText(R"({"id":"m","name":"Model","compartments":{"c":"cytosol","e":""},
        "metabolites":[{"id":"a_c","compartment":"c","charge":-2,"formula":"C6"},{"id":"a_e","compartment":"e"}],
        "genes":[{"id":"g1","name":"G1"}],
        "reactions":[{"id":"EX_a_e","metabolites":{"a_e":-1},"lower_bound":-5,"upper_bound":"inf",
                      "annotation":{"sbo":"SBO:0000627"}},
                     {"id":"t","metabolites":{"a_e":-1,"a_c":1},"gene_reaction_rule":"g1 and g2",
                      "objective_coefficient":2,"subsystem":"Transport"}],
        "groups":[{"id":"p","name":"P","kind":"partonomy","members":[{"id":"t"},"EX_a_e"]}]})",
                 "model.json");
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->metabolites[0].charge, std::optional<int>(-2));
    QVERIFY(!model->metabolites[1].charge);
    QCOMPARE(model->genes.size(), std::size_t(2));
    QCOMPARE(model->reactions[0].sboTerm, 627);
    QVERIFY(std::isinf(model->reactions[0].upper));
    QCOMPARE(model->boundaryKind(0), BoundaryKind::Exchange);
    QCOMPARE(model->externalCompartment(), std::string("e"));
    QCOMPARE(model->objectiveName(), std::string("t"));
    QCOMPARE(model->objectives[0].coefficients[0].second, 2.0);
    QCOMPARE(model->groups[0].members, (std::vector<std::string>{"t", "EX_a_e"}));
}

/// Damaged files end in an error or in a model whose indices hold, never in a crash.
void TestModel::externalCompartment()
{
    MetabolicModel model;
    model.compartments = {"c", "x", "out"};
    model.metabolites = {{"a", "", "c", "", {}, {}}, {"b", "", "x", "", {}, {}}};
    model.reactions.resize(3);
    model.reactions[0].stoichiometry = {{0, -1}};
    model.reactions[1].stoichiometry = {{1, -1}};
    model.reactions[2].stoichiometry = {{1, 1}};
    model.buildIndex();
    QCOMPARE(model.externalCompartment(), std::string("out")); // by its id
    model.compartments = {"c", "x"};
    model.buildIndex();
    QCOMPARE(model.externalCompartment(), std::string("x")); // most boundary reactions
    model.compartments = {"e", "out", "c", "x"};
    model.buildIndex();
    QCOMPARE(model.externalCompartment(), std::string("x")); // two ids say so: count decides
    model.reactions.clear();
    model.buildIndex();
    QCOMPARE(model.externalCompartment(), std::string());
}

PATHGAN_TEST(TestModel)
#include "tst_model.moc"
