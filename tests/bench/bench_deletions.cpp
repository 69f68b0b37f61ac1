// Times all single deletions of models, beside COBRApy where PATHGAN_COBRA_PYTHON names a Python that has it:
// bench_deletions [--reactions] [--threads N] MODEL…
#include "core/metabolic/deletions.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <vector>

using namespace pathgan;

namespace {

/// Arguments: model, genes or reactions, processes, file for the growths. Prints seconds.
constexpr const char *cobraProgram = R"(
import logging, sys, time
logging.disable(logging.CRITICAL)
import cobra
from cobra.flux_analysis import single_gene_deletion, single_reaction_deletion
model = cobra.io.read_sbml_model(sys.argv[1])
model.slim_optimize()
delete = single_gene_deletion if sys.argv[2] == "genes" else single_reaction_deletion
start = time.time()
result = delete(model, processes=int(sys.argv[3]))
print("seconds", time.time() - start)
with open(sys.argv[4], "w") as out:
    for ids, growth in zip(result["ids"], result["growth"]):
        print(*ids, growth, file=out)
)";

/// Of all threads; says more than the clock where the machine is shared.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double seconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Text between quotes for the shell.
std::string quoted(const std::string &text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

/// Largest difference from COBRApy, which deletes one variant of a gene at a time: only genes of one variant
/// are compared.
void compare(const MetabolicModel &model, const DeletionOptions &options, const DeletionRun &run,
             const std::string &path)
{
    std::map<int, int> variants;
    for (const ModelGene &gene : model.genes)
        ++variants[gene.entrez];
    std::map<int, double> ours;
    for (const Deletion &row : run.rows)
        ours[row.first] = row.growth;
    double worst = 0;
    int compared = 0, statusDiffers = 0;
    std::ifstream file(path);
    std::string id, number;
    while (file >> id >> number) {
        const bool isGene = options.kind == DeletionKind::Genes;
        const int target = isGene ? model.geneIndex(id) : model.reactionIndex(id);
        if (ours.count(target) == 0)
            continue;
        if (const int entrez = isGene ? model.genes[static_cast<std::size_t>(target)].entrez : 0;
            entrez > 0 && variants[entrez] > 1)
            continue;
        const double theirs = std::strtod(number.c_str(), nullptr), mine = ours[target];
        ++compared;
        if (std::isnan(theirs) != std::isnan(mine))
            ++statusDiffers;
        else if (!std::isnan(mine))
            worst = std::max(worst, std::abs(theirs - mine) / std::max(1.0, std::abs(run.wildTypeGrowth)));
    }
    std::printf(
        "  %d rows compared: largest difference %.2g of the wild type, %d feasible on one side only\n",
        compared, worst, statusDiffers);
}

void runCobra(const char *python, const MetabolicModel &model, const DeletionOptions &options,
              const DeletionRun &run, double oursPerRow)
{
    const std::string out = "bench_deletions_cobra.txt", program = "bench_deletions_cobra.py";
    std::ofstream(program) << cobraProgram;
    const std::string command = quoted(python) + ' ' + program + ' ' + quoted(model.path) +
                                (options.kind == DeletionKind::Genes ? " genes " : " reactions ") +
                                std::to_string(std::max(1U, options.threads)) + ' ' + out;
    FILE *pipe = popen(command.c_str(), "r");
    double theirs = 0;
    const bool isRead = pipe && std::fscanf(pipe, "seconds %lf", &theirs) == 1;
    if (pipe)
        pclose(pipe);
    if (!isRead) {
        std::printf("  COBRApy did not run\n");
        return;
    }
    std::ifstream file(out);
    const auto rows =
        std::count(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>(), '\n');
    const double theirsPerRow = theirs / static_cast<double>(rows);
    std::printf("  COBRApy: %td in %.3f s, %.3f ms each; ratio %.1f\n", rows, theirs, 1e3 * theirsPerRow,
                theirsPerRow / oursPerRow);
    compare(model, options, run, out);
    std::remove(out.c_str());
    std::remove(program.c_str());
}

int bench(const char *path, const DeletionOptions &options)
{
    const Result<MetabolicModel> model = readModel(path);
    if (!model)
        return 2;
    const double start = seconds(), processorStart = processorSeconds();
    const Result<DeletionRun> run = deletions(*model, options);
    const double spent = seconds() - start, processor = processorSeconds() - processorStart;
    if (!run || run->rows.empty()) {
        std::printf("%s: no deletions\n", path);
        return 1;
    }
    const double perRow = spent / static_cast<double>(run->rows.size());
    const auto essential = std::count_if(run->rows.begin(), run->rows.end(),
                                         [](const Deletion &row) { return row.isEssential; });
    std::printf("%s: %zu single %s deletions in %.3f s (%.3f s of processor time), %.3f ms each, %u threads; "
                "wild type %.9g; "
                "%td essential\n",
                path, run->rows.size(), options.kind == DeletionKind::Genes ? "gene" : "reaction", spent,
                processor, 1e3 * perRow, options.threads, run->wildTypeGrowth, essential);
    std::fflush(stdout);
    if (const char *python = std::getenv("PATHGAN_COBRA_PYTHON"))
        runCobra(python, *model, options, *run, perRow);
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    DeletionOptions options;
    options.threads = 2;
    int exit = 2;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--reactions")
            options.kind = DeletionKind::Reactions;
        else if (argument == "--threads" && i + 1 < count)
            options.threads = static_cast<unsigned>(std::stoul(arguments[++i]));
        else
            exit = bench(arguments[i], options);
    }
    return exit;
}
