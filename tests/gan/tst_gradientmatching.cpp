// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/gan.h"
#include "tests/support/normalrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

using namespace pathgan;

namespace {

constexpr Index kSamples = 120, kGenes = 60;
constexpr int kReactions = 5;

/// Capacity j is the bound of one reaction, which gene j sets; the last one's the lesser of two genes.
std::shared_ptr<CapacityDuals> madeDuals()
{
    auto duals = std::make_shared<CapacityDuals>();
    for (int gene = 0; gene <= kReactions; ++gene)
        duals->genes.push_back("g" + std::to_string(gene));
    for (int reaction = 0; reaction < kReactions; ++reaction) {
        ExpressedBound bound;
        bound.reaction = "r" + std::to_string(reaction);
        bound.medium = 1000;
        bound.greatest = 2000;
        bound.rule = {{RulePart::Op::Gene, reaction}};
        if (reaction == kReactions - 1)
            bound.rule = {
                {RulePart::Op::Gene, reaction}, {RulePart::Op::Gene, reaction + 1}, {RulePart::Op::Least, 2}};
        duals->bounds.push_back(bound);
    }
    for (Index sample = 0; sample < kSamples; ++sample) {
        duals->growth.emplace_back();
        for (int reaction = 0; reaction < kReactions; ++reaction)
            duals->values.push_back({{{reaction, 1.0}}, 0, 0, false});
    }
    return duals;
}

GanInput madeInput()
{
    NormalRandom random(11);
    GanInput input;
    input.expression.resize(kSamples, kGenes);
    input.targets.resize(kSamples, kReactions);
    const auto duals = madeDuals();
    for (Index gene = 0; gene < kGenes; ++gene)
        input.genes.push_back("g" + std::to_string(gene));
    for (int gene = 0; gene <= kReactions; ++gene)
        input.dualGenes.push_back(gene);
    for (int reaction = 0; reaction < kReactions; ++reaction)
        input.reactions.push_back("r" + std::to_string(reaction));
    for (Index i = 0; i < kSamples; ++i) {
        input.samples.push_back("s" + std::to_string(i));
        input.patients.push_back("p" + std::to_string(i));
        const double shared = random.normal();
        for (Index gene = 0; gene < kGenes; ++gene)
            input.expression(i, gene) = float(6 + random.normal() + 0.5 * shared);
        const VectorD seen = input.expression.row(i).head(kReactions + 1).transpose().cast<double>();
        input.targets.row(i) = boundsAt(*duals, seen).transpose();
    }
    for (Index set = 0; set < 3; ++set) {
        input.sets.sets.push_back({"set " + std::to_string(set), "", {}});
        input.setGenes.emplace_back();
        for (Index gene = 0; gene < 20; ++gene) // they share genes
            input.setGenes.back().push_back(set * 15 + gene);
    }
    input.duals = duals;
    return input;
}

GanOptions smallOptions(double gradientWeight)
{
    GanOptions options = GanOptions::fromPreset(GanPreset::Quick);
    options.tokenSize = 16;
    options.hidden = 32;
    options.channels = 8;
    options.projection = 16;
    options.criticSteps = 1;
    options.epochs = 40;
    options.patience = 0;
    options.gradientWeight = gradientWeight;
    options.bottleneckHead = false; // the network alone
    return options;
}

/// Share of the summed |gradient| that lies on the gene that sets the capacity, over the test samples.
double shareOnTruth(const GanRun &run, const GanInput &input)
{
    double on = 0, all = 0;
    MatrixF gradient;
    for (int reaction = 0; reaction + 1 < kReactions; ++reaction)
        for (const int sample : run.testSamples) {
            (void)run.network->output(reaction, input.expression.middleRows(sample, 1), &gradient);
            on += double(std::abs(gradient(0, reaction)));
            all += double(gradient.cwiseAbs().sum());
        }
    return on / all;
}

bool sameHistory(const GanRun &a, const GanRun &b)
{
    return std::equal(a.history.begin(), a.history.end(), b.history.begin(), b.history.end(),
                      [](const GanEpoch &x, const GanEpoch &y) {
                          return x.generatorLoss == y.generatorLoss && x.criticLoss == y.criticLoss &&
                                 x.validationMse == y.validationMse && x.gradientLoss == y.gradientLoss &&
                                 x.validationGradientError == y.validationGradientError &&
                                 x.validationGradientRatio == y.validationGradientRatio;
                      });
}

bool warnsOfFew(const GanRun &run)
{
    return std::any_of(run.warnings.begin(), run.warnings.end(), [](const std::string &warning) {
        return warning.find("Gradient matching") != std::string::npos;
    });
}

} // namespace

