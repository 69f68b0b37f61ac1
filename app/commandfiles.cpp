// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "core/base/outputfile.h"
#include "core/data/textsource.h"

#include <QRegularExpression>

#include <algorithm>

namespace pathgan {

void CommandLine::addOutput(const QString &name, const QString &help, const QString &valueName)
{
    if (m_outputs.empty() && m_folders.empty())
        addOption(QStringLiteral("force"),
                  QStringLiteral("replace a file that does not look like an earlier result of this command"));
    addOption(name, help, valueName);
    (valueName == QStringLiteral("folder") ? m_folders : m_outputs).insert(name);
    m_files.erase(name);
}

bool CommandLine::takeInputs()
{
    Result<void> checked = checkOutputs();
    const auto take = [&](const QString &given) {
        if (checked)
            checked = m_spool.take(given.toStdString());
        return QString::fromStdString(m_spool.readable(given.toStdString()));
    };
    for (const QString &given : parser.positionalArguments())
        m_arguments.append(take(given));
    for (const QString &name : m_files)
        if (parser.isSet(name))
            take(parser.value(name));
    if (checked)
        return true;
    m_exitCode = fail(checked.error());
    return false;
}

Result<void> CommandLine::checkOutputs()
{
    const auto named = [](const QString &name) { return "--" + name.toStdString(); };
    for (const QString &given : parser.positionalArguments())
        m_guard.addInput(given.toStdU16String());
    for (const QString &name : m_options)
        if (m_outputs.count(name) == 0 && m_folders.count(name) == 0)
            for (const QString &value : parser.values(name))
                m_guard.addInput(
                    (value.startsWith(QLatin1Char('@')) ? value.mid(1) : value).toStdU16String());
    for (const QString &name : m_outputs)
        if (parser.isSet(name))
            if (Result<void> added = m_guard.addOutput(named(name), path(name)); !added)
                return added;
    for (const QString &name : m_folders)
        if (parser.isSet(name))
            if (Result<void> added = m_guard.addFolder(named(name), path(name)); !added)
                return added;
    if (wantsJson() && isOutputStandard())
        return Error{ErrorCode::InvalidOption, "--json: standard output is for the table already"};
    return {};
}

std::filesystem::path CommandLine::path(const QString &name) const
{
    const QString value = parser.value(name);
    if (m_outputs.count(name) > 0)
        return value == QStringLiteral("-") ? std::filesystem::path("/dev/stdout")
                                            : std::filesystem::path(value.toStdU16String());
    return QString::fromStdString(m_spool.readable(value.toStdString())).toStdU16String();
}

bool CommandLine::isOutputStandard() const
{
    return std::any_of(m_outputs.begin(), m_outputs.end(), [this](const QString &name) {
        return parser.isSet(name) && withoutLinks(path(name)) == "/dev/stdout";
    });
}

Result<void> CommandLine::mayReplace(const QString &name, const LooksOurs &looksOurs) const
{
    if (!parser.isSet(name))
        return {};
    return m_guard.mayReplace("--" + name.toStdString(), path(name), looksOurs,
                              parser.isSet(QStringLiteral("force")));
}

Result<void> CommandLine::mayFill(const QString &name, const std::vector<FolderFile> &files) const
{
    if (!parser.isSet(name))
        return {};
    return m_guard.mayFill("--" + name.toStdString(), path(name), files,
                           parser.isSet(QStringLiteral("force")));
}

Result<std::vector<std::string>> CommandLine::sampleNames() const
{
    const std::string given = text(QStringLiteral("samples"));
    if (!m_namesSamples || given == "tumour" || given == "all")
        return std::vector<std::string>{};
    std::vector<std::string> names;
    if (given.starts_with('@')) {
        const Result<std::string> content = readWholeText(m_spool.readable(given.substr(1)));
        if (!content)
            return content.error();
        for (const QString &name : QString::fromStdString(*content).split(QRegularExpression("[\\r\\n,]+")))
            if (!name.trimmed().isEmpty())
                names.push_back(name.trimmed().toStdString());
    } else {
        names = list(QStringLiteral("samples"));
    }
    if (names.empty())
        return Error{ErrorCode::InvalidOption, "--samples " + given};
    return names;
}

} // namespace pathgan
