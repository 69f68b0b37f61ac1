// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/lostreactions_p.h"
#include "core/metabolic/model/modelgenes.h"
#include "tests/metabolic/deletionrows.h"
#include "tests/metabolic/fluxreference.h"
#include "tests/metabolic/modelfiles.h"
#include "tests/metabolic/randomnetwork.h"
#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace pathgan;
using deletionrows::find;
using deletionrows::sameBits;
using nlohmann::json;

namespace {

/// The small network with 30 at most through glutathione: losing gene 3 leaves 30 of 100.
MetabolicModel narrowNetwork()
{
    MetabolicModel model = smallnetwork::make();
    model.reactions[static_cast<std::size_t>(model.reactionIndex("GTHX"))].upper = 30;
    return model;
}

/// By one linear program of its own: the slow and plain way.
FluxSolution plainly(const MetabolicModel &model, const DeletionOptions &options, const Deletion &row)
{
    FbaOptions single = options.base;
    for (const int target : {row.first, row.second}) {
        if (target < 0)
            continue;
        if (options.kind == DeletionKind::Genes)
            single.knockedOutGenes.push_back(target);
        else
            single.bounds.push_back({target, 0, 0});
    }
    Result<FluxSolution> solution = fba(model, single);
    return solution ? std::move(*solution) : FluxSolution{};
}

} // namespace

class TestDeletions : public QObject
{
    Q_OBJECT

private slots:
    void matchesReference_data();
    void matchesReference();
    void doublesMatchReference();
    void lostReactionsMatchReference();
    void genesOfTheSmallNetwork();
    void reactionThatMustRun();
    void pairs();
    void names();
    void asPlainPrograms_data();
    void asPlainPrograms();
    void wildTypeFails();
    void minimisedObjective();
    void errors();
    void recon3d();
};

void TestDeletions::matchesReference_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("isGene");
    const json reference = fluxreference::load("deletions.json");
    for (const auto &item : reference.items()) {
        if (!item.value().contains("gene"))
            continue;
        const QString key = QString::fromStdString(item.key());
        QTest::newRow((item.key() + " genes").c_str()) << key << true;
        QTest::newRow((item.key() + " reactions").c_str()) << key << false;
    }
}

void TestDeletions::matchesReference()
{
    QFETCH(QString, key);
    QFETCH(bool, isGene);
    const MetabolicModel model =
        modelfiles::readOrEmpty(fluxreference::modelPath(key.section(QLatin1Char(' '), 0, 0).toStdString()));
    if (model.reactions.empty())
        QSKIP("the shared reference models are absent");
    const json reference = fluxreference::load("deletions.json")[key.toStdString()];
    const json figures = reference[isGene ? "gene" : "reaction"];
    DeletionOptions options;
    options.kind = isGene ? DeletionKind::Genes : DeletionKind::Reactions;
    for (const auto &item : figures.items())
        options.first.push_back(isGene ? model.geneIndex(item.key()) : model.reactionIndex(item.key()));
    const Result<DeletionRun> run = deletions(model, options);
    QVERIFY(run.ok());
    QCOMPARE(run->rows.size(), figures.size());
    std::set<std::string> essential;
    for (const Deletion &row : run->rows) {
        const std::string name = isGene ? model.genes[static_cast<std::size_t>(row.first)].id
                                        : model.reactions[static_cast<std::size_t>(row.first)].id;
        QVERIFY2(figures.contains(name), name.c_str());
        QCOMPARE(statusName(row.status), figures[name][0].get<std::string>());
        const double expected = fluxreference::number(figures[name][1]);
        QVERIFY2(std::isnan(expected) ? std::isnan(row.growth) : fluxreference::close(row.growth, expected),
                 name.c_str());
        if (row.isEssential)
            essential.insert(name);
    }
    if (isGene && reference.contains("essential_genes"))
        QVERIFY(essential == reference["essential_genes"].get<std::set<std::string>>());
}

