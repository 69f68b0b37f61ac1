// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/fba/fba.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/model/compoundnames_p.h"
#include "core/metabolic/model/compounds_p.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/concepttable.h"
#include "core/metabolic/model/inchikey_p.h"
#include "core/metabolic/model/modelgenes.h"
#include "core/metabolic/model/reactionsets.h"
#include "core/metabolic/stress/stressmodel_p.h"
#include "tests/support/testmain.h"
#include <QtTest>

#include <cmath>
#include <fstream>
#include <map>

using namespace pathgan;

namespace {

/// What databases and other models call a metabolite of the small network.
struct Known
{
    const char *bigg, *vmh, *name, *ravenName, *raven, *metanetx, *kegg, *chebi, *inchiKey, *formula;
    int charge;
};

const Known known[] = {
    {"glc__D", "glc_D", "D-glucose", "glucose", "MAM01965", "MNXM41", "C00031", "CHEBI:17634",
     "WQZGKKKJIJFFOK-GASJEMHNSA-N", "C6H12O6", 0},
    {"o2", "o2", "oxygen", "O2", "MAM02630", "MNXM4", "C00007", "CHEBI:15379", "MYMOFIZGZYHOMD-UHFFFAOYSA-N",
     "O2", 0},
    {"h2o", "h2o", "H2O", "H2O", "MAM02040", "MNXM2", "C00001", "CHEBI:15377", "XLYOFNOQVPJJNP-UHFFFAOYSA-N",
     "H2O", 0},
    {"h2o2", "h2o2", "hydrogen peroxide", "H2O2", "MAM02041", "MNXM22", "C00027", "CHEBI:16240",
     "MHAJPDPJQMAIIY-UHFFFAOYSA-N", "H2O2", 0},
    {"gthrd", "gthrd", "glutathione", "GSH", "MAM02026", "MNXM57", "C00051", "CHEBI:57925",
     "RWSXRVCMGQZWBV-WDSKDSINSA-M", "C10H16N3O6S", -1},
    {"gthox", "gthox", "glutathione disulfide", "GSSG", "MAM02027", "MNXM151", "C00127", "CHEBI:58297",
     "YPZRWBKMTBYPTK-BJDJZHNGSA-L", "C20H30N6O12S2", -2},
    {"nadp", "nadp", "NADP(+)", "NADP+", "MAM02554", "MNXM5", "C00006", "CHEBI:58349",
     "XJLXINKUBYWONI-NNYOXOHSSA-K", "C21H25N7O17P3", -3},
    {"nadph", "nadph", "NADPH", "NADPH", "MAM02555", "MNXM6", "C00005", "CHEBI:57783",
     "ACFIXJIJDZMPPO-NNYOXOHSSA-J", "C21H26N7O17P3", -4},
    {"atp", "atp", "ATP", "ATP", "MAM01371", "MNXM3", "C00002", "CHEBI:30616", "ZKHQWZAMYRWXGA-KQYNXXCUSA-J",
     "C10H12N5O13P3", -4},
    {"adp", "adp", "ADP", "ADP", "MAM01285", "MNXM7", "C00008", "CHEBI:456216", "XTWYTFMLZFPYCI-KQYNXXCUSA-K",
     "C10H12N5O10P2", -3},
    {"pi", "pi", "phosphate", "Pi", "MAM02751", "MNXM9", "C00009", "CHEBI:43474",
     "NBIIXXVUZAFLBC-UHFFFAOYSA-L", "HO4P", -2},
    {"h", "h", "H+", "H+", "MAM02039", "MNXM1", "C00080", "CHEBI:15378", "GPRLSGONYQIRFK-UHFFFAOYSA-N", "H",
     1},
    {"xyl", "xyl", "something else", "something else", "MAM99999", "MNXM999999", "C99999", "CHEBI:999999",
     "AAAAAAAAAAAAAA-UHFFFAOYSA-N", "C5H10O5", 0},
};

const Known &knownOf(std::string_view bigg)
{
    for (const Known &one : known)
        if (bigg == one.bigg)
            return one;
    return known[0];
}

struct Place
{
    const char *compartment, *metanetx, *name;
};
const std::map<std::string, Place> places = {{"c", {"c", "MNXC3", "Cytosol"}},
                                             {"e", {"e", "MNXC2", "Extracellular"}},
                                             {"m", {"m", "MNXC4", "Mitochondria"}}};

enum class Style { Bigg, Vmh, MetaNetX, Raven, Names, Kegg, Chebi, InchiKey, Inchi };

void addMetabolite(MetabolicModel &model, const std::string &bigg, const std::string &place, Style style)
{
    const Known &one = knownOf(bigg);
    const std::string number = std::to_string(model.metabolites.size() + 100);
    Metabolite metabolite;
    metabolite.compartment = style == Style::MetaNetX ? places.at(place).metanetx : place;
    switch (style) {
    case Style::Bigg:
        metabolite.id = bigg + '_' + place;
        break;
    case Style::Vmh:
        metabolite.id = std::string(one.vmh) + '[' + place + ']';
        break;
    case Style::MetaNetX:
        metabolite.id = std::string(one.metanetx) + '@' + metabolite.compartment;
        break;
    case Style::Raven:
        metabolite.id = one.raven + place;
        metabolite.name = one.ravenName;
        metabolite.formula = one.formula;
        metabolite.charge = one.charge;
        break;
    case Style::Names: // s_0750 of yeast-GEM
        metabolite.id = "s_0" + number;
        metabolite.name = std::string(one.name) + " [" + places.at(place).name + ']';
        metabolite.formula = one.formula;
        metabolite.charge = one.charge;
        break;
    case Style::Kegg:
        metabolite.annotations = {{"kegg.compound", one.kegg}};
        break;
    case Style::Chebi:
        metabolite.annotations = {{"chebi", one.chebi}};
        break;
    case Style::InchiKey:
        metabolite.annotations = {{"inchikey", one.inchiKey}};
        break;
    case Style::Inchi:
        break;
    }
    if (metabolite.id.empty())
        metabolite.id = "unit" + number;
    model.metabolites.push_back(std::move(metabolite));
}

/// Growth on glucose, glutathione in cytosol and mitochondrion, a source and sinks of peroxide.
MetabolicModel network(Style style,
                       const std::vector<std::string> &genes = {"GPX1", "GPX4", "GSR", "CAT", "NOX1"})
{
    MetabolicModel model;
    std::map<std::string, int> indexOf;
    const auto add = [&](const char *id, const std::map<std::string, double> &entries, double lower,
                         double upper, const std::vector<std::size_t> &alternatives = {}) {
        Reaction reaction;
        const bool isOwnName = style == Style::Bigg;
        reaction.id = isOwnName ? id : "R" + std::to_string(model.reactions.size());
        reaction.lower = lower;
        reaction.upper = upper;
        for (const auto &[name, coefficient] : entries) {
            const auto [it, isNew] = indexOf.try_emplace(name, static_cast<int>(indexOf.size()));
            if (isNew)
                addMetabolite(model, name.substr(0, name.size() - 2), name.substr(name.size() - 1), style);
            reaction.stoichiometry.emplace_back(it->second, coefficient);
        }
        std::sort(reaction.stoichiometry.begin(), reaction.stoichiometry.end());
        std::string rule;
        for (const std::size_t gene : alternatives)
            rule += (rule.empty() ? "" : " or ") + genes[gene];
        reaction.rule = *GeneRule::parse(rule, [&](std::string_view gene) {
            for (std::size_t i = 0; i < model.genes.size(); ++i)
                if (model.genes[i].id == gene)
                    return static_cast<int>(i);
            model.genes.push_back({std::string(gene), "", 0});
            return static_cast<int>(model.genes.size()) - 1;
        });
        model.reactions.push_back(std::move(reaction));
    };
    add("EX_glc__D_e", {{"glc__D_e", -1}}, -1000, 1000);
    add("GLCt", {{"glc__D_e", -1}, {"glc__D_c", 1}}, -1000, 1000);
    add("PPP", {{"glc__D_c", -1}, {"nadp_c", -12}, {"nadph_c", 12}}, 0, 1000);
    add("ATPS", {{"glc__D_c", -0.1}, {"adp_c", -1}, {"pi_c", -1}, {"h_c", -1}, {"atp_c", 1}, {"h2o_c", 1}}, 0,
        1000);
    add("ATPM", {{"atp_c", -1}, {"h2o_c", -1}, {"adp_c", 1}, {"pi_c", 1}, {"h_c", 1}}, 0, 1000);
    add("BIOMASS", {{"glc__D_c", -1}}, 0, 1000);
    add("EX_o2_e", {{"o2_e", -1}}, -1000, 1000);
    add("O2t", {{"o2_e", -1}, {"o2_c", 1}}, -1000, 1000);
    add("EX_h2o_e", {{"h2o_e", -1}}, -1000, 1000);
    add("H2Ot", {{"h2o_e", -1}, {"h2o_c", 1}}, -1000, 1000);
    add("H2Otm", {{"h2o_m", -1}, {"h2o_c", 1}}, -1000, 1000);
    add("NOX", {{"o2_c", -1}, {"nadph_c", -1}, {"nadp_c", 1}, {"h2o2_c", 1}}, 0, 1000, {4});
    add("GTHPi", {{"h2o2_c", -1}, {"gthrd_c", -2}, {"gthox_c", 1}, {"h2o_c", 2}}, 0, 1000, {0, 1});
    add("GTHPm", {{"h2o2_m", -1}, {"gthrd_m", -2}, {"gthox_m", 1}, {"h2o_m", 2}}, 0, 1000, {1});
    add("GTHOr", {{"gthox_c", -1}, {"nadph_c", -1}, {"nadp_c", 1}, {"gthrd_c", 2}}, 0, 1000, {2});
    add("CAT", {{"h2o2_c", -2}, {"h2o_c", 2}, {"o2_c", 1}}, 0, 1000, {3});
    add("leak", {{"h2o2_c", -1}, {"xyl_c", -1}, {"h2o_c", 1}}, 0, 1000);
    add("XYL", {{"glc__D_c", -1}, {"xyl_c", 1}}, 0, 1000);
    add("H2O2t", {{"h2o2_e", -1}, {"h2o2_c", 1}}, -1000, 1000);
    add("H2O2tm", {{"h2o2_m", -1}, {"h2o2_c", 1}}, -1000, 1000);
    add("GTHRDtm", {{"gthrd_m", -1}, {"gthrd_c", 1}}, -1000, 1000);
    add("GTHOXtm", {{"gthox_m", -1}, {"gthox_c", 1}}, -1000, 1000);
    add("GTHOXte", {{"gthox_c", -1}, {"gthox_e", 1}}, 0, 1000);
    add("EX_gthox_e", {{"gthox_e", -1}}, 0, 1000);
    add("EX_h2o2_e", {{"h2o2_e", -1}}, -1000, 1000);
    for (const auto &[id, place] : places) {
        model.compartments.push_back(style == Style::MetaNetX ? place.metanetx : id);
        model.compartmentNames.push_back(style == Style::Raven ? place.name : "");
    }
    model.objectives = {{"obj", true, {{5, 1.0}}}};
    model.activeObjective = 0;
    model.buildIndex();
    return model;
}

Cohort cohortOf(const std::vector<std::string> &genes)
{
    auto matrix = std::make_shared<ExpressionMatrix>();
    matrix->scale = ExpressionScale::Linear;
    matrix->genes = genes;
    matrix->values.resize(static_cast<Index>(genes.size()), 4);
    for (Index gene = 0; gene < matrix->values.rows(); ++gene)
        for (Index sample = 0; sample < 4; ++sample)
            matrix->values(gene, sample) = static_cast<float>(1 + (gene * 5 + sample * 3) % 7);
    Cohort cohort;
    for (Index sample = 0; sample < 4; ++sample) {
        cohort.samples.push_back("S" + std::to_string(sample));
        cohort.columns.push_back(sample);
    }
    cohort.patients = matrix->samples = cohort.samples;
    cohort.clinicalRows.assign(4, -1);
    cohort.expression = matrix;
    return cohort;
}

const std::vector<std::string> symbols = {"GPX1", "GPX4", "GSR", "CAT", "NOX1"};

} // namespace

