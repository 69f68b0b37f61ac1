// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modelreader.h"

#include "core/base/hash.h"
#include "core/data/textsource.h"
#include "core/metabolic/io/jsonreader_p.h"
#include "core/metabolic/io/matfile_p.h"
#include "core/metabolic/io/matreader_p.h"
#include "core/metabolic/io/modeltext_p.h"
#include "core/metabolic/io/sbmlreader_p.h"
#include "core/metabolic/io/yamltext_p.h"

namespace pathgan {

namespace {

Result<MetabolicModel> finished(MetabolicModel model, const std::filesystem::path &path)
{
    Result<std::string> digest = sha256File(path);
    if (!digest)
        return digest.error();
    model.sha256 = std::move(*digest);
    model.path = path.string();
    model.buildIndex();
    return model;
}

/// By content, whatever the name.
Result<MetabolicModel> readText(std::string bytes, const std::string &path, const TaskContext &context)
{
    if (isMatFile(bytes))
        return readMat(bytes, path, context);
    Result<std::string> decoded = asUtf8(std::move(bytes), path);
    if (!decoded)
        return decoded.error();
    std::string &text = *decoded;
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string::npos)
        return Error{ErrorCode::FileEmpty, path};
    if (const std::size_t zero = text.find('\0'); zero != std::string::npos)
        return Error{ErrorCode::NotText, textPosition(text, zero, path)};
    if (text[start] == '<')
        return readSbml(std::move(text), path, context);
    if (text[start] == '{')
        return readCobraJson(text, path, context);
    if (looksLikeCobraYaml(text))
        return readCobraYaml(text, path, context);
    return Error{ErrorCode::UnknownFormat, textPosition(text, start, path)};
}

} // namespace

Result<MetabolicModel> readModel(const std::filesystem::path &path, const TaskContext &context)
{
    context.report("Reading model", 0, 0);
    Result<std::string> text = readWholeText(path);
    if (!text)
        return text.error();
    if (context.shouldStop())
        return Error{ErrorCode::Cancelled, path.string()};
    Result<MetabolicModel> model = readText(*std::move(text), path.string(), context);
    return model ? finished(std::move(*model), path) : model;
}

} // namespace pathgan
