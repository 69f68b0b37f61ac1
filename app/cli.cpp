// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/commands.h"

#include "core/project/versions.h"
#include "ui/language.h"

#include <QApplication>
#include <QHashFunctions>

#include <array>
#include <cstring>
#include <iostream>
#include <memory>

namespace pathgan {

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = {
        {"inspect", "say what files are and list their problems", inspectCommand, false},
        {"fba", "flux balance analysis of a model", fbaCommand, false},
        {"fva", "flux variability analysis of a model", fvaCommand, false},
        {"check", "what is odd about a model: dead ends, loops, balances, genes", checkCommand, false},
        {"delete", "growth after deletion of genes or reactions", deleteCommand, false},
        {"flux", "fluxes of every sample from a model and an expression matrix", fluxCommand, false},
        {"flux-explain", "why a reaction of a sample has its flux: genes, bounds, duals", fluxExplainCommand,
         false},
        {"gimme", "fluxes that use reactions of low expression least, of every sample", gimmeCommand, false},
        {"train", "train the network from expression to flux", trainCommand, false},
        {"explain", "SHAP values of a trained network", explainCommand, true},
        {"generate", "synthetic flux profiles of a trained network beside the real ones", generateCommand,
         true},
        {"enrich", "over-representation or preranked GSEA", enrichCommand, false},
        {"stress", "growth under oxidative load of every sample", stressCommand, false},
        {"compare", "compare values between groups of a clinical column", compareCommand, true},
        {"run", "the whole analysis, with every table and figure, or what is out of date in a project",
         runCommand, true},
        {"show", "what a project holds: inputs, parts, runs", showCommand, false},
        {"export", "tables and figures of a project", exportCommand, true},
        {"report", "a project as one HTML or PDF file: data, methods, figures", reportCommand, true},
        {"salvage", "what can be read of a damaged project, as a new one", salvageCommand, false},
    };
    return all;
}

namespace {

void printUsage(std::ostream &out)
{
    out << "usage: pathgan-cli COMMAND [options]\n\n";
    for (const Command &command : commands())
        out << "  " << command.name << std::string(14 - std::strlen(command.name), ' ') << command.help
            << '\n';
    out << "\npathgan-cli COMMAND --help tells a command's arguments and options.\n"
           "Progress goes to stderr; --json prints one JSON object on stdout.\n"
           "- is standard input for an input file, standard output for a table.\n"
           "Files that do not look like earlier results of the command are replaced with --force only.\n"
           "Exit code: 0 done, 1 the analysis failed, 2 bad usage or input.\n";
}

int dispatch(int argc, char **argv)
{
    // QCustomPlot keeps its axes in hashes: with Qt's random seed they would be drawn in another order each
    // time.
    QHashSeed::setDeterministicGlobalSeed();
    const std::string name = argc > 1 ? argv[1] : "";
    if (name == "--version") {
        for (const auto &[library, version] : versions(false))
            std::cout << library << ' ' << version << '\n';
        return ExitOk;
    }
    if (name == "--help" || name == "-h" || name == "help") {
        printUsage(std::cout);
        return ExitOk;
    }
    for (const Command &command : commands()) {
        if (name != command.name)
            continue;
        // Usage lines begin with the program's first argument.
        std::string program = "pathgan-cli " + name;
        std::array<char *, 2> words = {program.data(), nullptr};
        int wordCount = 1;
        // Figures need an application with fonts, but never a display.
        std::unique_ptr<QCoreApplication> application;
        if (command.draws) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            application = std::make_unique<QApplication>(wordCount, words.data());
        } else {
            application = std::make_unique<QCoreApplication>(wordCount, words.data());
        }
        QCoreApplication::setApplicationName(QStringLiteral("pathgan-cli"));
        QLocale::setDefault(QLocale::c()); // the same files whoever runs it
        installLanguage(QLocale());
        QStringList arguments;
        for (int i = 2; i < argc; ++i)
            arguments.append(QString::fromLocal8Bit(argv[i]));
        const int exit = command.run(arguments);
        if (!std::cout.flush() && exit == ExitOk) {
            std::cerr << "pathgan-cli: the answer could not be written to standard output\n";
            return ExitBadInput;
        }
        return exit;
    }
    std::cerr << (name.empty() ? "No command given." : "No such command: " + name) << '\n';
    printUsage(std::cerr);
    return ExitBadInput;
}

} // namespace

} // namespace pathgan

int main(int argc, char **argv)
{
    return pathgan::dispatch(argc, argv);
}
