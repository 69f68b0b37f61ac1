// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

/// Reading the reference figures in tests/data, where "nan", "inf", "-inf" are strings.
namespace reference {

inline nlohmann::json load(const std::string &path)
{
    std::ifstream file(std::string(PATHGAN_TEST_DATA) + "/" + path);
    return nlohmann::json::parse(file);
}

inline double number(const nlohmann::json &value)
{
    if (value.is_number())
        return value.get<double>();
    const auto text = value.get<std::string>();
    if (text == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    return text == "inf" ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
}

inline std::vector<double> numbers(const nlohmann::json &values)
{
    std::vector<double> result;
    for (const auto &value : values)
        result.push_back(number(value));
    return result;
}

inline pathgan::MatrixD matrix(const nlohmann::json &rows)
{
    pathgan::MatrixD result(static_cast<Eigen::Index>(rows.size()),
                            static_cast<Eigen::Index>(rows.at(0).size()));
    for (Eigen::Index i = 0; i < result.rows(); ++i) {
        for (Eigen::Index j = 0; j < result.cols(); ++j)
            result(i, j) = number(rows.at(static_cast<std::size_t>(i)).at(static_cast<std::size_t>(j)));
    }
    return result;
}

/// Equal within a relative (or, below 1, absolute) tolerance; NaN equals NaN.
inline bool near(double actual, double expected, double tolerance = 1e-12)
{
    if (std::isnan(actual) || std::isnan(expected))
        return std::isnan(actual) && std::isnan(expected);
    if (std::isinf(actual) || std::isinf(expected))
        return actual == expected;
    return std::abs(actual - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// Relative closeness also of small numbers, such as p-values.
inline bool relativelyNear(double actual, double expected, double tolerance)
{
    if (std::isnan(actual) || std::isnan(expected))
        return std::isnan(actual) && std::isnan(expected);
    return actual == expected || std::abs(actual - expected) <= tolerance * std::abs(expected);
}

} // namespace reference