class TestModelConcepts : public QObject
{
    Q_OBJECT

private slots:
    void inchiKeys();
    void identifiers();
    void formulas();
    void styles_data();
    void styles();
    void reversedPeroxidase();
    void contradictions();
    void compartments();
    void assignments();
    void files();
    void noGrowthIsAnError();
    void genesOfOtherOrganisms();
    void vitamins();
    void recon3d();
    void humanGem();
};

/// Keys by RDKit 2026.9 of the same InChIs.
void TestModelConcepts::inchiKeys()
{
    QCOMPARE(inchiKey("InChI=1S/C2H5NO2/c3-1-2(4)5/h1,3H2,(H,4,5)"), "DHMQDGOQFOQNFH-UHFFFAOYSA-N");
    QCOMPARE(inchiKey("InChI=1S/C5H9NO2/c7-5(8)4-2-1-3-6-4/h4,6H,1-3H2,(H,7,8)/t4-/m0/s1"),
             "ONIBWKKTOPOVIA-BYPYZUCNSA-N");
    QCOMPARE(inchiKey("InChI=1S/C3H7NO3/c4-2(1-5)3(6)7/h2,5H,1,4H2,(H,6,7)/t2-/m0/s1"),
             "MTCFGRXMJLQNBG-REOHCLBHSA-N");
    QCOMPARE(inchiKey("InChI=1S/C5H14NO/c1-6(2,3)4-5-7/h7H,4-5H2,1-3H3/q+1"), "OEYIOHPDSNJKLS-UHFFFAOYSA-N");
    QCOMPARE(inchiKey("InChI=1S/H2O/h1H2"), "XLYOFNOQVPJJNP-UHFFFAOYSA-N");
    QCOMPARE(inchiKey("InChI=1S/HO2/c1-2/h1H/p-1"), "OUUQCZGPVNCOIJ-UHFFFAOYSA-M");
    QCOMPARE(inchiKey("water"), "");
}