void TestDeletions::doublesMatchReference()
{
    const MetabolicModel model = modelfiles::readOrEmpty(fluxreference::modelPath("textbook.xml.gz"));
    if (model.reactions.empty())
        QSKIP("the shared reference models are absent");
    const json figures = fluxreference::load("deletions.json")["textbook double gene deletion"];
    DeletionOptions options;
    options.isDouble = true;
    for (const auto &item : figures.items())
        if (item.key().find('+') == std::string::npos)
            options.first.push_back(model.geneIndex(item.key()));
    const Result<DeletionRun> run = deletions(model, options);
    QVERIFY(run.ok());
    QCOMPARE(run->rows.size(), figures.size());
    int infeasible = 0;
    for (const Deletion &row : run->rows) {
        const std::string name = deletionName(model, DeletionKind::Genes, row);
        QVERIFY2(figures.contains(name), name.c_str());
        QCOMPARE(statusName(row.status), figures[name][0].get<std::string>());
        if (row.status == SolutionStatus::Optimal)
            QVERIFY2(fluxreference::close(row.growth, figures[name][1].get<double>()), name.c_str());
        else
            infeasible += static_cast<int>(std::isnan(row.growth) && row.isEssential);
    }
    QCOMPARE(infeasible, 1);
}

void TestDeletions::lostReactionsMatchReference()
{
    const MetabolicModel model = modelfiles::readOrEmpty(fluxreference::modelPath("textbook.xml.gz"));
    const std::string path =
        fluxreference::sharedFile("reference/fba/out/gene_to_lost_reactions_textbook.json");
    if (model.reactions.empty() || path.empty())
        QSKIP("the shared reference is absent");
    std::ifstream file(path);
    const json figures = json::parse(file);
    const LostReactions lost(model, {});
    for (const auto &item : figures.items()) {
        std::set<std::string> names;
        for (const int reaction : lost.of(model.geneIndex(item.key())))
            names.insert(model.reactions[static_cast<std::size_t>(reaction)].id);
        QVERIFY2(names == item.value().get<std::set<std::string>>(), item.key().c_str());
    }
    for (int a = 0; a < 40; ++a)
        for (int b = a; b < 40; ++b)
            QVERIFY(lost.of(a, b) == lostReactions(model, {a, b}));
}

void TestDeletions::genesOfTheSmallNetwork()
{
    const MetabolicModel model = narrowNetwork();
    const Result<DeletionRun> run = deletions(model, {});
    QVERIFY(run.ok());
    QCOMPARE(run->wildTypeGrowth, 100.0);
    QCOMPARE(run->rows.size(), std::size_t(3)); // two of the four are variants of one gene
    QCOMPARE(find(*run, 0)->growth, 100.0);
    QCOMPARE(find(*run, 2)->growth, 100.0);
    QCOMPARE(find(*run, 3)->growth, 30.0);
    QVERIFY(
        std::none_of(run->rows.begin(), run->rows.end(), [](const Deletion &r) { return r.isEssential; }));

    DeletionOptions options;
    options.essentialShare = 0.31;
    QVERIFY(find(*deletions(model, options), 3)->isEssential);
    options.first = {1, 0, 3}; // the second variant stands for the gene, which is deleted once
    const Result<DeletionRun> asked = deletions(model, options);
    QVERIFY(asked.ok());
    QCOMPARE(asked->rows.size(), std::size_t(2));
    QCOMPARE(asked->rows[0].first, 0);
    QCOMPARE(asked->rows[1].growth, 30.0);

    DeletionOptions without; // GTHX: gene 1 or gene 2
    without.base.knockedOutGenes = {2, 3};
    const Result<DeletionRun> rest = deletions(model, without);
    QVERIFY(rest.ok());
    QCOMPARE(rest->wildTypeGrowth, 30.0);
    QCOMPARE(find(*rest, 0)->growth, 0.0);
    QVERIFY(find(*rest, 0)->isEssential);
    QCOMPARE(find(*rest, 2)->growth, 30.0);
}

