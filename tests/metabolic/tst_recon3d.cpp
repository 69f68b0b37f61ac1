// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonreference.h"
#include "tests/support/testmain.h"

#include "core/data/expression.h"
#include "core/metabolic/cohort/genemapping.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/model/medium.h"
#include "core/metabolic/model/reactionsets.h"
#include "tests/support/modelsize.h"

#include <QtTest>

#include <map>
#include <set>

using namespace pathgan;

/// Facts of Recon3D as BiGG distributes it, read once.
class TestRecon3d : public QObject
{
    Q_OBJECT

private:
    MetabolicModel m_model;
    QJsonObject m_reference;

    std::set<QString> names(const std::vector<int> &reactions) const
    {
        std::set<QString> result;
        for (const int index : reactions)
            result.insert(QString::fromStdString(m_model.reactions[static_cast<std::size_t>(index)].id));
        return result;
    }
    std::set<QString> expected(const char *key) const
    {
        std::set<QString> result;
        for (const QJsonValue &value : m_reference["glutathione_sets"].toObject()[key].toArray())
            result.insert(value.toString());
        return result;
    }

private slots:
    void initTestCase();
    void counts();
    void bounds();
    void boundaryKinds();
    void genes();
    void longestRule();
    void glutathione();
    void media();
    void geneCoverage();
};

void TestRecon3d::initTestCase()
{
    const QString path = PATHGAN_SHARED_DATA "/recon3d/Recon3D.xml.gz";
    if (!QFile::exists(path))
        QSKIP("needs Recon3D");
    m_reference = loadReference(PATHGAN_SHARED_DATA "/reference/fba/out/recon3d.json");
    Result<MetabolicModel> model = readModel(path.toStdString());
    QVERIFY2(model.ok(), model ? "" : model.error().detail.c_str());
    m_model = std::move(*model);
    QVERIFY(m_model.warnings.empty());
}

void TestRecon3d::counts()
{
    const QJsonObject counts = m_reference["counts"].toObject();
    QCOMPARE(static_cast<int>(m_model.reactions.size()), counts["reactions"].toInt());
    QCOMPARE(static_cast<int>(m_model.metabolites.size()), counts["metabolites"].toInt());
    QCOMPARE(static_cast<int>(m_model.genes.size()), counts["genes"].toInt());
    QCOMPARE(static_cast<int>(m_model.groups.size()), counts["groups"].toInt());
    QCOMPARE(static_cast<int>(nonZeros(m_model)), counts["nonzeros"].toInt());
    QCOMPARE(QString::fromStdString(m_model.objectiveName()), m_reference["objective"].toString());
    const auto withRule = std::count_if(m_model.reactions.begin(), m_model.reactions.end(),
                                        [](const Reaction &reaction) { return !reaction.rule.isEmpty(); });
    QCOMPARE(static_cast<int>(withRule), m_reference["reactions_with_gpr"].toInt());
}

void TestRecon3d::bounds()
{
    std::map<QString, int> counts;
    for (const Reaction &reaction : m_model.reactions)
        ++counts[QString("%1,%2").arg(reaction.lower).arg(reaction.upper)];
    const QJsonObject reference = m_reference["bounds"].toObject();
    QCOMPARE(static_cast<qsizetype>(counts.size()), reference.size());
    for (const auto &[pair, count] : counts)
        QCOMPARE(count, reference[pair].toInt());
}

void TestRecon3d::boundaryKinds()
{
    std::map<BoundaryKind, int> counts;
    for (int i = 0; i < static_cast<int>(m_model.reactions.size()); ++i)
        ++counts[m_model.boundaryKind(i)];
    QCOMPARE(counts[BoundaryKind::Exchange], 1560);
    QCOMPARE(counts[BoundaryKind::Demand], 145);
    QCOMPARE(counts[BoundaryKind::Sink], 101);
    QCOMPARE(counts[BoundaryKind::Other], 0);
    QCOMPARE(m_model.externalCompartment(), std::string("e"));
}

