#include "core/metabolic/model.h"

#include "core/base/hash.h"
#include "core/base/marked.h"
#include "core/base/text.h"
#include "core/data/textsource.h"
#include "core/metabolic/matfile_p.h"
#include "core/metabolic/modelreader_p.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace pathgan {

namespace {

int find(const std::unordered_map<std::string, int> &indexOf, std::string_view id)
{
    const auto it = indexOf.find(std::string(id));
    return it == indexOf.end() ? -1 : it->second;
}

bool isExternalName(std::string_view compartment)
{
    static constexpr std::array<std::string_view, 11> names = {"e",
                                                               "extracellular",
                                                               "extraorganism",
                                                               "out",
                                                               "extracellular space",
                                                               "extra organism",
                                                               "extra cellular",
                                                               "extra-organism",
                                                               "external",
                                                               "external medium"};
    return !compartment.empty() && std::find(names.begin(), names.end(), compartment) != names.end();
}

bool containsAny(std::string_view id, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return id.find(part) != std::string_view::npos; });
}

constexpr int sboBiomass = 629, sboPseudoReaction = 631;
constexpr int sboExchange = 627, sboDemand = 628, sboSink = 632;

/// The one compartment whose id says so, else the one with most boundary reactions (ties: the first met).
std::string findExternalCompartment(const MetabolicModel &model)
{
    const std::vector<std::string> &all = model.compartments;
    if (std::count_if(all.begin(), all.end(), isExternalName) == 1)
        return *std::find_if(all.begin(), all.end(), isExternalName);
    std::map<std::string, int> count;
    std::vector<std::string> met;
    for (std::size_t i = 0; i < model.reactions.size(); ++i) {
        if (!model.isBoundary(static_cast<int>(i)))
            continue;
        const auto metabolite = static_cast<std::size_t>(model.reactions[i].stoichiometry.front().first);
        const std::string &compartment = model.metabolites[metabolite].compartment;
        if (++count[compartment] == 1)
            met.push_back(compartment);
    }
    const auto most =
        std::max_element(met.begin(), met.end(),
                         [&](const std::string &a, const std::string &b) { return count[a] < count[b]; });
    return most == met.end() ? std::string() : *most;
}

std::string side(const MetabolicModel &model, const Stoichiometry &entries, double sign, bool withNames)
{
    std::string text;
    for (const auto &[index, coefficient] : entries) {
        const double amount = sign * coefficient;
        if (amount <= 0)
            continue;
        const Metabolite &metabolite = model.metabolites[static_cast<std::size_t>(index)];
        if (!text.empty())
            text += " + ";
        if (amount != 1)
            text += formatNumber(amount) + ' ';
        text += withNames && !metabolite.name.empty() ? metabolite.name + " [" + metabolite.compartment + ']'
                                                      : metabolite.id;
    }
    return text;
}

} // namespace

int MetabolicModel::reactionIndex(std::string_view reactionId) const
{
    return find(m_reactionOf, reactionId);
}

int MetabolicModel::metaboliteIndex(std::string_view metaboliteId) const
{
    return find(m_metaboliteOf, metaboliteId);
}

int MetabolicModel::geneIndex(std::string_view geneId) const
{
    return find(m_geneOf, geneId);
}

