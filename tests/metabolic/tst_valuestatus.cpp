// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/unfinishedflux.h"

#include "tests/metabolic/smallnetwork.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <random>
#include <tuple>

using namespace pathgan;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// smallnetwork with DEAD, whose product nothing takes.
MetabolicModel withDeadEnd()
{
    MetabolicModel model = smallnetwork::make();
    Metabolite lost;
    lost.id = "lost_c";
    lost.compartment = "c";
    model.metabolites.push_back(lost);
    smallnetwork::addReaction(model, "DEAD", 0, 1000, {{2, -1.0}, {4, 1.0}});
    model.buildIndex();
    return model;
}

/// In S2 GTHX may carry 31.25, BYP 62.5.
Cohort threeSamples()
{
    MatrixD values(3, 3);
    values << 8, 0.25, 0.25, 0, 0.125, 0.125, 16, 1, unknown;
    return smallnetwork::cohortOf(values);
}

Cohort manySamples(Index count)
{
    std::mt19937 engine(23);
    std::uniform_real_distribution<double> number(0, 9);
    MatrixD values(3, count);
    for (Index i = 0; i < values.size(); ++i)
        values.data()[i] = std::exp2(number(engine)) - 1;
    return smallnetwork::cohortOf(values);
}

/// Of a file that holds one run.
std::optional<FluxRun> readFlux(const std::string &path)
{
    const Result<std::vector<KeptSamples>> kept = readKept(path);
    return kept && kept->size() == 1 ? fluxOf(kept->front()) : std::nullopt;
}

/// Terms by the names of their bounds: an unfinished file numbers them its own way.
std::vector<std::tuple<std::string, bool, double>> termsOf(const CapacityDuals &duals,
                                                           const DualSolution &solution)
{
    std::vector<std::tuple<std::string, bool, double>> terms;
    for (const DualTerm &term : solution.terms) {
        const ExpressedBound &bound = duals.bounds[static_cast<std::size_t>(term.bound)];
        terms.emplace_back(bound.reaction, bound.isUpper, term.dual);
    }
    return terms;
}

bool sameDuals(const FluxRun &a, const FluxRun &b)
{
    if (!a.duals || !b.duals)
        return !a.duals && !b.duals;
    const auto same = [&](const std::vector<DualSolution> &x, const std::vector<DualSolution> &y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                          [&](const DualSolution &left, const DualSolution &right) {
                              return termsOf(*a.duals, left) == termsOf(*b.duals, right) &&
                                     left.growthDual == right.growthDual && left.gap == right.gap &&
                                     left.isDegenerate == right.isDegenerate;
                          });
    };
    return same(a.duals->growth, b.duals->growth) && same(a.duals->values, b.duals->values);
}

/// With what the bounds are made of.
bool sameBounds(const CapacityDuals &a, const CapacityDuals &b)
{
    return a.genes == b.genes && a.expression == b.expression &&
           std::equal(a.bounds.begin(), a.bounds.end(), b.bounds.begin(), b.bounds.end(),
                      [](const ExpressedBound &x, const ExpressedBound &y) {
                          return x.reaction == y.reaction && x.isUpper == y.isUpper && x.medium == y.medium &&
                                 x.rule.size() == y.rule.size();
                      });
}

bool sameBits(const FluxRun &a, const FluxRun &b)
{
    return sameDuals(a, b) && a.samples == b.samples && a.status == b.status && a.growth == b.growth &&
           a.values == b.values && a.minima == b.minima && a.valueStatus == b.valueStatus && a.key == b.key;
}

} // namespace

class TestValueStatus : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    GeneTable m_table;

    FluxOptions options(FluxQuantity quantity = FluxQuantity::Capacity)
    {
        FluxOptions result;
        result.medium = MediumPreset::AsDistributed;
        result.quantity = quantity;
        result.reactions = {"GTHX", "BYP", "DEAD"};
        return result;
    }
    Result<FluxRun> run(const FluxOptions &wanted, const MetabolicModel &model = withDeadEnd())
    {
        return computeFlux(model, threeSamples(), m_table, wanted);
    }
    /// Cancels once so many samples are finished.
    static TaskContext cancelAfter(double samples)
    {
        auto control = std::make_shared<TaskControl>();
        return TaskContext(control, [control, samples](const Progress &progress) {
            if (progress.total > 0 && progress.done >= samples)
                control->requestStop(StopKind::Cancel);
        });
    }

