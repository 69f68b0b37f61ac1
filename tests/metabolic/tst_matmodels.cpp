// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelfiles.h"
#include "tests/support/testmain.h"

#include "core/base/random.h"
#include "core/metabolic/fba/fba.h"
#include "core/metabolic/model/model.h"
#include "tests/support/modelsize.h"

#include <QtTest>
#include <cmath>

using namespace pathgan;

namespace {

QString dataPath(const QString &name)
{
    return QString(PATHGAN_TEST_DATA "/metabolic/mat/") + name;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "GLYC [0, 1000] glc[c]:-1 pyr[c]:2 | 8639.1 and …", a line for each reaction.
QStringList reactionLines(const MetabolicModel &model)
{
    std::vector<std::string> genes;
    for (const ModelGene &gene : model.genes)
        genes.push_back(gene.id);
    QStringList lines;
    for (const Reaction &one : model.reactions) {
        QString line =
            QString("%1 [%2, %3]").arg(QString::fromStdString(one.id)).arg(one.lower).arg(one.upper);
        for (const auto &[metabolite, coefficient] : one.stoichiometry)
            line +=
                QString(" %1:%2")
                    .arg(QString::fromStdString(model.metabolites[static_cast<std::size_t>(metabolite)].id))
                    .arg(coefficient);
        lines << line + " | " + QString::fromStdString(one.rule.text(genes));
    }
    return lines;
}

QStringList annotationsOf(const Metabolite &metabolite)
{
    QStringList list;
    for (const Annotation &one : metabolite.annotations)
        list << QString::fromStdString(one.database + "=" + one.id);
    return list;
}

double optimumOf(const MetabolicModel &model)
{
    const Result<FluxSolution> solution = fba(model, FbaOptions());
    return solution ? solution->objectiveValue : std::nan("");
}

const QStringList toyReactions = {"EX_glc(e) [-10, 1000] glc[e]:-1 | ",
                                  "GLCt [-1000, 1000] glc[e]:-1 glc[c]:1 | 6513.1",
                                  "GLYC [0, 1000] glc[c]:-1 pyr[c]:2 | 8639.1 and (10.1 or HGNC:4389)",
                                  "LDH [-1000, 1000] pyr[c]:-1 lac[c]:1 | 10.1",
                                  "LACt [-1000, 1000] lac[c]:-1 lac[e]:1 | ",
                                  "EX_lac(e) [0, 1000] lac[e]:-1 | ",
                                  "GTHS [0, 2] gthrd[c]:1 | ",
                                  "biomass [0, 1000] pyr[c]:-1.5 gthrd[c]:-0.25 | "};

} // namespace

class TestMatModels : public QObject
{
    Q_OBJECT

private slots:
    void cobraStructure_data();
    void cobraStructure();
    void cobraAnnotations();
    void raven();
    void packed();
    void inconsistent_data();
    void inconsistent();
    void warned();
    void humanGem();
    void damagedFilesNeverCrash();

private:
    QTemporaryDir m_folder;
};

void TestMatModels::cobraStructure_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("optimum");
    QTest::addColumn<int>("charge"); // of glutathione; 99: none
    QTest::newRow("COBRA Toolbox") << "toy_cobra.mat" << 8.0 << 99;
    QTest::newRow("version 7.3") << "toy_v73.mat" << 8.0 << 99;
    QTest::newRow("dense, rules by number, minimised") << "toy_dense.mat" << -8.0 << -2;
}

void TestMatModels::cobraStructure()
{
    QFETCH(QString, name);
    QFETCH(double, optimum);
    QFETCH(int, charge);
    const Result<MetabolicModel> model = readModel(dataPath(name).toStdString());
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(reactionLines(*model), toyReactions);
    QCOMPARE(QString::fromStdString(model->objectiveName()), QString("biomass"));
    QCOMPARE(model->externalCompartment(), std::string("e"));
    QCOMPARE(model->metabolites[2].compartment, std::string("c"));
    QCOMPARE(model->metabolites[2].formula, std::string("C3H3O3"));
    QCOMPARE(model->metabolites[2].charge.value_or(99), -1);
    QCOMPARE(model->metabolites[5].charge.value_or(99), charge);
    QCOMPARE(model->genes.size(), std::size_t(4));
    QCOMPARE(model->genes[1].entrez, 8639);
    QCOMPARE(model->reactions[2].subsystem, std::string("Glycolysis"));
    QCOMPARE(model->groups.size(), std::size_t(4));
    QVERIFY(model->warnings.empty());
    QVERIFY2(std::abs(optimumOf(*model) - optimum) < 1e-9, qPrintable(QString::number(optimumOf(*model))));
}