class TestGradientMatching : public QObject
{
    Q_OBJECT

private:
    GanInput m_input = madeInput();
    std::shared_ptr<GanRun> m_plain, m_matched;

    std::shared_ptr<GanRun> train(const GanInput &input, const GanOptions &options)
    {
        auto run = trainGan(input, options, {});
        return run ? std::make_shared<GanRun>(*run) : nullptr;
    }

private slots:
    void initTestCase()
    {
        m_plain = train(m_input, smallOptions(0));
        m_matched = train(m_input, smallOptions(5));
        QVERIFY(m_plain && m_matched);
    }

    void findsWhatLimits()
    {
        const double plain = shareOnTruth(*m_plain, m_input), matched = shareOnTruth(*m_matched, m_input);
        QVERIFY2(matched > 1.5 * plain, (std::to_string(plain) + " " + std::to_string(matched)).c_str());
        QVERIFY2(m_matched->test.pearson > m_plain->test.pearson,
                 std::to_string(m_matched->test.pearson).c_str());
    }

    void reportsTheError()
    {
        const GanEpoch &first = m_matched->history.front(), &last = m_matched->history.back();
        QVERIFY(last.gradientLoss > 0 && last.gradientLoss < first.gradientLoss);
        QVERIFY2(last.validationGradientRatio > 0 && last.validationGradientRatio < 0.5,
                 std::to_string(last.validationGradientRatio).c_str());
        QVERIFY(last.validationGradientError > 0 && !warnsOfFew(*m_matched));
    }

    void withoutWeightNothingChanges()
    {
        GanInput without = m_input;
        without.duals.reset();
        without.dualGenes.clear();
        const auto run = train(without, smallOptions(0));
        QVERIFY(run && sameHistory(*run, *m_plain) && run->predicted == m_plain->predicted);
        QCOMPARE(m_plain->history.back().gradientLoss, 0.0);
        QCOMPARE(m_plain->history.back().validationGradientRatio, 0.0);
    }

    void sameSeedSameRunSavedAndRead()
    {
        const auto again = train(m_input, smallOptions(5));
        QVERIFY(again && sameHistory(*again, *m_matched) && again->predicted == m_matched->predicted);
        const auto path = std::filesystem::temp_directory_path() /
                          ("pathgan-gradient-" + std::to_string(QCoreApplication::applicationPid()) + ".pt");
        QVERIFY(again->network->save(path).ok());
        const auto read = loadNetwork(path);
        std::filesystem::remove(path);
        QVERIFY(read.ok() && sameHistory(*read, *m_matched));
    }

    void bothGeneratorsAndScales()
    {
        for (const auto generator : {GeneratorKind::PathwayTokens, GeneratorKind::ProjectedAttention})
            for (const auto scale : {TargetScale::AsIs, TargetScale::Log10}) {
                GanOptions options = smallOptions(5);
                options.generator = generator;
                options.targetScale = scale;
                options.epochs = 20;
                const auto run = train(m_input, options);
                QVERIFY(run);
                const double ratio = run->history.back().validationGradientRatio;
                QVERIFY2(ratio > 0 && ratio < 0.9, std::to_string(ratio).c_str());
            }
    }

    void leavesOutWhatIsNotUnique()
    {
        auto degenerate = std::make_shared<CapacityDuals>(*m_input.duals);
        auto inexact = std::make_shared<CapacityDuals>(*m_input.duals);
        for (std::size_t i = 0; i < degenerate->values.size(); ++i) {
            degenerate->values[i].isDegenerate = i % 5 != 0;
            inexact->values[i].gap = i % 5 != 0 ? 1e-5 : 1e-7;
        }
        GanOptions options = smallOptions(5);
        options.epochs = 3;
        GanInput input = m_input;
        input.duals = degenerate;
        const auto run = train(input, options);
        QVERIFY(run && warnsOfFew(*run));
        input.duals = inexact;
        const auto other = train(input, options);
        QVERIFY(other && warnsOfFew(*other) && sameHistory(*run, *other));
    }

    void trainsWithoutWhereThereAreNone()
    {
        GanInput without = m_input;
        without.duals.reset();
        const auto run = trainGan(without, smallOptions(5), {});
        QVERIFY(run.ok() && run->history.back().gradientLoss == 0);
        QVERIFY(std::count(run->warnings.begin(), run->warnings.end(),
                           "No dual solutions: trained without gradient matching") == 1);
        GanInput unfit = m_input;
        unfit.dualGenes.pop_back();
        QVERIFY(!trainGan(unfit, smallOptions(5), {}).ok());
    }
};

PATHGAN_TEST(TestGradientMatching)
#include "tst_gradientmatching.moc"
