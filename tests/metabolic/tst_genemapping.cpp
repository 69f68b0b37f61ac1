// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/genemapping.h"
#include "core/metabolic/model/model.h"
#include "core/metabolic/model/reactionedges.h"
#include "core/metabolic/model/reactionsets.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <set>

using namespace pathgan;

namespace {

/// Genes with Entrez ids, symbols, Ensembl ids and placeholders; one reaction a rule.
MetabolicModel modelWithRules(const std::vector<std::string> &rules)
{
    MetabolicModel model;
    model.genes = {{"8639_AT1", "", 8639},    {"8639_AT2", "", 8639}, {"G6PD", "", 0},
                   {"gene_17", "GSR", 0},     {"0", "", 0},           {"999999999_AT1", "", 999999999},
                   {"ENSG00000167468", "", 0}};
    model.buildIndex();
    for (const std::string &rule : rules) {
        Reaction reaction;
        reaction.id = "r" + std::to_string(model.reactions.size());
        reaction.rule = *GeneRule::parse(rule, [&](std::string_view id) { return model.geneIndex(id); });
        model.reactions.push_back(reaction);
    }
    model.buildIndex();
    return model;
}

const std::vector<std::string> rows = {"TP53", "AOC3", "gsr", "G6PD|2539", "GPX4", "0"};

} // namespace

class TestGeneMapping : public QObject
{
    Q_OBJECT

private slots:
    void rowsOfGenes();
    void coverageCountsGenesOfRules();
    void sharedGenes();
    void interactions();
    void glutathione();
};

void TestGeneMapping::rowsOfGenes()
{
    const MetabolicModel model = modelWithRules({"8639_AT1"});
    const GeneIndex index(rows, GeneTable::builtIn());
    const GeneMapping mapping = mapModelGenes(model, index);
    QCOMPARE(mapping.rowOfGene, (std::vector<Index>{1, 1, 3, 2, -1, -1, 4}));
    QCOMPARE(mapping.geneOf[0], mapping.geneOf[1]); // transcript variants
    const std::set<int> distinct(mapping.geneOf.begin(), mapping.geneOf.end());
    QCOMPARE(distinct.size(), std::size_t(6));
}

void TestGeneMapping::coverageCountsGenesOfRules()
{
    const MetabolicModel model =
        modelWithRules({"8639_AT1 or 8639_AT2", "(G6PD and 999999999_AT1) or 8639_AT1", "0"});
    const GeneMapping mapping = mapModelGenes(model, GeneIndex(rows, GeneTable::builtIn()));
    QCOMPARE(mapping.coverage.total, std::size_t(4));
    QCOMPARE(mapping.coverage.matched, std::size_t(2));
    QCOMPARE(mapping.coverage.unmatched, (std::vector<std::string>{"0", "999999999"}));
}

void TestGeneMapping::sharedGenes()
{
    const MetabolicModel model =
        modelWithRules({"8639_AT1", "G6PD", "8639_AT2 and G6PD", "0", "0 or gene_17"});
    const std::vector<std::string> names = {"r0", "r1", "r2", "r3", "r4", "absent"};
    const auto edges = reactionEdges(model, names, {}, GeneTable::builtIn());
    QCOMPARE(edges, (std::vector<std::pair<int, int>>{{0, 2}, {1, 2}})); // the placeholder joins nothing
}

void TestGeneMapping::interactions()
{
    const MetabolicModel model = modelWithRules({"8639_AT1", "G6PD", "gene_17", "ENSG00000167468"});
    InteractionNetwork network;
    network.genes = {"AOC3", "GSR", "GPX4", "TP53", "G6PD"};
    network.edges = {{0, 1}, {1, 2}, {3, 4}};
    const std::vector<std::string> names = {"r3", "r2", "r1", "r0"};
    const auto edges = reactionEdges(model, names, network, GeneTable::builtIn());
    // AOC3–GSR joins r0 and r2, GSR–GPX4 joins r2 and r3
    QCOMPARE(edges, (std::vector<std::pair<int, int>>{{0, 1}, {1, 3}}));
}

void TestGeneMapping::glutathione()
{
    MetabolicModel model;
    model.compartments = {"c", "e"};
    model.metabolites = {{"gthrd_c", "", "c", "", {}, {}},
                         {"gthrd_e", "", "e", "", {}, {}},
                         {"gthox[c]", "", "c", "", {}, {}},
                         {"lgthrd_c", "", "c", "", {}, {}}};
    const auto add = [&](const char *id, const char *subsystem, Stoichiometry entries) {
        Reaction reaction;
        reaction.id = id;
        reaction.subsystem = subsystem;
        reaction.stoichiometry = std::move(entries);
        model.reactions.push_back(reaction);
    };
    add("enzyme", "", {{0, -2}, {2, 1}});
    add("transport by subsystem", "Transport, extracellular", {{0, -1}, {1, 1}});
    add("transport by its metabolites", "", {{0, -1}, {1, 1}});
    add("exchange", "", {{1, -1}});
    add("another metabolite", "", {{3, -1}});
    add("named otherwise", "Glutathione metabolism", {{0, -1}, {3, 1}});
    model.buildIndex();
    QCOMPARE(glutathioneReactions(model), (std::vector<int>{0, 1, 2, 3, 5}));
    QCOMPARE(coreGlutathioneReactions(model), (std::vector<int>{0, 5}));
}

PATHGAN_TEST(TestGeneMapping)
#include "tst_genemapping.moc"
