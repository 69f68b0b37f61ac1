// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "ui/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace pathgan {

namespace {

/// The stop switch of the running command; set by an interrupt.
std::weak_ptr<TaskControl> &interruptTarget()
{
    static std::weak_ptr<TaskControl> target;
    return target;
}

/// The running command can keep what is finished.
std::atomic<bool> &keepsOnInterrupt()
{
    static std::atomic<bool> keeps{false};
    return keeps;
}

void interrupt(TaskControl &control, int received)
{
    if (received != SIGINT || !keepsOnInterrupt() || control.stopRequested() != StopKind::None)
        return control.requestStop(StopKind::Cancel);
    std::cerr << "\nKeeping what is finished; Ctrl-C again forgets it.\n" << std::flush;
    control.requestStop(StopKind::Keep);
}

/// Waits for Ctrl-C in a thread of its own, where taking a lock is allowed.
void watchInterrupts()
{
    static std::once_flag once;
    std::call_once(once, [] {
        sigset_t interrupts;
        sigemptyset(&interrupts);
        sigaddset(&interrupts, SIGINT);
        sigaddset(&interrupts, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &interrupts, nullptr);
        std::thread([interrupts] {
            for (;;) {
                int received = 0;
                if (sigwait(&interrupts, &received) != 0)
                    return;
                if (const auto control = interruptTarget().lock())
                    interrupt(*control, received);
                else
                    std::_Exit(128 + received);
            }
        }).detach();
    });
}

/// Progress on stderr: a line that rewrites itself on a terminal, else a line every ten seconds.
class ProgressPrinter
{
public:
    ~ProgressPrinter()
    {
        if (m_terminal && m_printed)
            std::cerr << "\r\033[K";
    }

    void print(const Progress &progress)
    {
        const std::lock_guard lock(m_mutex);
        const auto now = std::chrono::steady_clock::now();
        const double since = std::chrono::duration<double>(now - m_last).count();
        if (progress.phase == m_phase && since < (m_terminal ? 0.1 : 10.0))
            return;
        if (progress.phase != m_phase)
            m_phaseStart = now;
        m_phase = progress.phase;
        m_last = now;
        m_printed = true;
        std::cerr << (m_terminal ? "\r\033[K" : "") << progress.phase;
        if (progress.total > 0) {
            std::cerr << ' ' << std::llround(100 * progress.done / progress.total) << " %";
            const double spent = std::chrono::duration<double>(now - m_phaseStart).count();
            if (progress.done > 0 && spent > 1)
                std::cerr << ", " << std::llround(spent * (progress.total - progress.done) / progress.done)
                          << " s left";
        }
        std::cerr << (m_terminal ? "" : "\n") << std::flush;
    }

private:
    const bool m_terminal = isatty(2) != 0;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last, m_phaseStart;
    std::string m_phase;
    bool m_printed = false;
};

} // namespace

CommandLine::CommandLine(const QString &description) : m_control(std::make_shared<TaskControl>())
{
    parser.setApplicationDescription(description);
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("print this")});
    parser.addOption({QStringLiteral("json"), QStringLiteral("print one JSON object on stdout")});
}

void CommandLine::addOption(const QString &name, const QString &help, const QString &valueName,
                            const QString &defaultValue)
{
    QCommandLineOption option(name, help);
    m_options.insert(name);
    if (valueName == QStringLiteral("file"))
        m_files.insert(name);
    if (!valueName.isEmpty())
        option.setValueName(valueName);
    if (!defaultValue.isEmpty())
        option.setDefaultValue(defaultValue);
    parser.addOption(option);
}

void CommandLine::addRaggedOption()
{
    addTableOptions(ReadRules(), {{"ragged_rows", "ragged"},
                                  {"not_numbers", nullptr},
                                  {"missing_values", nullptr},
                                  {"duplicate_genes", nullptr}});
}

void CommandLine::addReadingOptions()
{
    addTableOptions(
        ReadRules(),
        {{"ragged_rows", "ragged"}, {"missing_values", "missing"}, {"duplicate_genes", "duplicates"}});
    addOption(QStringLiteral("gene-map"), QStringLiteral("table with columns symbol and entrez_gene_id"),
              QStringLiteral("file"));
}

void CommandLine::addSampleOption(bool named)
{
    m_namesSamples = named;
    addOption(QStringLiteral("samples"),
              named ? QStringLiteral("tumour (primary tumours, one a patient), all, or names: only these, or "
                                     "@FILE with them; bounds are made of the whole cohort")
                    : QStringLiteral("tumour (primary tumours, one a patient) or all"),
              QStringLiteral("which"), QStringLiteral("tumour"));
}

bool CommandLine::parse(const QStringList &arguments, int minimumArguments, int maximumArguments)
{
    if (!parser.parse(QStringList{QStringLiteral("pathgan-cli")} + withFlagValues(arguments))) {
        std::cerr << parser.errorText().toStdString() << "\nSee --help.\n";
        m_exitCode = ExitBadInput;
        return false;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        std::cout << parser.helpText().toStdString();
        m_exitCode = ExitOk;
        return false;
    }
    const int given = static_cast<int>(parser.positionalArguments().size());
    if (given < minimumArguments || (maximumArguments >= 0 && given > maximumArguments)) {
        std::cerr << (given < minimumArguments ? "Too few" : "Too many") << " arguments.\n"
                  << parser.helpText().toStdString();
        m_exitCode = ExitBadInput;
        return false;
    }
    if (!takeInputs())
        return false;
    keepsOnInterrupt() = false; // both before the thread that reads them
    interruptTarget() = m_control;
    watchInterrupts();
    return true;
}

