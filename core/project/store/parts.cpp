// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/describe_p.h"
#include "core/project/store/parts_p.h"

namespace pathgan {

const Coding &codingOf(Part part)
{
    static const std::map<Part, const Coding *> codings = [] {
        std::map<Part, const Coding *> all;
        const Project none;
        forEachPart(none, [&all]<class T>(Part at, const Artifact<T> &) { all.emplace(at, &codingOf<T>()); });
        return all;
    }();
    return *codings.at(part);
}

std::optional<Part> partOfWord(std::string_view word)
{
    std::optional<Part> found;
    const Project none;
    forEachPart(none, [&]<class T>(Part at, const Artifact<T> &) {
        if (word == codingOf<T>().word)
            found = at;
    });
    return found;
}

void encodePart(Encoder &to, Part part)
{
    to.text(codingOf(part).word);
}

Part decodePart(Decoder &from)
{
    const std::optional<Part> part = partOfWord(from.text());
    from.require(part.has_value());
    return part.value_or(Part{});
}

} // namespace pathgan