void TestModelConcepts::identifiers()
{
    const auto of = [](const char *database, const char *id) {
        return compoundOfDatabaseId(databaseId(database, id));
    };
    const int reduced = compoundIndex("gthrd"), serine = compoundIndex("ser__L");
    QCOMPARE(of("kegg.compound", "C00051"), reduced);
    QCOMPARE(of("kegg", "cpd:C00051"), reduced);
    QCOMPARE(of("chebi", "16856"), reduced);
    QCOMPARE(of("chebi", "CHEBI:57925"), reduced);
    QCOMPARE(of("hmdb", "HMDB00125"), reduced); // old numbers have five digits
    QCOMPARE(of("hmdb", "HMDB0000125"), reduced);
    QCOMPARE(of("metanetx.chemical", "MNXM57"), reduced);
    QCOMPARE(of("inchi_key", "RWSXRVCMGQZWBV-WDSKDSINSA-M"), reduced); // whatever the protonation
    QCOMPARE(of("inchi", "InChI=1S/C3H7NO3/c4-2(1-5)3(6)7/h2,5H,1,4H2,(H,6,7)/t2-/m0/s1"), serine);
    QCOMPARE(of("inchi", "InChI=1S/C3H7NO3/c4-2(1-5)3(6)7/h2,5H,1,4H2,(H,6,7)/t2-/m1/s1"), -1); // D-serine
    QCOMPARE(of("seed.compound", "cpd00042"), reduced);
    QCOMPARE(of("kegg.compound", "C00740"), -1); // D-serine
    QCOMPARE(of("pubchem", "C00051"), -1);
    QCOMPARE(compoundIndex("glc-D"), compoundIndex("glc__D"));
    QCOMPARE(compoundIndex("glc_DASH_D"), compoundIndex("glc__D"));
    QCOMPARE(compoundOfName("Glutathione (reduced)"), reduced);
    QCOMPARE(compoundOfName("O2-"), compoundIndex("o2s"));
    QCOMPARE(compoundOfName("O2"), compoundIndex("o2"));
    QCOMPARE(compoundOfName("iron(2+)"), compoundIndex("fe2"));
    QCOMPARE(compoundOfName("D-serine"), -1);
}

