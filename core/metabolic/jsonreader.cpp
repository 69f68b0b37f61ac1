#include "core/metabolic/modelreader_p.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

namespace pathgan {

namespace {

using nlohmann::json;

/// Accepts anything; remembers where reading failed.
class ErrorFinder : public nlohmann::json_sax<json>
{
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        offset = position > 0 ? position - 1 : 0;
        return false;
    }

    std::size_t offset = 0;
};

std::string stringOf(const json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::optional<double> numberOf(const json &value)
{
    if (value.is_number())
        return value.get<double>();
    return value.is_string() ? parseNumber(value.get_ref<const std::string &>()) : std::nullopt;
}

/// Turns a COBRA JSON document into a model. All access is checked: wrong types are errors, never exceptions.
class JsonReader
{
public:
    JsonReader(const json &document, const std::string &text, const std::string &path,
               const TaskContext &context)
        : m_document(document), m_text(text), m_path(path), m_context(context), m_genes(m_model.genes)
    {}

    Result<MetabolicModel> read()
    {
        if (!m_document.is_object() || !list("reactions") || !list("metabolites"))
            return Error{ErrorCode::UnknownFormat, textPosition(m_text, 0, m_path)};
        m_model.id = stringOf(m_document, "id");
        m_model.name = stringOf(m_document, "name");
        if (const auto it = m_document.find("compartments"); it != m_document.end() && it->is_object()) {
            for (const auto &entry : it->items())
                m_model.compartments.push_back(entry.key());
        }
        for (auto step : {&JsonReader::readMetabolites, &JsonReader::readGenes, &JsonReader::readReactions}) {
            if (Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        finishObjective();
        readGroups();
        return std::move(m_model);
    }

private:
    const json *list(const char *key) const
    {
        const auto it = m_document.find(key);
        return it != m_document.end() && it->is_array() ? &*it : nullptr;
    }

    Error error(ErrorCode code, const char *where, std::size_t index, const std::string &what) const
    {
        return {code, textPosition(m_text, jsonElementOffset(m_text, where, index), m_path) + ": " + where +
                          '[' + std::to_string(index) + "]: " + what};
    }

    Result<void> readMetabolites()
    {
        const json &items = *list("metabolites");
        for (std::size_t i = 0; i < items.size(); ++i) {
            Metabolite metabolite;
            metabolite.id = items[i].is_object() ? stringOf(items[i], "id") : "";
            if (metabolite.id.empty())
                return error(ErrorCode::BadModel, "metabolites", i, "id");
            metabolite.name = stringOf(items[i], "name");
            metabolite.compartment = stringOf(items[i], "compartment");
            metabolite.formula = stringOf(items[i], "formula");
            if (const auto it = items[i].find("charge"); it != items[i].end() && it->is_number_integer())
                metabolite.charge = it->get<int>();
            if (!m_metaboliteOf.emplace(metabolite.id, static_cast<int>(i)).second)
                return error(ErrorCode::DuplicateName, "metabolites", i, metabolite.id);
            std::vector<std::string> &known = m_model.compartments;
            if (!metabolite.compartment.empty() &&
                std::find(known.begin(), known.end(), metabolite.compartment) == known.end())
                known.push_back(metabolite.compartment);
            m_model.metabolites.push_back(std::move(metabolite));
        }
        return {};
    }

    Result<void> readGenes()
    {
        const json *items = list("genes");
        for (std::size_t i = 0; items && i < items->size(); ++i) {
            const json &item = (*items)[i];
            const std::string id = item.is_object() ? stringOf(item, "id") : "";
            if (id.empty())
                return error(ErrorCode::BadModel, "genes", i, "id");
            ModelGene &gene = m_model.genes[static_cast<std::size_t>(m_genes.indexOf(id))];
            if (m_model.genes.size() != i + 1)
                return error(ErrorCode::DuplicateName, "genes", i, id);
            gene.name = stringOf(item, "name");
            if (const int entrez = annotatedEntrez(item); entrez > 0)
                gene.entrez = entrez;
        }
        return {};
    }

    /// annotation.ncbigene: "8639" or ["8639"]; several are ambiguous.
    static int annotatedEntrez(const json &gene)
    {
        const auto annotation = gene.find("annotation");
        if (annotation == gene.end() || !annotation->is_object())
            return 0;
        const auto it = annotation->find("ncbigene");
        if (it == annotation->end())
            return 0;
        const json &value = it->is_array() && it->size() == 1 ? it->front() : *it;
        return value.is_string() ? entrezOfGeneId(value.get_ref<const std::string &>()) : 0;
    }

    Result<void> readReactions()
    {
        const json &items = *list("reactions");
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i % 512 == 0) {
                m_context.report("Reading reactions", static_cast<double>(i),
                                 static_cast<double>(items.size()));
                if (m_context.shouldStop())
                    return Error{ErrorCode::Cancelled, m_path};
            }
            if (Result<void> done = readReaction(items[i], i); !done)
                return done;
        }
        return {};
    }

    Result<void> readReaction(const json &item, std::size_t index)
    {
        Reaction reaction;
        reaction.id = item.is_object() ? stringOf(item, "id") : "";
        if (reaction.id.empty())
            return error(ErrorCode::BadModel, "reactions", index, "id");
        if (!m_reactionOf.emplace(reaction.id, static_cast<int>(index)).second)
            return error(ErrorCode::DuplicateName, "reactions", index, reaction.id);
        reaction.name = stringOf(item, "name");
        reaction.subsystem = stringOf(item, "subsystem");
        reaction.sboTerm = sboTerm(item);
        const std::optional<double> lower = bound(item, "lower_bound", -1000);
        const std::optional<double> upper = bound(item, "upper_bound", 1000);
        if (!lower || !upper)
            return error(ErrorCode::BadModel, "reactions", index,
                         reaction.id + ": " + (lower ? "upper" : "lower") + " bound is not a number");
        if (const std::string problem = boundsProblem(*lower, *upper); !problem.empty())
            return error(ErrorCode::BadModel, "reactions", index, reaction.id + ": " + problem);
        reaction.lower = *lower;
        reaction.upper = *upper;
        const auto metabolites = item.find("metabolites");
        if (metabolites == item.end() || !metabolites->is_object())
            return error(ErrorCode::BadModel, "reactions", index, reaction.id + ": metabolites");
        for (const auto &entry : metabolites->items()) {
            const auto it = m_metaboliteOf.find(entry.key());
            const std::optional<double> coefficient = numberOf(entry.value());
            if (it == m_metaboliteOf.end() || !coefficient || !std::isfinite(*coefficient))
                return error(ErrorCode::BadModel, "reactions", index, reaction.id + ": " + entry.key());
            reaction.stoichiometry.emplace_back(it->second, *coefficient);
        }
        reaction.stoichiometry = netStoichiometry(std::move(reaction.stoichiometry));
        readRule(stringOf(item, "gene_reaction_rule"), reaction, m_genes, m_model.warnings,
                 [&](std::string_view id) { return m_genes.indexOf(id); });
        if (const auto it = item.find("objective_coefficient"); it != item.end()) {
            const std::optional<double> coefficient = numberOf(*it);
            if (coefficient && *coefficient != 0 && std::isfinite(*coefficient))
                m_objective.emplace_back(static_cast<int>(index), *coefficient);
        }
        m_model.reactions.push_back(std::move(reaction));
        return {};
    }

    static std::optional<double> bound(const json &item, const char *key, double fallback)
    {
        const auto it = item.find(key);
        return it == item.end() ? std::optional<double>(fallback) : numberOf(*it);
    }

    /// annotation.sbo: "SBO:0000627" or a list of which the first counts; −1: none.
    static int sboTerm(const json &item)
    {
        const auto annotation = item.find("annotation");
        if (annotation == item.end() || !annotation->is_object())
            return -1;
        const auto it = annotation->find("sbo");
        if (it == annotation->end())
            return -1;
        const json &value = it->is_array() && !it->empty() ? it->front() : *it;
        return value.is_string() ? sboTermOf(value.get_ref<const std::string &>()) : -1;
    }

    void finishObjective()
    {
        if (m_objective.empty()) {
            m_model.warnings.push_back("no active objective");
            return;
        }
        const bool minimise = stringOf(m_document, "objective_direction").starts_with("min");
        m_model.objectives.push_back({"", !minimise, std::move(m_objective)});
        m_model.activeObjective = 0;
    }

    void readGroups()
    {
        const json *items = list("groups");
        for (std::size_t i = 0; items && i < items->size(); ++i) {
            const json &item = (*items)[i];
            if (!item.is_object())
                continue;
            ModelGroup group{stringOf(item, "id"), stringOf(item, "name"), stringOf(item, "kind"), {}};
            const auto members = item.find("members");
            for (std::size_t k = 0; members != item.end() && members->is_array() && k < members->size();
                 ++k) {
                const json &member = (*members)[k];
                group.members.push_back(member.is_string()   ? member.get<std::string>()
                                        : member.is_object() ? stringOf(member, "id")
                                                             : std::string());
            }
            m_model.groups.push_back(std::move(group));
        }
    }

    const json &m_document;
    const std::string &m_text, &m_path;
    const TaskContext &m_context;
    MetabolicModel m_model;
    GeneList m_genes;
    std::unordered_map<std::string, int> m_metaboliteOf, m_reactionOf;
    std::vector<std::pair<int, double>> m_objective;
};

} // namespace

Result<MetabolicModel> readCobraJson(const std::string &text, const std::string &path,
                                     const TaskContext &context)
{
    const json document = json::parse(text, nullptr, false);
    if (document.is_discarded()) {
        ErrorFinder finder;
        json::sax_parse(text, &finder);
        return Error{ErrorCode::BadModel, textPosition(text, finder.offset, path) + ": JSON"};
    }
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, path};
    return JsonReader(document, text, path, context).read();
}

} // namespace pathgan
