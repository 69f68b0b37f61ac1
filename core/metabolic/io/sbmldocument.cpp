// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/sbmldocument_p.h"

#include "core/base/marked.h"
#include "core/metabolic/io/textpipe_p.h"

namespace pathgan {

std::unique_ptr<sbml::SBMLDocument> parsedSbml(const std::string &text, const TaskContext &context)
{
    constexpr std::size_t longText = std::size_t{1} << 20;
    sbml::SBMLReader reader;
    if (text.size() > longText && text.starts_with("<?xml")) { // without it libSBML treats files otherwise
        const auto onRead = [&](std::size_t read) {
            context.report(marked("Core", "Reading model"),
                           static_cast<double>(read) / static_cast<double>(text.size()), 1);
            return !context.shouldStop();
        };
        if (const auto pipe = TextPipe::open(text, onRead))
            return std::unique_ptr<sbml::SBMLDocument>(reader.readSBMLFromFile(pipe->path()));
    }
    return std::unique_ptr<sbml::SBMLDocument>(reader.readSBMLFromString(text));
}

} // namespace pathgan