void TestModelConcepts::formulas()
{
    const auto fit = [](const char *id, const char *formula, std::optional<int> charge) {
        return formulaFit(compounds()[static_cast<std::size_t>(compoundIndex(id))], formula, charge);
    };
    QCOMPARE(fit("gthrd", "C10H16N3O6S", -1), FormulaFit::Same);
    QCOMPARE(fit("gthrd", "C10H17N3O6S", 0), FormulaFit::Same); // protonated
    QCOMPARE(fit("gthrd", "C20H30N6O12S2", -2), FormulaFit::Other);
    QCOMPARE(fit("nadph", "C21H25N7O17P3", -3), FormulaFit::Other); // NADP+
    QCOMPARE(fit("nadph", "C21H30N7O17P3", {}), FormulaFit::Same);
    QCOMPARE(fit("pi", "HO4P", 0), FormulaFit::Same); // as Recon3D of BiGG says
    QCOMPARE(fit("fe3", "Fe", 2), FormulaFit::Near);
    QCOMPARE(fit("o2s", "O2", 0), FormulaFit::Same); // 0 may be no charge given: the name decides
    QCOMPARE(fit("gthrd", "", -1), FormulaFit::Unknown);
    QCOMPARE(fit("gthrd", "C10H16N3O6SR", -1), FormulaFit::Unknown);
}

void TestModelConcepts::styles_data()
{
    QTest::addColumn<int>("style");
    QTest::newRow("VMH ids") << static_cast<int>(Style::Vmh);
    QTest::newRow("MetaNetX ids and compartments") << static_cast<int>(Style::MetaNetX);
    QTest::newRow("RAVEN names and formulas") << static_cast<int>(Style::Raven);
    QTest::newRow("names and formulas") << static_cast<int>(Style::Names);
    QTest::newRow("KEGG only") << static_cast<int>(Style::Kegg);
    QTest::newRow("ChEBI only") << static_cast<int>(Style::Chebi);
    QTest::newRow("InChIKey only") << static_cast<int>(Style::InchiKey);
}