/// Bounds (0, 0) replace those of a reaction that had to run: then the rest may grow.
void TestDeletions::reactionThatMustRun()
{
    const MetabolicModel model = narrowNetwork();
    const int source = model.reactionIndex("EX_a_e"), bypass = model.reactionIndex("BYP"),
              entry = model.reactionIndex("At"), thiol = model.reactionIndex("GTHX");
    DeletionOptions options;
    options.kind = DeletionKind::Reactions;
    options.isDouble = true;
    options.base.bounds = {{bypass, 5, 1000}};
    const Result<DeletionRun> run = deletions(model, options);
    QVERIFY(run.ok());
    QCOMPARE(run->rows.size(), std::size_t(21));
    QCOMPARE(find(*run, bypass)->growth, 30.0);
    QCOMPARE(find(*run, thiol)->growth, 100.0);
    for (const int stopped : {source, entry}) { // in a row with one another
        QCOMPARE(find(*run, stopped)->status, SolutionStatus::Infeasible);
        QVERIFY(find(*run, stopped)->isEssential);
        QCOMPARE(find(*run, stopped, bypass)->status, SolutionStatus::Optimal);
        QCOMPARE(find(*run, stopped, bypass)->growth, 0.0);
        QVERIFY(!std::signbit(find(*run, stopped, bypass)->growth));
    }
    QCOMPARE(find(*run, source, entry)->status, SolutionStatus::Infeasible);

    options.base.bounds = {{entry, 5, 1000}}; // in a row with what is stopped
    const Result<DeletionRun> inRow = deletions(model, options);
    QVERIFY(inRow.ok());
    QCOMPARE(find(*inRow, source)->status, SolutionStatus::Infeasible);
    QCOMPARE(find(*inRow, entry)->growth, 0.0);
    QCOMPARE(find(*inRow, source, entry)->growth, 0.0);
    QCOMPARE(find(*inRow, source, bypass)->status, SolutionStatus::Infeasible);
}

void TestDeletions::pairs()
{
    const MetabolicModel model = narrowNetwork();
    DeletionOptions options;
    options.isDouble = true;
    options.first = {3, 1};
    options.second = {2, 3, 0};
    const Result<DeletionRun> run = deletions(model, options);
    QVERIFY(run.ok());
    std::vector<std::pair<int, int>> rows;
    for (const Deletion &row : run->rows)
        rows.emplace_back(row.first, row.second);
    QVERIFY(rows == (std::vector<std::pair<int, int>>{{3, 2}, {3, -1}, {3, 0}, {0, 2}, {0, -1}}));
    QCOMPARE(find(*run, 3, 2)->growth, 30.0);
    QCOMPARE(find(*run, 0, 2)->growth, 100.0); // GTHX is lost to both together: around it
    options.base.bounds = {{model.reactionIndex("BYP"), -1000, 60}};
    const Result<DeletionRun> narrow = deletions(model, options);
    QVERIFY(narrow.ok());
    QCOMPARE(narrow->wildTypeGrowth, 90.0);
    QCOMPARE(find(*narrow, 0, 2)->growth, 60.0);
}

void TestDeletions::names()
{
    MetabolicModel model = smallnetwork::make();
    const auto name = [&model](int first, int second, DeletionKind kind = DeletionKind::Genes) {
        Deletion row;
        row.first = first;
        row.second = second;
        return deletionName(model, kind, row);
    };
    QCOMPARE(name(0, -1), std::string("1"));
    QCOMPARE(name(0, 2), std::string("1+2"));
    QCOMPARE(name(0, 2, DeletionKind::Reactions), std::string("EX_a_e+GTHX"));
    model.genes[0].id = "b0001"; // an id that is not made of the Entrez id
    QCOMPARE(name(0, -1), std::string("b0001"));
}

void TestDeletions::asPlainPrograms_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("network %d", seed) << seed;
}

/// What is grouped, skipped or taken from another deletion is what a program of its own would give.
void TestDeletions::asPlainPrograms()
{
    QFETCH(int, seed);
    const MetabolicModel model = randomnetwork::make(static_cast<unsigned>(seed));
    for (const DeletionKind kind : {DeletionKind::Genes, DeletionKind::Reactions}) {
        DeletionOptions options;
        options.kind = kind;
        options.isDouble = true;
        options.threads = 2;
        const Result<DeletionRun> run = deletions(model, options);
        const Result<FluxSolution> wildType = fba(model, {});
        QVERIFY(wildType.ok());
        if (wildType->status != SolutionStatus::Optimal) {
            QVERIFY(!run.ok());
            continue;
        }
        QVERIFY(run.ok());
        QVERIFY(fluxreference::close(run->wildTypeGrowth, wildType->objectiveValue));
        for (const Deletion &row : run->rows) {
            const FluxSolution expected = plainly(model, options, row);
            const std::string name = deletionName(model, kind, row);
            QVERIFY2(row.status == expected.status, name.c_str());
            if (row.status == SolutionStatus::Optimal)
                QVERIFY2(fluxreference::close(row.growth, expected.objectiveValue), name.c_str());
        }
    }
}

