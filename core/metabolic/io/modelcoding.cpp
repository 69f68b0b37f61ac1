// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modelcoding.h"

#include "core/base/hash.h"
#include "core/metabolic/io/modelfields_p.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace pathgan {

namespace {

constexpr std::string_view magic = "PGMODEL\n";
constexpr std::size_t digestSize = 64; // hexadecimal SHA-256
constexpr std::size_t headSize = magic.size() + 4 + 8 + digestSize;

class Writer
{
public:
    void count(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes += static_cast<char>(value | 0x80);
        m_bytes += static_cast<char>(value);
    }
    /// Small numbers of either sign in few bytes.
    void integer(std::int64_t value)
    {
        count((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void fixed(std::uint64_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_bytes += static_cast<char>(value >> (8 * i));
    }
    void number(double value) { fixed(std::bit_cast<std::uint64_t>(value), 8); }
    void text(const std::string &value)
    {
        count(value.size());
        m_bytes += value;
    }
    template <class List, class One>
    void list(const List &items, const One &one)
    {
        count(items.size());
        for (const auto &item : items)
            one(item);
    }
    void texts(const std::vector<std::string> &items)
    {
        list(items, [this](const std::string &item) { text(item); });
    }
    void terms(const std::vector<std::pair<int, double>> &items)
    {
        list(items, [this](const auto &item) {
            integer(item.first);
            number(item.second);
        });
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Every step is checked against what is left; after the first fault all values are empty.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_left(bytes) {}

    bool isFine() const { return m_fine; }
    bool isAtEnd() const { return m_fine && m_left.empty(); }
    void require(bool holds)
    {
        m_fine = m_fine && holds;
        if (!m_fine)
            m_left = {};
    }

    std::uint64_t count()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(next());
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return m_fine ? value : 0;
        }
        require(false);
        return 0;
    }
    int integer()
    {
        const std::uint64_t value = count();
        const auto number = static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
        require(number >= INT32_MIN && number <= INT32_MAX);
        return m_fine ? static_cast<int>(number) : 0;
    }
    std::uint64_t fixed(int bytes)
    {
        std::uint64_t value = 0;
        for (int i = 0; i < bytes; ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(next())) << (8 * i);
        return value;
    }
    double number() { return std::bit_cast<double>(fixed(8)); }
    std::string text()
    {
        const std::uint64_t size = count();
        require(size <= m_left.size());
        if (!m_fine)
            return {};
        std::string value(m_left.substr(0, static_cast<std::size_t>(size)));
        m_left.remove_prefix(value.size());
        return value;
    }
    /// smallest: bytes that one item takes at least; keeps absurd counts from being allocated.
    template <class Item, class One>
    void list(std::vector<Item> &items, std::size_t smallest, const One &one)
    {
        const std::uint64_t size = count();
        require(size <= m_left.size() / smallest);
        if (!m_fine)
            return;
        items.reserve(static_cast<std::size_t>(size));
        for (std::uint64_t i = 0; i < size && m_fine; ++i)
            items.push_back(one());
    }
    void texts(std::vector<std::string> &items)
    {
        list(items, 1, [this] { return text(); });
    }
    void terms(std::vector<std::pair<int, double>> &items, std::size_t limit)
    {
        list(items, 9, [this, limit] {
            const int index = integer();
            const double value = number();
            require(index >= 0 && static_cast<std::size_t>(index) < limit && std::isfinite(value));
            return std::pair<int, double>(index, value);
        });
    }

private:
    char next()
    {
        require(!m_left.empty());
        if (!m_fine)
            return 0;
        const char byte = m_left.front();
        m_left.remove_prefix(1);
        return byte;
    }

    std::string_view m_left;
    bool m_fine = true;
};

void write(Writer &out, const Reaction &reaction)
{
    for (const std::string *text : {&reaction.id, &reaction.name, &reaction.subsystem})
        out.text(*text);
    out.number(reaction.lower);
    out.number(reaction.upper);
    out.terms(reaction.stoichiometry);
    out.list(reaction.rule.nodes(), [&](const GeneRule::Node &node) {
        out.count(static_cast<std::uint64_t>(node.op));
        out.integer(node.value);
    });
    out.integer(reaction.sboTerm);
}

Reaction readReaction(Reader &in, const MetabolicModel &model)
{
    Reaction reaction;
    for (std::string *text : {&reaction.id, &reaction.name, &reaction.subsystem})
        *text = in.text();
    reaction.lower = in.number();
    reaction.upper = in.number();
    in.require(areBoundsUsable(reaction.lower, reaction.upper));
    in.terms(reaction.stoichiometry, model.metabolites.size());
    int before = -1;
    for (const auto &[metabolite, coefficient] : reaction.stoichiometry) {
        in.require(metabolite > before && coefficient != 0);
        before = metabolite;
    }
    std::vector<GeneRule::Node> nodes;
    in.list(nodes, 2, [&] {
        const std::uint64_t op = in.count();
        in.require(op <= 2);
        return GeneRule::Node{static_cast<GeneRule::Op>(op), in.integer()};
    });
    in.require(GeneRule::isSound(nodes, model.genes.size()));
    if (in.isFine())
        reaction.rule = GeneRule(std::move(nodes));
    reaction.sboTerm = in.integer();
    return reaction;
}

std::string payloadOf(const MetabolicModel &model)
{
    Writer out;
    for (const std::string *text : {&model.sha256, &model.id, &model.name})
        out.text(*text);
    out.list(model.metabolites, [&](const Metabolite &one) {
        for (const std::string *text : {&one.id, &one.name, &one.compartment, &one.formula})
            out.text(*text);
        out.count(one.charge ? 1 : 0);
        out.integer(one.charge.value_or(0));
        out.list(one.annotations, [&](const Annotation &annotation) {
            out.text(annotation.database);
            out.text(annotation.id);
        });
    });
    out.list(model.genes, [&](const ModelGene &one) {
        out.text(one.id);
        out.text(one.name);
        out.integer(one.entrez);
    });
    out.list(model.reactions, [&](const Reaction &one) { write(out, one); });
    out.list(model.groups, [&](const ModelGroup &one) {
        for (const std::string *text : {&one.id, &one.name, &one.kind})
            out.text(*text);
        out.texts(one.members);
    });
    out.list(model.objectives, [&](const ModelObjective &one) {
        out.text(one.id);
        out.count(one.maximise ? 1 : 0);
        out.terms(one.coefficients);
    });
    out.integer(model.activeObjective);
    out.texts(model.compartments);
    out.texts(model.compartmentNames);
    out.texts(model.warnings);
    return out.take();
}

void readParts(Reader &in, MetabolicModel &model)
{
    for (std::string *text : {&model.sha256, &model.id, &model.name})
        *text = in.text();
    in.list(model.metabolites, 7, [&] {
        Metabolite one;
        for (std::string *text : {&one.id, &one.name, &one.compartment, &one.formula})
            *text = in.text();
        const bool isCharged = in.count() != 0;
        const int charge = in.integer();
        if (isCharged)
            one.charge = charge;
        in.list(one.annotations, 2, [&] {
            Annotation annotation;
            annotation.database = in.text();
            annotation.id = in.text();
            return annotation;
        });
        return one;
    });
    in.list(model.genes, 3, [&] {
        ModelGene one;
        one.id = in.text();
        one.name = in.text();
        one.entrez = in.integer();
        return one;
    });
    in.list(model.reactions, 22, [&] { return readReaction(in, model); });
    in.list(model.groups, 4, [&] {
        ModelGroup one;
        for (std::string *text : {&one.id, &one.name, &one.kind})
            *text = in.text();
        in.texts(one.members);
        return one;
    });
    in.list(model.objectives, 3, [&] {
        ModelObjective one;
        one.id = in.text();
        one.maximise = in.count() != 0;
        in.terms(one.coefficients, model.reactions.size());
        return one;
    });
    model.activeObjective = in.integer();
    in.require(model.activeObjective >= -1 &&
               model.activeObjective < static_cast<int>(model.objectives.size()));
    in.texts(model.compartments);
    in.texts(model.compartmentNames);
    in.texts(model.warnings);
}

} // namespace

std::string encodeModel(const MetabolicModel &model)
{
    const std::string payload = payloadOf(model);
    Writer head;
    head.fixed(modelCacheVersion, 4);
    head.fixed(payload.size(), 8);
    return std::string(magic) + head.take() + sha256(payload) + payload;
}

std::optional<MetabolicModel> decodeModel(std::string_view bytes)
{
    if (bytes.size() < headSize || !bytes.starts_with(magic))
        return std::nullopt;
    Reader head(bytes.substr(magic.size()));
    const std::string_view payload = bytes.substr(headSize);
    if (head.fixed(4) != modelCacheVersion || head.fixed(8) != payload.size() ||
        bytes.substr(headSize - digestSize, digestSize) != sha256(payload))
        return std::nullopt;
    Reader in(payload);
    MetabolicModel model;
    readParts(in, model);
    if (!in.isAtEnd())
        return std::nullopt;
    return model;
}

} // namespace pathgan