/// The same network in another style: the same compounds, fluxes and survival, bit for bit.
void TestModelConcepts::styles()
{
    QFETCH(int, style);
    const MetabolicModel expected = network(Style::Bigg), model = network(static_cast<Style>(style));
    QCOMPARE(model.metabolites.size(), expected.metabolites.size());
    for (std::size_t i = 0; i < model.metabolites.size(); ++i) {
        const int index = static_cast<int>(i);
        QVERIFY2(model.concepts().compoundOf(index) == expected.concepts().compoundOf(index),
                 expected.metabolites[i].id.c_str());
    }
    QCOMPARE(coreGlutathioneReactions(model), coreGlutathioneReactions(expected));
    QCOMPARE(coreGlutathioneReactions(model).size(), std::size_t(3));
    QCOMPARE(nutrientExchanges(model), nutrientExchanges(expected));
    QCOMPARE(maintenanceReaction(model).reaction, expected.reactionIndex("ATPM"));
    QCOMPARE(exchangeOf(model, "gthox").reaction, expected.reactionIndex("EX_gthox_e"));
    const auto redox = redoxReactions(model), redoxExpected = redoxReactions(expected);
    for (std::size_t i = 0; i < redox.size(); ++i)
        QVERIFY2(redox[i].found.reaction == redoxExpected[i].found.reaction, redox[i].topic.c_str());

    const Cohort cohort = cohortOf(symbols);
    const auto flux = computeFlux(model, cohort, GeneTable::builtIn(), {});
    const auto fluxExpected = computeFlux(expected, cohort, GeneTable::builtIn(), {});
    QVERIFY2(flux.ok(), flux ? "" : flux.error().detail.c_str());
    QVERIFY2(fluxExpected.ok(), fluxExpected ? "" : fluxExpected.error().detail.c_str());
    QVERIFY(fluxExpected->varyingReactions > 0);
    QVERIFY(flux->values == fluxExpected->values);
    const auto stress = simulateStress(model, cohort, GeneTable::builtIn(), nullptr, {});
    const auto stressExpected = simulateStress(expected, cohort, GeneTable::builtIn(), nullptr, {});
    QVERIFY2(stress.ok(), stress ? "" : stress.error().detail.c_str());
    QVERIFY2(stressExpected.ok(), stressExpected ? "" : stressExpected.error().detail.c_str());
    QVERIFY(!stress->distributedMedium);
    QVERIFY(stressExpected->cohortLoad > 0);
    QCOMPARE(stress->cohortLoad, stressExpected->cohortLoad);
    QVERIFY(stress->survival == stressExpected->survival);
}

/// MetaNetX orders sides by id: a peroxidase may be written from right to left.
void TestModelConcepts::reversedPeroxidase()
{
    const MetabolicModel expected = network(Style::Bigg);
    MetabolicModel model = network(Style::MetaNetX);
    for (const char *id : {"GTHPi", "GTHOr", "CAT"}) {
        Reaction &reaction = model.reactions[static_cast<std::size_t>(expected.reactionIndex(id))];
        for (auto &entry : reaction.stoichiometry)
            entry.second = -entry.second;
        reaction.lower = -1000;
        reaction.upper = 0;
    }
    model.buildIndex();
    const Cohort cohort = cohortOf(symbols);
    const auto stress = simulateStress(model, cohort, GeneTable::builtIn(), nullptr, {});
    const auto stressExpected = simulateStress(expected, cohort, GeneTable::builtIn(), nullptr, {});
    QVERIFY(stress.ok() && stressExpected.ok());
    for (std::size_t i = 0; i < stress->samples.size(); ++i)
        QVERIFY(std::abs(stress->tolerance50[i] - stressExpected->tolerance50[i]) < 1e-7);
}

/// Formula and charge rule out what annotation, name and id say; of several the one with more databases.
void TestModelConcepts::contradictions()
{
    MetabolicModel model;
    model.compartments = {"c"};
    const auto add = [&](const char *id, const char *name, const char *formula, std::optional<int> charge,
                         std::vector<Annotation> annotations) {
        Metabolite metabolite;
        metabolite.id = id;
        metabolite.name = name;
        metabolite.compartment = "c";
        metabolite.formula = formula;
        metabolite.charge = charge;
        metabolite.annotations = std::move(annotations);
        model.metabolites.push_back(std::move(metabolite));
    };
    add("gthrd_c", "reduced something", "C6H12O6", 0, {{"kegg.compound", "C00051"}});
    add("true_c", "GSH", "C10H16N3O6S", -1, {});
    add("nadph_c", "NADPH", "C21H25N7O17P3", -3, {});
    add("iron_c", "Fe2+", "Fe", 3, {});
    add("sugar_c", "alpha-D-glucose", "C6H12O6", 0, {{"kegg.compound", "C00267"}});
    add("glc_c", "glucose", "C6H12O6", 0, {});
    add("glc2_c", "a sugar", "C6H12O6", 0, {{"kegg.compound", "C00031"}});
    add("glc3_c", "another", "C6H12O6", 0, {{"kegg.compound", "C00031"}, {"chebi", "CHEBI:4167"}});
    model.buildIndex();
    const ModelConcepts &concepts = model.concepts();
    QCOMPARE(concepts.metabolite("gthrd", "c"), 1);
    QCOMPARE(concepts.foundBy(1), FoundBy::FormulaAndName);
    QCOMPARE(concepts.metabolite("nadph", "c"), -1);
    QCOMPARE(concepts.metabolite("fe2", "c"), -1);
    QCOMPARE(concepts.metabolite("glc__D", "c"), 7);
    QCOMPARE(concepts.foundBy(7), FoundBy::Annotation);
    QCOMPARE(concepts.compoundOf(6), -1);
}

