// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/check/modelcheck.h"

#include "core/base/optionentries.h"
#include "core/metabolic/check/balancecheck_p.h"
#include "core/metabolic/check/energycheck_p.h"
#include "core/metabolic/check/fluxcheck_p.h"
#include "core/metabolic/check/structurecheck_p.h"

#include "core/base/marked.h"

#include <algorithm>

namespace pathgan {

const std::vector<CheckKind> &checkKinds()
{
    static const std::vector<CheckKind> kinds = {
        CheckKind::OrphanMetabolite, CheckKind::DeadEndMetabolite, CheckKind::BlockedReaction,
        CheckKind::MassImbalance,    CheckKind::ChargeImbalance,   CheckKind::BalanceUnknown,
        CheckKind::RunsWithoutInput, CheckKind::EnergyFromNothing, CheckKind::UnknownGene,
        CheckKind::UnusedGene,       CheckKind::OpenExchange,      CheckKind::UnreadRule,
        CheckKind::DuplicateReaction};
    return kinds;
}

const char *checkKindName(CheckKind kind)
{
    switch (kind) {
    case CheckKind::OrphanMetabolite:
        return marked("Core", "orphan metabolites");
    case CheckKind::DeadEndMetabolite:
        return marked("Core", "dead-end metabolites");
    case CheckKind::BlockedReaction:
        return marked("Core", "blocked reactions");
    case CheckKind::MassImbalance:
        return marked("Core", "mass imbalances");
    case CheckKind::ChargeImbalance:
        return marked("Core", "charge imbalances");
    case CheckKind::BalanceUnknown:
        return marked("Core", "balance not checkable");
    case CheckKind::RunsWithoutInput:
        return marked("Core", "reactions that run without input");
    case CheckKind::EnergyFromNothing:
        return marked("Core", "energy from nothing");
    case CheckKind::UnknownGene:
        return marked("Core", "unknown genes");
    case CheckKind::UnusedGene:
        return marked("Core", "genes in no rule");
    case CheckKind::OpenExchange:
        return marked("Core", "open exchanges");
    case CheckKind::UnreadRule:
        return marked("Core", "gene rules not understood");
    case CheckKind::DuplicateReaction:
        return marked("Core", "duplicate reactions");
    }
    return "";
}

std::size_t ModelCheckRun::count(CheckKind kind) const
{
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [kind](const CheckFinding &found) { return found.kind == kind; }));
}

const OptionTable &ModelCheckOptions::table()
{
    static const OptionTable all = {
        option("check_fluxes", &ModelCheckOptions::withFluxes,
               "also what needs linear programs: blocked reactions, loops, energy from nothing"),
        option("check_threads", &ModelCheckOptions::threads, {0, mostThreads}, "0: one a core")
            .withoutEffect(),
    };
    return all;
}

Result<void> ModelCheckOptions::check() const
{
    return ConstOptionsRef(*this).check();
}

namespace {

/// A check that only linear programs can do: a failed one leaves its kind open, a stop ends everything.
template <class Check>
Result<void> decide(CheckKind kind, ModelCheckRun &run, const Check &check)
{
    const std::size_t before = run.findings.size();
    Result<void> done = check();
    if (done || done.error().code == ErrorCode::Cancelled)
        return done;
    run.findings.resize(before);
    run.left.push_back(kind);
    return {};
}

} // namespace

Result<ModelCheckRun> checkModel(const MetabolicModel &model, const GeneTable &genes,
                                 const ModelCheckOptions &options, const TaskContext &context)
{
    if (const Result<void> checked = options.check(); !checked)
        return checked.error();
    ModelCheckRun run;
    context.report(marked("Core", "Checking model"), 0, 0);
    checkMetabolites(model, run);
    checkBalance(model, run);
    checkGenes(model, genes, run);
    checkExchanges(model, run);
    checkRules(model, run);
    checkDuplicates(model, run);
    if (options.withFluxes) {
        Result<void> done = decide(CheckKind::BlockedReaction, run,
                                   [&] { return checkBlocked(model, options.threads, run, context); });
        if (done)
            done = decide(CheckKind::RunsWithoutInput, run,
                          [&] { return checkLoops(model, options.threads, run, context); });
        if (done)
            done = decide(CheckKind::EnergyFromNothing, run,
                          [&] { return checkEnergy(model, options.threads, run, context); });
        if (!done)
            return done.error();
    } else {
        run.left = {CheckKind::BlockedReaction, CheckKind::RunsWithoutInput, CheckKind::EnergyFromNothing};
    }
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, {}};
    std::stable_sort(run.findings.begin(), run.findings.end(),
                     [](const CheckFinding &a, const CheckFinding &b) { return a.kind < b.kind; });
    return run;
}

} // namespace pathgan
