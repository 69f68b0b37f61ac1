// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/matfile_p.h"

#include "core/base/text.h"
#include "core/metabolic/io/mat5check_p.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <matio.h>
#include <memory>
#include <optional>
#include <random>
#include <system_error>

namespace pathgan {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view version5 = "MATLAB 5.0 MAT-file", version73 = "MATLAB 7.3 MAT-file",
                           hdf5 = "\x89HDF\r\n\x1A\n";
constexpr int deepestNesting = 12;

/// matio needs a path: a file in the folder for temporary ones, removed at the end.
class TemporaryFile
{
public:
    explicit TemporaryFile(std::string_view bytes)
    {
        std::error_code failed;
        const fs::path folder = fs::temp_directory_path(failed);
        std::random_device random;
        m_path = folder / ("pathgan-" + std::to_string(random()) + '-' + std::to_string(random()) + ".mat");
        std::ofstream file(m_path, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        m_isFine = !failed && file.good();
    }
    ~TemporaryFile()
    {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    bool isFine() const { return m_isFine; }
    std::string path() const { return m_path.string(); }

private:
    fs::path m_path;
    bool m_isFine = false;
};

struct CloseMat
{
    void operator()(mat_t *file) const { Mat_Close(file); }
    void operator()(matvar_t *variable) const { Mat_VarFree(variable); }
};
using MatHandle = std::unique_ptr<mat_t, CloseMat>;
using Variable = std::unique_ptr<matvar_t, CloseMat>;

void appendUtf8(std::string &text, char32_t c)
{
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xC0 | c >> 6);
        add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        add(0xE0 | c >> 12);
        add(0x80 | (c >> 6 & 0x3F));
        add(0x80 | (c & 0x3F));
    } else {
        add(0xF0 | c >> 18);
        add(0x80 | (c >> 12 & 0x3F));
        add(0x80 | (c >> 6 & 0x3F));
        add(0x80 | (c & 0x3F));
    }
}

/// The numbers of an array of a type; nothing for a type that has none.
std::optional<std::vector<double>> numbersOf(const void *data, matio_types type, std::size_t count)
{
    std::vector<double> result(count);
    const auto convert = [&]<class T>(T) {
        const auto *values = static_cast<const T *>(data);
        std::transform(values, values + count, result.begin(),
                       [](T value) { return static_cast<double>(value); });
        return result;
    };
    switch (type) {
    case MAT_T_DOUBLE:
        return convert(double());
    case MAT_T_SINGLE:
        return convert(float());
    case MAT_T_INT8:
        return convert(std::int8_t());
    case MAT_T_UINT8:
        return convert(std::uint8_t());
    case MAT_T_INT16:
        return convert(std::int16_t());
    case MAT_T_UINT16:
        return convert(std::uint16_t());
    case MAT_T_INT32:
        return convert(std::int32_t());
    case MAT_T_UINT32:
        return convert(std::uint32_t());
    case MAT_T_INT64:
        return convert(std::int64_t());
    case MAT_T_UINT64:
        return convert(std::uint64_t());
    default:
        return std::nullopt;
    }
}

/// Code points of bytes that are UTF-8, else Latin-1.
std::u32string codePointsOf(std::string_view bytes)
{
    std::u32string result;
    const bool isUtf8 = isValidUtf8(bytes);
    for (std::size_t at = 0; at < bytes.size();) {
        const auto first = static_cast<unsigned char>(bytes[at++]);
        const int more = !isUtf8 || first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        char32_t c = more == 0 ? first : first & (0x3Fu >> more);
        for (int i = 0; i < more && at < bytes.size(); ++i)
            c = c << 6 | (static_cast<unsigned char>(bytes[at++]) & 0x3Fu);
        result += c;
    }
    return result;
}

std::u32string codePointsOf(const char16_t *units, std::size_t count)
{
    std::u32string result;
    for (std::size_t i = 0; i < count; ++i) {
        char32_t c = units[i];
        const bool isPair =
            c >= 0xD800 && c < 0xDC00 && i + 1 < count && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000;
        if (isPair)
            c = 0x10000 + ((c - 0xD800) << 10) + (units[++i] - 0xDC00u);
        else if (c >= 0xD800 && c < 0xE000)
            c = 0xFFFD;
        result += c;
    }
    return result;
}

/// Turns matio's variables into values; each size is checked again against what there is.
class Converter
{
public:
    /// False for what does not fit.
    bool convert(matvar_t *source, MatValue &value, int depth)
    {
        if (!source || source->rank < 2 || !source->dims)
            return true; // empty
        if (depth > deepestNesting)
            return false;
        value.rows = source->dims[0];
        value.columns = 1;
        for (int i = 1; i < source->rank; ++i)
            value.columns *= source->dims[i];
        const std::size_t count = value.rows * value.columns;
        if (count == 0 && source->class_type != MAT_C_SPARSE)
            return true;
        switch (source->class_type) {
        case MAT_C_CELL:
            return convertCells(source, value, count, depth);
        case MAT_C_STRUCT:
            return convertStruct(source, value, count, depth);
        case MAT_C_CHAR:
            return convertText(*source, value, count);
        case MAT_C_SPARSE:
            return convertSparse(*source, value);
        default:
            break;
        }
        value.kind = MatValue::Kind::Other;
        if (source->class_type < MAT_C_DOUBLE || source->class_type > MAT_C_UINT64)
            return true;
        const std::size_t width = Mat_SizeOf(source->data_type);
        if (!source->data || source->isComplex || source->nbytes < count * width)
            return source->isComplex != 0;
        std::optional<std::vector<double>> numbers = numbersOf(source->data, source->data_type, count);
        if (!numbers)
            return false;
        value.kind = MatValue::Kind::Numbers;
        value.numbers = std::move(*numbers);
        return true;
    }

private:
    bool convertCells(matvar_t *source, MatValue &value, std::size_t count, int depth)
    {
        value.kind = MatValue::Kind::Cells;
        if (!source->data || source->nbytes < count * sizeof(matvar_t *))
            return false;
        const auto *cells = static_cast<matvar_t **>(source->data);
        value.children.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            if (!convert(cells[i], value.children[i], depth + 1))
                return false;
        }
        return true;
    }

