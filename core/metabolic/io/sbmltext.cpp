// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/sbmltext_p.h"

#include "core/metabolic/io/annotation_p.h"
#include "core/metabolic/io/modeltext_p.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace pathgan {

namespace {

constexpr std::size_t deepestNesting = 250; // libxml2 refuses 256

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A start, end or empty tag: text between < and >.
struct Tag
{
    std::string_view body;
    bool isEnd = false, isEmpty = false;

    std::string_view name() const
    {
        std::size_t end = isEnd ? 1 : 0;
        const std::size_t start = end;
        while (end < body.size() && !isSpace(body[end]) && body[end] != '/')
            ++end;
        return localName(body.substr(start, end - start));
    }

    /// Value of the attribute with this local name; empty when there is none.
    std::string_view attribute(std::string_view wanted) const
    {
        std::size_t at = 0;
        while ((at = body.find('=', at)) != std::string_view::npos) {
            std::size_t nameEnd = at;
            while (nameEnd > 0 && isSpace(body[nameEnd - 1]))
                --nameEnd;
            std::size_t nameStart = nameEnd;
            while (nameStart > 0 && !isSpace(body[nameStart - 1]))
                --nameStart;
            const std::size_t open = body.find_first_of("\"'", at);
            if (open == std::string_view::npos)
                return {};
            const std::size_t close = body.find(body[open], open + 1);
            if (close == std::string_view::npos)
                return {};
            if (localName(body.substr(nameStart, nameEnd - nameStart)) == wanted)
                return body.substr(open + 1, close - open - 1);
            at = close + 1;
        }
        return {};
    }
};

/// Entrez id of a resource such as http://identifiers.org/ncbigene/8639; 0: not one.
int entrezOfResource(std::string_view resource)
{
    const std::size_t at = resource.find("ncbigene");
    if (at == std::string_view::npos)
        return 0;
    const std::string_view digits = resource.substr(std::min(at + 9, resource.size()));
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() && value > 0 ? value : 0;
}

/// Walks over the tags once, remembering which parts to blank.
class Scanner
{
public:
    Scanner(std::string &text, const std::string &path) : m_text(text), m_view(text), m_path(path) {}

    Result<void> run()
    {
        std::size_t at = 0;
        while ((at = m_view.find('<', at)) != std::string_view::npos) {
            const std::string_view rest = m_view.substr(at);
            std::size_t end = 0;
            if (rest.starts_with("<!--"))
                end = after("-->", at + 4);
            else if (rest.starts_with("<![CDATA["))
                end = after("]]>", at + 9);
            else if (rest.starts_with("<?"))
                end = after("?>", at + 2);
            else if (rest.starts_with("<!"))
                return Error{ErrorCode::BadModel, textPosition(m_view, at, m_path) + ": DOCTYPE"};
            else
                end = tagEnd(at);
            if (end == std::string_view::npos)
                break; // unfinished: libSBML names the place
            if (rest[1] != '!' && rest[1] != '?')
                tag(at, end);
            if (m_hasSecondRule)
                return Error{ErrorCode::BadModel, textPosition(m_view, at, m_path) + ": second rule"};
            if (m_open.size() > deepestNesting)
                return Error{ErrorCode::BadModel, textPosition(m_view, at, m_path) + ": nested deeper than " +
                                                      std::to_string(deepestNesting) + " elements"};
            at = end;
        }
        blank();
        return {};
    }

    void takeAnnotations(SbmlText &result)
    {
        std::erase_if(m_entrez, [](const auto &entry) { return entry.second <= 0; });
        result.entrezOfGeneProduct = std::move(m_entrez);
        result.symbolOfGeneProduct = std::move(m_symbols);
        result.annotationsOfSpecies = std::move(m_species);
    }

private:
    std::size_t after(std::string_view mark, std::size_t from) const
    {
        const std::size_t found = m_view.find(mark, from);
        return found == std::string_view::npos ? found : found + mark.size();
    }

    std::size_t tagEnd(std::size_t at) const
    {
        while ((at = m_view.find_first_of(">\"'", at)) != std::string_view::npos) {
            if (m_view[at] == '>')
                return at + 1;
            at = m_view.find(m_view[at], at + 1);
            if (at == std::string_view::npos)
                break;
            ++at;
        }
        return std::string_view::npos;
    }

