// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/metabolic/io/jsonreader_p.h"

#include "core/base/text.h"
#include "core/metabolic/io/annotation_p.h"
#include "core/metabolic/io/jsonbuilder_p.h"
#include "core/metabolic/io/jsonposition_p.h"
#include "core/metabolic/io/modelfields_p.h"
#include "core/metabolic/io/modeltext_p.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

namespace pathgan {

namespace {

using nlohmann::json;

std::string stringOf(const json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

/// A text, or the first of a list of texts.
std::string firstStringOf(const json &object, const char *key)
{
    const auto it = object.find(key);
    if (it != object.end() && it->is_array() && !it->empty() && it->front().is_string())
        return it->front().get<std::string>();
    return stringOf(object, key);
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
    JsonReader(const json &document, const std::string &path, const ElementPlace &place,
               const TaskContext &context)
        : m_document(document), m_path(path), m_place(place), m_context(context), m_genes(m_model.genes)
    {}

    Result<MetabolicModel> read()
    {
        if (!m_document.is_object() || !list("reactions") || !list("metabolites"))
            return Error{ErrorCode::UnknownFormat,
                         m_path + ":1:1: no list of " + (list("reactions") ? "metabolites" : "reactions")};
        const auto data = m_document.find("metaData"); // RAVEN
        const json &head = data != m_document.end() && data->is_object() ? *data : m_document;
        m_model.id = stringOf(head, "id");
        m_model.name = stringOf(head, "name");
        if (const auto it = m_document.find("compartments"); it != m_document.end() && it->is_object()) {
            for (const auto &entry : it->items()) {
                m_model.compartments.push_back(entry.key());
                m_model.compartmentNames.push_back(
                    entry.value().is_string() ? entry.value().get<std::string>() : std::string());
            }
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
        return {code, m_place(where, index) + ": " + where + '[' + std::to_string(index) + "]: " + what};
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
            if (const auto it = items[i].find("charge"); it != items[i].end()) {
                const std::optional<double> charge = numberOf(*it);
                if (charge && *charge == std::trunc(*charge) && std::abs(*charge) < 1e6)
                    metabolite.charge = static_cast<int>(*charge);
            }
            addInchi(stringOf(items[i], "inchis"), metabolite);
            forEachAnnotation(items[i], [&](const std::string &database, const std::string &id) {
                addAnnotation(metabolite.annotations, database, id);
            });
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
            if (gene.name.empty())
                gene.name = stringOf(item, "geneShortName");
            if (const int entrez = annotatedEntrez(item); entrez > 0)
                gene.entrez = entrez;
        }
        return {};
    }

    static void addInchi(const std::string &text, Metabolite &metabolite)
    {
        if (!text.empty())
            addAnnotation(metabolite.annotations, "inchi", text);
    }

    /// Calls use(database, id) for each: an object of texts or lists of them, or a list of pairs.
    template <class Use>
    static void forEachAnnotation(const json &item, const Use &use)
    {
        const auto annotation = item.find("annotation");
        if (annotation == item.end())
            return;
        const auto useAll = [&](const std::string &database, const json &ids) {
            for (const json &id : ids.is_array() ? ids : json::array({ids})) {
                // COBRApy: a qualifier and an id
                const json &one = id.is_array() && id.size() == 2 ? id.back() : id;
                if (one.is_string())
                    use(database, one.get_ref<const std::string &>());
                else if (one.is_number_integer())
                    use(database, one.dump());
            }
        };
        if (annotation->is_object()) {
            for (const auto &entry : annotation->items())
                useAll(entry.key(), entry.value());
        }
        for (std::size_t i = 0; annotation->is_array() && i < annotation->size(); ++i) {
            const json &pair = (*annotation)[i];
            if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string())
                continue;
            const std::string &database = pair[0].get_ref<const std::string &>();
            const Annotation resource = pair[1].is_string()
                                            ? annotationOfResource(pair[1].get_ref<const std::string &>())
                                            : Annotation();
            if (resource.database.empty())
                useAll(database, pair[1]);
            else if (database == "is" || database == "bqb_is" || database == "hasIdentifier")
                use(resource.database, resource.id);
        }
    }

    /// annotation.ncbigene: "8639" or ["8639"]; several are ambiguous.
    static int annotatedEntrez(const json &gene)
    {
        int entrez = 0, count = 0;
        forEachAnnotation(gene, [&](const std::string &database, const std::string &id) {
            if (database != "ncbigene")
                return;
            entrez = entrezOfGeneId(id);
            ++count;
        });
        return count == 1 ? entrez : 0;
    }

    Result<void> readReactions()
    {
        const json &items = *list("reactions");
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i % 512 == 0) {
                m_context.report(marked("Core", "Reading reactions"), static_cast<double>(i),
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
        reaction.subsystem = firstStringOf(item, "subsystem");
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

    /// annotation.sbo: of several the first counts; −1: none.
    static int sboTerm(const json &item)
    {
        int term = -1;
        forEachAnnotation(item, [&](const std::string &database, const std::string &id) {
            if (database == "sbo" && term < 0)
                term = sboTermOf(id);
        });
        return term;
    }

    void finishObjective()
    {
        if (m_objective.empty()) {
            m_model.warnings.push_back(marked("Core", "no active objective"));
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
    const std::string &m_path;
    const ElementPlace &m_place;
    const TaskContext &m_context;
    MetabolicModel m_model;
    GeneList m_genes;
    std::unordered_map<std::string, int> m_metaboliteOf, m_reactionOf;
    std::vector<std::pair<int, double>> m_objective;
};

} // namespace

Result<MetabolicModel> readCobraDocument(const json &document, const std::string &path,
                                         const ElementPlace &place, const TaskContext &context)
{
    return JsonReader(document, path, place, context).read();
}

Result<MetabolicModel> readCobraJson(const std::string &text, const std::string &path,
                                     const TaskContext &context)
{
    const Result<json> document = parseJsonModel(text, path);
    if (!document)
        return document.error();
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, path};
    const auto place = [&](const char *list, std::size_t index) {
        return textPosition(text, jsonElementOffset(text, list, index), path);
    };
    return readCobraDocument(*document, path, place, context);
}

} // namespace pathgan
