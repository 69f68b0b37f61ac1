// SPDX-License-Identifier: GPL-3.0-or-later
// Flags made of option tables.

#include "app/commandline.h"

#include <algorithm>

namespace pathgan {

namespace {

QString flagOf(const std::string &key)
{
    return QString::fromStdString(key).replace(QLatin1Char('_'), QLatin1Char('-'));
}

QString helpOf(const OptionField &field, const OptionValue &value)
{
    QString help = QString::fromStdString(field.help);
    const std::string type = field.kind == OptionKind::Text || field.kind == OptionKind::Names
                                 ? std::string()
                                 : "; " + field.type();
    help += QString::fromStdString(type);
    if (!field.unit.empty())
        help += QStringLiteral(", ") + QString::fromStdString(field.unit);
    const std::string text = optionText(value);
    if (!text.empty())
        help += QStringLiteral("; default ") + QString::fromStdString(text);
    return help;
}

QString valueNameOf(const OptionField &field)
{
    switch (field.kind) {
    case OptionKind::Flag:
        return QStringLiteral("true|false");
    case OptionKind::Integer:
        return QStringLiteral("N");
    case OptionKind::Number:
        return QStringLiteral("number");
    case OptionKind::Word:
        return QStringLiteral("word");
    case OptionKind::Text:
        return QString::fromStdString(field.what);
    case OptionKind::Names:
        return QStringLiteral("names");
    }
    return {};
}

} // namespace

CommandLine::FlagNames CommandLine::only(const OptionTable &table, FlagNames kept)
{
    for (const OptionField &field : table.fields())
        kept.try_emplace(field.key, nullptr);
    return kept;
}

void CommandLine::addTableOptions(const ConstOptionsRef &defaults, const FlagNames &others)
{
    for (const OptionField &field : defaults.table().fields()) {
        QStringList names = {flagOf(field.key)};
        if (const auto it = others.find(field.key); it != others.end()) {
            if (it->second == nullptr)
                continue;
            if (const QString other = flagOf(it->second); other != names.front()) {
                names.append(other);
                m_otherFlags[names.front()] = other;
            }
        }
        parser.addOption({names, helpOf(field, defaults.value(field)), valueNameOf(field)});
        m_ofTables.insert(names.front());
        for (const QString &name : names) {
            m_options.insert(name);
            if (field.kind == OptionKind::Flag)
                m_flags.insert(name);
        }
    }
}

Result<void> CommandLine::readTableOptions(const OptionsRef &options) const
{
    for (const OptionField &field : options.table().fields()) {
        const QString name = flagOf(field.key);
        if (m_ofTables.count(name) == 0 || !parser.isSet(name))
            continue;
        const std::string given = field.kind == OptionKind::Names
                                      ? parser.values(name).join(QLatin1Char(',')).toStdString()
                                      : parser.value(name).toStdString();
        if (const Result<void> set = options.setText(field.key, given); !set)
            return Error{set.error().code,
                         "--" + asGiven(name).toStdString() + set.error().detail.substr(field.key.size())};
    }
    return {};
}

Error CommandLine::withFlag(const Error &error) const
{
    const std::size_t end = std::min(error.detail.find(':'), error.detail.size());
    const QString flag = flagOf(error.detail.substr(0, end));
    if (m_ofTables.count(flag) == 0)
        return error;
    return {error.code, "--" + asGiven(flag).toStdString() + error.detail.substr(end)};
}

QString CommandLine::asGiven(const QString &flag) const
{
    const auto other = m_otherFlags.find(flag);
    return other != m_otherFlags.end() && parser.optionNames().contains(other->second) ? other->second : flag;
}

QStringList CommandLine::withFlagValues(const QStringList &arguments) const
{
    QStringList spelled;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        const bool isLong = argument.startsWith(QLatin1String("--")) && !argument.contains(QLatin1Char('='));
        const QString name = isLong ? argument.mid(2) : QString();
        const QString negated = name.startsWith(QLatin1String("no-")) ? name.mid(3) : QString();
        if (m_flags.count(negated) > 0 && m_options.count(name) == 0) {
            spelled.append(QStringLiteral("--") + negated + QStringLiteral("=false"));
        } else if (m_flags.count(name) > 0) {
            const QString next = i + 1 < arguments.size() ? arguments[i + 1] : QString();
            const bool isValue = next == QLatin1String("true") || next == QLatin1String("false");
            spelled.append(argument + QLatin1Char('=') + (isValue ? next : QStringLiteral("true")));
            i += isValue ? 1 : 0;
        } else {
            spelled.append(argument);
        }
    }
    return spelled;
}

} // namespace pathgan