void TestDeletions::wildTypeFails()
{
    const MetabolicModel model = smallnetwork::make();
    DeletionOptions options;
    options.base.bounds = {{model.reactionIndex("EX_b"), 101, 1000}}; // 100 enter at most
    QCOMPARE(deletions(model, options).error().code, ErrorCode::Infeasible);
    options.base.bounds = {{model.reactionIndex("At"), 0, 0}, {model.reactionIndex("EX_a_e"), -100, -1}};
    QCOMPARE(deletions(model, options).error().code, ErrorCode::Infeasible);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    options.base.bounds.clear();
    for (const char *id : {"EX_a_e", "At", "BYP", "EX_b"})
        options.base.bounds.push_back({model.reactionIndex(id), -infinity, infinity});
    QCOMPARE(deletions(model, options).error().code, ErrorCode::Unbounded);
}

void TestDeletions::minimisedObjective()
{
    const MetabolicModel model = smallnetwork::make();
    DeletionOptions options;
    options.kind = DeletionKind::Reactions;
    options.base.objective = model.reactionIndex("EX_a_e");
    options.base.maximise = false;
    const Result<DeletionRun> run = deletions(model, options);
    QVERIFY(run.ok());
    QCOMPARE(run->wildTypeGrowth, -100.0);
    QCOMPARE(find(*run, model.reactionIndex("EX_b"))->growth, 0.0);
    QVERIFY(
        std::none_of(run->rows.begin(), run->rows.end(), [](const Deletion &r) { return r.isEssential; }));
}

void TestDeletions::errors()
{
    const MetabolicModel model = smallnetwork::make();
    const auto codeOf = [&model](const DeletionOptions &options) {
        const Result<DeletionRun> run = deletions(model, options);
        return run ? ErrorCode::Internal : run.error().code;
    };
    DeletionOptions options;
    options.first = {4};
    QCOMPARE(codeOf(options), ErrorCode::InvalidOption);
    options.kind = DeletionKind::Reactions; // of those there are six
    QVERIFY(deletions(model, options).ok());
    options.second = {1}; // singles have no partners
    QCOMPARE(codeOf(options), ErrorCode::InvalidOption);
    options = {};
    options.essentialShare = std::nan("");
    QCOMPARE(codeOf(options), ErrorCode::InvalidOption);
    options = {};
    options.base.objective = 99;
    QCOMPARE(codeOf(options), ErrorCode::InvalidOption);

    MetabolicModel large;
    large.reactions.resize(4000);
    large.objectives = {{"obj", true, {{0, 1.0}}}};
    large.activeObjective = 0;
    large.buildIndex();
    options = {};
    options.kind = DeletionKind::Reactions;
    options.isDouble = true;
    QVERIFY(!options.check(large).ok());
    options.first = {1, 2};
    QVERIFY(options.check(large).ok());
}

void TestDeletions::recon3d()
{
    const std::string path = fluxreference::sharedFile("recon3d/Recon3D.xml.gz");
    if (path.empty())
        QSKIP("Recon3D is absent");
    const MetabolicModel model = modelfiles::readOrEmpty(path);
    const Result<DeletionRun> run = deletions(model, {});
    QVERIFY(run.ok());
    QCOMPARE(run->rows.size(), std::size_t(1884)); // of 2248 transcripts
    QVERIFY(fluxreference::close(run->wildTypeGrowth, 755.0032));
    std::vector<Deletion> checked; // some that grow less, some that do not
    int less = 0;
    for (const Deletion &row : run->rows)
        if (const bool isLess = row.growth < run->wildTypeGrowth - 1e-6;
            isLess ? ++less % 12 == 1 : row.first % 500 == 7)
            checked.push_back(row);
    QVERIFY(less >= 20);
    DeletionOptions some; // each solved: too few for another optimum to be worth looking for
    for (const Deletion &row : run->rows)
        if (row.first % 20 == 7)
            some.first.push_back(row.first);
    const Result<DeletionRun> subset = deletions(model, some);
    QVERIFY(subset.ok());
    for (const Deletion &row : subset->rows)
        QVERIFY(sameBits({row}, {*find(*run, row.first)}));
    for (const Deletion &row : checked) {
        const FluxSolution expected = plainly(model, {}, row);
        QVERIFY2(fluxreference::close(row.growth, expected.objectiveValue),
                 deletionName(model, DeletionKind::Genes, row).c_str());
    }
}

PATHGAN_TEST(TestDeletions)
#include "tst_deletions.moc"