void MetabolicModel::buildIndex()
{
    const auto index = [](const auto &items, std::unordered_map<std::string, int> &indexOf) {
        indexOf.clear();
        indexOf.reserve(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            indexOf.emplace(items[i].id, static_cast<int>(i));
    };
    index(reactions, m_reactionOf);
    index(metabolites, m_metaboliteOf);
    index(genes, m_geneOf);

    m_external = findExternalCompartment(*this);
    m_concepts = std::make_shared<const ModelConcepts>(*this);
}

const std::string &MetabolicModel::externalCompartment() const
{
    return m_external;
}

bool MetabolicModel::isBoundary(int reaction) const
{
    return reactions[static_cast<std::size_t>(reaction)].stoichiometry.size() == 1;
}

BoundaryKind MetabolicModel::boundaryKind(int index) const
{
    const Reaction &reaction = reactions[static_cast<std::size_t>(index)];
    switch (reaction.sboTerm) {
    case sboExchange:
        return BoundaryKind::Exchange;
    case sboDemand:
        return BoundaryKind::Demand;
    case sboSink:
        return BoundaryKind::Sink;
    default:
        break;
    }
    if (!isBoundary(index))
        return BoundaryKind::None;
    if (reaction.sboTerm == sboBiomass || reaction.sboTerm == sboPseudoReaction)
        return BoundaryKind::Other;
    const auto metabolite = static_cast<std::size_t>(reaction.stoichiometry.front().first);
    const bool isExternal = metabolites[metabolite].compartment == m_external;
    const bool isReversible = reaction.lower < 0 && reaction.upper > 0;
    if (isExternal) {
        const bool excluded = containsAny(reaction.id, {"demand", "DM_", "biosynthesis", "transcription",
                                                        "replication", "SN_", "SK_", "sink"});
        return excluded ? BoundaryKind::Other : BoundaryKind::Exchange;
    }
    if (!isReversible)
        return containsAny(reaction.id, {"SN_", "SK_", "sink", "EX_", "exchange"}) ? BoundaryKind::Other
                                                                                   : BoundaryKind::Demand;
    const bool excluded = containsAny(
        reaction.id, {"demand", "DM_", "biosynthesis", "transcription", "replication", "EX_", "exchange"});
    return excluded ? BoundaryKind::Other : BoundaryKind::Sink;
}

std::string MetabolicModel::equation(int index, bool withNames) const
{
    const Reaction &reaction = reactions[static_cast<std::size_t>(index)];
    const char *arrow = reaction.lower < 0 ? (reaction.upper > 0 ? " <=> " : " <-- ") : " --> ";
    const std::string text = side(*this, reaction.stoichiometry, -1, withNames) + arrow +
                             side(*this, reaction.stoichiometry, 1, withNames);
    return std::string(trimmed(text));
}

std::string MetabolicModel::objectiveName() const
{
    if (activeObjective < 0)
        return {};
    std::vector<std::string> names;
    for (const auto &term : objectives[static_cast<std::size_t>(activeObjective)].coefficients)
        names.push_back(reactions[static_cast<std::size_t>(term.first)].id);
    return join(names, " + ");
}

// Reading
// -----------------------------------------------------------------------------------------------------

std::string decodeSbmlId(std::string_view id, std::string_view prefix, bool isGene)
{
    static constexpr std::string_view dot = "__SBML_DOT__";
    std::string result;
    for (std::size_t at = 0; at < id.size();) {
        if (isGene && id.substr(at).starts_with(dot)) {
            result += '.';
            at += dot.size();
            continue;
        }
        unsigned code = 0;
        const char *digits = id.data() + at + 2;
        const char *last = id.data() + id.size();
        if (id.substr(at).starts_with("__") && digits < last && *digits >= '0' && *digits <= '9') {
            const auto [end, error] = std::from_chars(digits, last, code);
            if (error == std::errc() && code > 0 && code < 128 && last - end >= 2 && end[0] == '_' &&
                end[1] == '_') {
                result += static_cast<char>(code);
                at = static_cast<std::size_t>(end - id.data()) + 2;
                continue;
            }
        }
        result += id[at++];
    }
    if (result.starts_with(prefix))
        result.erase(0, prefix.size());
    return result;
}

bool areBoundsUsable(double lower, double upper)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return lower <= upper && lower < infinity && upper > -infinity;
}

std::string boundsProblem(double lower, double upper)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (std::isnan(lower) || std::isnan(upper))
        return std::string(std::isnan(lower) ? "lower" : "upper") + " bound is not a number";
    if (lower > upper)
        return "lower bound " + formatNumber(lower) + " above upper bound " + formatNumber(upper);
    if (lower == infinity)
        return "lower bound infinite";
    return upper == -infinity ? "upper bound minus infinite" : std::string();
}