    bool convertStruct(matvar_t *source, MatValue &value, std::size_t count, int depth)
    {
        value.kind = MatValue::Kind::Other; // arrays of structs are not read
        if (count != 1)
            return true;
        value.kind = MatValue::Kind::Struct;
        const unsigned fields = Mat_VarGetNumberOfFields(source);
        char *const *names = Mat_VarGetStructFieldnames(source);
        if (fields == 0)
            return true;
        if (!names || !source->data)
            return false;
        value.children.resize(fields);
        for (unsigned i = 0; i < fields; ++i) {
            value.names.emplace_back(names[i] ? names[i] : "");
            if (!convert(Mat_VarGetStructFieldByIndex(source, i, 0), value.children[i], depth + 1))
                return false;
        }
        return true;
    }

    static bool convertText(const matvar_t &source, MatValue &value, std::size_t count)
    {
        if (!source.data)
            return false;
        std::u32string points;
        const std::size_t width = Mat_SizeOf(source.data_type);
        const std::size_t units = width == 0 ? 0 : source.nbytes / width;
        if (width == 1)
            points = codePointsOf(std::string_view(static_cast<const char *>(source.data), units));
        else if (width == 2)
            points = codePointsOf(static_cast<const char16_t *>(source.data), units);
        else if (width == 4)
            points.assign(static_cast<const char32_t *>(source.data), units);
        value.kind = MatValue::Kind::Text;
        // With characters that take several units, rows cannot be told apart.
        const std::size_t rows = points.size() == count ? value.rows : 1;
        value.lines.resize(rows);
        for (std::size_t i = 0; i < points.size(); ++i)
            appendUtf8(value.lines[i % rows], points[i] < 0x110000 ? points[i] : 0xFFFD);
        return true;
    }

