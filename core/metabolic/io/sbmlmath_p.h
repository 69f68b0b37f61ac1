// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/metabolic/io/sbmlelement_p.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace pathgan {

/// Values that a model gives by formulas: initial assignments and assignment rules of numbers, constant
/// parameters, compartments, stoichiometries and functions of these. libSBML's own evaluation keeps state
/// that all threads share and takes unknown names for 0. Faults (BadModel) name the line and column of the
/// formula: "not constant", "defined by itself", "unknown", "formula not understood", "formula too long".
class SbmlValues
{
public:
    /// The model must not change afterwards.
    SbmlValues(const sbml::Model &model, const std::string &path);

    /// There is such a parameter, and it is constant or has an assignment rule.
    bool isConstantParameter(const std::string &id) const;
    Result<double> parameter(const std::string &id);
    /// NaN where the file gives none.
    Result<double> stoichiometry(const sbml::SpeciesReference &reference);

private:
    struct Formula
    {
        const sbml::SBase *element = nullptr;
        const sbml::ASTNode *math = nullptr; ///< null (Level 3 Version 2 allows it): as if there were none
        bool isRule = false;
    };
    using Arguments = std::unordered_map<std::string, double>;

    void collectReferences();
    double named(const std::string &id);
    double attribute(const std::string &id);
    double fault(const std::string &what);

    double evaluate(const sbml::ASTNode &node);
    static double number(const sbml::ASTNode &node);
    double leaf(const sbml::ASTNode &node);
    double child(const sbml::ASTNode &node, unsigned index);
    double operation(const sbml::ASTNode &node);
    double binary(const sbml::ASTNode &node);
    double folded(const sbml::ASTNode &node);
    double condition(const sbml::ASTNode &node);
    double piecewise(const sbml::ASTNode &node);
    double call(const sbml::ASTNode &node);

    const sbml::Model &m_model;
    const std::string &m_path;
    std::unordered_map<std::string, const sbml::Parameter *> m_parameters;
    std::unordered_map<std::string, const sbml::SpeciesReference *> m_references;
    std::unordered_map<std::string, Formula> m_formulas; ///< by symbol or variable
    std::unordered_set<std::string> m_changing;          ///< by rate rules and events
    std::unordered_map<std::string, double> m_known;
    // While a value is computed
    std::unordered_set<std::string> m_open; ///< formulas being evaluated
    const Arguments *m_arguments = nullptr; ///< of the function being evaluated; null: outside
    const sbml::SBase *m_element = nullptr; ///< whose formula is evaluated
    std::optional<Error> m_fault;
    long m_nodes = 0;
    int m_depth = 0;
};

} // namespace pathgan
