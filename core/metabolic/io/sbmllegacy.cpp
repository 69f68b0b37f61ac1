// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/sbmllegacy_p.h"

#include "core/base/text.h"

namespace pathgan {

namespace {

bool isParagraph(const std::string &name)
{
    return name == "p" || name == "P";
}

std::string withoutEntities(std::string text)
{
    static constexpr std::pair<std::string_view, char> entities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}};
    for (const auto &[entity, character] : entities) {
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
            text.replace(at, entity.size(), 1, character);
    }
    return text;
}

/// All text below a node, in order.
std::string textOf(const sbml::XMLNode &root)
{
    std::string text;
    std::vector<const sbml::XMLNode *> stack{&root};
    while (!stack.empty()) {
        const sbml::XMLNode *node = stack.back();
        stack.pop_back();
        if (node->isText())
            text += node->getCharacters();
        for (unsigned i = node->getNumChildren(); i-- > 0;)
            stack.push_back(&node->getChild(i));
    }
    return withoutEntities(std::move(text));
}

} // namespace

SbmlNotes sbmlNotes(const sbml::SBase &element)
{
    SbmlNotes notes;
    if (!element.isSetNotes())
        return notes;
    std::vector<const sbml::XMLNode *> stack{const_cast<sbml::SBase &>(element).getNotes()};
    while (!stack.empty()) {
        const sbml::XMLNode *node = stack.back();
        stack.pop_back();
        if (!isParagraph(node->getName())) {
            for (unsigned i = node->getNumChildren(); i-- > 0;)
                stack.push_back(&node->getChild(i));
            continue;
        }
        const std::string text = textOf(*node);
        const std::size_t colon = text.find(':');
        if (colon == std::string::npos)
            continue;
        const std::string_view value = trimmed(std::string_view(text).substr(colon + 1));
        if (!value.empty())
            notes[std::string(trimmed(std::string_view(text).substr(0, colon)))] = value;
    }
    return notes;
}

std::string_view noteValue(const SbmlNotes &notes, const char *key)
{
    const auto it = notes.find(key);
    return it == notes.end() ? std::string_view() : std::string_view(it->second);
}

double kineticParameter(const sbml::Reaction &reaction, const char *id, double fallback)
{
    const sbml::KineticLaw *law = reaction.getKineticLaw();
    if (!law)
        return fallback;
    if (const sbml::LocalParameter *local = law->getLocalParameter(id))
        return local->getValue();
    if (const sbml::Parameter *parameter = law->getParameter(id))
        return parameter->getValue();
    return fallback;
}

} // namespace pathgan
