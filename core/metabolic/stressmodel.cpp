#include "core/metabolic/stressmodel_p.h"

#include "core/metabolic/medium.h"
#include "core/metabolic/metaboliteid_p.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>

namespace pathgan {

namespace {

constexpr double maintenance = 1.07; ///< mmol ATP/gDW/h

enum class RedoxKind { Catalase, Peroxidase, Peroxiredoxin, Reductase };

/// An antioxidant reaction: by its id (BiGG first, then VMH), else by its stoichiometry in its compartments.
struct RedoxRole
{
    RedoxKind kind;
    std::initializer_list<std::string_view> ids;
    std::initializer_list<std::string_view> compartments;
    bool isExtracellular = false;
};

const RedoxRole roles[] = {
    {RedoxKind::Catalase, {"CATm"}, {"m"}},
    {RedoxKind::Catalase, {"CATp"}, {"x", "p"}},
    {RedoxKind::Catalase, {"CATr"}, {"r"}},
    {RedoxKind::Catalase, {"CAT"}, {"c"}},
    {RedoxKind::Peroxidase, {"GTHPi", "GTHP"}, {"c"}},
    {RedoxKind::Peroxidase, {"GTHPm"}, {"m"}},
    {RedoxKind::Peroxidase, {"GTHPe"}, {"e"}, true},
    {RedoxKind::Peroxiredoxin, {"PRDX"}, {}},
    {RedoxKind::Peroxiredoxin, {"PRDXl"}, {}},
    {RedoxKind::Reductase, {"GTHOr", "GTHO"}, {"c"}},
    {RedoxKind::Reductase, {"GTHOm"}, {"m"}},
};

/// Coefficients by metabolite without compartment, protons left out.
std::map<std::string, double, std::less<>> amounts(const MetabolicModel &model, const Reaction &reaction)
{
    std::map<std::string, double, std::less<>> result;
    for (const auto &[index, coefficient] : reaction.stoichiometry) {
        const std::string base(baseMetaboliteId(model.metabolites[static_cast<std::size_t>(index)].id));
        if (base != "h")
            result[base] += coefficient;
    }
    return result;
}

bool hasStoichiometry(const MetabolicModel &model, const Reaction &reaction, RedoxKind kind)
{
    using Amounts = std::map<std::string, double, std::less<>>;
    static const std::map<RedoxKind, Amounts> expected = {
        {RedoxKind::Catalase, {{"h2o2", -2}, {"h2o", 2}, {"o2", 1}}},
        {RedoxKind::Peroxidase, {{"h2o2", -1}, {"gthrd", -2}, {"gthox", 1}, {"h2o", 2}}},
        {RedoxKind::Reductase, {{"gthox", -1}, {"nadph", -1}, {"gthrd", 2}, {"nadp", 1}}},
    };
    const auto wanted = expected.find(kind);
    if (wanted == expected.end())
        return false;
    const Amounts got = amounts(model, reaction);
    if (got.size() != wanted->second.size())
        return false;
    const auto leading = got.find(wanted->second.contains("h2o2") ? "h2o2" : "gthox");
    if (leading == got.end() || leading->second >= 0)
        return false;
    const double scale = leading->second / wanted->second.at(leading->first);
    return std::all_of(got.begin(), got.end(), [&](const auto &entry) {
        const auto it = wanted->second.find(entry.first);
        return it != wanted->second.end() && std::abs(entry.second - scale * it->second) < 1e-9;
    });
}

bool isWithin(const MetabolicModel &model, const Reaction &reaction,
              std::initializer_list<std::string_view> compartments)
{
    const auto compartmentOf = [&](const auto &entry) -> const std::string & {
        return model.metabolites[static_cast<std::size_t>(entry.first)].compartment;
    };
    const std::string &first = compartmentOf(reaction.stoichiometry.front());
    return std::find(compartments.begin(), compartments.end(), first) != compartments.end() &&
           std::all_of(reaction.stoichiometry.begin(), reaction.stoichiometry.end(),
                       [&](const auto &entry) { return compartmentOf(entry) == first; });
}

/// −1: the model has none.
int findRole(const MetabolicModel &model, const RedoxRole &role)
{
    for (const std::string_view id : role.ids) {
        if (const int index = model.reactionIndex(id); index >= 0)
            return index;
    }
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        const Reaction &reaction = model.reactions[i];
        if (reaction.stoichiometry.size() > 2 && isWithin(model, reaction, role.compartments) &&
            hasStoichiometry(model, reaction, role.kind))
            return static_cast<int>(i);
    }
    return -1;
}

double capacityOf(const RedoxRole &role, const StressOptions &options)
{
    if (role.isExtracellular)
        return 0;
    return role.kind == RedoxKind::Catalase ? options.catalaseCapacity : options.peroxidaseCapacity;
}

class StressModelBuilder
{
public:
    StressModelBuilder(const MetabolicModel &model, const StressOptions &options)
        : m_model(model), m_options(options)
    {
        m_result.problem = LpModel::ofNetwork(model);
    }