void TestModelConcepts::compartments()
{
    MetabolicModel model;
    model.compartments = {"c", "e", "p", "er", "mm", "m", "n"};
    model.compartmentNames = {
        "cytoplasm",     "extracellular", "peroxisome", "endoplasmic reticulum", "mitochondrial membrane",
        "mitochondrion", "nucleus"};
    model.buildIndex();
    const ModelConcepts &yeast = model.concepts();
    QCOMPARE(yeast.kindOf("p"), CompartmentKind::Peroxisome);
    QCOMPARE(yeast.kindOf("er"), CompartmentKind::Reticulum);
    QCOMPARE(yeast.kindOf("mm"), CompartmentKind::Other);
    QCOMPARE(yeast.compartment(CompartmentKind::Mitochondrion), "m");
    MetabolicModel coli;
    coli.compartments = {"c", "p", "e"};
    coli.buildIndex();
    QCOMPARE(coli.concepts().kindOf("p"), CompartmentKind::Periplasm);
    MetabolicModel other;
    other.compartments = {"C_c", "C_e", "c0"};
    other.buildIndex();
    QCOMPARE(other.concepts().kindOf("C_c"), CompartmentKind::Cytosol);
    QCOMPARE(other.concepts().kindOf("C_e"), CompartmentKind::Extracellular);
}

void TestModelConcepts::assignments()
{
    MetabolicModel model = network(Style::Bigg);
    const int oxidised = model.metaboliteIndex("gthox_c");
    model.metabolites[static_cast<std::size_t>(oxidised)].id = "strange";
    model.buildIndex();
    QCOMPARE(model.concepts().compoundOf(oxidised), -1);
    auto changed = withConcepts(model, {{"gthox", "strange"}, {"maintenance", "ATPS"}});
    QVERIFY(changed.ok());
    QCOMPARE(changed->concepts().compoundOf(oxidised), compoundIndex("gthox"));
    QCOMPARE(changed->concepts().foundBy(oxidised), FoundBy::User);
    QCOMPARE(maintenanceReaction(*changed).reaction, model.reactionIndex("ATPS"));
    changed = withConcepts(*changed, {{"gthrd", "gthrd_m", false}, {"catalase (cytosol)", "CAT", false}});
    QVERIFY(changed.ok());
    QCOMPARE(changed->concepts().compoundOf(model.metaboliteIndex("gthrd_m")), -1);
    QCOMPARE(changed->concepts().compoundOf(model.metaboliteIndex("gthrd_c")), compoundIndex("gthrd"));
    for (const RedoxReaction &role : redoxReactions(*changed))
        QVERIFY(role.topic != "catalase (cytosol)" || role.found.reaction < 0);
    QCOMPARE(withConcepts(model, {{"gthox", "absent"}}).error().code, ErrorCode::UnknownName);
    QCOMPARE(withConcepts(model, {{"sugar", "strange"}}).error().code, ErrorCode::UnknownName);
}

void TestModelConcepts::files()
{
    const QTemporaryDir folder;
    const auto read = [&](const char *text) {
        const std::string path = folder.filePath(QStringLiteral("c.tsv")).toStdString();
        std::ofstream(path) << text;
        return readConcepts(path);
    };
    const auto two = read("# mine\nconcept,name,id\ngthox,GSSG,strange\n\"gthrd\",,!gthrd_m\nh2o,water,\n");
    QVERIFY(two.ok());
    QCOMPARE(two->size(), std::size_t(2));
    QVERIFY((*two)[0] == (ConceptAssignment{"gthox", "strange", true}));
    QVERIFY((*two)[1] == (ConceptAssignment{"gthrd", "gthrd_m", false}));
    const auto again = read(conceptsText(*two).c_str());
    QVERIFY(again.ok() && *again == *two);
    QCOMPARE(read("what\tid\n").error().code, ErrorCode::BadHeader);
    QCOMPARE(read("concept\tid\ngthox\n").error().code, ErrorCode::RaggedRow);
    QCOMPARE(read("\n").error().code, ErrorCode::FileEmpty);
}

