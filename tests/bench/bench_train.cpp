// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/gan.h"
#include "tests/support/normalrandom.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/// Epochs of the recommended network (20,000 genes, 50 sets, 31 capacities, 304 samples) with and without
/// gradient matching, each beside the same epoch in PyTorch: bench_train [epochs] with PATHGAN_PYTHON naming
/// a Python that has it. Processor time of one thread each, so that neighbours on the machine matter little.
using namespace pathgan;

namespace {

constexpr Index samples = 304, genes = 20'000;
constexpr int reactions = 31, boundsEach = 3;

GanInput madeInput()
{
    NormalRandom random(1);
    GanInput input;
    input.expression.resize(samples, genes);
    for (Index i = 0; i < input.expression.size(); ++i)
        input.expression.data()[i] = static_cast<float>(6 + random.normal());
    auto duals = std::make_shared<CapacityDuals>();
    for (Index gene = 0; gene < genes; ++gene)
        input.genes.push_back("g" + std::to_string(gene));
    for (int i = 0; i < reactions * boundsEach; ++i) {
        ExpressedBound bound;
        bound.medium = 1000;
        bound.greatest = 2000;
        bound.rule = {{RulePart::Op::Gene, i}};
        duals->bounds.push_back(bound);
        duals->genes.push_back(input.genes[static_cast<std::size_t>(i)]);
        input.dualGenes.push_back(i);
    }
    input.targets.resize(samples, reactions);
    for (Index i = 0; i < samples; ++i) {
        input.samples.push_back("s" + std::to_string(i));
        input.patients.push_back("p" + std::to_string(i));
        const VectorD seen = input.expression.row(i).head(reactions * boundsEach).transpose().cast<double>();
        const VectorD bounds = boundsAt(*duals, seen);
        duals->growth.emplace_back();
        for (int reaction = 0; reaction < reactions; ++reaction) {
            DualSolution solution;
            for (int k = 0; k < boundsEach; ++k)
                solution.terms.push_back({reaction * boundsEach + k, 1});
            input.targets(i, reaction) = dualValue(solution, bounds, 0);
            duals->values.push_back(std::move(solution));
        }
    }
    for (int reaction = 0; reaction < reactions; ++reaction)
        input.reactions.push_back("r" + std::to_string(reaction));
    for (int set = 0; set < 50; ++set) { // as the hallmark sets: 7,300 members of 4,400 genes
        input.sets.sets.push_back({"set " + std::to_string(set), "", {}});
        input.setGenes.emplace_back();
        for (int member = 0; member < 147; ++member)
            input.setGenes.back().push_back(static_cast<Index>(random.below(4'400)));
        auto &members = input.setGenes.back();
        std::sort(members.begin(), members.end());
        members.erase(std::unique(members.begin(), members.end()), members.end());
    }
    input.duals = duals;
    return input;
}

std::vector<std::size_t> tokenSizes(const GanInput &input)
{
    std::vector<std::size_t> sizes;
    std::vector<bool> inSet(static_cast<std::size_t>(genes), false);
    for (const auto &members : input.setGenes) {
        sizes.push_back(members.size());
        for (const Index gene : members)
            inSet[static_cast<std::size_t>(gene)] = true;
    }
    sizes.push_back(static_cast<std::size_t>(std::count(inSet.begin(), inSet.end(), false)));
    return sizes;
}

/// A Python that trains one epoch when asked.
class TorchSide
{
public:
    TorchSide(const std::string &python, const std::string &words)
    {
        int in[2], out[2];
        if (pipe(in) != 0 || pipe(out) != 0)
            std::exit(1);
        const std::string command = "exec " + python + " " + PATHGAN_BENCH + "/torch_train.py " + words;
        m_process = fork();
        if (m_process == 0) {
            dup2(in[0], 0);
            dup2(out[1], 1);
            for (const int end : {in[0], in[1], out[0], out[1]})
                close(end);
            execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char *>(nullptr));
            _exit(1);
        }
        close(in[0]);
        close(out[1]);
        fcntl(in[1], F_SETFD, FD_CLOEXEC);
        m_in = fdopen(in[1], "w");
        m_out = fdopen(out[0], "r");
        char line[100] = "";
        if (std::fgets(line, sizeof line, m_out))
            std::printf("%s", line);
    }
    TorchSide(const TorchSide &) = delete;
    TorchSide &operator=(const TorchSide &) = delete;
    ~TorchSide()
    {
        std::fclose(m_in);
        std::fclose(m_out);
        waitpid(m_process, nullptr, 0);
    }
    double epoch()
    {
        std::fputs("epoch\n", m_in);
        std::fflush(m_in);
        char line[100] = "";
        return std::fgets(line, sizeof line, m_out) ? std::atof(line) : 0;
    }

private:
    std::FILE *m_in = nullptr, *m_out = nullptr;
    pid_t m_process = -1;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Median seconds of an epoch of ours; prints it beside PyTorch's.
double bench(const GanInput &input, double gradientWeight, int epochs, const char *python)
{
    GanOptions options;
    options.gradientWeight = gradientWeight;
    options.epochs = epochs;
    options.patience = 0;
    std::string words = std::to_string(genes) + " " + std::to_string(reactions) + " " +
                        std::to_string(samples * 7 / 10) + " " + std::to_string(gradientWeight);
    for (const std::size_t size : tokenSizes(input))
        words += " " + std::to_string(size);
    std::unique_ptr<TorchSide> torch;
    if (python)
        torch = std::make_unique<TorchSide>(python, words);
    std::vector<double> ours, theirs;
    double begin = 0;
    const auto run = trainGan(input, options, {}, [&](const GanEpoch &epoch) {
        if (epoch.epoch > 1) // the first includes the preparation
            ours.push_back(processorSeconds() - begin);
        if (torch)
            theirs.push_back(torch->epoch());
        begin = processorSeconds();
    });
    if (!run)
        std::printf("%s\n", run.error().detail.c_str());
    std::printf("gradient weight %g: %.3f s an epoch (least %.3f)", gradientWeight, median(ours),
                *std::min_element(ours.begin(), ours.end()));
    if (torch)
        std::printf(", PyTorch %.3f s (least %.3f): %.2f times as fast", median(theirs),
                    *std::min_element(theirs.begin(), theirs.end()), median(theirs) / median(ours));
    std::printf("\n");
    std::fflush(stdout);
    return median(ours);
}

} // namespace

int main(int argc, char **argv)
{
    const int epochs = argc > 1 ? std::atoi(argv[1]) : 8;
    const char *python = std::getenv("PATHGAN_PYTHON");
    const GanInput input = madeInput();
    const double plain = bench(input, 0, epochs, python), matched = bench(input, 5, epochs, python);
    std::printf("an epoch with gradient matching takes %.2f times one without\n", matched / plain);
}
