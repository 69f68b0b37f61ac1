// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/parts_p.h"
#include "core/project/store/state_p.h"

#include <cstdint>
#include <cstdlib>

using namespace pathgan;

namespace {

/// Takes in any value, and has none.
struct Nowhere : BlobSink, BlobSource
{
    Result<std::string> add(const std::shared_ptr<const void> &, const Coding &, bool) override
    {
        return std::string(64, '0');
    }
    Result<std::shared_ptr<const void>> get(const std::string &, const Coding &coding) override
    {
        if (coding.word == codingOf<MetabolicModel>().word) // which an analysis must have
            return std::shared_ptr<const void>(std::make_shared<const MetabolicModel>());
        return std::shared_ptr<const void>();
    }
};

const Coding *codingOfWord(const std::string &word)
{
    for (const Coding *coding :
         {&codingOf<ProjectState>(), &codingOf<RunRecord>(), &codingOf<CapacityDuals>(), &codingOf<OraRun>(),
          &codingOf<GseaRun>(), &codingOf<StressRun>(), &codingOf<PaperStressRun>(),
          &codingOf<FeasibilityRun>(), &codingOf<PathwayAttention>(), &codingOf<ModelAnalysis>()})
        if (word == coding->word)
            return coding;
    const std::optional<Part> part = partOfWord(word);
    return part ? &codingOf(*part) : nullptr;
}

} // namespace

/// The input is the content of a blob, as no mutation finds a checksum: what is read can be written, and
/// comes back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const Coding *coding = codingOfWord(codedWord(bytes));
    if (!coding)
        return 0;
    Nowhere nowhere;
    const auto value = decoded(bytes, *coding, nowhere);
    if (!value)
        return 0;
    const Result<std::string> written = encoded(value->get(), *coding, nowhere);
    const auto again = written ? decoded(*written, *coding, nowhere) : value;
    if (!written || !again || *encoded(again->get(), *coding, nowhere) != *written)
        std::abort();
    return 0;
}