void TestModelConcepts::noGrowthIsAnError()
{
    MetabolicModel model = network(Style::Bigg);
    model.reactions[0].lower = 0; // no glucose
    model.buildIndex();
    const auto run = computeFlux(model, cohortOf(symbols), GeneTable::builtIn(), {});
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Infeasible);
    QVERIFY2(run.error().detail.find("physiological") != std::string::npos, run.error().detail.c_str());
}

/// Mouse genes meet mouse rows by name, never human ones by way of the human table.
void TestModelConcepts::genesOfOtherOrganisms()
{
    const std::vector<std::string> mouse = {"Gpx1", "Gpx4", "Gsr", "Cat", "Nox1"};
    const MetabolicModel model = network(Style::Raven, mouse);
    const GeneTable &table = GeneTable::builtIn();
    QVERIFY(!isOfTable(model, table));
    QVERIFY(isOfTable(network(Style::Raven), table));
    const GeneMapping own = mapModelGenes(model, GeneIndex(mouse, table));
    QVERIFY(own.isByName);
    QCOMPARE(own.coverage.matched, std::size_t(5));
    // human Ensembl ids of GPX1 and GSR, human Entrez id of CAT
    const std::vector<std::string> human = {"ENSG00000233276", "ENSG00000104687", "847"};
    QCOMPARE(mapModelGenes(model, GeneIndex(human, table)).coverage.matched, std::size_t(0));
    QCOMPARE(mapModelGenes(network(Style::Raven), GeneIndex(human, table)).coverage.matched, std::size_t(3));
    MetabolicModel numbered = model; // NCBI's numbers of the mouse genes, the symbols as names
    const int entrez[] = {14775, 625249, 14782, 12359, 237038};
    for (MetabolicModel *one : {&numbered})
        for (std::size_t i = 0; i < one->genes.size(); ++i) {
            const auto at = static_cast<std::size_t>(std::find(mouse.begin(), mouse.end(), one->genes[i].id) -
                                                     mouse.begin());
            one->genes[i].name = mouse[at];
            one->genes[i].entrez = entrez[at];
            one->genes[i].id = std::to_string(entrez[at]);
        }
    numbered.buildIndex();
    QVERIFY(!isOfTable(numbered, table));
    QCOMPARE(mapModelGenes(numbered, GeneIndex(mouse, table)).coverage.matched, std::size_t(5));
    QCOMPARE(mapModelGenes(numbered, GeneIndex({"14782", "12359"}, table)).coverage.matched, std::size_t(2));
    QCOMPARE(mapModelGenes(numbered, GeneIndex(human, table)).coverage.matched, std::size_t(0));
}

/// A pool of cofactors in the biomass asks for vitamins, as Human-GEM's does.
void TestModelConcepts::vitamins()
{
    MetabolicModel model = network(Style::Bigg);
    QVERIFY(!needsVitamins(model));
    for (const auto &[id, compartment] : {std::pair{"pool", "c"}, {"lipoate_c", "c"}, {"lipoate_e", "e"}}) {
        Metabolite metabolite;
        metabolite.id = id;
        metabolite.compartment = compartment;
        model.metabolites.push_back(metabolite);
    }
    const auto add = [&](const char *id, double lower, Stoichiometry entries) {
        Reaction reaction;
        reaction.id = id;
        reaction.lower = lower;
        reaction.stoichiometry = std::move(entries);
        model.reactions.push_back(std::move(reaction));
    };
    const int pool = static_cast<int>(model.metabolites.size()) - 3;
    Stoichiometry parts{{pool, 1}, {pool + 1, -0.1}};
    for (const char *part : {"glc__D_c", "h2o_c"})
        parts.emplace_back(model.metaboliteIndex(part), -0.01);
    std::sort(parts.begin(), parts.end());
    add("POOL", 0, parts);
    add("LIPOATEt", 0, {{pool + 1, 1}, {pool + 2, -1}});
    add("EX_lipoate_e", -1000, {{pool + 2, -1}});
    model.reactions[5].stoichiometry.emplace_back(pool, -1);
    model.buildIndex();
    QVERIFY(needsVitamins(model));
    const auto run = computeFlux(model, cohortOf(symbols), GeneTable::builtIn(), {});
    QVERIFY2(run.ok(), run ? "" : run.error().detail.c_str());
    model.reactions[static_cast<std::size_t>(model.reactionIndex("EX_lipoate_e"))].lower = 0;
    QVERIFY(!computeFlux(model, cohortOf(symbols), GeneTable::builtIn(), {}));
}

