// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inputspool.h"
#include "app/outputguard.h"
#include "core/base/optiontable.h"
#include "core/base/task.h"
#include "core/project/options.h"
#include "core/project/project.h"

#include <QCommandLineParser>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace pathgan {

using OrderedJson = nlohmann::ordered_json;

enum ExitCode { ExitOk = 0, ExitAnalysisFailed = 1, ExitBadInput = 2 };

/// One invocation of a command: its options, progress on stderr, the result as one JSON object on stdout with
/// --json.
class CommandLine
{
public:
    explicit CommandLine(const QString &description);

    QCommandLineParser parser;

    void addOption(const QString &name, const QString &help, const QString &valueName = {},
                   const QString &defaultValue = {});
    /// A file, or a folder, to write; --force comes with it. `-` is standard output.
    void addOutput(const QString &name, const QString &help, const QString &valueName);
    /// Other names of the flags of keys, from before or shorter; null: no flag for that key.
    using FlagNames = std::map<std::string, const char *>;
    static FlagNames only(const OptionTable &table, FlagNames kept);
    /// growth_fraction is --growth-fraction. One that is true or false may stand alone, or with no- before
    /// it.
    void addTableOptions(const ConstOptionsRef &defaults, const FlagNames &others = {});
    Result<void> readTableOptions(const OptionsRef &options) const;
    Error withFlag(const Error &error) const;
    void addRaggedOption();                   ///< a rule for rows that do not fit
    void addReadingOptions();                 ///< rules for bad rows, the sample filter and the gene map
    void addSampleOption(bool named = false); ///< which samples of the matrix; named: or their names
    /// Parses; false when the program should end with exitCode(). Refuses an output that is an input or
    /// another output, and takes in what comes through pipes.
    bool parse(const QStringList &arguments, int minimumArguments, int maximumArguments = -1);
    int exitCode() const { return m_exitCode; }
    QStringList arguments() const { return m_arguments; }
    bool isSet(const QString &name) const { return parser.isSet(name); }
    std::string text(const QString &name) const { return parser.value(name).toStdString(); }
    std::filesystem::path path(const QString &name) const;
    std::vector<std::string>
    list(const QString &name) const; ///< comma-separated, may be given more than once
    Result<double> number(const QString &name) const;
    /// A whole number within these bounds, else InvalidOption that names them; what fits an int by default.
    Result<long long> integer(const QString &name, long long minimum = 0,
                              long long maximum = std::numeric_limits<int>::max()) const;
    /// Index of the option's value among words.
    Result<int> choice(const QString &name, const QStringList &words) const;
    Result<ReadRules> readingRules() const;
    /// Tumours also where samples are named.
    Result<SampleFilter> sampleFilter() const;
    /// Names after --samples, or in the file after its @; empty: the words tumour and all.
    Result<std::vector<std::string>> sampleNames() const;
    /// Before any work: may what stands at the option's path be replaced? Nothing to ask where it is not set.
    Result<void> mayReplace(const QString &name, const LooksOurs &looksOurs) const;
    Result<void> mayFill(const QString &name, const std::vector<FolderFile> &files) const;
    OutputGuard &guard() const { return m_guard; }
    /// A table goes to standard output: nothing else may.
    bool isOutputStandard() const;
    TaskContext context() const;
    /// The first Ctrl-C asks for what is finished by then; the second, and anything else, forgets it.
    void keepOnInterrupt();
    /// Says that only these of those asked for were finished; the exit code for that.
    int stoppedEarly(std::size_t finished, std::size_t asked) const;
    /// What a careful reader must know of inputs and results: one line on stderr at once, and an entry of
    /// `notes` in --json. Said once however often.
    void note(const std::string &sentence) const;
    const std::vector<std::string> &notes() const { return m_notes; }
    const InputSpool &streams() const { return m_spool; }
    int complain(const Error &error, std::optional<Part> part = {}) const;
    /// Prints the error for people, and for programs when asked; returns the exit code it stands for.
    int fail(const Error &error, std::optional<Part> part = {}) const;
    /// Prints json when asked for, else lines of its scalars.
    int finish(const OrderedJson &json) const;
    bool wantsJson() const { return parser.isSet(QStringLiteral("json")); }

private:
    bool m_namesSamples = false;
    bool takeInputs();
    QStringList withFlagValues(const QStringList &arguments) const;
    QString asGiven(const QString &flag) const; ///< the name of the flag that was typed
    Result<void> checkOutputs();

    int m_exitCode = ExitOk;
    QStringList m_arguments;
    std::set<QString> m_ofTables;                               ///< flags that are keys
    std::map<QString, QString> m_otherFlags;                    ///< second names of these
    std::set<QString> m_flags;                                  ///< of tables, true or false
    std::set<QString> m_options, m_files, m_outputs, m_folders; ///< by how their values are used
    InputSpool m_spool;
    mutable OutputGuard m_guard;
    mutable std::vector<std::string> m_notes;
    std::shared_ptr<TaskControl> m_control;
};

OrderedJson jsonNumber(double value); ///< null unless it is finite
int exitCodeOf(ErrorCode code);

} // namespace pathgan
