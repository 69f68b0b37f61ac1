// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/samplematch.h"

#include "core/base/text.h"
#include "core/data/barcode.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace pathgan {

namespace {

constexpr std::size_t patientLength = 12; // TCGA-AA-BBBB
constexpr std::size_t sampleLength = 15;  // TCGA-AA-BBBB-01
constexpr int firstNormalType = 10;

bool isTumour(int sampleType)
{
    return sampleType >= 0 && sampleType < firstNormalType;
}

bool isPrimary(int sampleType)
{
    return sampleType == 1 || sampleType == 3 || sampleType == 9;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What R's make.names makes of a name.
std::string madeName(std::string_view text)
{
    std::string name(text);
    for (char &c : name) {
        const bool isKept =
            isLetter(c) || isDigit(c) || c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
        c = isKept ? c : '.';
    }
    const bool isStart = !name.empty() && (isLetter(name[0]) || static_cast<unsigned char>(name[0]) >= 0x80 ||
                                           (name[0] == '.' && (name.size() < 2 || !isDigit(name[1]))));
    return isStart ? name : "X" + name;
}

/// Without case, with one sign for dots, underscores, dashes and blanks.
std::string spelled(std::string_view text)
{
    std::string name = toUpper(text);
    for (char &c : name)
        c = c == '.' || c == '_' || c == ' ' ? '-' : c;
    return name;
}

/// All that is asked of a name.
struct Name
{
    std::string text;    ///< trimmed
    std::string code;    ///< of a barcode: upper case, dashes; else empty
    std::string patient; ///< of a barcode
    int sampleType = -1; ///< −1: a patient's, or no barcode

    explicit Name(std::string_view written) : text(trimmed(written))
    {
        const std::optional<Barcode> barcode = parseBarcode(text);
        if (!barcode)
            return;
        code = spelled(text);
        patient = barcode->patient;
        sampleType = barcode->sampleType;
    }
    bool isBarcode() const { return !code.empty(); }
    bool isPatient() const { return isBarcode() && sampleType < 0; }
    std::string sample() const { return code.substr(0, sampleLength); }
};

/// Length of the common start of two barcodes of one sample, in whole parts. Part borders: before a dash, and
/// after the sample type (the vial's letter) and the portion (the analyte's).
std::size_t agreement(const std::string &a, const std::string &b)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    const auto differ = std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin());
    const auto same = static_cast<std::size_t>(differ.first - a.begin());
    if (same == shorter)
        return same;
    std::size_t border = sampleLength;
    for (const std::size_t end : {16, 19, 20, 25, 28})
        if (end <= same)
            border = static_cast<std::size_t>(end);
    return border;
}

struct Found
{
    Index row = -1;
    SampleMatch kind = SampleMatch::NotThere;
};

/// The one candidate of the greatest score; Ambiguous when two share it. Empty: NotThere.
template <class Score>
Found best(const std::vector<Index> &candidates, SampleMatch kind, Score score)
{
    Found found;
    auto most = score(Index{-1});
    for (const Index row : candidates) {
        const auto value = score(row);
        if (found.row < 0 || value > most) {
            found = {row, kind};
            most = value;
        } else if (value == most) {
            found.kind = SampleMatch::Ambiguous;
        }
    }
    if (found.kind == SampleMatch::Ambiguous)
        found.row = -1;
    return found;
}

/// The ids of a table under every name they may be asked by. Of equal ids only the first is a candidate.
class SampleIndex
{
public:
    explicit SampleIndex(const std::vector<std::string> &ids)
    {
        m_names.reserve(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            m_names.emplace_back(ids[i]);
            const Name &name = m_names.back();
            const auto row = static_cast<Index>(i);
            if (name.text.empty())
                continue;
            if (!m_exact.emplace(name.text, row).second) {
                m_repeated.insert(name.text);
                continue;
            }
            if (name.isBarcode()) {
                const auto [same, isNew] = m_codes.emplace(name.code, row);
                if (isNew)
                    m_ofPatient[name.patient].push_back(row);
                else
                    m_repeated.insert(m_names[static_cast<std::size_t>(same->second)].text);
            } else {
                addSpellings(name.text, row);
            }
        }
    }

    bool isRepeated(Index row) const
    {
        return m_repeated.contains(m_names[static_cast<std::size_t>(row)].text);
    }

