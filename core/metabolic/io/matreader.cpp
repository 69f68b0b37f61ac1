// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/metabolic/io/matreader_p.h"

#include "core/base/text.h"
#include "core/metabolic/io/matfields_p.h"
#include "core/metabolic/io/matfile_p.h"
#include "core/metabolic/io/modelfields_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

/// Turns the struct of a COBRA or RAVEN model into a model; one step a method.
class MatReader
{
public:
    MatReader(const MatModelVariable &source, const std::string &path, const TaskContext &context)
        : m_fields(source.value, path), m_source(source), m_context(context), m_genes(m_model.genes)
    {}

    Result<MetabolicModel> read()
    {
        m_model.id = m_fields.line({"modelID", "id"});
        if (m_model.id.empty())
            m_model.id = m_source.name;
        m_model.name = m_fields.line({"modelName", "name", "description"});
        for (const std::string &other : m_source.others)
            m_model.warnings.push_back(withDetail(marked("Core", "further model in the file"), other));
        for (auto step : {&MatReader::readMetabolites, &MatReader::readGenes, &MatReader::readReactions,
                          &MatReader::readStoichiometry, &MatReader::readRules, &MatReader::readObjective,
                          &MatReader::checkBalances}) {
            if (m_context.shouldStop())
                return Error{ErrorCode::Cancelled, m_fields.path()};
            if (Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        return std::move(m_model);
    }

private:
    // Metabolites and genes ------------------------------------------------------------------------------

    Result<void> readMetabolites()
    {
        Result<std::vector<std::string>> ids = m_fields.ids("mets", m_fields.S().rows);
        if (!ids)
            return ids.error();
        const std::size_t count = ids->size();
        const Result<std::vector<std::string>> names = m_fields.texts({"metNames"}, count);
        const Result<std::vector<std::string>> formulas = m_fields.texts({"metFormulas"}, count);
        const Result<std::vector<double>> charges = m_fields.numbers({"metCharges", "metCharge"}, count);
        for (const Error *error : {names ? nullptr : &names.error(), formulas ? nullptr : &formulas.error(),
                                   charges ? nullptr : &charges.error()}) {
            if (error)
                return *error;
        }
        for (std::size_t i = 0; i < count; ++i) {
            Metabolite one;
            one.id = std::move((*ids)[i]);
            if (!names->empty())
                one.name = (*names)[i];
            if (!formulas->empty())
                one.formula = (*formulas)[i];
            if (!charges->empty()) {
                const double charge = (*charges)[i]; // NaN: not known
                if (charge == std::trunc(charge) && std::abs(charge) < 1e6)
                    one.charge = static_cast<int>(charge);
            }
            m_model.metabolites.push_back(std::move(one));
        }
        readMatAnnotations(m_fields, m_model);
        return readCompartments();
    }

    Result<void> readCompartments()
    {
        const std::size_t count = m_model.metabolites.size();
        const MatValue *ofMetabolite = m_fields.find({"metComps"});
        const Result<std::vector<std::string>> ids = m_fields.texts({"comps"});
        if (!ids)
            return ids.error();
        const bool isText = ofMetabolite && ofMetabolite->kind != MatValue::Kind::Numbers;
        if (ofMetabolite && isText) {
            const Result<std::vector<std::string>> names = m_fields.texts({"metComps"}, count);
            if (!names)
                return names.error();
            for (std::size_t i = 0; i < count; ++i)
                m_model.metabolites[i].compartment = (*names)[i];
        } else if (ofMetabolite && !ids->empty()) {
            const Result<std::vector<double>> numbers = m_fields.numbers({"metComps"}, count);
            if (!numbers)
                return numbers.error();
            for (std::size_t i = 0; i < count; ++i) {
                const double number = (*numbers)[i];
                if (!(number >= 1) || number > static_cast<double>(ids->size()) ||
                    number != std::trunc(number))
                    return m_fields.error("metComps", i,
                                          m_model.metabolites[i].id + ": " + formatNumber(number));
                m_model.metabolites[i].compartment = (*ids)[static_cast<std::size_t>(number) - 1];
            }
        } else {
            for (Metabolite &one : m_model.metabolites)
                one.compartment = compartmentOfMatId(one.id);
        }
        m_model.compartments = *ids;
        const Result<std::vector<std::string>> titles = m_fields.texts({"compNames"}, ids->size());
        if (!titles)
            return titles.error();
        m_model.compartmentNames = *titles;
        for (const Metabolite &one : m_model.metabolites) {
            std::vector<std::string> &known = m_model.compartments;
            if (!one.compartment.empty() &&
                std::find(known.begin(), known.end(), one.compartment) == known.end())
                known.push_back(one.compartment);
        }
        return {};
    }

    Result<void> readGenes()
    {
        const Result<std::vector<std::string>> ids = m_fields.texts({"genes"});
        if (!ids)
            return ids.error();
        const std::size_t count = ids->size();
        const Result<std::vector<std::string>> names =
            m_fields.texts({"geneShortNames", "geneNames", "proteins"}, count);
        const Result<std::vector<std::string>> entrez =
            m_fields.texts({"geneEntrezID", "geneisncbigeneID", "geneNCBIGeneID"}, count);
        if (!names || !entrez)
            return names ? entrez.error() : names.error();
        for (std::size_t i = 0; i < count; ++i) {
            const std::string &id = (*ids)[i];
            if (id.empty())
                return m_fields.error("genes", i, "empty");
            ModelGene &gene = m_model.genes[static_cast<std::size_t>(m_genes.indexOf(id))];
            if (m_model.genes.size() != i + 1)
                return m_fields.error("genes", i, id, ErrorCode::DuplicateName);
            if (!names->empty() && (*names)[i] != id)
                gene.name = (*names)[i];
            if (const int number = entrez->empty() ? 0 : entrezOfGeneId((*entrez)[i]); number > 0)
                gene.entrez = number;
        }
        return {};
    }

    // Reactions ------------------------------------------------------------------------------------------

    Result<void> readReactions()
    {
        Result<std::vector<std::string>> ids = m_fields.ids("rxns", m_fields.S().columns);
        if (!ids)
            return ids.error();
        const std::size_t count = ids->size();
        const Result<std::vector<double>> lower = m_fields.numbers({"lb"}, count),
                                          upper = m_fields.numbers({"ub"}, count);
        if (!lower || !upper)
            return lower ? upper.error() : lower.error();
        const Result<std::vector<std::string>> names = m_fields.texts({"rxnNames"}, count),
                                               terms = m_fields.texts({"rxnSBOTerms"}, count);
        const Result<std::vector<std::vector<std::string>>> systems = m_fields.lists("subSystems", count);
        if (!names || !terms || !systems)
            return !names ? names.error() : !terms ? terms.error() : systems.error();
        if (lower->empty() || upper->empty())
            return m_fields.error(lower->empty() ? "lb" : "ub", "missing");
        for (std::size_t i = 0; i < count; ++i) {
            Reaction one;
            one.id = std::move((*ids)[i]);
            one.lower = (*lower)[i];
            one.upper = (*upper)[i];
            if (const std::string problem = boundsProblem(one.lower, one.upper); !problem.empty())
                return m_fields.error(std::isnan(one.upper) ? "ub" : "lb", i, one.id + ": " + problem);
            if (!names->empty())
                one.name = (*names)[i];
            if (!terms->empty())
                one.sboTerm = sboTermOf((*terms)[i]);
            if (!systems->empty() && !(*systems)[i].empty())
                one.subsystem = (*systems)[i].front();
            m_model.reactions.push_back(std::move(one));
        }
        groupReactions(*systems);
        return {};
    }

    /// A reaction that belongs to several subsystems is in the group of each.
    void groupReactions(const std::vector<std::vector<std::string>> &systems)
    {
        std::unordered_map<std::string, std::size_t> groupOf;
        for (std::size_t i = 0; i < systems.size(); ++i) {
            for (const std::string &name : systems[i]) {
                const auto [it, isNew] = groupOf.emplace(name, m_model.groups.size());
                if (isNew)
                    m_model.groups.push_back({name, name, "partonomy", {}});
                m_model.groups[it->second].members.push_back(m_model.reactions[i].id);
            }
        }
    }

    /// Metabolites that RAVEN marks as unconstrained stand outside of the system: they are not balanced.
    Result<void> readStoichiometry()
    {
        const MatValue &S = m_fields.S();
        const Result<std::vector<double>> outside = m_fields.numbers({"unconstrained"}, S.rows);
        if (!outside)
            return outside.error();
        const auto isOutside = [&](std::size_t row) { return !outside->empty() && (*outside)[row] != 0; };
        for (std::size_t column = 0; column < S.columns; ++column) {
            Stoichiometry entries;
            Result<void> fine;
            forEachEntry(S, column, [&](std::size_t row, double value) {
                if (!std::isfinite(value) && fine.ok())
                    fine = m_fields.error("S", row, column,
                                          m_model.reactions[column].id + ": " + m_model.metabolites[row].id +
                                              ": " + formatNumber(value));
                if (!isOutside(row))
                    entries.emplace_back(static_cast<int>(row), value);
            });
            if (!fine)
                return fine;
            m_model.reactions[column].stoichiometry = netStoichiometry(std::move(entries));
        }
        if (const auto left =
                std::count_if(outside->begin(), outside->end(), [](double x) { return x != 0; }))
            m_model.warnings.push_back(
                withDetail(marked("Core", "boundary metabolites left out"), std::to_string(left)));
        return {};
    }

    // Rules, objective, right-hand sides -----------------------------------------------------------------

    Result<void> readRules()
    {
        const std::size_t count = m_model.reactions.size();
        const Result<std::vector<std::string>> byName = m_fields.texts({"grRules"}, count),
                                               byIndex = m_fields.texts({"rules"}, count);
        if (!byName || !byIndex)
            return byName ? byIndex.error() : byName.error();
        if (byName->empty() && byIndex->empty() && m_fields.find({"rxnGeneMat"}))
            m_model.warnings.push_back(
                withDetail(marked("Core", "no gene rules"), marked("Core", "only rxnGeneMat")));
        const std::size_t listed = m_model.genes.size();
        for (std::size_t i = 0; i < count; ++i) {
            const bool isNamed = !byName->empty() && !trimmed((*byName)[i]).empty();
            if (!isNamed && byIndex->empty())
                continue;
            const std::string text = isNamed ? (*byName)[i] : withGeneNumbers((*byIndex)[i]);
            readRule(text, m_model.reactions[i], m_genes, m_model.warnings, [&](std::string_view id) {
                return isNamed ? m_genes.indexOf(id) : geneOfNumber(id, listed);
            });
        }
        return {};
    }

    Result<void> readObjective()
    {
        const std::size_t count = m_model.reactions.size();
        const Result<std::vector<double>> coefficients = m_fields.numbers({"c"}, count);
        if (!coefficients)
            return coefficients.error();
        ModelObjective objective;
        for (std::size_t i = 0; i < coefficients->size(); ++i) {
            const double value = (*coefficients)[i];
            if (!std::isfinite(value))
                return m_fields.error("c", i, m_model.reactions[i].id + ": " + formatNumber(value));
            if (value != 0)
                objective.coefficients.emplace_back(static_cast<int>(i), value);
        }
        if (objective.coefficients.empty()) {
            m_model.warnings.emplace_back(marked("Core", "no active objective"));
            return {};
        }
        const std::string sense = toUpper(m_fields.line({"osenseStr"}));
        const Result<std::vector<double>> sign = m_fields.numbers({"osense"}, 1);
        if (!sign)
            return sign.error();
        objective.maximise = sense.empty() ? sign->empty() || sign->front() < 0 : !sense.starts_with("MIN");
        m_model.objectives.push_back(std::move(objective));
        m_model.activeObjective = 0;
        return {};
    }

    /// The analyses balance every metabolite: S v = 0.
    Result<void> checkBalances()
    {
        const std::size_t count = m_model.metabolites.size();
        const Result<std::vector<double>> sides = m_fields.numbers({"b"}, count);
        const Result<std::string> senses = m_fields.characters("csense", count);
        if (!sides || !senses)
            return sides ? senses.error() : sides.error();
        for (std::size_t i = 0; i < count; ++i) {
            const std::string &id = m_model.metabolites[i].id;
            if (!sides->empty() && (*sides)[i] != 0)
                return m_fields.error("b", i, id + ": " + formatNumber((*sides)[i]) + ", not 0");
            if (!senses->empty() && (*senses)[i] != 'E')
                return m_fields.error("csense", i, id + ": " + (*senses)[i] + ", not E");
        }
        for (const char *name : {"C", "E", "D"}) {
            const MatValue *couplings = m_fields.find({name});
            if (couplings && !couplings->numbers.empty())
                m_model.warnings.push_back(withDetail(marked("Core", "coupling constraints left out"), name));
        }
        return {};
    }

    MatFields m_fields;
    const MatModelVariable &m_source;
    const TaskContext &m_context;
    MetabolicModel m_model;
    GeneList m_genes;
};

} // namespace

Result<MetabolicModel> readMat(const std::string &bytes, const std::string &path, const TaskContext &context)
{
    const Result<MatModelVariable> variable = readMatModel(bytes, path, context);
    if (!variable)
        return variable.error();
    for (const char *name : {"S", "rxns", "mets"}) {
        const MatValue *field = variable->value.field(name);
        if (!field || field->rows * field->columns == 0)
            return Error{ErrorCode::BadModel, path + ": " + name + ": " + (field ? "empty" : "missing")};
    }
    const MatValue::Kind kind = variable->value.field("S")->kind;
    if (kind != MatValue::Kind::Numbers && kind != MatValue::Kind::Sparse)
        return Error{ErrorCode::BadModel, path + ": S: not a matrix of numbers"};
    return MatReader(*variable, path, context).read();
}

} // namespace pathgan
