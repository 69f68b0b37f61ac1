// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/fba/fba.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>

/// Reference figures and the models they belong to.
namespace fluxreference {

inline nlohmann::json load(const std::string &name)
{
    std::ifstream file(std::string(PATHGAN_TEST_DATA "/metabolic/flux/") + name);
    return nlohmann::json::parse(file);
}

/// COBRApy's files write NaN as a string.
inline double number(const nlohmann::json &value)
{
    return value.is_number() ? value.get<double>() : std::stod(value.get<std::string>());
}

/// Empty where the shared data are absent.
inline std::string modelPath(const std::string &name)
{
    const std::string own = std::string(PATHGAN_TEST_DATA "/metabolic/") + name;
    const std::string shared = std::string(PATHGAN_SHARED_DATA "/reference/fba/models/") + name;
    if (std::filesystem::exists(own))
        return own;
    return std::filesystem::exists(shared) ? shared : std::string();
}

inline std::string sharedFile(const std::string &name)
{
    const std::string path = std::string(PATHGAN_SHARED_DATA "/") + name;
    return std::filesystem::exists(path) ? path : std::string();
}

inline bool close(double a, double b, double relative = 1e-6, double absolute = 1e-6)
{
    return std::abs(a - b) <= absolute + relative * std::max(std::abs(a), std::abs(b));
}

/// max |S v|
inline double imbalance(const pathgan::MetabolicModel &model, const std::vector<double> &fluxes)
{
    std::vector<double> production(model.metabolites.size(), 0.0);
    for (std::size_t i = 0; i < fluxes.size(); ++i)
        for (const auto &[metabolite, coefficient] : model.reactions[i].stoichiometry)
            production[static_cast<std::size_t>(metabolite)] += coefficient * fluxes[i];
    double worst = 0;
    for (const double value : production)
        worst = std::max(worst, std::abs(value));
    return worst;
}

} // namespace fluxreference
