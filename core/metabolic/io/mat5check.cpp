// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/mat5check_p.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <vector>
#include <zlib.h>

namespace pathgan {

namespace {

constexpr std::size_t headerSize = 128;
constexpr std::size_t largestVariable = std::size_t(1) << 31;
constexpr int deepestNesting = 12;

enum Type : std::uint32_t { Int8 = 1, UInt8 = 2, Int32 = 5, UInt32 = 6, Matrix = 14, Compressed = 15 };
enum Class : std::uint32_t {
    Cell = 1,
    Struct = 2,
    Object = 3,
    Char = 4,
    Sparse = 5,
    UInt64 = 15,
    Opaque = 17
};

/// Bytes that one number of a type takes; 0: not a type of numbers or characters.
std::size_t sizeOfType(std::uint32_t type)
{
    static constexpr std::size_t sizes[] = {0, 1, 1, 2, 2, 4, 4, 4, 0, 8, 0, 0, 8, 8, 0, 0, 1, 2, 4};
    return type < std::size(sizes) ? sizes[type] : 0;
}

struct Element
{
    std::uint32_t type = 0;
    std::size_t begin = 0, size = 0, next = 0; ///< data, and where the element behind it begins
};

/// Walks over the elements of one unpacked variable; the first thing that does not fit ends it.
class Checker
{
public:
    Checker(std::string_view bytes, bool swapped) : m_bytes(bytes), m_swapped(swapped) {}

    std::uint32_t word(std::size_t at) const
    {
        std::uint32_t value = 0;
        std::memcpy(&value, m_bytes.data() + at, 4);
        if (m_swapped)
            value = value >> 24 | (value >> 8 & 0xFF00) | (value << 8 & 0xFF0000) | value << 24;
        return value;
    }

    /// The element at a place; it must end before `end`.
    std::optional<Element> element(std::size_t at, std::size_t end)
    {
        m_at = at;
        if (at + 8 > end)
            return std::nullopt;
        const std::uint32_t tag = word(at);
        Element found{tag & 0xFFFF, at + 8, word(at + 4), 0};
        if (tag >> 16 != 0)
            found = {tag & 0xFFFF, at + 4, tag >> 16, at + 8};
        else if (tag > 0xFFFF || found.size > end - found.begin)
            return std::nullopt;
        else
            found.next = std::min(end, found.begin + (found.size + 7) / 8 * 8);
        if (tag >> 16 != 0 && found.size > 4)
            return std::nullopt;
        return found;
    }

    /// A matrix element in whole.
    bool isFine(const Element &matrix, int depth)
    {
        m_at = matrix.begin;
        if (matrix.size == 0)
            return true;
        if (matrix.type != Matrix || depth > deepestNesting)
            return false;
        const std::size_t end = matrix.begin + matrix.size;
        std::size_t at = matrix.begin;
        const std::optional<Element> flags = element(at, end);
        if (!flags || flags->type != UInt32 || flags->size != 8)
            return false;
        const std::uint32_t type = word(flags->begin) & 0xFF;
        const bool isComplex = (word(flags->begin) & 0x0800) != 0;
        if (type == Opaque)
            return depth > 0; // an object of a class: nothing is read of it
        if (!readShape(flags->next, end, at))
            return false;
        switch (type) {
        case Cell:
            return areMatrices(m_count, at, end, depth);
        case Struct:
            return isStruct(at, end, depth);
        case Char:
            return isData(at, end, true);
        case Sparse:
            return isSparse(at, end, isComplex);
        default:
            return type > Sparse && type <= UInt64 && isData(at, end, false) &&
                   (!isComplex || isData(at, end, false));
        }
    }