    Found find(const Name &name, RowMeaning meaning) const
    {
        if (name.text.empty())
            return {};
        if (const auto it = m_exact.find(name.text); it != m_exact.end())
            return {it->second, SampleMatch::Exact};
        if (!name.isBarcode())
            return findSpelling(name.text);
        if (const auto it = m_codes.find(name.code); it != m_codes.end())
            return {it->second, SampleMatch::Barcode};
        const auto it = m_ofPatient.find(name.patient);
        if (it == m_ofPatient.end())
            return {};
        return name.isPatient() ? findTumour(it->second) : findSample(name, it->second, meaning);
    }

    /// All that fit as well as any.
    std::vector<Index> candidates(const Name &name) const
    {
        if (name.isBarcode()) {
            const auto it = m_ofPatient.find(name.patient);
            return it == m_ofPatient.end() ? std::vector<Index>() : it->second;
        }
        const auto it = m_spelled.find(spelled(name.text));
        return it == m_spelled.end() ? std::vector<Index>() : it->second;
    }

private:
    void addSpellings(const std::string &text, Index row)
    {
        m_spelled[spelled(text)].push_back(row);
        m_made[spelled(madeName(text))].push_back(row);
    }

    Found findSpelling(const std::string &text) const
    {
        const auto same = [](Index) { return 0; };
        if (const auto it = m_spelled.find(spelled(text)); it != m_spelled.end())
            return best(it->second, SampleMatch::Spelling, same);
        const std::string made = madeName(text);
        const auto it = m_made.find(spelled(made));
        if (it == m_made.end())
            return {};
        // One of the two must be a name that R made: else A+ were A-.
        std::vector<Index> rows;
        for (const Index row : it->second) {
            const std::string &id = m_names[static_cast<std::size_t>(row)].text;
            if (made == text || madeName(id) == id)
                rows.push_back(row);
        }
        return best(rows, SampleMatch::Spelling, same);
    }

    /// Of a patient's ids the one of this very sample, else the patient's own.
    Found findSample(const Name &name, const std::vector<Index> &ofPatient, RowMeaning meaning) const
    {
        std::vector<Index> sameSample;
        Index patient = -1;
        for (const Index row : ofPatient) {
            const Name &id = m_names[static_cast<std::size_t>(row)];
            if (id.isPatient())
                patient = row;
            else if (id.sample() == name.sample())
                sameSample.push_back(row);
        }
        if (!sameSample.empty())
            return best(sameSample, SampleMatch::Barcode, [&](Index row) {
                return row < 0 ? std::size_t{0}
                               : agreement(name.code, m_names[static_cast<std::size_t>(row)].code);
            });
        if (patient >= 0 && (meaning == RowMeaning::Description || isTumour(name.sampleType)))
            return {patient, SampleMatch::Patient};
        return {-1, SampleMatch::OtherSample};
    }

    /// The tumour sample of a patient, the primary one before others.
    Found findTumour(const std::vector<Index> &ofPatient) const
    {
        std::vector<Index> tumours;
        for (const Index row : ofPatient)
            if (isTumour(m_names[static_cast<std::size_t>(row)].sampleType))
                tumours.push_back(row);
        if (tumours.empty())
            return {-1, SampleMatch::OtherSample};
        return best(tumours, SampleMatch::Patient, [&](Index row) {
            return row >= 0 && isPrimary(m_names[static_cast<std::size_t>(row)].sampleType);
        });
    }

    std::vector<Name> m_names;
    std::unordered_map<std::string, Index> m_exact, m_codes;
    std::unordered_map<std::string, std::vector<Index>> m_ofPatient, m_spelled, m_made;
    std::unordered_set<std::string> m_repeated;
};

/// Names that share a row which only one of them can be: none keeps it.
void dropShared(const std::vector<Name> &names, RowMeaning meaning, std::vector<Found> &found)
{
    std::unordered_map<Index, std::vector<std::size_t>> sharers;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i].row >= 0)
            sharers[found[i].row].push_back(i);
    for (auto &[row, list] : sharers) {
        std::unordered_set<std::string> spellings;
        bool isExactThere = false;
        std::size_t primaries = 0;
        for (const std::size_t i : list) {
            isExactThere = isExactThere || found[i].kind == SampleMatch::Exact;
            if (found[i].kind == SampleMatch::Spelling)
                spellings.insert(names[i].text);
            primaries += found[i].kind == SampleMatch::Patient && isPrimary(names[i].sampleType);
        }
        std::unordered_set<std::string> patientSamples;
        for (const std::size_t i : list)
            if (found[i].kind == SampleMatch::Patient && !names[i].isPatient())
                patientSamples.insert(names[i].sample());
        for (const std::size_t i : list) {
            const bool isSpelled =
                found[i].kind == SampleMatch::Spelling && (isExactThere || spellings.size() > 1);
            // The values of a patient are those of one tumour: the primary one.
            const bool isSecond = meaning == RowMeaning::Values && found[i].kind == SampleMatch::Patient &&
                                  patientSamples.size() > 1 &&
                                  (primaries != 1 || !isPrimary(names[i].sampleType));
            if (isSpelled || isSecond)
                found[i] = {-1, SampleMatch::Ambiguous};
        }
    }
}

} // namespace

