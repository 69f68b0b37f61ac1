// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/stress/stressmodel_p.h"

#include "core/metabolic/fba/fbaproblem_p.h"
#include "core/metabolic/model/compoundnames_p.h"
#include "core/metabolic/model/conceptreactions.h"
#include "core/metabolic/model/medium.h"
#include "core/metabolic/model/model.h"

#include <algorithm>
#include <string_view>

namespace pathgan {

namespace {

constexpr double maintenance = 1.07; ///< mmol ATP/gDW/h

double capacityOf(const RedoxReaction &role, const StressOptions &options)
{
    if (role.compartment == CompartmentKind::Extracellular)
        return 0;
    return role.kind == RedoxKind::Catalase ? options.catalaseCapacity : options.peroxidaseCapacity;
}

class StressModelBuilder
{
public:
    StressModelBuilder(const MetabolicModel &model, const StressOptions &options)
        : m_model(model), m_options(options)
    {
        m_result.problem = networkProblem(model);
        if (const int growth = assumedObjective(model); growth >= 0)
            m_result.problem.cost[static_cast<std::size_t>(growth)] = 1;
    }

    void setMedium(bool distributed)
    {
        if (!distributed) {
            for (const BoundChange &change : modelRMediumBounds(m_model)) {
                lower(change.reaction) = change.lower;
                upper(change.reaction) = change.upper;
            }
        }
        if (const int index = maintenanceReaction(m_model).reaction; index >= 0)
            lower(index) = std::min(maintenance, upper(index));
        for (std::size_t i = 0; i < m_model.reactions.size(); ++i) {
            const int index = static_cast<int>(i);
            if (m_model.isBoundary(index) && isExternalOxidant(m_model.reactions[i]))
                lower(index) = upper(index) = 0;
        }
    }

    void setRedoxRules()
    {
        std::vector<bool> mayUsePeroxide(m_model.reactions.size()), mayUseDisulphide(mayUsePeroxide);
        for (const RedoxReaction &role : redoxReactions(m_model)) {
            const int index = role.found.reaction;
            if (index < 0 || (m_options.strict && role.kind == RedoxKind::Peroxiredoxin))
                continue;
            const bool isReductase = role.kind == RedoxKind::Reductase;
            (isReductase ? mayUseDisulphide : mayUsePeroxide)[static_cast<std::size_t>(index)] = true;
            if (role.isReversed)
                turnRound(index);
            m_result.capacities.push_back({index, capacityOf(role, m_options), role.isReversed});
        }
        for (const int reaction : biomassReactions(m_model)) // what growth takes up is no way out
            mayUsePeroxide[static_cast<std::size_t>(reaction)] =
                mayUseDisulphide[static_cast<std::size_t>(reaction)] = true;
        forbidConsumption("h2o2", mayUsePeroxide);
        if (m_options.strict)
            forbidConsumption("gthox", mayUseDisulphide);
        for (const RedoxCapacity &entry : m_result.capacities)
            upper(entry.reaction) = std::min(upper(entry.reaction), entry.capacity);
    }

    /// Of the cytosol; they must exist.
    void addLoad(int peroxide, int water, int oxygen)
    {
        m_result.load = m_result.problem.addColumn({{peroxide, 2}, {water, -2}, {oxygen, -1}}, 0, 0);
    }

    StressModel take()
    {
        std::sort(m_result.restricted.begin(), m_result.restricted.end());
        return std::move(m_result);
    }

private:
    double &lower(int reaction) { return m_result.problem.lower[static_cast<std::size_t>(reaction)]; }
    double &upper(int reaction) { return m_result.problem.upper[static_cast<std::size_t>(reaction)]; }

    bool isExternalOxidant(const Reaction &reaction) const
    {
        const int index = reaction.stoichiometry.front().first;
        const ModelConcepts &concepts = m_model.concepts();
        return m_model.metabolites[static_cast<std::size_t>(index)].compartment ==
                   m_model.externalCompartment() &&
               (concepts.is(index, "h2o2") || concepts.is(index, "o2s"));
    }

    /// A reaction written from right to left runs from left to right in the problem.
    void turnRound(int reaction)
    {
        for (auto &entry : m_result.problem.columns[static_cast<std::size_t>(reaction)])
            entry.second = -entry.second;
        double &cost = m_result.problem.cost[static_cast<std::size_t>(reaction)];
        cost = 0 - cost;
        std::swap(lower(reaction), upper(reaction));
        lower(reaction) = 0 - lower(reaction);
        upper(reaction) = 0 - upper(reaction);
    }

    /// Every reaction but those allowed, boundaries and pure transport loses the direction that consumes it.
    void forbidConsumption(std::string_view compound, const std::vector<bool> &isAllowed)
    {
        const int wanted = compoundIndex(compound);
        for (std::size_t i = 0; i < m_model.reactions.size(); ++i) {
            const int index = static_cast<int>(i);
            if (isAllowed[i] || m_model.isBoundary(index))
                continue;
            double net = 0;
            for (const auto &[metabolite, coefficient] : m_model.reactions[i].stoichiometry) {
                if (m_model.concepts().compoundOf(metabolite) == wanted)
                    net += coefficient;
            }
            if (net < 0 && upper(index) > 0) {
                upper(index) = 0;
                lower(index) = std::min(lower(index), 0.0);
                m_result.restricted.push_back(index);
            } else if (net > 0 && lower(index) < 0) {
                lower(index) = 0;
                upper(index) = std::max(upper(index), 0.0);
                m_result.restricted.push_back(index);
            }
        }
    }

    const MetabolicModel &m_model;
    const StressOptions &m_options;
    StressModel m_result;
};

} // namespace

Result<StressModel> makeStressModel(const MetabolicModel &model, const StressOptions &options,
                                    bool distributedMedium)
{
    const auto cytosolic = [&](const char *compound) {
        return model.concepts().metabolite(compound, CompartmentKind::Cytosol);
    };
    const int peroxide = cytosolic("h2o2"), water = cytosolic("h2o"), oxygen = cytosolic("o2");
    for (const auto &[index, name] :
         {std::pair(peroxide, "hydrogen peroxide"), {water, "water"}, {oxygen, "oxygen"}}) {
        if (index < 0)
            return Error{ErrorCode::UnknownName, std::string(name) + " in the cytosol"};
    }
    const bool isMaximised = model.activeObjective < 0
                                 ? assumedObjective(model) >= 0
                                 : model.objectives[static_cast<std::size_t>(model.activeObjective)].maximise;
    if (!isMaximised)
        return Error{ErrorCode::UnknownName, "objective"};
    StressModelBuilder builder(model, options);
    builder.setMedium(distributedMedium);
    builder.setRedoxRules();
    builder.addLoad(peroxide, water, oxygen);
    return builder.take();
}

} // namespace pathgan