void TestMatModels::cobraAnnotations()
{
    for (const char *name : {"toy_cobra.mat", "toy_v73.mat"}) {
        const Result<MetabolicModel> model = readModel(dataPath(name).toStdString());
        QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
        QCOMPARE(model->id, std::string("toy"));
        QCOMPARE(model->name, std::string("Toy for tests"));
        QCOMPARE(
            annotationsOf(model->metabolites[2]),
            QStringList({"kegg.compound=C00022", "chebi=CHEBI:15361",
                         "inchi=InChI=1S/C3H4O3/c1-2(4)3(5)6/h1H3,(H,5,6)/p-1", "metanetx.chemical=MNXM23"}));
        QCOMPARE(annotationsOf(model->metabolites[5]),
                 QStringList({"kegg.compound=C00051", "chebi=CHEBI:57925", "chebi=CHEBI:16856",
                              "metanetx.chemical=MNXM57", "inchikey=RWSXRVCMGQZWBV-WDSKDSINSA-M"}));
        QCOMPARE(model->genes[0].name, std::string("SLC2A1"));
        QCOMPARE(model->genes[3].entrez, 0);
    }
}

void TestMatModels::raven()
{
    const Result<MetabolicModel> model = readModel(dataPath("toy_raven.mat").toStdString());
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QStringList expected = toyReactions;
    expected.replaceInStrings("glc[e]", "m1e").replaceInStrings("glc[c]", "m1c");
    expected.replaceInStrings("pyr[c]", "m2c").replaceInStrings("lac[c]", "m3c");
    expected.replaceInStrings("lac[e]", "m3e").replaceInStrings("gthrd[c]", "m4c");
    expected.replaceInStrings("6513.1", "ENSG00000117394");
    expected[2] = "GLYC [0, 1000] m1c:-1 m2c:2 | ENSG00000100983 and (ENSG00000001084 or ENSG00000104687)";
    expected[3] = "LDH [-1000, 1000] m2c:-1 m3c:1 | ";
    QCOMPARE(reactionLines(*model), expected); // lactate outside of the system is not balanced
    QCOMPARE(model->metabolites[4].compartment, std::string("e"));
    QCOMPARE(model->genes[3].name, std::string("GSR"));
    QCOMPARE(model->genes[3].entrez, 0); // not told by the file
    QCOMPARE(annotationsOf(model->metabolites[5]),
             QStringList({"kegg.compound=C00051", "chebi=CHEBI:57925"}));
    QCOMPARE(annotationsOf(model->metabolites[2]),
             QStringList("inchi=InChI=1S/C3H4O3/c1-2(4)3(5)6/h1H3,(H,5,6)/p-1"));
    QCOMPARE(model->reactions[2].subsystem, std::string("Glycolysis"));
    QCOMPARE(model->groups[3].name, std::string("Sugar"));
    QCOMPARE(model->warnings, std::vector<std::string>{"boundary metabolites left out: 1"});
    QVERIFY(std::abs(optimumOf(*model) - 8) < 1e-9);
}

void TestMatModels::packed()
{
    const Result<MetabolicModel> model = readModel(dataPath("toy_cobra.mat.gz").toStdString());
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(reactionLines(*model), toyReactions);
}

void TestMatModels::inconsistent_data()
{
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *detail) { QTest::newRow(name) << QString(detail); };
    row("short_lb", "lb: 7 x 1, not 8 x 1");
    row("nan_lb", "lb(4): LDH: lower bound is not a number");
    row("nan_ub", "ub(5): LACt: upper bound is not a number");
    row("crossed", "lb(7): GTHS: lower bound 5 above upper bound 2");
    row("narrow_S", "rxns: 8 entries, not 7");
    row("infinite_S", "S(2,3): GLYC: glc[c]: inf");
    row("twice", "rxns(8): GLCt");
    row("no_id", "mets(1): empty");
    row("right_side", "b(3): pyr[c]: 5, not 0");
    row("sense", "csense(3): pyr[c]: L, not E");
    row("compartment", "metComps(3): pyr[c]: 3");
    row("bad_names", "rxnNames: 5 entries, not 8");
    row("no_rxns", "S: empty");
    row("text_c", "c(1): not a number");
    row("missing_mets", "mets: missing");
    row("no_model", "no variable with the fields S and rxns");
}

