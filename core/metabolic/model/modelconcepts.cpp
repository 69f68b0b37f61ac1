// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/modelconcepts.h"

#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/metabolic/model/compoundnames_p.h"
#include "core/metabolic/model/compounds_p.h"
#include "core/metabolic/model/metaboliteid_p.h"
#include "core/metabolic/model/model.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <tuple>

namespace pathgan {

namespace {

/// What speaks for one compound: compared from the first to the last.
struct Evidence
{
    int databases = 0; ///< of annotations that agree
    bool formulaAndName = false, name = false, id = false;

    bool isAny() const { return databases > 0 || formulaAndName || name || id; }
    auto rank() const { return std::tuple(databases, formulaAndName, name, id); }
    FoundBy strongest() const
    {
        return databases > 0    ? FoundBy::Annotation
               : formulaAndName ? FoundBy::FormulaAndName
               : name           ? FoundBy::Name
                                : FoundBy::Id;
    }
};

bool containsAny(std::string_view text, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// The compound that an annotation names; −1: none.
int annotatedCompound(const Annotation &annotation)
{
    const std::string database = toUpper(annotation.database);
    if (containsAny(database, {"BIGG", "VMH"})) {
        const std::string &id = annotation.id;
        const std::size_t slash = id.rfind('/');
        return compoundIndex(slash == std::string::npos ? id : id.substr(slash + 1));
    }
    const std::string id = databaseId(annotation.database, annotation.id);
    return id.empty() ? -1 : compoundOfDatabaseId(id);
}

/// An id without the marks of its compartment: gthrd_c, gthrd[c], MNXM57@MNXC3, MAM02026c, cpd00042_c0.
std::string_view bareId(std::string_view id, const std::string &compartment)
{
    for (const std::string &mark : {'[' + compartment + ']', '_' + compartment, '@' + compartment,
                                    '_' + compartment + '0', '(' + compartment + ')'}) {
        if (id.size() > mark.size() && id.ends_with(mark))
            return id.substr(0, id.size() - mark.size());
    }
    const bool endsSo = id.size() > compartment.size() + 1 && id.ends_with(compartment);
    if (endsSo && id[id.size() - compartment.size() - 1] >= '0' &&
        id[id.size() - compartment.size() - 1] <= '9')
        return id.substr(0, id.size() - compartment.size());
    return baseMetaboliteId(id);
}

int compoundOfId(const Metabolite &metabolite)
{
    const std::string_view bare = bareId(metabolite.id, metabolite.compartment);
    if (const int compound = compoundIndex(bare); compound >= 0)
        return compound;
    std::string id = toUpper(bare);
    if (id.size() == 6 && id[0] == 'M' && id[1] == '0') // HMR wrote m02026
        id = "MAM" + id.substr(1);
    return compoundOfDatabaseId(id);
}

/// The name as it is, without a compartment in brackets or a formula behind it (as old BiGG files write).
std::vector<std::string> namesOf(const Metabolite &metabolite)
{
    std::vector<std::string> names = {metabolite.name};
    const std::string_view name = trimmed(metabolite.name);
    if (const std::size_t open = name.rfind('['); name.ends_with(']') && open != std::string_view::npos)
        names.emplace_back(name.substr(0, open));
    if (!metabolite.formula.empty() && name.size() > metabolite.formula.size() &&
        name.ends_with(metabolite.formula))
        names.emplace_back(name.substr(0, name.size() - metabolite.formula.size()));
    return names;
}

/// By compound, all that speaks for it and is not ruled out by formula and charge.
std::map<int, Evidence> evidenceOf(const Metabolite &metabolite)
{
    std::map<int, std::set<std::string>> databases;
    for (const Annotation &annotation : metabolite.annotations)
        if (const int compound = annotatedCompound(annotation); compound >= 0)
            databases[compound].insert(toUpper(annotation.database));
    std::map<int, Evidence> all;
    for (const auto &[compound, names] : databases)
        all[compound].databases = static_cast<int>(names.size());
    if (const int compound = compoundOfId(metabolite); compound >= 0)
        all[compound].id = true;
    for (const std::string &name : namesOf(metabolite))
        if (const int compound = compoundOfName(name); compound >= 0)
            all[compound].name = true;
    for (auto &[compound, evidence] : all) {
        const FormulaFit fit = formulaFit(compounds()[static_cast<std::size_t>(compound)], metabolite.formula,
                                          metabolite.charge);
        if (fit == FormulaFit::Other)
            evidence = {};
        else if (evidence.name && fit == FormulaFit::Same)
            evidence.formulaAndName = true;
        else if (fit == FormulaFit::Near)
            evidence.name = false;
    }
    return all;
}

using Words = std::initializer_list<std::string_view>;

CompartmentKind kindOfName(const std::string &name)
{
    const std::string upper = toUpper(name);
    const auto has = [&](Words words) { return containsAny(upper, words); };
    if (has({"EXTRACELLULAR", "EXTRA-CELLULAR", "EXTRA CELLULAR", "EXTRAORGANISM", "EXTRA-ORGANISM",
             "EXTRA ORGANISM", "EXTERNAL"}))
        return CompartmentKind::Extracellular;
    if (has({"INTERMEMBRANE", "INNER MITOCHONDRI"}))
        return CompartmentKind::Intermembrane;
    if (has({"MEMBRANE", "ENVELOPE"}))
        return CompartmentKind::Other;
    if (has({"MITOCHONDRI"}))
        return CompartmentKind::Mitochondrion;
    if (has({"PEROXISOM", "GLYOXYSOM"}))
        return CompartmentKind::Peroxisome;
    if (has({"ENDOPLASMIC"}))
        return CompartmentKind::Reticulum;
    if (has({"PERIPLASM"}))
        return CompartmentKind::Periplasm;
    if (has({"CYTOSOL", "CYTOPLASM"}))
        return CompartmentKind::Cytosol;
    return CompartmentKind::Other;
}

CompartmentKind kindOfId(const std::string &id, bool hasMitochondrion)
{
    std::string lower = toUpper(id);
    if (lower.starts_with("C_"))
        lower.erase(0, 2);
    if (lower.size() == 2 && lower[1] == '0')
        lower.pop_back();
    static const std::map<std::string, CompartmentKind> kinds = {
        {"C", CompartmentKind::Cytosol},           {"CYT", CompartmentKind::Cytosol},
        {"MNXC3", CompartmentKind::Cytosol},       {"E", CompartmentKind::Extracellular},
        {"EX", CompartmentKind::Extracellular},    {"OUT", CompartmentKind::Extracellular},
        {"MNXC2", CompartmentKind::Extracellular}, {"M", CompartmentKind::Mitochondrion},
        {"MIT", CompartmentKind::Mitochondrion},   {"MNXC4", CompartmentKind::Mitochondrion},
        {"X", CompartmentKind::Peroxisome},        {"PX", CompartmentKind::Peroxisome},
        {"MNXC13", CompartmentKind::Peroxisome},   {"R", CompartmentKind::Reticulum},
        {"ER", CompartmentKind::Reticulum},        {"I", CompartmentKind::Intermembrane},
        {"MNXC19", CompartmentKind::Periplasm}};
    if (lower == "P")
        return hasMitochondrion ? CompartmentKind::Peroxisome : CompartmentKind::Periplasm;
    const auto it = kinds.find(lower);
    return it == kinds.end() ? kindOfName(id) : it->second;
}

} // namespace

const char *foundByName(FoundBy by)
{
    static const char *const names[] = {marked("Core", "not found"),     marked("Core", "set by the user"),
                                        marked("Core", "annotation"),    marked("Core", "formula and name"),
                                        marked("Core", "name"),          marked("Core", "id"),
                                        marked("Core", "stoichiometry"), marked("Core", "objective")};
    return names[static_cast<std::size_t>(by)];
}

ModelConcepts::ModelConcepts(const MetabolicModel &model)
    : m_compoundOf(model.metabolites.size(), -1), m_foundBy(model.metabolites.size(), FoundBy::Nothing)
{
    nameCompartments(model);
    struct Best
    {
        Evidence evidence;
        int metabolite = -1;
    };
    std::map<std::pair<int, std::string>, Best> best;
    static const int proton = compoundIndex("h");
    for (std::size_t i = 0; i < model.metabolites.size(); ++i) {
        const std::map<int, Evidence> all = evidenceOf(model.metabolites[i]);
        const auto most = std::max_element(all.begin(), all.end(), [](const auto &a, const auto &b) {
            return a.second.rank() < b.second.rank();
        });
        if (most == all.end() || !most->second.isAny())
            continue;
        Best &other = best[{most->first, model.metabolites[i].compartment}];
        if (most->first == proton && other.evidence.isAny()) { // those of the motive force count as well
            m_compoundOf[i] = proton;
            m_foundBy[i] = most->second.strongest();
        }
        if (other.evidence.rank() < most->second.rank())
            other = {most->second, static_cast<int>(i)};
    }
    for (const auto &[key, one] : best) {
        const auto at = static_cast<std::size_t>(one.metabolite);
        m_compoundOf[at] = key.first;
        m_foundBy[at] = one.evidence.strongest();
        m_metaboliteOf[key] = one.metabolite;
    }
    assignUsers(model);
}

void ModelConcepts::nameCompartments(const MetabolicModel &model)
{
    const bool hasMitochondrion =
        std::any_of(model.compartments.begin(), model.compartments.end(), [](const std::string &id) {
            return kindOfId(id, true) == CompartmentKind::Mitochondrion;
        });
    std::map<std::string, std::size_t> size;
    for (const Metabolite &metabolite : model.metabolites)
        ++size[metabolite.compartment];
    for (std::size_t i = 0; i < model.compartments.size(); ++i) {
        const std::string &id = model.compartments[i];
        const std::string name =
            i < model.compartmentNames.size() ? model.compartmentNames[i] : std::string();
        CompartmentKind kind = kindOfName(name);
        // A name that says another place (nucleus) goes before the id's letter; "default" says nothing.
        const bool saysNothing = name.empty() || name == id || toUpper(name) == "DEFAULT";
        if (kind == CompartmentKind::Other && saysNothing)
            kind = kindOfId(id, hasMitochondrion);
        if (id == model.externalCompartment() && !id.empty())
            kind = CompartmentKind::Extracellular;
        m_kindOf[id] = kind;
        std::string &known = m_compartmentOf[kind];
        const bool isKnownExternal =
            kind == CompartmentKind::Extracellular && id != model.externalCompartment();
        if (known.empty() || (!isKnownExternal && size[id] > size[known]))
            known = id;
    }
    if (!compartment(CompartmentKind::Cytosol).empty())
        return;
    const auto largest = std::max_element(size.begin(), size.end(), [&](const auto &a, const auto &b) {
        const auto rank = [&](const auto &entry) {
            return std::pair(kindOf(entry.first) != CompartmentKind::Extracellular, entry.second);
        };
        return rank(a) < rank(b);
    });
    if (largest != size.end() && kindOf(largest->first) != CompartmentKind::Extracellular) {
        m_kindOf[largest->first] = CompartmentKind::Cytosol;
        m_compartmentOf[CompartmentKind::Cytosol] = largest->first;
    }
}

void ModelConcepts::assignUsers(const MetabolicModel &model)
{
    for (const ConceptAssignment &assignment : model.assignments) {
        const int compound = compoundIndex(assignment.topic);
        const auto known =
            std::find_if(model.metabolites.begin(), model.metabolites.end(),
                         [&](const Metabolite &metabolite) { return metabolite.id == assignment.id; });
        if (compound < 0 || known == model.metabolites.end())
            continue;
        const auto index = static_cast<int>(known - model.metabolites.begin());
        const auto at = static_cast<std::size_t>(index);
        if (m_compoundOf[at] >= 0 && (assignment.isIt || m_compoundOf[at] == compound)) {
            m_metaboliteOf.erase({m_compoundOf[at], known->compartment});
            m_compoundOf[at] = -1;
            m_foundBy[at] = FoundBy::Nothing;
        }
        if (!assignment.isIt)
            continue;
        int &of = m_metaboliteOf.try_emplace({compound, known->compartment}, -1).first->second;
        if (of >= 0)
            m_compoundOf[static_cast<std::size_t>(of)] = -1;
        of = index;
        m_compoundOf[at] = compound;
        m_foundBy[at] = FoundBy::User;
    }
}

int ModelConcepts::compoundOf(int metabolite) const
{
    const auto at = static_cast<std::size_t>(metabolite);
    return at < m_compoundOf.size() ? m_compoundOf[at] : -1;
}

bool ModelConcepts::is(int metabolite, std::string_view compound) const
{
    const int known = compoundOf(metabolite);
    return known >= 0 && known == compoundIndex(compound);
}

FoundBy ModelConcepts::foundBy(int metabolite) const
{
    const auto at = static_cast<std::size_t>(metabolite);
    return at < m_foundBy.size() ? m_foundBy[at] : FoundBy::Nothing;
}

int ModelConcepts::metabolite(std::string_view compound, const std::string &compartment) const
{
    const auto it = m_metaboliteOf.find({compoundIndex(compound), compartment});
    return it == m_metaboliteOf.end() ? -1 : it->second;
}

int ModelConcepts::metabolite(std::string_view compound, CompartmentKind kind) const
{
    const std::string &id = compartment(kind);
    return id.empty() ? -1 : metabolite(compound, id);
}

CompartmentKind ModelConcepts::kindOf(const std::string &compartment) const
{
    const auto it = m_kindOf.find(compartment);
    return it == m_kindOf.end() ? CompartmentKind::Other : it->second;
}

const std::string &ModelConcepts::compartment(CompartmentKind kind) const
{
    static const std::string none;
    const auto it = m_compartmentOf.find(kind);
    return it == m_compartmentOf.end() ? none : it->second;
}

} // namespace pathgan