void CommandLine::keepOnInterrupt()
{
    keepsOnInterrupt() = true;
}

int CommandLine::stoppedEarly(std::size_t finished, std::size_t asked) const
{
    std::cerr << "pathgan-cli: stopped early: " << finished << " of " << asked
              << " finished, the others are left out.\n";
    return ExitAnalysisFailed;
}

void CommandLine::note(const std::string &sentence) const
{
    if (std::find(m_notes.begin(), m_notes.end(), m_spool.withOwnNames(sentence)) != m_notes.end())
        return;
    m_notes.push_back(m_spool.withOwnNames(sentence));
    std::cerr << "note: " << m_notes.back() << '\n';
}

std::vector<std::string> CommandLine::list(const QString &name) const
{
    std::vector<std::string> items;
    for (const QString &value : parser.values(name))
        for (const QString &item : value.split(QLatin1Char(','), Qt::SkipEmptyParts))
            items.push_back(item.trimmed().toStdString());
    return items;
}

Result<double> CommandLine::number(const QString &name) const
{
    bool ok = false;
    const double value = parser.value(name).toDouble(&ok);
    if (!ok || !std::isfinite(value))
        return Error{ErrorCode::InvalidOption, "--" + name.toStdString() + ": " + text(name)};
    return value;
}

Result<long long> CommandLine::integer(const QString &name, long long minimum, long long maximum) const
{
    bool ok = false;
    const long long value = parser.value(name).toLongLong(&ok);
    if (!ok || value < minimum || value > maximum)
        return Error{ErrorCode::InvalidOption, "--" + name.toStdString() + ": " + text(name) + ", not " +
                                                   std::to_string(minimum) + " to " +
                                                   std::to_string(maximum)};
    return value;
}

Result<int> CommandLine::choice(const QString &name, const QStringList &words) const
{
    const auto index = words.indexOf(parser.value(name));
    if (index < 0)
        return Error{ErrorCode::InvalidOption, "--" + name.toStdString() + ": " + text(name) + ", not " +
                                                   words.join(QLatin1Char('|')).toStdString()};
    return static_cast<int>(index);
}

Result<ReadRules> CommandLine::readingRules() const
{
    ReadRules rules;
    if (const Result<void> read = readTableOptions(rules); !read)
        return read.error();
    return rules;
}

Result<SampleFilter> CommandLine::sampleFilter() const
{
    if (const Result<std::vector<std::string>> names = sampleNames(); !names || !names->empty())
        return names ? Result<SampleFilter>(SampleFilter::Tumours) : names.error();
    CohortOptions options;
    const Result<void> set = OptionsRef(options).setText("samples", text(QStringLiteral("samples")));
    return set ? Result<SampleFilter>(options.filter)
               : Result<SampleFilter>(Error{set.error().code, "--" + set.error().detail});
}

TaskContext CommandLine::context() const
{
    return TaskContext(m_control, [printer = std::make_shared<ProgressPrinter>()](const Progress &progress) {
        printer->print(progress);
    });
}

int CommandLine::complain(const Error &error, std::optional<Part> part) const
{
    std::cerr << "pathgan-cli: " << terminalErrorText(error, part, m_options).toStdString() << '\n';
    if (!error.detail.empty())
        std::cerr << "  " << error.detail << '\n';
    return exitCodeOf(error.code);
}

int CommandLine::fail(const Error &error, std::optional<Part> part) const
{
    const Error shown{error.code, m_spool.withOwnNames(error.detail)};
    const int exit = complain(shown, part);
    for (const std::string &left : m_guard.leftFromEarlier())
        note(left);
    if (wantsJson()) {
        OrderedJson json{{"error", errorName(shown.code).toStdString()}, {"detail", shown.detail}};
        if (!m_notes.empty())
            json["notes"] = m_notes;
        std::cout << json.dump(2) << '\n';
    }
    return exit;
}

int CommandLine::finish(const OrderedJson &json) const
{
    for (const std::string &left : m_guard.leftFromEarlier())
        note(left);
    if (wantsJson()) {
        OrderedJson answer = json;
        if (!m_notes.empty())
            answer["notes"] = m_notes;
        std::cout << answer.dump(2) << '\n';
        return ExitOk;
    }
    std::ostream &out = isOutputStandard() ? std::cerr : std::cout;
    for (const auto &[key, value] : json.items()) {
        if (value.is_string())
            out << key << '\t' << value.get<std::string>() << '\n';
        else if (value.is_primitive())
            out << key << '\t' << (value.is_null() ? std::string() : value.dump()) << '\n';
    }
    return ExitOk;
}

OrderedJson jsonNumber(double value)
{
    return std::isfinite(value) ? OrderedJson(value) : OrderedJson();
}

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Infeasible:
    case ErrorCode::Unbounded:
    case ErrorCode::SolverFailed:
    case ErrorCode::ConstantTargets:
    case ErrorCode::TooFewSamples:
    case ErrorCode::Diverged:
    case ErrorCode::Cancelled:
    case ErrorCode::LibraryMissing:
    case ErrorCode::OutOfMemory:
    case ErrorCode::Internal:
        return ExitAnalysisFailed;
    default:
        return ExitBadInput;
    }
}

} // namespace pathgan
