// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/damagednames.h"

#include "core/base/text.h"

#include <array>
#include <cctype>
#include <optional>
#include <vector>

namespace pathgan {

namespace {

enum class Month { Mar, Sep, Dec, Oct, Apr, Nov, Other };

struct MonthName
{
    std::string_view name;
    Month month;
};

/// English and German short names, and numbers.
std::optional<Month> monthOf(std::string_view text)
{
    static constexpr std::array<MonthName, 25> names = {
        {{"MAR", Month::Mar},         {"MRZ", Month::Mar},   {"M\xC3\x84RZ", Month::Mar},
         {"M\xC3\xA4RZ", Month::Mar}, {"03", Month::Mar},    {"SEP", Month::Sep},
         {"SEPT", Month::Sep},        {"09", Month::Sep},    {"DEC", Month::Dec},
         {"DEZ", Month::Dec},         {"12", Month::Dec},    {"OCT", Month::Oct},
         {"OKT", Month::Oct},         {"10", Month::Oct},    {"APR", Month::Apr},
         {"04", Month::Apr},          {"NOV", Month::Nov},   {"11", Month::Nov},
         {"JAN", Month::Other},       {"FEB", Month::Other}, {"MAY", Month::Other},
         {"MAI", Month::Other},       {"JUN", Month::Other}, {"JUL", Month::Other},
         {"AUG", Month::Other}}};
    const std::string upper = toUpper(text);
    for (const MonthName &known : names) {
        if (known.name == upper)
            return known.month;
    }
    return std::nullopt;
}

std::optional<int> dayOf(std::string_view text)
{
    if (text.empty() || text.size() > 2)
        return std::nullopt;
    int day = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        day = 10 * day + (c - '0');
    }
    return day >= 1 && day <= 31 ? std::optional<int>(day) : std::nullopt;
}

std::string genesOf(Month month, int number)
{
    const std::string n = std::to_string(number);
    switch (month) {
    case Month::Mar:
        return "MARCHF" + n + " (MARCH" + n + ")" + (number <= 2 ? " or MTARC" + n + " (MARC" + n + ")" : "");
    case Month::Sep:
        return "SEPTIN" + n + " (SEPT" + n + ")";
    case Month::Dec:
        return "DELEC1 (DEC1)";
    case Month::Oct:
        return "POU2F1 (OCT1) or another OCT" + n;
    case Month::Apr:
        return "MAGEH1 (APR-1)";
    case Month::Nov:
        return "CCN3 (NOV)";
    case Month::Other:
        break;
    }
    return "a gene that reads as a date";
}

/// Day and month of 1-Mar, Mar-01, 01.Mrz, 1/Mar; of 2023-03-01 with or without a time.
std::string geneOfDate(std::string_view name)
{
    std::string text(name.substr(0, name.find(' ')));
    for (char &c : text)
        c = c == '.' || c == '/' ? '-' : c;
    while (text.ends_with('-'))
        text.pop_back();
    const std::vector<std::string> parts = split(text, '-');
    if (parts.size() == 2) {
        for (const std::size_t day : {std::size_t{0}, std::size_t{1}}) {
            const std::optional<int> number = dayOf(parts[day]);
            const std::optional<Month> month = monthOf(parts[1 - day]);
            if (number && month && dayOf(parts[1 - day]) == std::nullopt)
                return genesOf(*month, *number);
        }
    }
    const bool isIso =
        parts.size() == 3 && parts[0].size() == 4 && parts[1].size() == 2 && parts[2].size() == 2;
    if (!isIso || (!parts[0].starts_with("19") && !parts[0].starts_with("20")))
        return {};
    const std::optional<int> number = dayOf(parts[2]);
    const std::optional<Month> month = monthOf(parts[1]);
    return number && month ? genesOf(*month, *number) : std::string();
}

/// 2.31E+13 was 2310009E13Rik or another name of digits, E and digits.
std::string geneOfNumber(std::string_view name)
{
    const std::size_t e = name.find_first_of("eE");
    if (e == std::string_view::npos || e == 0 || e + 2 >= name.size() || name[e + 1] != '+')
        return {};
    for (const std::string_view part : {name.substr(0, e), name.substr(e + 2)}) {
        for (const char c : part) {
            if ((c < '0' || c > '9') && c != '.' && c != ',')
                return {};
        }
    }
    return "a RIKEN gene such as 2310009E13Rik";
}

} // namespace

std::string likelyGeneOf(std::string_view name)
{
    name = trimmed(name);
    if (name.size() < 4 || name.size() > 19)
        return {};
    const bool digitFirst = name.front() >= '0' && name.front() <= '9';
    const bool digitLast = name.back() >= '0' && name.back() <= '9';
    if (!digitFirst && !digitLast)
        return {};
    if (name.find_first_of("-./") != std::string_view::npos) {
        if (std::string gene = geneOfDate(name); !gene.empty())
            return gene;
    }
    return digitFirst && digitLast ? geneOfNumber(name) : std::string();
}

void reportDamagedName(std::string_view name, std::size_t line, std::size_t column, ReadReport &report)
{
    if (const std::string gene = likelyGeneOf(name); !gene.empty())
        report.add(ProblemKind::DamagedName, line, column, std::string(name) + ": " + gene);
}

} // namespace pathgan