    void tag(std::size_t begin, std::size_t end)
    {
        Tag tag{m_view.substr(begin + 1, end - begin - 2)};
        tag.isEnd = tag.body.starts_with('/');
        tag.isEmpty = !tag.isEnd && tag.body.ends_with('/');
        if (tag.isEnd) {
            close(end);
            return;
        }
        const std::string_view name = tag.name();
        // libSBML 5.19 crashes on a second element in there.
        if (!m_open.empty() && ++m_children.back() > 1 && m_open.back() == "geneProductAssociation")
            m_hasSecondRule = true;
        if (name == "geneProduct" || name == "species") {
            m_owner = tag.attribute("id");
            m_isSpecies = name == "species";
        } else if (name == "li" && m_annotationDepth > 0 && !m_owner.empty()) {
            m_isSpecies ? addToSpecies(tag.attribute("resource")) : addResource(tag.attribute("resource"));
        }
        if (tag.isEmpty)
            return;
        if (name == "annotation" && m_annotationDepth == 0 && isRemovable()) {
            m_annotationDepth = m_open.size() + 1;
            m_annotationBegin = begin;
        }
        m_open.push_back(name);
        m_children.push_back(0);
    }

    void close(std::size_t end)
    {
        if (m_open.empty())
            return;
        if (m_annotationDepth == m_open.size()) {
            m_blanks.emplace_back(m_annotationBegin, end);
            m_annotationDepth = 0;
        }
        if (m_open.back() == "geneProduct" || m_open.back() == "species")
            m_owner = {};
        m_open.pop_back();
        m_children.pop_back();
    }

    /// The model's own annotation holds the gene associations of FBC version 1.
    bool isRemovable() const
    {
        return !m_open.empty() && m_open.back() != "model" && m_open.back() != "sbml";
    }

    /// The qualifier (bqbiol:is …) around the list that is open.
    std::string_view relation() const
    {
        return m_open.size() < 2 ? std::string_view() : m_open[m_open.size() - 2];
    }

    void addToSpecies(std::string_view resource)
    {
        if (relation() != "is" && relation() != "hasIdentifier" && relation() != "identity")
            return;
        const Annotation annotation = annotationOfResource(resource);
        if (!annotation.database.empty())
            addAnnotation(m_species[std::string(m_owner)], annotation.database, annotation.id);
    }

    /// Only statements that the product is, or is encoded by, the gene; two different ids are none.
    void addResource(std::string_view resource)
    {
        if (relation() != "is" && relation() != "isEncodedBy" && relation() != "isVersionOf" &&
            relation() != "hasVersion")
            return;
        if (const Annotation annotation = annotationOfResource(resource);
            annotation.database == "hgnc.symbol")
            m_symbols.try_emplace(std::string(m_owner), annotation.id);
        const int entrez = entrezOfResource(resource);
        if (entrez == 0)
            return;
        const auto [it, isNew] = m_entrez.try_emplace(std::string(m_owner), entrez);
        if (!isNew && it->second != entrez)
            it->second = -1;
    }

    /// Keeps line breaks, and columns of the line on which an annotation ends.
    void blank()
    {
        std::string kept;
        kept.reserve(m_text.size());
        std::size_t from = 0;
        for (const auto &[begin, end] : m_blanks) {
            kept.append(m_text, from, begin - from);
            const std::string_view removed = std::string_view(m_text).substr(begin, end - begin);
            const auto lines = std::count(removed.begin(), removed.end(), '\n');
            const std::size_t lastBreak = removed.rfind('\n');
            kept.append(static_cast<std::size_t>(lines), '\n');
            kept.append(lines == 0 ? removed.size() : removed.size() - lastBreak - 1, ' ');
            from = end;
        }
        kept.append(m_text, from);
        m_text = std::move(kept);
    }

    std::string &m_text;
    std::string_view m_view;
    const std::string &m_path;
    std::vector<std::string_view> m_open; ///< local names of the open elements
    std::vector<int> m_children;          ///< elements met in each of them
    bool m_hasSecondRule = false;
    std::string_view m_owner; ///< id of the gene product or species that is open
    bool m_isSpecies = false;
    std::size_t m_annotationDepth = 0, m_annotationBegin = 0;
    std::vector<std::pair<std::size_t, std::size_t>> m_blanks;
    std::unordered_map<std::string, int> m_entrez; ///< −1: contradictory
    std::unordered_map<std::string, std::string> m_symbols;
    std::unordered_map<std::string, std::vector<Annotation>> m_species;
};

} // namespace

Result<SbmlText> stripAnnotations(std::string text, const std::string &path)
{
    SbmlText result;
    result.text = std::move(text);
    Scanner scanner(result.text, path);
    if (Result<void> scanned = scanner.run(); !scanned)
        return scanned.error();
    scanner.takeAnnotations(result);
    return result;
}

} // namespace pathgan
