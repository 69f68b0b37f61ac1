// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/enrichment/overrepresentation.h"
#include "tests/support/reference.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace pathgan;
using reference::number;
using reference::relativelyNear;

namespace {

GeneSetCollection collection(const std::vector<GeneSet> &sets)
{
    GeneSetCollection result;
    result.library = "library";
    result.sets = sets;
    return result;
}

GeneSetCollection libraryOf(const nlohmann::json &library)
{
    GeneSetCollection result;
    result.library = "reference";
    for (const auto &[name, genes] : library.items())
        result.sets.push_back({name, "", genes.get<std::vector<std::string>>()});
    return result;
}

std::vector<std::string> numbered(const char *prefix, int count)
{
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back(prefix + std::to_string(i));
    return names;
}

} // namespace

class TestOverRepresentation : public QObject
{
    Q_OBJECT

private slots:
    void asGseapy();
    void asEnrichr();
    void caseIsIgnored();
    void order();
    void tableHeaders();
    void badInputs();
    void impossibleSize();
    void vanishingP();
};

void TestOverRepresentation::asGseapy()
{
    const auto file = reference::load("gsea/ora.json");
    const auto query = file["query"].get<std::vector<std::string>>();
    const GeneSetCollection sets = libraryOf(file["library"]);
    for (const auto &expected : file["cases"]) {
        const auto background = expected["background"].get<std::string>();
        OraOptions options;
        std::vector<std::string> genes;
        options.background = OraOptions::Background::Size;
        options.size = expected["n"];
        if (background == "set: union of library") {
            options.background = OraOptions::Background::Library;
        } else if (background == "set: 1200 genes") {
            options.background = OraOptions::Background::Given;
            for (int i = 0; i < 1200; ++i)
                genes.push_back("U" + std::to_string(10'000 + i).substr(1));
        }
        const auto run = overRepresentation(query, sets, options, genes);
        options.oddsRatio = OddsRatio::Enrichr;
        const auto enrichr = overRepresentation(query, sets, options, genes);
        QVERIFY(run.ok() && enrichr.ok());
        QCOMPARE(run->backgroundSize, expected["n"].get<std::size_t>());
        QCOMPARE(run->queryInBackground, expected["k"].get<std::size_t>());
        QCOMPARE(run->rows.size(), expected["rows"].size());
        for (std::size_t i = 0; i < run->rows.size(); ++i) {
            const OraRow &row = run->rows[i];
            const auto &rows = expected["rows"];
            const auto found = std::find_if(rows.begin(), rows.end(),
                                            [&](const auto &other) { return other["term"] == row.term; });
            QVERIFY(found != rows.end());
            const auto &other = *found;
            QCOMPARE(row.overlap, other["overlap"].get<std::size_t>());
            QCOMPARE(row.setSize, other["set_size"].get<std::size_t>());
            QCOMPARE(row.genes, other["genes"].get<std::vector<std::string>>());
            QVERIFY(relativelyNear(row.p, number(other["p"]), 1e-10));
            QVERIFY(relativelyNear(row.adjustedP, number(other["p_adjusted"]), 1e-10));
            QVERIFY(relativelyNear(row.oddsRatio, number(other["odds_ratio"]), 1e-12));
            QVERIFY(relativelyNear(row.combinedScore, number(other["combined_score"]), 1e-10));
            QVERIFY(relativelyNear(enrichr->rows[i].oddsRatio, number(other["odds_enrichr"]), 1e-12));
        }
    }
}

void TestOverRepresentation::asEnrichr()
{
    // A query of 614 genes with the overlaps that Enrichr printed; genes in no set fill it up.
    const auto observed = reference::load("gsea/ora.json")["enrichr_observed"];
    GeneSetCollection sets;
    std::vector<std::string> query;
    for (const auto &row : observed["rows"]) {
        const auto term = row["term"].get<std::string>();
        const std::vector<std::string> genes = numbered(term.c_str(), row["m"]);
        query.insert(query.end(), genes.begin(), genes.begin() + row["x"].get<int>());
        sets.sets.push_back({term, "", genes});
    }
    const std::vector<std::string> others = numbered("OTHER", 614 - static_cast<int>(query.size()));
    query.insert(query.end(), others.begin(), others.end());
    OraOptions options;
    options.background = OraOptions::Background::Size;
    options.size = observed["n"];
    options.oddsRatio = OddsRatio::Enrichr;
    const auto run = overRepresentation(query, sets, options);
    QVERIFY(run.ok());
    QCOMPARE(run->rows.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) { // printed with 6 to 10 digits
        QCOMPARE(run->rows[i].term, observed["rows"][i]["term"].get<std::string>());
        QVERIFY(relativelyNear(run->rows[i].p, number(observed["rows"][i]["p"]), 1e-6));
        QVERIFY(relativelyNear(run->rows[i].oddsRatio, number(observed["rows"][i]["odds_ratio"]), 1e-6));
        QVERIFY(
            relativelyNear(run->rows[i].combinedScore, number(observed["rows"][i]["combined_score"]), 1e-6));
    }
}

void TestOverRepresentation::caseIsIgnored()
{
    OraOptions options;
    const std::vector<std::string> background = {"C1ORF4", "TP53", "tp53", "MYC", "EGFR"};
    const auto run = overRepresentation({"c1orf4", "C1orf4", "myc"},
                                        collection({{"set", "", {"C1orf4", "Tp53"}}}), options, background);
    QVERIFY(run.ok());
    QCOMPARE(run->backgroundSize, std::size_t{4});
    QCOMPARE(run->queryInBackground, std::size_t{2});
    QCOMPARE(run->rows.size(), std::size_t{1});
    QCOMPARE(run->rows[0].setSize, std::size_t{2});
    QCOMPARE(run->rows[0].genes, (std::vector<std::string>{"C1orf4"}));
    // P(at least one of 2 marked in 2 draws of 4) = 1 − 1/6
    QVERIFY(relativelyNear(run->rows[0].p, 5.0 / 6, 1e-14));
}

void TestOverRepresentation::order()
{
    OraOptions options;
    const std::vector<std::string> background = numbered("G", 40);
    const auto run = overRepresentation({"G0", "G1", "G2"},
                                        collection({{"b", "", {"G0", "G9"}},
                                                    {"a", "", {"G1", "G8"}},
                                                    {"none", "", {"G20"}},
                                                    {"best", "", {"G0", "G1", "G2"}}}),
                                        options, background);
    QCOMPARE(run->rows.size(), std::size_t{3});
    QCOMPARE(run->rows[0].term, std::string("best"));
    QCOMPARE(run->rows[1].term, std::string("a"));
    QCOMPARE(run->rows[2].term, std::string("b"));
}

void TestOverRepresentation::tableHeaders()
{
    OraOptions options;
    const std::vector<std::string> background = numbered("G", 40);
    const auto run = overRepresentation({"G1", "G0", "G7"}, collection({{"b", "", {"G1", "G0", "G9"}}}),
                                        options, background);
    const Table table = run->table();
    QCOMPARE(table.header,
             (std::vector<std::string>{"Gene_set", "Term", "Overlap", "P-value", "Adjusted P-value",
                                       "Odds Ratio", "Combined Score", "Genes", "p is bound"}));
    QCOMPARE(std::get<std::string>(table.rows[0][0]), std::string("library"));
    QCOMPARE(std::get<std::string>(table.rows[0][2]), std::string("2/3"));
    QCOMPARE(std::get<std::string>(table.rows[0][7]), std::string("G0;G1"));
    QCOMPARE(std::get<std::string>(table.rows[0][8]), std::string("no"));
}

void TestOverRepresentation::badInputs()
{
    const GeneSetCollection sets = collection({{"s", "", {"A", "B"}}});
    QCOMPARE(overRepresentation({"A"}, sets, {}).error().code, ErrorCode::InvalidOption);
    OraOptions options;
    const std::vector<std::string> background = {"A", "B", "C"};
    QCOMPARE(overRepresentation({}, sets, options, background).error().code, ErrorCode::NoOverlap);
    QCOMPARE(overRepresentation({"Z"}, sets, options, background).error().code, ErrorCode::NoOverlap);
    const auto without = overRepresentation({"C"}, sets, options, background);
    QVERIFY(without.ok());
    QVERIFY(without->rows.empty());
    const auto all = overRepresentation({"A", "B", "C"}, sets, options, background);
    QCOMPARE(all->rows[0].p, 1.0);
    QCOMPARE(all->rows[0].combinedScore, 0.0);
}

void TestOverRepresentation::impossibleSize()
{
    OraOptions options;
    options.background = OraOptions::Background::Size;
    options.size = 3;
    const auto run = overRepresentation({"A", "X", "Y"}, collection({{"s", "", {"A", "B", "C"}}}), options);
    QVERIFY(!run);
    QCOMPARE(run.error().detail, std::string("enrich_background_size"));
}

void TestOverRepresentation::vanishingP()
{
    OraOptions options;
    options.background = OraOptions::Background::Size;
    const std::vector<std::string> genes = numbered("G", 300);
    const auto run = overRepresentation(genes, collection({{"s", "", genes}}), options);
    QVERIFY(run.ok());
    // Floating point has only 0 left of it; what is written is a bound, and says so.
    QCOMPARE(run->rows[0].p, 1e-300);
    QVERIFY(run->rows[0].isBound && run->rows[0].adjustedP > 0);
    QCOMPARE(std::get<std::string>(run->table().rows[0][8]), std::string("yes"));
    QVERIFY(relativelyNear(run->rows[0].logP, hypergeometricLogSf(300, 20'000, 300, 300), 1e-14));
    QVERIFY(std::isfinite(run->rows[0].combinedScore));
    QVERIFY(relativelyNear(run->rows[0].combinedScore,
                           -hypergeometricLogSf(300, 20'000, 300, 300) * run->rows[0].oddsRatio, 1e-14));
}

PATHGAN_TEST(TestOverRepresentation)
#include "tst_overrepresentation.moc"
