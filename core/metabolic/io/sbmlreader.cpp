// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/metabolic/io/sbmlreader_p.h"

#include "core/base/text.h"
#include "core/metabolic/io/annotation_p.h"
#include "core/metabolic/io/sbmlassociation_p.h"
#include "core/metabolic/io/sbmldocument_p.h"
#include "core/metabolic/io/sbmllegacy_p.h"
#include "core/metabolic/io/sbmlmath_p.h"
#include "core/metabolic/io/sbmltext_p.h"

#include <cmath>
#include <map>
#include <memory>
#include <optional>

namespace pathgan {

namespace {

constexpr double defaultLower = -1000, defaultUpper = 1000; // mmol/gDW/h, as COBRApy

/// Turns a libSBML document into a model; one step a method.
class SbmlReader
{
public:
    SbmlReader(sbml::SBMLDocument &document, SbmlText &annotations, const std::string &path,
               const TaskContext &context)
        : m_document(document), m_sbml(*document.getModel()), m_annotations(annotations), m_path(path),
          m_context(context), m_genes(m_model.genes)
    {}

    Result<MetabolicModel> read()
    {
        m_model.id = m_sbml.getId();
        m_model.name = m_sbml.getName();
        for (unsigned i = 0; i < m_sbml.getNumCompartments(); ++i) {
            m_model.compartments.push_back(m_sbml.getCompartment(i)->getId());
            m_model.compartmentNames.push_back(m_sbml.getCompartment(i)->getName());
        }
        readAssociationsOfVersion1();
        if (Result<void> converted = convertVersion1(); !converted)
            return converted.error();
        m_values.emplace(m_sbml, m_path);
        m_fbc = dynamic_cast<const sbml::FbcModelPlugin *>(m_sbml.getPlugin("fbc"));
        readGeneProducts();
        for (auto step :
             {&SbmlReader::readSpecies, &SbmlReader::readReactions, &SbmlReader::readObjectives}) {
            if (Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        readGroups();
        return std::move(m_model);
    }

private:
    Error error(ErrorCode code, const sbml::SBase &element, const std::string &what) const
    {
        return {code, elementPosition(element, m_path, what)};
    }
    void warn(const std::string &what) { m_model.warnings.push_back(what); }
    void warnOnce(const std::string &what)
    {
        for (const std::string &known : m_model.warnings) {
            if (known == what)
                return;
        }
        warn(what);
    }

    // FBC version 1 --------------------------------------------------------------------------------------

    /// Before the conversion, which spells out the digits of gene ids.
    void readAssociationsOfVersion1()
    {
        const auto *plugin = dynamic_cast<const sbml::FbcModelPlugin *>(m_sbml.getPlugin("fbc"));
        if (!plugin || plugin->getPackageVersion() != 1)
            return;
        m_isVersion1 = true;
        for (int i = 0; i < plugin->getNumGeneAssociations(); ++i) {
            const sbml::GeneAssociation *association = plugin->getGeneAssociation(static_cast<unsigned>(i));
            if (!association || !association->getAssociation())
                continue;
            const std::size_t genesBefore = m_model.genes.size();
            Result<GeneRule> rule = ruleOfAssociation(*association->getAssociation(), m_genes);
            if (rule) {
                m_ruleOfReaction[association->getReaction()] = std::move(*rule);
                continue;
            }
            warn(withDetail(marked("Core", "gene rule not understood"),
                            association->getReaction() + ": " + rule.error().detail));
            m_genes.shrinkTo(genesBefore);
        }
    }

    bool convert(const char *conversion)
    {
        sbml::ConversionProperties properties;
        properties.addOption(conversion, true);
        return m_document.convert(properties) == LIBSBML_OPERATION_SUCCESS;
    }

    Result<void> convertVersion1()
    {
        if (!m_isVersion1)
            return {};
        warn(marked("Core", "FBC version 1"));
        if (!convert("convert fbc v1 to fbc v2"))
            return error(ErrorCode::BadModel, m_sbml, marked("Core", "FBC version 1"));
        return {};
    }

    // Genes and species ----------------------------------------------------------------------------------

    void readGeneProducts()
    {
        for (unsigned i = 0; m_fbc && !m_isVersion1 && i < m_fbc->getNumGeneProducts(); ++i) {
            const sbml::GeneProduct &product = *m_fbc->getGeneProduct(i);
            const std::string id = decodeSbmlId(product.getId(), "G_", true);
            ModelGene &gene = m_model.genes[static_cast<std::size_t>(m_genes.indexOf(id))];
            gene.name = trimmed(product.getName());
            const std::string &label = product.getLabel();
            if (gene.name.empty() && label != product.getId() && label != id)
                gene.name = trimmed(label);
            const auto &symbols = m_annotations.symbolOfGeneProduct;
            if (const auto it = symbols.find(product.getId()); gene.name.empty() && it != symbols.end())
                gene.name = it->second;
            const auto &entrezOf = m_annotations.entrezOfGeneProduct;
            if (const auto it = entrezOf.find(product.getId()); it != entrezOf.end())
                gene.entrez = it->second;
        }
    }

    Result<void> readSpecies()
    {
        for (unsigned i = 0; i < m_sbml.getNumSpecies(); ++i) {
            const sbml::Species &species = *m_sbml.getSpecies(i);
            Metabolite metabolite;
            metabolite.id = decodeSbmlId(species.getId(), "M_");
            metabolite.name = trimmed(species.getName());
            metabolite.compartment = species.getCompartment();
            if (!m_metaboliteOf.emplace(species.getId(), static_cast<int>(i)).second)
                return error(ErrorCode::DuplicateName, species, metabolite.id);
            if (const auto *plugin = dynamic_cast<const sbml::FbcSpeciesPlugin *>(species.getPlugin("fbc"))) {
                metabolite.charge = plugin->getCharge();
                metabolite.formula = plugin->getChemicalFormula();
            } else {
                readLegacySpecies(species, metabolite);
            }
            auto &annotations = m_annotations.annotationsOfSpecies;
            if (const auto it = annotations.find(species.getId()); it != annotations.end())
                metabolite.annotations = std::move(it->second);
            if (species.getBoundaryCondition())
                m_boundarySpecies.push_back(static_cast<int>(i));
            m_model.metabolites.push_back(std::move(metabolite));
        }
        return {};
    }

    static void readLegacySpecies(const sbml::Species &species, Metabolite &metabolite)
    {
        const SbmlNotes notes = sbmlNotes(species);
        metabolite.formula = noteValue(notes, "FORMULA");
        for (const char *key : {"KEGG", "KEGGID", "KEGG_ID", "CHEBI", "ChEBI", "INCHI", "InChI", "INCHIKEY",
                                "HMDB", "PUBCHEM", "METANETX", "BIGG"})
            addAnnotation(metabolite.annotations, key, noteValue(notes, key));
        const std::optional<double> charge = parseNumber(noteValue(notes, "CHARGE"));
        if (species.isSetCharge())
            metabolite.charge = species.getCharge();
        else if (charge && *charge == std::trunc(*charge) && std::abs(*charge) < 1e6)
            metabolite.charge = static_cast<int>(*charge);
    }

    // Reactions ------------------------------------------------------------------------------------------

    Result<void> readReactions()
    {
        const unsigned count = m_sbml.getNumReactions();
        addExchangesOfBoundarySpecies();
        for (unsigned i = 0; i < count; ++i) {
            if (i % 512 == 0) {
                m_context.report(marked("Core", "Reading reactions"), i, count);
                if (m_context.shouldStop())
                    return Error{ErrorCode::Cancelled, m_path};
            }
            if (Result<void> done = readReaction(*m_sbml.getReaction(i)); !done)
                return done;
        }
        return {};
    }

    void addExchangesOfBoundarySpecies()
    {
        for (const int index : m_boundarySpecies) {
            const Metabolite &metabolite = m_model.metabolites[static_cast<std::size_t>(index)];
            Reaction reaction;
            reaction.id = reaction.name = "EX_" + metabolite.id;
            if (m_sbml.getReaction(reaction.id) || m_sbml.getReaction("R_" + reaction.id)) {
                warn(withDetail(marked("Core", "boundary species has a reaction of its own"), reaction.id));
                continue;
            }
            reaction.lower = defaultLower;
            reaction.upper = defaultUpper;
            reaction.stoichiometry = {{index, -1.0}};
            m_model.reactions.push_back(std::move(reaction));
        }
    }

    Result<void> readReaction(const sbml::Reaction &source)
    {
        Reaction reaction;
        reaction.id = decodeSbmlId(source.getId(), "R_");
        reaction.name = trimmed(source.getName());
        reaction.sboTerm = source.getSBOTerm();
        const auto *plugin = dynamic_cast<const sbml::FbcReactionPlugin *>(source.getPlugin("fbc"));
        Result<void> done =
            plugin ? readBounds(source, *plugin, reaction) : readLegacyBounds(source, reaction);
        if (done)
            done = readStoichiometry(source, reaction);
        if (done)
            done = plugin ? readRule(source, *plugin, reaction) : Result<void>();
        if (!done)
            return done;
        if (!plugin || !hasGroups())
            readNotes(source, reaction, !plugin);
        if (!m_reactionOf.emplace(source.getId(), static_cast<int>(m_model.reactions.size())).second)
            return error(ErrorCode::DuplicateName, source, reaction.id);
        m_model.reactions.push_back(std::move(reaction));
        return {};
    }

    Result<void> readBounds(const sbml::Reaction &source, const sbml::FbcReactionPlugin &plugin,
                            Reaction &reaction)
    {
        reaction.lower = defaultLower;
        reaction.upper = defaultUpper;
        Result<void> done;
        if (plugin.isSetLowerFluxBound())
            done = readBound(source, plugin.getLowerFluxBound(), reaction.id, reaction.lower);
        if (done && plugin.isSetUpperFluxBound())
            done = readBound(source, plugin.getUpperFluxBound(), reaction.id, reaction.upper);
        if (!done)
            return done;
        if (!plugin.isSetLowerFluxBound() || !plugin.isSetUpperFluxBound())
            warn(withDetail(marked("Core", "bound missing"), reaction.id));
        return checkBounds(source, reaction);
    }

    Result<void> readBound(const sbml::Reaction &source, const std::string &parameter,
                           const std::string &reaction, double &bound)
    {
        if (!m_values->isConstantParameter(parameter))
            return error(ErrorCode::BadModel, source, reaction + ": " + parameter);
        const Result<double> value = m_values->parameter(parameter);
        if (!value)
            return value.error();
        bound = *value;
        return {};
    }

    Result<void> readLegacyBounds(const sbml::Reaction &source, Reaction &reaction)
    {
        warnOnce(marked("Core", "bounds in kinetic laws"));
        reaction.lower = kineticParameter(source, "LOWER_BOUND", defaultLower);
        reaction.upper = kineticParameter(source, "UPPER_BOUND", defaultUpper);
        const double coefficient = kineticParameter(source, "OBJECTIVE_COEFFICIENT", 0);
        if (coefficient != 0 && std::isfinite(coefficient))
            m_legacyObjective.emplace_back(static_cast<int>(m_model.reactions.size()), coefficient);
        return checkBounds(source, reaction);
    }

    Result<void> checkBounds(const sbml::Reaction &source, const Reaction &reaction) const
    {
        const std::string problem = boundsProblem(reaction.lower, reaction.upper);
        return problem.empty() ? Result<void>()
                               : error(ErrorCode::BadModel, source, reaction.id + ": " + problem);
    }

    Result<void> readStoichiometry(const sbml::Reaction &source, Reaction &reaction)
    {
        Stoichiometry entries;
        const auto add = [&](const sbml::SpeciesReference &reference, double sign) -> Result<void> {
            const auto it = m_metaboliteOf.find(reference.getSpecies());
            const Result<double> coefficient = m_values->stoichiometry(reference);
            if (!coefficient)
                return coefficient.error();
            if (it == m_metaboliteOf.end() || !std::isfinite(*coefficient))
                return error(ErrorCode::BadModel, reference, reaction.id + ": " + reference.getSpecies());
            entries.emplace_back(it->second, sign * *coefficient);
            return {};
        };
        for (unsigned i = 0; i < source.getNumReactants(); ++i) {
            if (Result<void> added = add(*source.getReactant(i), -1); !added)
                return added;
        }
        for (unsigned i = 0; i < source.getNumProducts(); ++i) {
            if (Result<void> added = add(*source.getProduct(i), 1); !added)
                return added;
        }
        reaction.stoichiometry = netStoichiometry(std::move(entries));
        return {};
    }

    Result<void> readRule(const sbml::Reaction &source, const sbml::FbcReactionPlugin &plugin,
                          Reaction &reaction)
    {
        if (m_isVersion1) {
            if (const auto it = m_ruleOfReaction.find(source.getId()); it != m_ruleOfReaction.end())
                reaction.rule = std::move(it->second);
            return {};
        }
        const sbml::GeneProductAssociation *association = plugin.getGeneProductAssociation();
        if (!association || !association->getAssociation())
            return {};
        const std::size_t genesBefore = m_model.genes.size();
        Result<GeneRule> rule = ruleOfAssociation(*association->getAssociation(), m_genes, m_path);
        if (rule) {
            reaction.rule = std::move(*rule);
            return {};
        }
        warn(
            withDetail(marked("Core", "gene rule not understood"), reaction.id + ": " + rule.error().detail));
        m_genes.shrinkTo(genesBefore);
        return {};
    }

    void readNotes(const sbml::Reaction &source, Reaction &reaction, bool withRule)
    {
        const SbmlNotes notes = sbmlNotes(source);
        reaction.subsystem = noteValue(notes, "SUBSYSTEM");
        if (!reaction.subsystem.empty())
            warnOnce(marked("Core", "subsystems in notes"));
        std::string_view text = noteValue(notes, "GENE_ASSOCIATION");
        if (text.empty())
            text = noteValue(notes, "GENE ASSOCIATION");
        if (!withRule || text.empty())
            return;
        warnOnce(marked("Core", "gene rules in notes"));
        pathgan::readRule(text, reaction, m_genes, m_model.warnings,
                          [&](std::string_view id) { return m_genes.indexOf(decodeSbmlId(id, "G_", true)); });
    }

    // Objectives and groups ------------------------------------------------------------------------------

    Result<void> readObjectives()
    {
        const std::string active = m_fbc ? m_fbc->getActiveObjectiveId() : std::string();
        for (unsigned i = 0; m_fbc && i < m_fbc->getNumObjectives(); ++i) {
            const sbml::Objective &source = *m_fbc->getObjective(i);
            ModelObjective objective;
            objective.id = source.getId();
            objective.maximise = source.getObjectiveType() != OBJECTIVE_TYPE_MINIMIZE;
            std::map<int, double> coefficients;
            for (unsigned k = 0; k < source.getNumFluxObjectives(); ++k) {
                const sbml::FluxObjective &term = *source.getFluxObjective(k);
                const auto it = m_reactionOf.find(term.getReaction());
                if (it == m_reactionOf.end() || !std::isfinite(term.getCoefficient()))
                    return error(ErrorCode::BadModel, term, objective.id + ": " + term.getReaction());
                coefficients[it->second] += term.getCoefficient();
            }
            std::erase_if(coefficients, [](const auto &term) { return term.second == 0; });
            objective.coefficients.assign(coefficients.begin(), coefficients.end());
            if (objective.id == active && !objective.coefficients.empty())
                m_model.activeObjective = static_cast<int>(m_model.objectives.size());
            m_model.objectives.push_back(std::move(objective));
        }
        if (!m_legacyObjective.empty() && m_model.activeObjective < 0) {
            m_model.activeObjective = static_cast<int>(m_model.objectives.size());
            m_model.objectives.push_back({"", true, std::move(m_legacyObjective)});
        }
        if (m_model.activeObjective < 0)
            warn(marked("Core", "no active objective"));
        return {};
    }

    const sbml::GroupsModelPlugin *groupsPlugin() const
    {
        return dynamic_cast<const sbml::GroupsModelPlugin *>(m_sbml.getPlugin("groups"));
    }
    bool hasGroups() const { return groupsPlugin() != nullptr; }

    void readGroups()
    {
        const sbml::GroupsModelPlugin *plugin = groupsPlugin();
        if (!plugin) {
            groupBySubsystem();
            return;
        }
        const std::unordered_map<std::string, std::string> idOfMeta = metaIds();
        for (unsigned i = 0; i < plugin->getNumGroups(); ++i) {
            const sbml::Group &source = *plugin->getGroup(i);
            ModelGroup group{
                decodeSbmlId(source.getId(), "G_"), source.getName(), source.getKindAsString(), {}};
            for (unsigned k = 0; k < source.getNumMembers(); ++k) {
                const sbml::Member &member = *source.getMember(k);
                std::string id = member.getIdRef();
                if (const auto it = idOfMeta.find(member.getMetaIdRef()); id.empty() && it != idOfMeta.end())
                    id = it->second;
                group.members.push_back(memberId(id, group.name));
            }
            m_model.groups.push_back(std::move(group));
        }
    }

    /// Also gives a reaction its subsystem: the last group that names it wins.
    std::string memberId(const std::string &id, const std::string &groupName)
    {
        if (const auto it = m_reactionOf.find(id); it != m_reactionOf.end()) {
            Reaction &reaction = m_model.reactions[static_cast<std::size_t>(it->second)];
            reaction.subsystem = groupName;
            return reaction.id;
        }
        if (m_metaboliteOf.contains(id))
            return decodeSbmlId(id, "M_");
        return decodeSbmlId(id, "G_", m_fbc && m_fbc->getGeneProduct(id));
    }

    std::unordered_map<std::string, std::string> metaIds() const
    {
        std::unordered_map<std::string, std::string> result;
        for (unsigned i = 0; i < m_sbml.getNumReactions(); ++i)
            result.emplace(m_sbml.getReaction(i)->getMetaId(), m_sbml.getReaction(i)->getId());
        for (unsigned i = 0; i < m_sbml.getNumSpecies(); ++i)
            result.emplace(m_sbml.getSpecies(i)->getMetaId(), m_sbml.getSpecies(i)->getId());
        return result;
    }

    void groupBySubsystem()
    {
        std::unordered_map<std::string, std::size_t> groupOf;
        for (const Reaction &reaction : m_model.reactions) {
            if (reaction.subsystem.empty())
                continue;
            const auto [it, isNew] = groupOf.emplace(reaction.subsystem, m_model.groups.size());
            if (isNew)
                m_model.groups.push_back({reaction.subsystem, reaction.subsystem, "partonomy", {}});
            m_model.groups[it->second].members.push_back(reaction.id);
        }
    }

    sbml::SBMLDocument &m_document;
    sbml::Model &m_sbml;
    SbmlText &m_annotations;
    const std::string &m_path;
    const TaskContext &m_context;
    const sbml::FbcModelPlugin *m_fbc = nullptr;
    bool m_isVersion1 = false;
    MetabolicModel m_model;
    GeneList m_genes;
    std::unordered_map<std::string, int> m_metaboliteOf, m_reactionOf; ///< by id as written
    std::optional<SbmlValues> m_values;
    std::unordered_map<std::string, GeneRule> m_ruleOfReaction; ///< FBC version 1
    std::vector<int> m_boundarySpecies;
    std::vector<std::pair<int, double>> m_legacyObjective;
};

/// The first problem that leaves no model to read, as libSBML words it.
std::optional<Error> fatalProblem(const sbml::SBMLDocument &document, const std::string &path)
{
    for (unsigned i = 0; i < document.getNumErrors(); ++i) {
        const sbml::SBMLError &problem = *document.getError(i);
        const bool isXml = problem.getCategory() == LIBSBML_CAT_XML;
        if (!problem.isFatal() && !(problem.isError() && (isXml || !document.getModel())))
            continue;
        return Error{ErrorCode::BadModel, path + ":" + std::to_string(problem.getLine()) + ":" +
                                              std::to_string(problem.getColumn()) + ": " +
                                              problem.getShortMessage()};
    }
    if (!document.getModel())
        return Error{ErrorCode::BadModel, path + ":1:1: model"};
    return std::nullopt;
}

} // namespace

Result<MetabolicModel> readSbml(std::string text, const std::string &path, const TaskContext &context)
{
    Result<SbmlText> stripped = stripAnnotations(std::move(text), path);
    if (!stripped)
        return stripped.error();
    const std::unique_ptr<sbml::SBMLDocument> document = parsedSbml(stripped->text, context);
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, path};
    if (const std::optional<Error> problem = fatalProblem(*document, path))
        return *problem;
    return SbmlReader(*document, *stripped, path, context).read();
}

} // namespace pathgan