void TestRecon3d::genes()
{
    std::set<std::string> stems;
    std::set<int> entrez;
    for (const ModelGene &gene : m_model.genes) {
        stems.insert(gene.id.substr(0, gene.id.find("_AT")));
        if (gene.entrez > 0)
            entrez.insert(gene.entrez);
    }
    QCOMPARE(static_cast<int>(stems.size()), m_reference["genes_entrez"].toInt());
    QCOMPARE(entrez.size(), stems.size() - 1); // all but the placeholder `0`
    QCOMPARE(m_model.genes.front().id, std::string("0"));
}

void TestRecon3d::longestRule()
{
    std::vector<std::string> ids;
    for (const ModelGene &gene : m_model.genes)
        ids.push_back(gene.id);
    std::size_t references = 0;
    for (const Reaction &reaction : m_model.reactions) {
        const std::string text = reaction.rule.text(ids);
        const std::vector<GeneRule::Node> &nodes = reaction.rule.nodes();
        references += static_cast<std::size_t>(std::count_if(
            nodes.begin(), nodes.end(), [](const auto &node) { return node.op == GeneRule::Op::Gene; }));
        const Result<GeneRule> again =
            GeneRule::parse(text, [&](std::string_view id) { return m_model.geneIndex(id); });
        QVERIFY2(again.ok(), reaction.id.c_str());
        QCOMPARE(again->text(ids), text);
    }
    // Counted in the file: geneProductRef, and and, or elements
    QCOMPARE(references, std::size_t(22559));
    const int longest = m_model.reactionIndex("ATPS4mi");
    QCOMPARE(m_model.reactions[static_cast<std::size_t>(longest)].rule.nodes().size(),
             std::size_t(5163 + 657));
}

void TestRecon3d::glutathione()
{
    QCOMPARE(names(glutathioneReactions(m_model)), expected("by_metabolite"));
    QCOMPARE(glutathioneReactions(m_model).size(), std::size_t(90));
    QCOMPARE(names(coreGlutathioneReactions(m_model)),
             expected("core_by_metabolite_not_transport_or_exchange"));
    QCOMPARE(coreGlutathioneReactions(m_model).size(), std::size_t(31));
}

void TestRecon3d::media()
{
    const QJsonObject uptake = m_reference["radiation"].toObject()["medium_uptake"].toObject();
    QCOMPARE(static_cast<qsizetype>(modelRNutrients().size()), uptake.size());
    const std::vector<int> exchanges = nutrientExchanges(m_model);
    for (std::size_t i = 0; i < exchanges.size(); ++i) {
        const auto &[nutrient, limit] = modelRNutrients()[i];
        QCOMPARE(limit, uptake[QString::fromStdString(nutrient)].toDouble());
        QVERIFY(exchanges[i] >= 0);
        QCOMPARE(m_model.reactions[static_cast<std::size_t>(exchanges[i])].id, "EX_" + nutrient + "_e");
    }
    const std::vector<BoundChange> changes = mediumBounds(m_model, MediumPreset::Physiological);
    std::vector<double> lower;
    for (const Reaction &reaction : m_model.reactions)
        lower.push_back(reaction.lower);
    for (const BoundChange &change : changes)
        lower[static_cast<std::size_t>(change.reaction)] = change.lower;
    int open = 0;
    for (int i = 0; i < static_cast<int>(lower.size()); ++i)
        open += m_model.isBoundary(i) && lower[static_cast<std::size_t>(i)] < 0;
    QCOMPARE(open, 44);
}

void TestRecon3d::geneCoverage()
{
    const QString path = PATHGAN_SHARED_DATA "/tcga_mixed/HiSeqV2.gz";
    if (!QFile::exists(path))
        QSKIP("needs tcga_mixed");
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(path.toStdString(), {}, report);
    QVERIFY(matrix.ok());
    const GeneMapping mapping = mapModelGenes(m_model, GeneIndex(matrix->genes, GeneTable::builtIn()));
    QCOMPARE(mapping.coverage.total, std::size_t(1884)); // 1,883 Entrez ids and the placeholder `0`
    QCOMPARE(mapping.coverage.unmatched.size(), mapping.coverage.total - mapping.coverage.matched);
    QVERIFY(mapping.coverage.matched >= 1840); // symbols and aliases of org.Hs.eg.db 3.16: 1,845
    QCOMPARE(mapping.coverage.unmatched.front(), std::string("0"));
}

PATHGAN_TEST(TestRecon3d)
#include "tst_recon3d.moc"