void readRule(std::string_view text, Reaction &reaction, GeneList &genes, std::vector<std::string> &warnings,
              const std::function<int(std::string_view)> &geneIndex)
{
    const std::size_t genesBefore = genes.size();
    Result<GeneRule> rule = GeneRule::parse(text, geneIndex);
    if (rule) {
        reaction.rule = std::move(*rule);
        return;
    }
    warnings.push_back(
        withDetail(marked("Core", "gene rule not understood"), reaction.id + ": " + rule.error().detail));
    genes.shrinkTo(genesBefore);
}

int sboTermOf(std::string_view text)
{
    if (!text.starts_with("SBO:"))
        return -1;
    const std::optional<double> number = parseNumber(text.substr(4));
    return number && *number >= 0 && *number < 1e7 ? static_cast<int>(*number) : -1;
}

int entrezOfGeneId(std::string_view id)
{
    int value = 0;
    const char *last = id.data() + id.size();
    const auto [end, error] = std::from_chars(id.data(), last, value);
    if (error != std::errc() || value <= 0 || id.front() == '0')
        return 0;
    std::string_view rest(end, static_cast<std::size_t>(last - end));
    if (rest.empty())
        return value;
    if (rest.starts_with("_AT"))
        rest.remove_prefix(3);
    else if (rest.front() == '.')
        rest.remove_prefix(1);
    else
        return 0;
    const bool isVariant =
        !rest.empty() && std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isVariant ? value : 0;
}

GeneList::GeneList(std::vector<ModelGene> &genes) : m_genes(genes)
{
    for (std::size_t i = 0; i < genes.size(); ++i)
        m_indexOf.emplace(genes[i].id, static_cast<int>(i));
}

int GeneList::indexOf(std::string_view id)
{
    const auto [it, isNew] = m_indexOf.try_emplace(std::string(id), static_cast<int>(m_genes.size()));
    if (isNew)
        m_genes.push_back({std::string(id), {}, entrezOfGeneId(id)});
    return it->second;
}

void GeneList::shrinkTo(std::size_t count)
{
    for (; m_genes.size() > count; m_genes.pop_back())
        m_indexOf.erase(m_genes.back().id);
}

Stoichiometry netStoichiometry(Stoichiometry entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    Stoichiometry net;
    for (const auto &[index, coefficient] : entries) {
        if (!net.empty() && net.back().first == index)
            net.back().second += coefficient;
        else
            net.emplace_back(index, coefficient);
    }
    std::erase_if(net, [](const auto &entry) { return entry.second == 0; });
    return net;
}

namespace {

Result<MetabolicModel> finished(MetabolicModel model, const std::filesystem::path &path)
{
    Result<std::string> digest = sha256File(path);
    if (!digest)
        return digest.error();
    model.sha256 = std::move(*digest);
    model.path = path.string();
    model.buildIndex();
    return model;
}

/// By content, whatever the name.
Result<MetabolicModel> readText(std::string bytes, const std::string &path, const TaskContext &context)
{
    if (isMatFile(bytes))
        return readMat(bytes, path, context);
    Result<std::string> decoded = asUtf8(std::move(bytes), path);
    if (!decoded)
        return decoded.error();
    std::string &text = *decoded;
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string::npos)
        return Error{ErrorCode::FileEmpty, path};
    if (const std::size_t zero = text.find('\0'); zero != std::string::npos)
        return Error{ErrorCode::NotText, textPosition(text, zero, path)};
    if (text[start] == '<')
        return readSbml(std::move(text), path, context);
    if (text[start] == '{')
        return readCobraJson(text, path, context);
    if (looksLikeCobraYaml(text))
        return readCobraYaml(text, path, context);
    return Error{ErrorCode::UnknownFormat, textPosition(text, start, path)};
}

} // namespace

Result<MetabolicModel> readModel(const std::filesystem::path &path, const TaskContext &context)
{
    context.report(marked("Core", "Reading model"), 0, 0);
    Result<std::string> text = readWholeText(path);
    if (!text)
        return text.error();
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, path.string()};
    Result<MetabolicModel> model = readText(*std::move(text), path.string(), context);
    return model ? finished(std::move(*model), path) : model;
}

} // namespace pathgan
