// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task.h"
#include "core/data/readreport.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pathgan {

enum class ExpressionScale {
    Log2NormCount, ///< log2(normalised count + 1), as Xena's HiSeqV2
    Linear,        ///< counts, normalised counts, TPM …: not negative, some above 2^15 or a maximum ≥ 30
    LogRatio,      ///< negative values: log ratio or centred; no linear scale can be recovered
};

/// Genes × samples. Names as they are in the file; NaN where unmeasured.
struct ExpressionMatrix
{
    std::vector<std::string> genes, samples;
    MatrixF values; ///< genes × samples, in `scale`
    ExpressionScale scale = ExpressionScale::Log2NormCount;
    std::string path, sha256; ///< of the file as it lies on disk
};

/// Reads Xena TSV (either orientation), CSV or GCT 1.2, plain or gzip, streaming. report is filled also on
/// failure.
Result<ExpressionMatrix> readExpression(const std::filesystem::path &path, const ReadRules &rules,
                                        ReadReport &report, const TaskContext &context = {});

const char *scaleName(ExpressionScale scale);
/// One value on the linear scale (2^x − 1 for Log2NormCount, never below 0; NaN stays NaN). LogRatio gives
/// 2^x.
double linearValue(double value, ExpressionScale scale);
/// One value on the log2(x+1) scale; LogRatio values are returned as they are.
double logValue(double value, ExpressionScale scale);

} // namespace pathgan