/// BiGG's ids and what annotations, names and formulas say agree.
void TestModelConcepts::recon3d()
{
    const std::string path = PATHGAN_SHARED_DATA "/recon3d/Recon3D.xml.gz";
    if (!QFile::exists(QString::fromStdString(path)))
        QSKIP("Recon3D is not beside this checkout (../shared/data/recon3d)");
    const auto model = readModel(path);
    QVERIFY(model.ok());
    const ModelConcepts &concepts = model->concepts();
    for (std::size_t i = 0; i < model->metabolites.size(); ++i) {
        const Metabolite &metabolite = model->metabolites[i];
        const std::string bare = metabolite.id.substr(0, metabolite.id.rfind('_'));
        const int compound = concepts.compoundOf(static_cast<int>(i));
        const int byId = compoundIndex(bare);
        const auto isVitamin = [](int index) { // other ids for the same: gtocophe, yvite
            return index >= compoundIndex("lipoate") && index <= compoundIndex("yvite");
        };
        QVERIFY2(compound == byId || isVitamin(compound) || isVitamin(byId), metabolite.id.c_str());
    }
    QVERIFY(!needsVitamins(*model));
    QVERIFY(isOfTable(*model, GeneTable::builtIn()));
}

/// Figures by COBRApy 0.29 and GLPK of the same file: see tests/data/metabolic/human_gem/NOTE.md.
void TestModelConcepts::humanGem()
{
    const std::string path = PATHGAN_SHARED_DATA "/human_gem/Human-GEM.mat";
    if (!QFile::exists(QString::fromStdString(path)))
        QSKIP("Human-GEM is not beside this checkout (../shared/data/human_gem)");
    const auto model = readModel(path);
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    const std::vector<int> exchanges = nutrientExchanges(*model);
    QCOMPARE(std::count(exchanges.begin(), exchanges.end(), -1), std::ptrdiff_t(0));
    QCOMPARE(glutathioneReactions(*model).size(), std::size_t(175));
    QCOMPARE(coreGlutathioneReactions(*model).size(), std::size_t(120)); // less 53 transports, 2 exchanges
    const auto id = [&](int reaction) {
        return reaction < 0 ? std::string() : model->reactions[static_cast<std::size_t>(reaction)].id;
    };
    QCOMPARE(id(maintenanceReaction(*model).reaction), "MAR03964");
    QCOMPARE(id(exchangeOf(*model, "gthox").reaction), "MAR09350");
    QCOMPARE(id(biomassReaction(*model).reaction), "MAR13082");
    std::map<std::string, std::string> roles;
    for (const RedoxReaction &role : redoxReactions(*model))
        roles[role.topic] = id(role.found.reaction);
    QCOMPARE(roles["catalase (cytosol)"], "MAR03980");
    QCOMPARE(roles["catalase (mitochondrion)"], "MAR03982");
    QCOMPARE(roles["catalase (peroxisome)"], "MAR03984");
    QCOMPARE(roles["catalase (reticulum)"], "MAR12125");
    QCOMPARE(roles["glutathione peroxidase (cytosol)"], "MAR04116");
    QCOMPARE(roles["glutathione peroxidase (mitochondrion)"], "MAR04121");
    QCOMPARE(roles["glutathione reductase (cytosol)"], "MAR04118");
    QCOMPARE(roles["glutathione reductase (mitochondrion)"], "MAR03870");
    QVERIFY(needsVitamins(*model));
    const auto stress = makeStressModel(*model, {}, false);
    QVERIFY(stress.ok());
    const auto isRestricted = [&](const char *name) {
        const std::vector<int> &all = stress->restricted;
        return std::find(all.begin(), all.end(), model->reactionIndex(name)) != all.end();
    };
    QVERIFY(isRestricted("MAR03868"));  // reduces GSSG with NADH
    QVERIFY(!isRestricted("MAR10064")); // the pool of metabolites in the biomass, GSSG among them
    for (const auto &[preset, growth] : {std::pair(MediumPreset::AsDistributed, 124.868148377),
                                         {MediumPreset::Physiological, 46.352085153},
                                         {MediumPreset::ModelR, 0.101796100577}}) {
        FbaOptions options;
        options.bounds = mediumBounds(*model, preset);
        const auto solution = fba(*model, options);
        QVERIFY(solution.ok());
        QVERIFY2(std::abs(solution->objectiveValue / growth - 1) < 1e-6,
                 std::to_string(solution->objectiveValue).c_str());
    }
}

PATHGAN_TEST(TestModelConcepts)
#include "tst_modelconcepts.moc"