void TestMatModels::inconsistent()
{
    QFETCH(QString, detail);
    const QString name = QString(QTest::currentDataTag()) + ".mat";
    const Result<MetabolicModel> model = readModel(dataPath("bad/" + name).toStdString());
    QVERIFY(!model);
    QVERIFY2(QString::fromStdString(model.error().detail).endsWith(name + ": " + detail),
             model.error().detail.c_str());
}

/// What is no reason to refuse a model is said.
void TestMatModels::warned()
{
    const auto read = [](const char *name) {
        Result<MetabolicModel> model = readModel(dataPath(name).toStdString());
        return model ? std::move(*model) : MetabolicModel();
    };
    using Texts = std::vector<std::string>;
    QCOMPARE(read("bad/rules.mat").warnings, Texts({"gene rule not understood: GLYC: column 2: x9",
                                                    "gene rule not understood: LDH: column 7: end of rule"}));
    QCOMPARE(read("bad/no_objective.mat").warnings, Texts{"no active objective"});
    QCOMPARE(read("bad/kegg_short.mat").warnings, Texts{"field of another length left out: metKEGGID"});
    QCOMPARE(read("bad/two_models.mat").warnings, Texts{"further model in the file: second"});
    QCOMPARE(reactionLines(read("bad/cell_lb.mat")), toyReactions); // numbers in cells
}

/// Every cut, and changed bytes: what is written in version 5 is checked before matio sees it.
void TestMatModels::damagedFilesNeverCrash()
{
    Random random(11);
    int read = 0, refused = 0;
    const auto attempt = [&](const QByteArray &bytes) {
        const Result<MetabolicModel> model = modelfiles::readText(m_folder, bytes, "mutant.mat");
        (model ? read : refused) += 1;
        for (const Reaction &one : model ? model->reactions : std::vector<Reaction>())
            for (const auto &[metabolite, coefficient] : one.stoichiometry)
                QVERIFY(static_cast<std::size_t>(metabolite) < model->metabolites.size() &&
                        std::isfinite(coefficient));
    };
    for (const char *name : {"toy_dense.mat", "toy_cobra.mat", "toy_raven.mat"}) {
        const QByteArray good = contentOf(dataPath(name));
        for (qsizetype size = 0; size < good.size(); size += 1 + size / 40)
            attempt(good.left(size));
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = good;
            for (std::uint64_t k = 1 + random.below(4); k-- > 0;) {
                const auto at =
                    static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())));
                bytes[at] = static_cast<char>(random.below(2) ? random.below(256) : random.below(20));
            }
            attempt(bytes);
        }
    }
    QVERIFY2(read > 20, qPrintable(QString::number(read)));
    QVERIFY2(refused > 300, qPrintable(QString::number(refused)));
}

void TestMatModels::humanGem()
{
    const std::string path = PATHGAN_SHARED_DATA "/human_gem/Human-GEM.mat";
    if (!QFileInfo::exists(QString::fromStdString(path)))
        QSKIP("Human-GEM is not there");
    const Result<MetabolicModel> model = readModel(path);
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    QCOMPARE(model->reactions.size(), std::size_t(12971));
    QCOMPARE(model->metabolites.size(), std::size_t(8455));
    QCOMPARE(model->genes.size(), std::size_t(2887));
    QCOMPARE(nonZeros(*model), std::size_t(55442));
    QCOMPARE(model->genes[2].name, std::string("GCLC"));
    QCOMPARE(model->externalCompartment(), std::string("e"));
    QVERIFY(model->warnings.empty());
    QVERIFY(std::abs(optimumOf(*model) - 124.868148) < 1e-5); // COBRApy 0.32.1 with GLPK
}

PATHGAN_TEST(TestMatModels)
#include "tst_matmodels.moc"