    /// Whether a variable that is fine is a struct with the fields S and rxns.
    bool isModel(const Element &matrix)
    {
        const std::size_t end = matrix.begin + matrix.size;
        std::size_t at = 0;
        const std::optional<Element> flags = element(matrix.begin, end);
        if (!flags || flags->size != 8 || (word(flags->begin) & 0xFF) != Struct)
            return false;
        if (!readShape(flags->next, end, at) || m_count != 1)
            return false;
        const std::optional<std::vector<std::string>> names = fieldNames(at, end);
        const auto has = [&](const char *name) {
            return std::find(names->begin(), names->end(), name) != names->end();
        };
        return names && has("S") && has("rxns");
    }

    std::size_t place() const { return m_at; }

private:
    /// Dimensions and name; leaves the number of elements and rows and columns.
    bool readShape(std::size_t from, std::size_t end, std::size_t &at)
    {
        const std::optional<Element> dims = element(from, end);
        if (!dims || dims->type != Int32 || dims->size % 4 != 0 || dims->size < 8 || dims->size > 32)
            return false;
        m_count = 1;
        for (std::size_t i = 0; i < dims->size; i += 4) {
            const std::uint32_t length = word(dims->begin + i);
            if (length > largestVariable || (length > 0 && m_count > largestVariable / length))
                return false;
            m_count *= length;
        }
        m_rows = word(dims->begin);
        m_columns = word(dims->begin + 4);
        m_isFlat = dims->size == 8;
        const std::optional<Element> name = element(dims->next, end);
        if (!name || (name->type != Int8 && name->type != UInt8))
            return false;
        at = name->next;
        return true;
    }

    bool areMatrices(std::size_t count, std::size_t at, std::size_t end, int depth)
    {
        if (count > (end - std::min(at, end)) / 8)
            return false;
        for (std::size_t i = 0; i < count; ++i) {
            const std::optional<Element> one = element(at, end);
            if (!one || one->type != Matrix || !isFine(*one, depth + 1))
                return false;
            at = one->next;
        }
        return true;
    }

    std::optional<std::vector<std::string>> fieldNames(std::size_t &at, std::size_t end)
    {
        const std::optional<Element> length = element(at, end);
        if (!length || length->type != Int32 || length->size != 4)
            return std::nullopt;
        const std::size_t width = word(length->begin);
        const std::optional<Element> text = element(length->next, end);
        if (!text || width < 1 || width > 4096 || (text->type != Int8 && text->type != UInt8) ||
            text->size % width != 0)
            return std::nullopt;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < text->size; i += width) {
            const std::string_view name = m_bytes.substr(text->begin + i, width);
            if (name.find('\0') == std::string_view::npos)
                return std::nullopt;
            names.emplace_back(name.substr(0, name.find('\0')));
        }
        at = text->next;
        return names;
    }

    bool isStruct(std::size_t at, std::size_t end, int depth)
    {
        const std::size_t count = m_count;
        const std::optional<std::vector<std::string>> names = fieldNames(at, end);
        if (!names || (!names->empty() && count > largestVariable / names->size()))
            return false;
        return areMatrices(count * names->size(), at, end, depth);
    }

    bool isData(std::size_t &at, std::size_t end, bool isText)
    {
        const std::optional<Element> data = element(at, end);
        if (!data && m_count == 0 && at >= end)
            return true; // some writers leave out what is empty
        if (!data || sizeOfType(data->type) == 0)
            return false;
        at = data->next;
        // characters of UTF-8 take one to four bytes
        const bool isUtf8 = isText && data->type == 16;
        return isUtf8 ? data->size >= m_count && data->size / 4 <= m_count
                      : data->size == m_count * sizeOfType(data->type);
    }

