// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/metabolic/io/matfields_p.h"

#include "core/base/text.h"
#include "core/metabolic/io/annotation_p.h"
#include "core/metabolic/io/modelfields_p.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

namespace pathgan {

namespace {

using Kind = MatValue::Kind;

std::string sizeText(const MatValue &value)
{
    return std::to_string(value.rows) + " x " + std::to_string(value.columns);
}

/// The text of a cell: itself, a number, or the only cell in it. False: none of these.
bool cellText(const MatValue &cell, std::string &text)
{
    const MatValue *one = &cell;
    while (one->kind == Kind::Cells && one->children.size() == 1)
        one = &one->children.front();
    if (one->kind == Kind::Text && one->lines.size() == 1) {
        text = trimmed(one->lines.front());
        return true;
    }
    if (one->kind == Kind::Numbers && one->numbers.size() == 1) {
        text = std::isnan(one->numbers.front()) ? "" : formatNumber(one->numbers.front());
        return true;
    }
    text.clear();
    return one->kind == Kind::Empty || (one->kind == Kind::Cells && one->children.empty());
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Fields of metabolites that hold ids of a database, in lower case.
constexpr std::array<std::pair<const char *, const char *>, 31> idFields = {{
    {"metkeggid", "kegg.compound"},
    {"metkegg", "kegg.compound"},
    {"metkeggglycanid", "kegg.glycan"},
    {"metkeggdrugid", "kegg.drug"},
    {"metchebiid", "chebi"},
    {"metchebi", "chebi"},
    {"inchis", "inchi"},
    {"metinchi", "inchi"},
    {"metinchistring", "inchi"},
    {"metinchikey", "inchikey"},
    {"metinchikeyid", "inchikey"},
    {"metmetanetxid", "metanetx.chemical"},
    {"metmetanetx", "metanetx.chemical"},
    {"methmdbid", "hmdb"},
    {"methmdb", "hmdb"},
    {"metpubchemid", "pubchem.compound"},
    {"metpubchem", "pubchem.compound"},
    {"metpubchemsubstance", "pubchem.substance"},
    {"metbiggid", "bigg.metabolite"},
    {"metbigg", "bigg.metabolite"},
    {"metseedid", "seed.compound"},
    {"metmodelseedid", "seed.compound"},
    {"metsmiles", "smiles"},
    {"metsmile", "smiles"},
    {"metlipidmapsid", "lipidmaps"},
    {"metreactomeid", "reactome"},
    {"metbiocycid", "biocyc"},
    {"metsabiorkid", "sabiork.compound"},
    {"metslmid", "slm"},
    {"metcasnumber", "cas"},
    {"metenvipathid", "envipath"},
}};

/// metiskegg__46__compoundID → kegg.compound: COBRA Toolbox's fields for any database.
std::string databaseOfField(const std::string &field)
{
    const std::string name = lowered(field);
    for (const auto &[known, database] : idFields) {
        if (name == known)
            return database;
    }
    if (!name.starts_with("metis") || !name.ends_with("id") || name.size() < 8)
        return {};
    return decodeSbmlId(name.substr(5, name.size() - 7), "");
}

/// RAVEN: in each cell a struct of two cells of texts.
void readMiriams(const MatFields &fields, MetabolicModel &model)
{
    const MatValue *miriams = fields.find({"metMiriams"});
    if (!miriams || miriams->kind != Kind::Cells)
        return;
    if (miriams->children.size() != model.metabolites.size()) {
        model.warnings.push_back(
            withDetail(marked("Core", "field of another length left out"), "metMiriams"));
        return;
    }
    for (std::size_t i = 0; i < model.metabolites.size(); ++i) {
        const MatValue *names = miriams->children[i].field("name"),
                       *values = miriams->children[i].field("value");
        const std::size_t count =
            names && values ? std::min(names->children.size(), values->children.size()) : 0;
        std::string name, value;
        for (std::size_t k = 0; k < count; ++k) {
            if (cellText(names->children[k], name) && cellText(values->children[k], value))
                addAnnotation(model.metabolites[i].annotations, name, value);
        }
        if (count == 0 && names && values && cellText(*names, name) && cellText(*values, value))
            addAnnotation(model.metabolites[i].annotations, name, value);
    }
}

} // namespace

Error MatFields::error(const std::string &field, const std::string &what) const
{
    return {ErrorCode::BadModel, m_path + ": " + field + ": " + what};
}

Error MatFields::error(const std::string &field, std::size_t index, const std::string &what,
                       ErrorCode code) const
{
    return {code, m_path + ": " + field + '(' + std::to_string(index + 1) + "): " + what};
}

Error MatFields::error(const std::string &field, std::size_t row, std::size_t column,
                       const std::string &what) const
{
    return error(field + '(' + std::to_string(row + 1) + ',' + std::to_string(column + 1) + ')', what);
}

const MatValue *MatFields::find(std::initializer_list<const char *> names, std::string *found) const
{
    for (const char *name : names) {
        const MatValue *value = m_value.field(name);
        if (!value || value->kind == Kind::Empty || value->rows * value->columns == 0)
            continue;
        if (found)
            *found = name;
        return value;
    }
    return nullptr;
}

std::string MatFields::line(std::initializer_list<const char *> names) const
{
    const MatValue *value = find(names);
    std::string text;
    return value && cellText(*value, text) ? text : std::string();
}

Result<std::vector<std::string>> MatFields::ids(const char *name, std::size_t count) const
{
    Result<std::vector<std::string>> found = texts({name}, count);
    if (!found)
        return found;
    std::unordered_map<std::string_view, std::size_t> indexOf;
    for (std::size_t i = 0; i < found->size(); ++i) {
        const std::string &id = (*found)[i];
        if (id.empty())
            return error(name, i, "empty");
        if (!indexOf.emplace(id, i).second)
            return error(name, i, id, ErrorCode::DuplicateName);
    }
    return found;
}

Result<std::vector<std::string>> MatFields::texts(std::initializer_list<const char *> names) const
{
    std::string name;
    std::vector<std::string> result;
    const MatValue *value = find(names, &name);
    if (!value)
        return result;
    if (value->kind == Kind::Cells) {
        result.resize(value->children.size());
        for (std::size_t i = 0; i < result.size(); ++i) {
            if (!cellText(value->children[i], result[i]))
                return error(name, i, "not a text");
        }
        return result;
    }
    if (value->kind == Kind::Numbers) {
        for (const double number : value->numbers)
            result.push_back(std::isnan(number) ? "" : formatNumber(number));
        return result;
    }
    if (value->kind != Kind::Text)
        return error(name, "not a list of texts");
    for (const std::string &line : value->lines)
        result.emplace_back(trimmed(line));
    return result;
}

Result<std::vector<std::string>> MatFields::texts(std::initializer_list<const char *> names,
                                                  std::size_t count) const
{
    Result<std::vector<std::string>> result = texts(names);
    std::string name;
    const MatValue *value = find(names, &name);
    if (!result || !value || result->size() == count)
        return result;
    return error(name, std::to_string(result->size()) + " entries, not " + std::to_string(count));
}

Result<std::vector<std::vector<std::string>>> MatFields::lists(const char *name, std::size_t count) const
{
    std::vector<std::vector<std::string>> result;
    const MatValue *value = find({name});
    if (!value)
        return result;
    if (value->kind != Kind::Cells)
        return error(name, "not a cell array");
    if (value->children.size() != count)
        return error(name, std::to_string(value->children.size()) + " entries, not " + std::to_string(count));
    result.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const MatValue *cell = &value->children[i];
        while (cell->kind == Kind::Cells && cell->children.size() == 1)
            cell = &cell->children.front();
        const std::vector<MatValue> alone(1, cell->kind == Kind::Cells ? MatValue() : *cell);
        for (const MatValue &one : cell->kind == Kind::Cells ? cell->children : alone) {
            std::string text;
            if (!cellText(one, text))
                return error(name, i, "not a text");
            if (!text.empty())
                result[i].push_back(std::move(text));
        }
    }
    return result;
}

Result<std::vector<double>> MatFields::numbers(std::initializer_list<const char *> names,
                                               std::size_t count) const
{
    std::string name;
    const MatValue *value = find(names, &name);
    if (!value)
        return std::vector<double>();
    if (value->rows * value->columns != count)
        return error(name, sizeText(*value) + ", not " + std::to_string(count) + " x 1");
    if (value->kind == Kind::Numbers)
        return value->numbers;
    std::vector<double> result(count, 0.0);
    if (value->kind == Kind::Sparse) {
        for (std::size_t column = 0; column < value->columns; ++column)
            forEachEntry(*value, column,
                         [&](std::size_t row, double one) { result[column * value->rows + row] = one; });
        return result;
    }
    if (value->kind != Kind::Cells)
        return error(name, "not numbers");
    for (std::size_t i = 0; i < count; ++i) {
        std::string text;
        const std::optional<double> one =
            cellText(value->children[i], text) ? parseNumber(text) : std::nullopt;
        if (!one && !text.empty())
            return error(name, i, "not a number");
        result[i] = one.value_or(std::nan(""));
    }
    return result;
}

Result<std::string> MatFields::characters(const char *name, std::size_t count) const
{
    const MatValue *value = find({name});
    std::string result;
    if (!value)
        return result;
    const Result<std::vector<std::string>> all = texts({name});
    if (!all)
        return all.error();
    for (const std::string &part : *all)
        result += part;
    if (result.size() != count)
        return error(name, std::to_string(result.size()) + " characters, not " + std::to_string(count));
    return result;
}

void readMatAnnotations(const MatFields &fields, MetabolicModel &model)
{
    for (const std::string &field : fields.names()) {
        const std::string database = databaseOfField(field);
        if (database.empty())
            continue;
        const Result<std::vector<std::string>> texts = fields.texts({field.c_str()});
        if (texts && texts->empty())
            continue;
        if (!texts || texts->size() != model.metabolites.size()) {
            model.warnings.push_back(withDetail(marked("Core", "field of another length left out"), field));
            continue;
        }
        for (std::size_t i = 0; i < texts->size(); ++i)
            addAnnotation(model.metabolites[i].annotations, database, (*texts)[i]);
    }
    readMiriams(fields, model);
}

std::string compartmentOfMatId(const std::string &id)
{
    std::string_view rest = id;
    const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    const bool isBracket = rest.ends_with(']') || rest.ends_with(')');
    if (isBracket)
        rest.remove_suffix(1);
    else if (rest.ends_with("_boundary"))
        rest.remove_suffix(9);
    std::size_t start = rest.size();
    while (start > 0 && isLetter(rest[start - 1]))
        --start;
    const char sign = start > 0 ? rest[start - 1] : '\0';
    const bool fits = isBracket ? sign == '[' || sign == '(' : sign == '_';
    return fits && start < rest.size() ? std::string(rest.substr(start)) : std::string();
}

std::string withGeneNumbers(std::string rule)
{
    for (std::size_t at = 0; (at = rule.find("x(", at)) != std::string::npos; ++at) {
        const std::size_t end = rule.find_first_not_of("0123456789", at + 2);
        if (end == std::string::npos || rule[end] != ')' || end == at + 2)
            continue;
        rule[at] = ' ';
        rule[at + 1] = 'x';
        rule[end] = ' ';
    }
    return rule;
}

int geneOfNumber(std::string_view name, std::size_t genes)
{
    if (!name.starts_with('x'))
        return -1;
    std::size_t number = 0;
    const char *last = name.data() + name.size();
    const auto [end, error] = std::from_chars(name.data() + 1, last, number);
    return error == std::errc() && end == last && number >= 1 && number <= genes
               ? static_cast<int>(number) - 1
               : -1;
}

} // namespace pathgan