    void setMedium(bool distributed)
    {
        if (!distributed) {
            for (const BoundChange &change : modelRMediumBounds(m_model)) {
                lower(change.reaction) = change.lower;
                upper(change.reaction) = change.upper;
            }
        }
        for (const char *id : {"ATPM", "DM_atp_c_"}) {
            if (const int index = m_model.reactionIndex(id); index >= 0) {
                lower(index) = std::min(maintenance, upper(index));
                break;
            }
        }
        for (std::size_t i = 0; i < m_model.reactions.size(); ++i) {
            const int index = static_cast<int>(i);
            if (m_model.isBoundary(index) && isExternalOxidant(m_model.reactions[i]))
                lower(index) = upper(index) = 0;
        }
    }

    void setRedoxRules()
    {
        std::vector<bool> mayUsePeroxide(m_model.reactions.size()), mayUseDisulphide(mayUsePeroxide);
        for (const RedoxRole &role : roles) {
            const int index = findRole(m_model, role);
            if (index < 0 || (m_options.strict && role.kind == RedoxKind::Peroxiredoxin))
                continue;
            const bool isReductase = role.kind == RedoxKind::Reductase;
            (isReductase ? mayUseDisulphide : mayUsePeroxide)[static_cast<std::size_t>(index)] = true;
            m_result.capacities.push_back({index, capacityOf(role, m_options)});
        }
        forbidConsumption("h2o2", mayUsePeroxide);
        if (m_options.strict)
            forbidConsumption("gthox", mayUseDisulphide);
        for (const RedoxCapacity &entry : m_result.capacities)
            upper(entry.reaction) = std::min(upper(entry.reaction), entry.capacity);
    }

    /// h2o2_c, h2o_c, o2_c must exist.
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
        const auto index = static_cast<std::size_t>(reaction.stoichiometry.front().first);
        const Metabolite &metabolite = m_model.metabolites[index];
        const std::string_view base = baseMetaboliteId(metabolite.id);
        return metabolite.compartment == m_model.externalCompartment() && (base == "h2o2" || base == "o2s");
    }

    /// Every reaction but those allowed, boundaries and pure transport loses the direction that consumes it.
    void forbidConsumption(std::string_view base, const std::vector<bool> &isAllowed)
    {
        for (std::size_t i = 0; i < m_model.reactions.size(); ++i) {
            const int index = static_cast<int>(i);
            if (isAllowed[i] || m_model.isBoundary(index))
                continue;
            double net = 0;
            for (const auto &[metabolite, coefficient] : m_model.reactions[i].stoichiometry) {
                if (baseMetaboliteId(m_model.metabolites[static_cast<std::size_t>(metabolite)].id) == base)
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
    const auto cytosolic = [&](const std::string &base) {
        const int index = model.metaboliteIndex(base + "_c");
        return index >= 0 ? index : model.metaboliteIndex(base + "[c]");
    };
    const int peroxide = cytosolic("h2o2"), water = cytosolic("h2o"), oxygen = cytosolic("o2");
    for (const auto &[index, name] : {std::pair(peroxide, "h2o2_c"), {water, "h2o_c"}, {oxygen, "o2_c"}}) {
        if (index < 0)
            return Error{ErrorCode::UnknownName, name};
    }
    if (model.activeObjective < 0 ||
        !model.objectives[static_cast<std::size_t>(model.activeObjective)].maximise)
        return Error{ErrorCode::UnknownName, "objective"};
    StressModelBuilder builder(model, options);
    builder.setMedium(distributedMedium);
    builder.setRedoxRules();
    builder.addLoad(peroxide, water, oxygen);
    return builder.take();
}

} // namespace pathgan