    bool isSparse(std::size_t at, std::size_t end, bool isComplex)
    {
        const std::optional<Element> rows = element(at, end);
        if (!rows || !m_isFlat || rows->type != Int32 || rows->size % 4 != 0)
            return false;
        const std::optional<Element> starts = element(rows->next, end);
        if (!starts || starts->type != Int32 || starts->size != 4 * (m_columns + 1))
            return false;
        std::uint32_t before = 0;
        for (std::size_t i = 0; i <= m_columns; ++i) {
            const std::uint32_t start = word(starts->begin + 4 * i);
            if (start < before || (i == 0 && start != 0))
                return false;
            before = start;
        }
        if (before > rows->size / 4)
            return false;
        for (std::size_t i = 0; i < before; ++i) {
            if (word(rows->begin + 4 * i) >= m_rows)
                return false;
        }
        at = starts->next;
        for (int part = 0; part < (isComplex ? 2 : 1); ++part) {
            const std::optional<Element> data = element(at, end);
            const std::size_t size = data ? sizeOfType(data->type) : 0;
            if (size == 0 || data->size % size != 0 || data->size / size < before)
                return false;
            at = data->next;
        }
        return true;
    }

    std::string_view m_bytes;
    bool m_swapped;
    std::size_t m_at = 0, m_count = 0, m_rows = 0, m_columns = 0;
    bool m_isFlat = true;
};

/// One zlib stream in whole; nothing for a damaged or an absurdly large one.
std::optional<std::string> inflated(std::string_view packed)
{
    std::string out(std::min(largestVariable, std::max<std::size_t>(1024, packed.size() * 4)), '\0');
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<unsigned>(packed.size());
    int code = Z_OK;
    std::size_t used = 0;
    while (code == Z_OK) {
        if (used == out.size()) {
            if (used >= largestVariable)
                break;
            out.resize(std::min(largestVariable, used * 2));
        }
        stream.next_out = reinterpret_cast<Bytef *>(out.data()) + used;
        stream.avail_out = static_cast<unsigned>(out.size() - used);
        code = inflate(&stream, Z_NO_FLUSH);
        used = out.size() - stream.avail_out;
    }
    inflateEnd(&stream);
    if (code != Z_STREAM_END)
        return std::nullopt;
    out.resize(used);
    return out;
}

Error damaged(const std::string &path, std::size_t at, const std::string &variable = {})
{
    return {ErrorCode::BadModel, path + ": byte " + std::to_string(at) + ": damaged MATLAB file" + variable};
}

} // namespace

Result<std::string> checkedMat5(std::string_view bytes, const std::string &path)
{
    if (bytes.size() < headerSize + 8)
        return damaged(path, bytes.size());
    const bool isLittle = bytes.substr(126, 2) == "IM";
    const bool isBig = bytes.substr(126, 2) == "MI";
    const bool swapped = isLittle != (std::endian::native == std::endian::little);
    if (!isLittle && !isBig)
        return damaged(path, 126);
    std::string result(bytes.substr(0, headerSize));
    Checker outer(bytes, swapped);
    std::size_t variable = 0;
    for (std::size_t at = headerSize; at < bytes.size();) {
        ++variable;
        if (bytes.size() - at < 8)
            return damaged(path, at);
        const std::uint32_t type = outer.word(at);
        const std::size_t size = outer.word(at + 4);
        if ((type != Compressed && type != Matrix) || size > bytes.size() - at - 8)
            return damaged(path, at);
        std::string_view whole = bytes.substr(at, size + 8);
        std::optional<std::string> unpacked;
        const std::string name = ": variable " + std::to_string(variable);
        if (type == Compressed) {
            unpacked = inflated(whole.substr(8));
            if (!unpacked)
                return damaged(path, at, name);
            whole = *unpacked;
        }
        Checker inner(whole, swapped);
        const std::optional<Element> matrix = inner.element(0, whole.size());
        if (!matrix || matrix->type != Matrix)
            return damaged(path, at, name);
        if (inner.isModel(*matrix)) {
            if (!inner.isFine(*matrix, 0))
                return damaged(path, at, name + ", byte " + std::to_string(inner.place()));
            result.append(whole.substr(0, matrix->begin + matrix->size));
            result.append((8 - matrix->size % 8) % 8, '\0');
        }
        at = type == Compressed ? at + 8 + size : std::min(bytes.size(), at + 8 + (size + 7) / 8 * 8);
    }
    return result;
}

} // namespace pathgan