bool isMatched(SampleMatch kind)
{
    return kind == SampleMatch::Exact || kind == SampleMatch::Barcode || kind == SampleMatch::Patient ||
           kind == SampleMatch::Spelling;
}

std::size_t SampleJoin::matched() const
{
    return of(SampleMatch::Exact) + of(SampleMatch::Barcode) + of(SampleMatch::Patient) +
           of(SampleMatch::Spelling);
}

SampleJoin matchSamples(const std::vector<std::string> &names, const std::vector<std::string> &ids,
                        RowMeaning meaning)
{
    constexpr std::size_t mostExamples = 2;
    const SampleIndex index(ids);
    const std::vector<Name> asked(names.begin(), names.end());
    std::vector<Found> found;
    found.reserve(asked.size());
    for (const Name &name : asked)
        found.push_back(index.find(name, meaning));
    dropShared(asked, meaning, found);

    SampleJoin join;
    join.ids = ids.size();
    std::vector<bool> isUsed(ids.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        join.rows.push_back(found[i].row);
        join.kinds.push_back(found[i].kind);
        ++join.count[static_cast<std::size_t>(found[i].kind)];
        if (found[i].row >= 0) {
            isUsed[static_cast<std::size_t>(found[i].row)] = true;
            join.repeated += index.isRepeated(found[i].row);
        } else if (join.unmatched.size() < mostExamples) {
            join.unmatched.push_back(names[i]);
        }
    }
    for (std::size_t i = 0; i < ids.size() && join.otherIds.size() < mostExamples; ++i)
        if (!isUsed[i] && !trimmed(ids[i]).empty())
            join.otherIds.push_back(ids[i]);
    return join;
}

std::vector<bool> holdNames(const std::vector<const std::vector<std::string> *> &columns,
                            const std::vector<std::string> &names)
{
    constexpr std::size_t glances = 64;
    const SampleIndex index(names);
    std::vector<bool> holds;
    for (const std::vector<std::string> *values : columns) {
        const std::size_t step = std::max<std::size_t>(1, values->size() / glances);
        bool isAny = false;
        for (std::size_t i = 0; i < values->size() && !isAny; i += step) {
            const SampleMatch kind = index.find(Name((*values)[i]), RowMeaning::Description).kind;
            isAny = isMatched(kind) || kind == SampleMatch::Ambiguous;
        }
        holds.push_back(isAny);
    }
    return holds;
}

Result<std::vector<Index>> findSamples(const std::vector<std::string> &names,
                                       const std::vector<std::string> &ids)
{
    const SampleIndex index(ids);
    std::vector<Index> rows;
    for (const std::string &written : names) {
        const Name name(written);
        const Found found = index.find(name, RowMeaning::Values);
        if (found.row < 0) {
            std::vector<std::string> near;
            for (const Index row : index.candidates(name))
                near.push_back(ids[static_cast<std::size_t>(row)]);
            near.resize(std::min<std::size_t>(near.size(), 5));
            return Error{ErrorCode::UnknownName,
                         near.empty() ? written : written + " (" + join(near, ", ") + "?)"};
        }
        rows.push_back(found.row);
    }
    return rows;
}

Error noSampleOverlap(std::string_view nameSide, const std::vector<std::string> &names,
                      std::string_view idSide, const std::vector<std::string> &ids)
{
    const auto side = [](std::string_view what, const std::vector<std::string> &all) {
        std::string text = "samples of the " + std::string(what) + " (";
        std::size_t shown = 0;
        for (const std::string &name : all) {
            if (shown == 2)
                break;
            if (trimmed(name).empty())
                continue;
            text += (shown++ > 0 ? ", " : "") + name;
        }
        return text + (all.size() > 2 ? ", …)" : ")");
    };
    return {ErrorCode::NoOverlap, side(nameSide, names) + ", " + side(idSide, ids)};
}

} // namespace pathgan