    static bool convertSparse(const matvar_t &source, MatValue &value)
    {
        value.kind = MatValue::Kind::Other;
        if (source.isComplex)
            return true;
        const auto *sparse = static_cast<const mat_sparse_t *>(source.data);
        if (!sparse || !sparse->jc || sparse->njc != value.columns + 1)
            return false;
        value.columnStart.assign(sparse->jc, sparse->jc + sparse->njc);
        const std::size_t entries = value.columnStart.back();
        if (!std::is_sorted(value.columnStart.begin(), value.columnStart.end()) ||
            value.columnStart.front() != 0 || entries > sparse->nir || entries > sparse->ndata ||
            (entries > 0 && (!sparse->ir || !sparse->data)))
            return false;
        value.row.assign(sparse->ir, sparse->ir + entries);
        if (std::any_of(value.row.begin(), value.row.end(), [&](auto row) { return row >= value.rows; }))
            return false;
        std::optional<std::vector<double>> numbers = numbersOf(sparse->data, source.data_type, entries);
        if (!numbers)
            return false;
        value.kind = MatValue::Kind::Sparse;
        value.numbers = std::move(*numbers);
        return true;
    }
};

bool looksLikeModel(const matvar_t &variable)
{
    if (variable.class_type != MAT_C_STRUCT || variable.rank != 2 || variable.dims[0] != 1 ||
        variable.dims[1] != 1)
        return false;
    char *const *names = Mat_VarGetStructFieldnames(&variable);
    const unsigned count = Mat_VarGetNumberOfFields(const_cast<matvar_t *>(&variable));
    const auto has = [&](std::string_view name) {
        return names &&
               std::any_of(names, names + count, [&](const char *one) { return one && one == name; });
    };
    return has("S") && has("rxns");
}

void ignoreMessage(int, char *) {}

} // namespace

const MatValue *MatValue::field(std::string_view name) const
{
    const auto it = std::find(names.begin(), names.end(), name);
    return it == names.end() ? nullptr : &children[static_cast<std::size_t>(it - names.begin())];
}

bool isMatFile(std::string_view start)
{
    return start.starts_with(version5) || start.starts_with(version73) || start.starts_with(hdf5);
}

Result<MatModelVariable> readMatModel(const std::string &bytes, const std::string &path,
                                      const TaskContext &context)
{
    Mat_LogInitFunc("PathGAN", ignoreMessage);
    const bool isVersion5 = bytes.starts_with(version5);
    Result<std::string> checked = isVersion5 ? checkedMat5(bytes, path) : Result<std::string>(std::string());
    if (!checked)
        return checked.error();
    const TemporaryFile copy(isVersion5 ? *checked : bytes);
    if (!copy.isFine())
        return Error{ErrorCode::WriteFailed, copy.path()};
    const MatHandle file(Mat_Open(copy.path().c_str(), MAT_ACC_RDONLY));
    // Of HDF5 matio reads some layouts only, and not what h5py and hdf5storage write.
    const std::string advice =
        isVersion5 ? "" : "; a MATLAB 7.3 (HDF5) file: save it with -v7, or with scipy.io.savemat";
    const Error damaged{ErrorCode::BadModel, path + ": damaged MATLAB file" + advice};
    if (!file)
        return damaged;
    MatModelVariable result;
    while (const Variable info{Mat_VarReadNextInfo(file.get())}) {
        if (context.shouldStop())
            return Error{ErrorCode::Cancelled, path};
        if (!info->name || !looksLikeModel(*info))
            continue;
        (result.name.empty() ? result.name : result.others.emplace_back()) = info->name;
    }
    if (result.name.empty())
        return Error{ErrorCode::UnknownFormat, path + ": no variable with the fields S and rxns" + advice};
    Mat_Rewind(file.get());
    const Variable variable(Mat_VarRead(file.get(), result.name.c_str()));
    if (!variable || !Converter().convert(variable.get(), result.value, 0) ||
        result.value.kind != MatValue::Kind::Struct)
        return damaged;
    return result;
}

} // namespace pathgan
