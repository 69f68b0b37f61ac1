#include "core/data/texttable_p.h"

#include "core/base/text.h"
#include "core/data/expressiontable_p.h"
#include "core/data/readreport_p.h"
#include "core/data/textsource.h"

#include <algorithm>

namespace pathgan {

namespace {

bool hasOpenQuote(std::string_view record)
{
    return std::count(record.begin(), record.end(), '"') % 2 == 1;
}

std::filesystem::path withoutPacking(const std::filesystem::path &path)
{
    std::filesystem::path name = path.filename();
    const std::string extension = toUpper(name.extension().string());
    if (extension == ".GZ" || extension == ".BZ2")
        name.replace_extension();
    return name;
}

} // namespace

Result<std::string> readCleanText(const std::filesystem::path &path)
{
    Result<std::string> text = readWholeText(path);
    if (!text)
        return text;
    std::string &all = *text;
    if (all.starts_with("\xFF\xFE") || all.starts_with("\xFE\xFF") || all.find('\0') != std::string::npos)
        return Error{ErrorCode::NotText, path.string()};
    if (all.starts_with("\xEF\xBB\xBF"))
        all.erase(0, 3);
    if (all.find('\r') != std::string::npos) {
        std::size_t to = 0;
        for (std::size_t from = 0; from < all.size(); ++from) {
            if (all[from] != '\r')
                all[to++] = all[from];
            else if (from + 1 >= all.size() || all[from + 1] != '\n')
                all[to++] = '\n';
        }
        all.resize(to);
    }
    if (trimmed(all).empty())
        return Error{ErrorCode::FileEmpty, path.string()};
    return text;
}

std::vector<Record> readRecords(std::string_view text, char separator)
{
    std::vector<Record> records;
    std::size_t line = 0;
    const bool spansLines = separator == ',' || separator == ';';
    constexpr std::size_t mostLines = 200; // of one field: more is a stray quote
    while (!text.empty()) {
        std::size_t end = std::min(text.find('\n'), text.size());
        std::size_t lines = 1;
        if (spansLines && hasOpenQuote(text.substr(0, end))) {
            std::size_t longer = end;
            for (std::size_t more = 1; more < mostLines && longer < text.size(); ++more) {
                longer = std::min(text.find('\n', longer + 1), text.size());
                if (!hasOpenQuote(text.substr(0, longer))) {
                    end = longer;
                    lines += more;
                    break;
                }
            }
        }
        const std::string_view record = text.substr(0, end);
        if (!trimmed(record).empty())
            records.push_back({line + 1, splitRecord(record, separator)});
        line += lines;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return records;
}

char guessSeparator(std::string_view line)
{
    for (const char separator : {'\t', ',', ';'}) {
        if (line.find(separator) != std::string_view::npos)
            return separator;
    }
    return ' ';
}

std::string_view firstLine(std::string_view text)
{
    const std::size_t start = text.find_first_not_of("\r\n \t");
    if (start == std::string_view::npos)
        return {};
    const std::size_t lineStart = text.substr(0, start).rfind('\n');
    text.remove_prefix(lineStart == std::string_view::npos ? 0 : lineStart + 1);
    return text.substr(0, text.find_first_of("\r\n"));
}

std::string libraryName(const std::filesystem::path &path)
{
    return withoutPacking(path).stem().string();
}

std::string contentExtension(const std::filesystem::path &path)
{
    std::string extension = withoutPacking(path).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

} // namespace pathgan
