#include "core/engine/analysis.h"

#include "core/data/textsource.h"
#include "core/metabolic/io/jsondocument.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

namespace pathgan {

namespace {

using Json = nlohmann::ordered_json;

/// One key of the JSON: how it is read into a configuration and written back.
struct Binding
{
    ConfigKey key;
    std::function<bool(AnalysisConfig &, const Json &)> set; ///< false: a value that does not fit
    std::function<Json(const AnalysisConfig &)> get;
};

template <class Access>
Binding number(const char *name, const char *help, Access access)
{
    return {{name, "number", {}, help},
            [access](AnalysisConfig &config, const Json &value) {
                if (!value.is_number())
                    return false;
                access(config) = value.get<double>();
                return true;
            },
            [access](const AnalysisConfig &config) {
                return Json(access(const_cast<AnalysisConfig &>(config)));
            }};
}

/// Of what the field's type holds: nothing wraps around.
struct IntegerRange
{
    std::uint64_t least = 0, most = std::numeric_limits<std::uint64_t>::max();
};

template <class Access>
Binding integer(const char *name, const char *help, Access access, IntegerRange range = {})
{
    using Integer = std::remove_reference_t<decltype(access(std::declval<AnalysisConfig &>()))>;
    range.most = std::min<std::uint64_t>(range.most, std::numeric_limits<Integer>::max());
    std::string type = "integer";
    if (range.most < std::numeric_limits<std::uint64_t>::max())
        type += " from " + std::to_string(range.least) + " to " + std::to_string(range.most);
    return {{name, type, {}, help},
            [access, range](AnalysisConfig &config, const Json &value) {
                if (!value.is_number_unsigned())
                    return false;
                const auto given = value.get<std::uint64_t>();
                if (given < range.least || given > range.most)
                    return false;
                access(config) = static_cast<Integer>(given);
                return true;
            },
            [access](const AnalysisConfig &config) {
                return Json(access(const_cast<AnalysisConfig &>(config)));
            }};
}

template <class Access>
Binding flag(const char *name, const char *help, Access access)
{
    return {{name, "true|false", {}, help},
            [access](AnalysisConfig &config, const Json &value) {
                if (!value.is_boolean())
                    return false;
                access(config) = value.get<bool>();
                return true;
            },
            [access](const AnalysisConfig &config) {
                return Json(access(const_cast<AnalysisConfig &>(config)));
            }};
}

template <class Access>
Binding text(const char *name, const char *type, const char *help, Access access)
{
    return {{name, type, {}, help},
            [access](AnalysisConfig &config, const Json &value) {
                if (!value.is_string())
                    return false;
                access(config) = value.get<std::string>();
                return true;
            },
            [access](const AnalysisConfig &config) {
                return Json(access(const_cast<AnalysisConfig &>(config)));
            }};
}

template <class Access>
Binding list(const char *name, const char *help, Access access)
{
    return {{name, "list of names", {}, help},
            [access](AnalysisConfig &config, const Json &value) {
                if (!value.is_array())
                    return false;
                std::vector<std::string> names;
                for (const Json &item : value) {
                    if (!item.is_string())
                        return false;
                    names.push_back(item.get<std::string>());
                }
                access(config) = std::move(names);
                return true;
            },
            [access](const AnalysisConfig &config) {
                return Json(access(const_cast<AnalysisConfig &>(config)));
            }};
}

template <class Enum>
using Choices = std::vector<std::pair<const char *, Enum>>;

template <class Enum, class Access>
Binding choice(const char *name, const char *help, Choices<Enum> choices, Access access)
{
    std::string type;
    for (const auto &[word, value] : choices)
        type += (type.empty() ? "" : "|") + std::string(word);
    return {{name, type, {}, help},
            [access, choices](AnalysisConfig &config, const Json &value) {
                for (const auto &[word, meaning] : choices) {
                    if (value.is_string() && value.get<std::string>() == word) {
                        access(config) = meaning;
                        return true;
                    }
                }
                return false;
            },
            [access, choices](const AnalysisConfig &config) {
                for (const auto &[word, meaning] : choices)
                    if (access(const_cast<AnalysisConfig &>(config)) == meaning)
                        return Json(word);
                return Json();
            }};
}

template <class Enum>
Choices<Enum> wordsOf(std::initializer_list<Enum> values, const char *(*word)(Enum))
{
    Choices<Enum> choices;
    for (const Enum value : values)
        choices.emplace_back(word(value), value);
    return choices;
}

#define FIELD(expression) ([](AnalysisConfig & c) -> auto & { return c.expression; })

std::vector<Binding> inputBindings()
{
    return {
        text("expression", "path", "expression matrix (Xena TSV, CSV, GCT; may be gzip)", FIELD(expression)),
        text("clinical", "path", "clinical table (Xena clinicalMatrix)", FIELD(clinical)),
        text("model", "path", "metabolic model (SBML, COBRA JSON or YAML, MATLAB)", FIELD(model)),
        text("concepts", "path", "table of what the model calls something", FIELD(concepts)),
        text("gene_sets", "path", "gene sets (GMT, GMX, GRP)", FIELD(geneSets)),
        text("interactions", "path", "interaction network (two columns, STRING links)", FIELD(interactions)),
        text("gene_map", "path",
             "gene map with columns symbol and entrez_gene_id; replaces the built-in table", FIELD(geneMap)),
        integer("interaction_score", "lowest STRING combined score kept", FIELD(options.interactionScore),
                {0, 1000}),
        choice<ReadRules::Ragged>("ragged_rows", "rule for rows with too few or too many fields",
                                  {{"error", ReadRules::Ragged::Error},
                                   {"drop", ReadRules::Ragged::DropRow},
                                   {"fill", ReadRules::Ragged::FillMissing}},
                                  FIELD(options.reading.ragged)),
        choice<ReadRules::NotNumber>(
            "not_numbers", "rule for fields that are no number",
            {{"error", ReadRules::NotNumber::Error}, {"missing", ReadRules::NotNumber::Missing}},
            FIELD(options.reading.notNumber)),
        choice<ReadRules::Missing>("missing_values",
                                   "rule for missing values; keep: unmeasured, never taken as zero",
                                   {{"keep", ReadRules::Missing::Keep},
                                    {"zero", ReadRules::Missing::Zero},
                                    {"median", ReadRules::Missing::GeneMedian},
                                    {"drop", ReadRules::Missing::DropGene}},
                                   FIELD(options.reading.missing)),
        choice<ReadRules::Duplicate>("duplicate_genes", "rule for genes that occur more than once",
                                     {{"first", ReadRules::Duplicate::First},
                                      {"mean", ReadRules::Duplicate::Mean},
                                      {"maximum", ReadRules::Duplicate::Maximum},
                                      {"error", ReadRules::Duplicate::Error}},
                                     FIELD(options.reading.duplicate)),
        choice<SampleFilter>("samples", "tumour: primary tumours, one a patient",
                             {{"tumour", SampleFilter::Tumours}, {"all", SampleFilter::All}},
                             FIELD(options.cohort.filter)),
        text("clinical_id_column", "column name",
             "clinical column with the samples' names; empty: the one that names most of them",
             FIELD(options.cohort.idColumn)),
        flag("allow_low_coverage", "go on where two inputs share less than a twentieth of their genes",
             FIELD(options.allowLowCoverage)),
    };
}

std::vector<Binding> fluxBindings()
{
    return {
        choice<ExpressionRule>("rule", "how expression sets bounds",
                               {{"eflux", ExpressionRule::EFlux}, {"paper", ExpressionRule::Paper}},
                               FIELD(options.flux.rule)),
        choice<FluxQuantity>("quantity", "what is computed for each sample and reaction",
                             {{"capacity", FluxQuantity::Capacity},
                              {"pfba", FluxQuantity::PerturbedFba},
                              {"fba", FluxQuantity::Fba},
                              {"capacity-range", FluxQuantity::CapacityRange}},
                             FIELD(options.flux.quantity)),
        choice<MediumPreset>(
            "medium", "what may enter the model",
            {{"physiological", MediumPreset::Physiological}, {"as-distributed", MediumPreset::AsDistributed}},
            FIELD(options.flux.medium)),
        choice<OrRule>("or_rule", "value of alternative genes",
                       {{"maximum", OrRule::Maximum}, {"sum", OrRule::Sum}}, FIELD(options.flux.orRule)),
        choice<ScoreScale>("score_scale",
                           "E-Flux: a score is divided by the largest of its reaction, or of all",
                           {{"reaction", ScoreScale::PerReaction}, {"network", ScoreScale::Global}},
                           FIELD(options.flux.scoreScale)),
        flag("log_scores", "gene scores on log2(x+1) instead of the linear scale",
             FIELD(options.flux.logScores)),
        list("reactions", "reactions to report; empty: the core glutathione reactions",
             FIELD(options.flux.reactions)),
        text("objective", "reaction id", "reaction to maximise; empty: the model's own",
             FIELD(options.flux.objective)),
        number("growth_fraction", "capacity: share of maximal growth kept",
               FIELD(options.flux.growthFraction)),
        choice<PaperKeySet>("paper_reactions", "paper rule: reactions whose upper bound is scaled",
                            {{"metabolite", PaperKeySet::ByMetabolite},
                             {"subsystem", PaperKeySet::BySubsystem},
                             {"name", PaperKeySet::ByName},
                             {"core", PaperKeySet::Core}},
                            FIELD(options.flux.paperKeySet)),
        choice<PaperAverage>("paper_average", "paper rule: which genes are averaged",
                             {{"selected", PaperAverage::SelectedGenes},
                              {"rule", PaperAverage::RuleGenes},
                              {"glutathione", PaperAverage::GlutathioneGenes}},
                             FIELD(options.flux.paperAverage)),
    };
}

std::vector<Binding> networkBindings()
{
    return {
        choice<GeneratorKind>(
            "generator", "architecture of the generator",
            {{"pathway", GeneratorKind::PathwayTokens}, {"paper", GeneratorKind::ProjectedAttention}},
            FIELD(options.gan.generator)),
        choice<DiscriminatorKind>(
            "discriminator", "graph of the critic",
            {{"reactions", DiscriminatorKind::ReactionGraph}, {"batch-knn", DiscriminatorKind::BatchKnn}},
            FIELD(options.gan.discriminator)),
        choice<Lipschitz>("lipschitz", "how the critic is kept Lipschitz",
                          {{"none", Lipschitz::None},
                           {"clip", Lipschitz::WeightClipping},
                           {"penalty", Lipschitz::GradientPenalty}},
                          FIELD(options.gan.lipschitz)),
        choice<TargetScale>("target_scale", "scale of the targets before standardising",
                            {{"as-is", TargetScale::AsIs}, {"log10", TargetScale::Log10}},
                            FIELD(options.gan.targetScale)),
        integer("seed", "of split, initial weights, batches and SHAP draws", FIELD(options.gan.seed)),
        integer("epochs", "at most", FIELD(options.gan.epochs), {1, 1'000'000}),
        integer("patience", "epochs without a better validation r before the end; 0: never",
                FIELD(options.gan.patience)),
        integer("batch_size", "samples in a step", FIELD(options.gan.batchSize)),
        integer("batches_per_epoch", "0: a full pass", FIELD(options.gan.batchesPerEpoch)),
        integer("critic_steps", "critic steps for each generator step", FIELD(options.gan.criticSteps)),
        integer("genes", "most variable genes, chosen on training samples", FIELD(options.gan.genes)),
        integer("token_size", "width of a pathway token", FIELD(options.gan.tokenSize)),
        integer("heads", "attention heads", FIELD(options.gan.heads)),
        integer("hidden", "hidden units of the output network", FIELD(options.gan.hidden)),
        number("learning_rate", "Adam", FIELD(options.gan.learningRate)),
        number("beta1", "Adam", FIELD(options.gan.beta1)),
        number("beta2", "Adam", FIELD(options.gan.beta2)),
        number("penalty_weight", "gradient penalty", FIELD(options.gan.penaltyWeight)),
        number("paired_weight", "weight of mean |prediction - target|", FIELD(options.gan.pairedWeight)),
    };
}

std::vector<Binding> resultBindings()
{
    return {
        list("explain_samples", "samples to explain; empty: the first ten", FIELD(options.explain.samples)),
        text("explain_reaction", "reaction id", "output to explain; empty: the mean of all",
             FIELD(options.explain.reaction)),
        choice<ShapRule>("shap_rule", "random: as shap.GradientExplainer; quadrature: deterministic",
                         {{"random", ShapRule::Random}, {"quadrature", ShapRule::Quadrature}},
                         FIELD(options.explain.shap.rule)),
        integer("shap_draws", "random draws a sample", FIELD(options.explain.shap.draws), {1, 1'000'000}),
        integer("shap_background", "background samples", FIELD(options.explain.shap.backgroundSize),
                {1, 1'000'000}),
        flag("relative_ranking",
             "rank genes by mean |SHAP| relative to an untrained network; false: by mean |SHAP|",
             FIELD(options.enrich.relative)),
        integer("top_genes", "genes of the over-representation query", FIELD(options.enrich.topGenes),
                {1, 10'000'000}),
        choice<OraOptions::Background>("enrich_background",
                                       "genes the query is drawn from; network: those it reads "
                                       "in pathways (all measured ones without pathway tokens)",
                                       {{"network", OraOptions::Background::Network},
                                        {"measured", OraOptions::Background::Measured},
                                        {"library", OraOptions::Background::Library},
                                        {"size", OraOptions::Background::Size}},
                                       FIELD(options.enrich.ora.background)),
        integer("enrich_background_size", "for background size", FIELD(options.enrich.ora.size),
                {0, 10'000'000}),
        choice<OddsRatio>("odds_ratio", "haldane: 0.5 added to each cell; enrichr: as the web site",
                          {{"haldane", OddsRatio::Haldane}, {"enrichr", OddsRatio::Enrichr}},
                          FIELD(options.enrich.ora.oddsRatio)),
        integer("permutations", "preranked GSEA", FIELD(options.enrich.gsea.permutations), {1, 10'000'000}),
        integer("minimum_set_size", "preranked GSEA", FIELD(options.enrich.gsea.minimumSize),
                {1, 10'000'000}),
        integer("maximum_set_size", "preranked GSEA", FIELD(options.enrich.gsea.maximumSize),
                {1, 10'000'000}),
        integer("gsea_seed", "preranked GSEA", FIELD(options.enrich.gsea.seed)),
        flag("strict_stress", "GSSG reduced with NADPH only, peroxiredoxin left out",
             FIELD(options.stress.strict)),
        number("catalase_capacity", "mmol/gDW/h at median expression",
               FIELD(options.stress.catalaseCapacity)),
        number("peroxidase_capacity", "mmol/gDW/h at median expression",
               FIELD(options.stress.peroxidaseCapacity)),
        text("group_column", "column name", "clinical column to compare; empty: radiation_therapy",
             FIELD(options.groups.column)),
        text("within_column", "column name",
             "column for the same test inside each value; empty: the strongest tie",
             FIELD(options.groups.within)),
        choice<GroupTest>("group_test", "auto: Mann-Whitney for two groups, Kruskal-Wallis and Dunn for more",
                          wordsOf({GroupTest::Auto, GroupTest::MannWhitney, GroupTest::Welch,
                                   GroupTest::Student, GroupTest::KruskalWallis, GroupTest::Anova},
                                  groupTestWord),
                          FIELD(options.groups.test)),
        choice<Adjustment>("group_adjustment", "of p over pairs of groups, and over reactions",
                           wordsOf({Adjustment::BenjaminiHochberg, Adjustment::Holm, Adjustment::Bonferroni,
                                    Adjustment::BenjaminiYekutieli, Adjustment::None},
                                   adjustmentWord),
                           FIELD(options.groups.adjustment)),
    };
}

#undef FIELD

/// Sets every field of the network at once; other keys then change single fields.
Binding presetBinding()
{
    Binding binding = choice<GanPreset>(
        "preset", "network preset; other keys change single fields of it",
        {{"paper", GanPreset::Paper}, {"recommended", GanPreset::Recommended}, {"quick", GanPreset::Quick}},
        [](AnalysisConfig & c) -> auto & { return c.options.gan.preset; });
    binding.set = [plain = binding.set](AnalysisConfig &config, const Json &value) {
        if (!plain(config, value))
            return false;
        config.options.gan = GanOptions::fromPreset(config.options.gan.preset);
        return true;
    };
    return binding;
}

const std::vector<Binding> &bindings()
{
    static const std::vector<Binding> all = [] {
        std::vector<Binding> joined = inputBindings();
        joined.push_back(presetBinding()); // before the fields that it sets
        for (auto &part : {fluxBindings(), networkBindings(), resultBindings()})
            joined.insert(joined.end(), part.begin(), part.end());
        return joined;
    }();
    return all;
}

/// The key of an option that check() names: batchSize is batch_size.
std::string keyOfField(const std::string &field)
{
    static const std::array<std::pair<const char *, const char *>, 5> others = {
        {{"draws", "shap_draws"},
         {"backgroundSize", "shap_background"},
         {"size", "enrich_background_size"},
         {"minimumSize", "minimum_set_size"},
         {"maximumSize", "maximum_set_size"}}};
    for (const auto &[name, key] : others)
        if (field == name)
            return key;
    std::string key;
    for (const char c : field) {
        if (std::isupper(static_cast<unsigned char>(c)))
            key += '_';
        key += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return key;
}

AnalysisConfig defaultConfig()
{
    AnalysisConfig config;
    config.options.gan = GanOptions::fromPreset(GanPreset::Recommended);
    return config;
}

void resolvePaths(AnalysisConfig &config, const std::filesystem::path &folder)
{
    for (std::string *path : {&config.expression, &config.clinical, &config.model, &config.geneSets,
                              &config.interactions, &config.geneMap}) {
        if (!path->empty() && std::filesystem::path(*path).is_relative())
            *path = (folder / *path).lexically_normal().string();
    }
}

} // namespace

std::vector<ConfigKey> configKeys()
{
    const AnalysisConfig defaults = defaultConfig();
    std::vector<ConfigKey> keys;
    for (const Binding &binding : bindings()) {
        ConfigKey key = binding.key;
        key.defaultValue = binding.get(defaults).dump();
        keys.push_back(std::move(key));
    }
    return keys;
}

Result<AnalysisConfig> readAnalysisConfig(const std::filesystem::path &path)
{
    const Result<std::string> content = readWholeText(path);
    if (!content)
        return content.error();
    const Result<JsonDocument> read = JsonDocument::parse(*content, path.string());
    if (!read)
        return read.error();
    const Json &json = read->root();
    if (!json.is_object())
        return Error{ErrorCode::UnknownFormat, read->place({}) + ": not a JSON object"};
    AnalysisConfig config = defaultConfig();
    for (const auto &[name, value] : json.items()) {
        const bool known = std::any_of(bindings().begin(), bindings().end(),
                                       [&, key = name](const Binding &b) { return b.key.name == key; });
        if (!known)
            return Error{ErrorCode::UnknownName, read->place({name}) + ": " + name};
    }
    for (const Binding &binding : bindings()) {
        const auto it = json.find(binding.key.name);
        if (it == json.end())
            continue;
        if (!binding.set(config, *it))
            return Error{ErrorCode::InvalidOption, read->place({binding.key.name}) + ": " + binding.key.name +
                                                       ": " + it->dump() + ", not " + binding.key.type};
    }
    if (const Result<void> checked = checkOptions(config.options); !checked) {
        const std::string key = keyOfField(checked.error().detail);
        return Error{checked.error().code, read->place({key}) + ": " + key};
    }
    config.options.explain.shap.seed = config.options.gan.seed;
    resolvePaths(config, std::filesystem::absolute(path).parent_path());
    return config;
}

std::string optionsJson(const AnalysisOptions &options)
{
    AnalysisConfig config;
    config.options = options;
    Json json;
    for (const Binding &binding : bindings())
        if (binding.key.type != "path")
            json[binding.key.name] = binding.get(config);
    return json.dump(2);
}

} // namespace pathgan