private slots:
    void initTestCase() { m_table = smallnetwork::geneTable(m_folder.path().toStdString(), 3); }

    void capacities()
    {
        const Result<FluxRun> found = run(options());
        QVERIFY(found.ok());
        const auto name = [&](Index sample, Index reaction) {
            return QString(found->valueStatusName(sample, reaction));
        };
        QCOMPARE(name(0, 0), QString("on a bound")); // 1000, round the loop
        QCOMPARE(name(0, 1), QString("unique"));     // 100: what may enter
        QCOMPARE(name(1, 0), QString("on a bound"));
        QCOMPARE(name(1, 1), QString("on a bound"));
        for (Index sample = 0; sample < 3; ++sample)
            QCOMPARE(name(sample, 2), QString("blocked"));
        QCOMPARE(found->valuesWith(ValueStatus::Blocked), std::size_t(3));
        QVERIFY(found->minima.size() == 0);
    }

    /// BYP must carry what GTHX (31.25) cannot of 0.9·93.75, GTHX what BYP (62.5) cannot.
    void rangeInClosedForm()
    {
        const Result<FluxRun> found = run(options(FluxQuantity::CapacityRange));
        QVERIFY(found.ok());
        QVERIFY(found->isCapacity());
        MatrixD least(1, 3), most(1, 3);
        least << 21.875, 53.125, 0;
        most << 31.25, 62.5, 0;
        QVERIFY((found->minima.row(1) - least).cwiseAbs().maxCoeff() < 1e-9);
        QVERIFY((found->values.row(1) - most).cwiseAbs().maxCoeff() < 1e-9);
        QVERIFY((found->values - found->minima).minCoeff() >= 0);
    }

    void plainFbaSaysWhatIsNotUnique()
    {
        const Result<FluxRun> found = run(options(FluxQuantity::Fba));
        QVERIFY(found.ok());
        QCOMPARE(QString(found->valueStatusName(0, 0)), QString("not unique")); // or round the loop
        QCOMPARE(QString(found->valueStatusName(1, 0)), QString("on a bound")); // both ways are full
        QCOMPARE(QString(found->valueStatusName(1, 1)), QString("on a bound"));
        QCOMPARE(QString(found->valueStatusName(1, 2)), QString("blocked"));
        const Result<FluxRun> perturbed = run(options(FluxQuantity::PerturbedFba));
        QCOMPARE(perturbed->valuesWith(ValueStatus::NotUnique), std::size_t(0));
    }

    void infeasibleSamplesHaveTheirOwn()
    {
        MetabolicModel model = withDeadEnd();
        model.reactions[2].lower = 40; // GTHX
        const Result<FluxRun> found = run(options(), model);
        QVERIFY(found.ok());
        QCOMPARE(QString(found->valueStatusName(1, 0)), QString("infeasible"));
        QCOMPARE(QString(found->valueStatusName(0, 0)), QString("on a bound"));
        QVERIFY(std::isnan(found->values(1, 0)));
    }

    /// Scores are divided by 16, the largest of both reactions.
    void globalScale()
    {
        FluxOptions wanted = options();
        wanted.scoreScale = ScoreScale::Global;
        const Result<FluxRun> found = run(wanted);
        QVERIFY(found.ok());
        QCOMPARE(found->values(1, 0), 15.625);
        QCOMPARE(found->values(1, 1), 62.5);
        QCOMPARE(found->growth[1], 78.125);
    }

    /// What was finished before a cancellation is not solved again, and the end is the same to the last bit.
    void goesOnAfterCancel()
    {
        const Cohort cohort = manySamples(40);
        const MetabolicModel model = withDeadEnd();
        for (const FluxQuantity quantity : {FluxQuantity::CapacityRange, FluxQuantity::PerturbedFba}) {
            FluxOptions wanted = options(quantity);
            wanted.threads = 2;
            const Result<FluxRun> whole = computeFlux(model, cohort, m_table, wanted);
            FluxRun unfinished;
            const Result<FluxRun> cancelled =
                computeFlux(model, cohort, m_table, wanted, cancelAfter(7), &unfinished);
            QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
            const std::size_t kept = unfinished.samples.size();
            QVERIFY(kept >= 7 && kept < 40);
            std::atomic<double> first{1e9};
            const TaskContext watch(std::make_shared<TaskControl>(), [&](const Progress &progress) {
                if (progress.phase == "Solving samples")
                    first = std::min(first.load(), progress.done);
            });
            wanted.threads = 1; // no part of the key
            const Result<FluxRun> rest = computeFlux(model, cohort, m_table, wanted, watch, &unfinished);
            QVERIFY(rest.ok() && whole.ok());
            QCOMPARE(first.load(), static_cast<double>(kept + 1));
            QVERIFY(sameBits(*rest, *whole));
            QVERIFY(!rest->stoppedEarly);
            QCOMPARE(rest->duals != nullptr, quantity == FluxQuantity::CapacityRange);
            QVERIFY(!rest->duals || sameBounds(*rest->duals, *whole->duals));
            if (!unfinished.duals)
                continue;
            // by way of the disk, and without duals, which are then found again
            const std::string path = m_folder.filePath("c.unfinished").toStdString();
            QVERIFY(writeKept({keptFlux(unfinished)}, path).ok());
            std::optional<FluxRun> read = readFlux(path);
            QVERIFY(read && read->duals);
            const Result<FluxRun> fromDisk = computeFlux(model, cohort, m_table, wanted, {}, &*read);
            QVERIFY(fromDisk.ok() && sameBits(*fromDisk, *whole));
            QVERIFY(sameBounds(*fromDisk->duals, *whole->duals));
            read->duals = nullptr;
            const Result<FluxRun> again = computeFlux(model, cohort, m_table, wanted, {}, &*read);
            QVERIFY(again.ok() && sameBits(*again, *whole));
        }
    }

    void otherInputsDoNotGoOn()
    {
        const MetabolicModel model = withDeadEnd();
        FluxRun unfinished;
        QVERIFY(!computeFlux(model, manySamples(40), m_table, options(), cancelAfter(7), &unfinished).ok());
        FluxOptions other = options();
        other.growthFraction = 0.5;
        const Result<FluxRun> fresh = computeFlux(model, manySamples(40), m_table, other);
        const Result<FluxRun> tried = computeFlux(model, manySamples(40), m_table, other, {}, &unfinished);
        QVERIFY(fresh.ok() && tried.ok() && sameBits(*fresh, *tried));
        QVERIFY(fresh->key != unfinished.key);
        const Result<FluxRun> larger = computeFlux(model, manySamples(41), m_table, options());
        QVERIFY(larger->key != unfinished.key);
    }

    void unfinishedFileKeepsEveryBit()
    {
        FluxRun unfinished;
        QVERIFY(!computeFlux(withDeadEnd(), manySamples(40), m_table, options(FluxQuantity::CapacityRange),
                             cancelAfter(5), &unfinished)
                     .ok());
        unfinished.values(0, 0) = unknown;
        unfinished.status[0] = SolutionStatus::Infeasible;
        const std::string path = m_folder.filePath("a.unfinished").toStdString();
        QVERIFY(writeKept({keptFlux(unfinished)}, path).ok());
        const std::optional<FluxRun> read = readFlux(path);
        QVERIFY(read.has_value());
        QVERIFY(std::isnan(read->values(0, 0)));
        unfinished.values(0, 0) = 1;
        FluxRun same = *read;
        same.values(0, 0) = 1;
        QVERIFY(sameBits(same, unfinished));
        QCOMPARE(same.reactions, unfinished.reactions);
    }

    void damagedUnfinishedFilesAreRefused()
    {
        FluxRun unfinished;
        QVERIFY(!computeFlux(withDeadEnd(), manySamples(40), m_table, options(), cancelAfter(5), &unfinished)
                     .ok());
        const std::string path = m_folder.filePath("b.unfinished").toStdString();
        QVERIFY(writeKept({keptFlux(unfinished)}, path).ok());
        std::ifstream file(path, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        for (std::size_t length = 0; length < text.size(); length += 7) {
            std::ofstream(path, std::ios::binary) << text.substr(0, length);
            QVERIFY2(!readFlux(path), std::to_string(length).c_str());
        }
        std::string bad = text;
        bad.replace(bad.find("optimal"), 7, "optimum");
        std::ofstream(path, std::ios::binary) << bad;
        QVERIFY(!readFlux(path));
    }
};

PATHGAN_TEST(TestValueStatus)
#include "tst_valuestatus.moc"
