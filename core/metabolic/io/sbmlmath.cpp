// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/sbmlmath_p.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pathgan {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
/// Formulas within formulas (by parameters and functions), which could exhaust the stack, and nodes visited
/// for one value, which functions that call functions twice double each time.
constexpr int deepestFormula = 1000;
constexpr long mostNodes = 1'000'000;
constexpr double avogadro = 6.02214179e23; // SBML Level 3

double factorial(double n)
{
    if (!(n >= 0) || n != std::floor(n))
        return notANumber;
    double product = 1;
    for (double i = 2; i <= n && std::isfinite(product); ++i)
        product *= i;
    return product;
}

using Unary = double (*)(double);

/// The functions of one argument; null for any other node.
Unary unaryFunction(ASTNodeType_t type)
{
    static const std::unordered_map<int, Unary> functions = {
        {AST_FUNCTION_ABS, [](double x) { return std::abs(x); }},
        {AST_FUNCTION_EXP, [](double x) { return std::exp(x); }},
        {AST_FUNCTION_LN, [](double x) { return std::log(x); }},
        {AST_FUNCTION_FLOOR, [](double x) { return std::floor(x); }},
        {AST_FUNCTION_CEILING, [](double x) { return std::ceil(x); }},
        {AST_FUNCTION_FACTORIAL, factorial},
        {AST_FUNCTION_SIN, [](double x) { return std::sin(x); }},
        {AST_FUNCTION_COS, [](double x) { return std::cos(x); }},
        {AST_FUNCTION_TAN, [](double x) { return std::tan(x); }},
        {AST_FUNCTION_SEC, [](double x) { return 1 / std::cos(x); }},
        {AST_FUNCTION_CSC, [](double x) { return 1 / std::sin(x); }},
        {AST_FUNCTION_COT, [](double x) { return 1 / std::tan(x); }},
        {AST_FUNCTION_SINH, [](double x) { return std::sinh(x); }},
        {AST_FUNCTION_COSH, [](double x) { return std::cosh(x); }},
        {AST_FUNCTION_TANH, [](double x) { return std::tanh(x); }},
        {AST_FUNCTION_SECH, [](double x) { return 1 / std::cosh(x); }},
        {AST_FUNCTION_CSCH, [](double x) { return 1 / std::sinh(x); }},
        {AST_FUNCTION_COTH, [](double x) { return 1 / std::tanh(x); }},
        {AST_FUNCTION_ARCSIN, [](double x) { return std::asin(x); }},
        {AST_FUNCTION_ARCCOS, [](double x) { return std::acos(x); }},
        {AST_FUNCTION_ARCTAN, [](double x) { return std::atan(x); }},
        {AST_FUNCTION_ARCSEC, [](double x) { return std::acos(1 / x); }},
        {AST_FUNCTION_ARCCSC, [](double x) { return std::asin(1 / x); }},
        {AST_FUNCTION_ARCCOT, [](double x) { return std::atan(1 / x); }},
        {AST_FUNCTION_ARCSINH, [](double x) { return std::asinh(x); }},
        {AST_FUNCTION_ARCCOSH, [](double x) { return std::acosh(x); }},
        {AST_FUNCTION_ARCTANH, [](double x) { return std::atanh(x); }},
        {AST_FUNCTION_ARCSECH, [](double x) { return std::acosh(1 / x); }},
        {AST_FUNCTION_ARCCSCH, [](double x) { return std::asinh(1 / x); }},
        {AST_FUNCTION_ARCCOTH, [](double x) { return std::atanh(1 / x); }},
        {AST_LOGICAL_NOT, [](double x) { return x == 0 ? 1.0 : 0.0; }},
    };
    const auto it = functions.find(static_cast<int>(type));
    return it == functions.end() ? nullptr : it->second;
}

/// a op b of two neighbours in a chain a < b < c.
bool holds(ASTNodeType_t relation, double a, double b)
{
    switch (relation) {
    case AST_RELATIONAL_EQ:
        return a == b;
    case AST_RELATIONAL_NEQ:
        return a != b;
    case AST_RELATIONAL_LT:
        return a < b;
    case AST_RELATIONAL_LEQ:
        return a <= b;
    case AST_RELATIONAL_GT:
        return a > b;
    default:
        return a >= b;
    }
}

bool isRelation(ASTNodeType_t type)
{
    return type == AST_RELATIONAL_EQ || type == AST_RELATIONAL_NEQ || type == AST_RELATIONAL_LT ||
           type == AST_RELATIONAL_LEQ || type == AST_RELATIONAL_GT || type == AST_RELATIONAL_GEQ;
}

double quotient(double a, double b)
{
    return std::trunc(a / b);
}

} // namespace

SbmlValues::SbmlValues(const sbml::Model &model, const std::string &path) : m_model(model), m_path(path)
{
    for (unsigned i = 0; i < model.getNumParameters(); ++i)
        m_parameters.emplace(model.getParameter(i)->getId(), model.getParameter(i));
    for (unsigned i = 0; i < model.getNumInitialAssignments(); ++i) {
        const sbml::InitialAssignment &assignment = *model.getInitialAssignment(i);
        m_formulas.emplace(assignment.getSymbol(), Formula{&assignment, assignment.getMath(), false});
    }
    for (unsigned i = 0; i < model.getNumRules(); ++i) {
        const sbml::Rule &rule = *model.getRule(i);
        if (rule.isAssignment())
            m_formulas[rule.getVariable()] = Formula{&rule, rule.getMath(), true};
        else if (rule.isRate())
            m_changing.insert(rule.getVariable());
    }
    for (unsigned i = 0; i < model.getNumEvents(); ++i) {
        const sbml::Event &event = *model.getEvent(i);
        for (unsigned k = 0; k < event.getNumEventAssignments(); ++k)
            m_changing.insert(event.getEventAssignment(k)->getVariable());
    }
    if (!m_formulas.empty())
        collectReferences();
}

void SbmlValues::collectReferences()
{
    const auto add = [this](const sbml::SpeciesReference &reference) {
        if (reference.isSetId())
            m_references.emplace(reference.getId(), &reference);
    };
    for (unsigned i = 0; i < m_model.getNumReactions(); ++i) {
        const sbml::Reaction &reaction = *m_model.getReaction(i);
        for (unsigned k = 0; k < reaction.getNumReactants(); ++k)
            add(*reaction.getReactant(k));
        for (unsigned k = 0; k < reaction.getNumProducts(); ++k)
            add(*reaction.getProduct(k));
    }
}

bool SbmlValues::isConstantParameter(const std::string &id) const
{
    const auto it = m_parameters.find(id);
    if (it == m_parameters.end() || m_changing.contains(id))
        return false;
    const auto formula = m_formulas.find(id);
    return it->second->getConstant() || (formula != m_formulas.end() && formula->second.isRule);
}

Result<double> SbmlValues::parameter(const std::string &id)
{
    m_nodes = 0;
    m_fault.reset();
    const double value = named(id);
    return m_fault ? Result<double>(*m_fault) : value;
}

Result<double> SbmlValues::stoichiometry(const sbml::SpeciesReference &reference)
{
    if (!reference.isSetStoichiometryMath() && (m_formulas.empty() || !reference.isSetId()))
        return reference.getStoichiometry() / std::max(1, reference.getDenominator());
    m_nodes = 0;
    m_fault.reset();
    double value = notANumber;
    if (reference.isSetStoichiometryMath()) {
        const sbml::StoichiometryMath &source = *reference.getStoichiometryMath();
        m_element = &source;
        if (source.isSetMath())
            value = evaluate(*source.getMath());
    } else {
        m_element = &reference;
        value = named(reference.getId());
    }
    return m_fault ? Result<double>(*m_fault) : value;
}

/// Value of what math may name: a parameter, compartment or species reference that never changes.
double SbmlValues::named(const std::string &id)
{
    if (const auto known = m_known.find(id); known != m_known.end())
        return known->second;
    const auto formula = m_formulas.find(id);
    if (formula == m_formulas.end() || !formula->second.math)
        return m_known[id] = attribute(id);
    if (m_changing.contains(id))
        return fault(id + ": not constant");
    if (!m_open.insert(id).second)
        return fault(id + ": defined by itself");
    const sbml::SBase *outer = m_element;
    m_element = formula->second.element;
    const Arguments *outerArguments = m_arguments;
    m_arguments = nullptr;
    const double value = evaluate(*formula->second.math);
    m_arguments = outerArguments;
    m_element = outer;
    m_open.erase(id);
    if (!m_fault)
        m_known[id] = value;
    return value;
}

/// Value written at the element itself.
double SbmlValues::attribute(const std::string &id)
{
    if (const auto it = m_parameters.find(id); it != m_parameters.end())
        return isConstantParameter(id) ? it->second->getValue() : fault(id + ": not constant");
    if (const auto it = m_references.find(id); it != m_references.end())
        return m_changing.contains(id)
                   ? fault(id + ": not constant")
                   : it->second->getStoichiometry() / std::max(1, it->second->getDenominator());
    if (const sbml::Compartment *compartment = m_model.getCompartment(id); compartment)
        return compartment->getConstant() ? compartment->getSize() : fault(id + ": not constant");
    return fault(id + (m_model.getSpecies(id) || m_model.getReaction(id) ? ": not constant" : ": unknown"));
}

/// Remembers the first fault, where it stands.
double SbmlValues::fault(const std::string &what)
{
    if (!m_fault)
        m_fault = Error{ErrorCode::BadModel,
                        m_element ? elementPosition(*m_element, m_path, what) : m_path + ": " + what};
    return notANumber;
}

double SbmlValues::evaluate(const sbml::ASTNode &node)
{
    if (m_fault)
        return notANumber;
    if (++m_nodes > mostNodes || m_depth >= deepestFormula)
        return fault("formula too long");
    ++m_depth;
    const double value = node.isNumber()              ? number(node)
                         : node.getNumChildren() == 0 ? leaf(node)
                                                      : operation(node);
    --m_depth;
    return value;
}

double SbmlValues::number(const sbml::ASTNode &node)
{
    if (node.isInteger())
        return static_cast<double>(node.getInteger());
    if (node.isRational())
        return static_cast<double>(node.getNumerator()) / static_cast<double>(node.getDenominator());
    return node.getReal();
}

double SbmlValues::leaf(const sbml::ASTNode &node)
{
    switch (node.getType()) {
    case AST_NAME: {
        const std::string id = node.getName() ? node.getName() : "";
        if (m_arguments) {
            const auto it = m_arguments->find(id);
            return it == m_arguments->end() ? fault(id + ": unknown") : it->second;
        }
        return named(id);
    }
    case AST_NAME_AVOGADRO:
        return avogadro;
    case AST_CONSTANT_E:
        return std::numbers::e;
    case AST_CONSTANT_PI:
        return std::numbers::pi;
    case AST_CONSTANT_TRUE:
        return 1;
    case AST_CONSTANT_FALSE:
        return 0;
    case AST_NAME_TIME:
        return fault("time: not constant");
    case AST_PLUS: // of nothing
        return 0;
    case AST_TIMES:
        return 1;
    case AST_FUNCTION:
        return call(node);
    default:
        return fault("formula not understood");
    }
}

double SbmlValues::child(const sbml::ASTNode &node, unsigned index)
{
    const sbml::ASTNode *operand = node.getChild(index);
    return operand ? evaluate(*operand) : fault("formula not understood");
}

double SbmlValues::operation(const sbml::ASTNode &node)
{
    const ASTNodeType_t type = node.getType();
    const unsigned count = node.getNumChildren();
    if (const Unary function = unaryFunction(type); function && count == 1)
        return function(child(node, 0));
    if (type == AST_FUNCTION)
        return call(node);
    if (type == AST_FUNCTION_PIECEWISE)
        return piecewise(node);
    if (isRelation(type) || node.isLogical())
        return condition(node);
    if (type == AST_PLUS || type == AST_TIMES || type == AST_FUNCTION_MIN || type == AST_FUNCTION_MAX)
        return folded(node);
    if (count == 1 && type == AST_MINUS)
        return -child(node, 0);
    if (count == 1 && type == AST_FUNCTION_ROOT)
        return std::sqrt(child(node, 0));
    if (count == 1 && type == AST_FUNCTION_LOG)
        return std::log10(child(node, 0));
    return count == 2 ? binary(node) : fault("formula not understood");
}

double SbmlValues::binary(const sbml::ASTNode &node)
{
    const double a = child(node, 0), b = child(node, 1);
    switch (node.getType()) {
    case AST_MINUS:
        return a - b;
    case AST_DIVIDE:
        return a / b;
    case AST_POWER:
    case AST_FUNCTION_POWER:
        return std::pow(a, b);
    case AST_FUNCTION_ROOT: // degree first
        return a == 2 ? std::sqrt(b) : a == 3 ? std::cbrt(b) : std::pow(b, 1 / a);
    case AST_FUNCTION_LOG: // base first
        return a == 10 ? std::log10(b) : a == 2 ? std::log2(b) : std::log(b) / std::log(a);
    case AST_FUNCTION_QUOTIENT:
        return quotient(a, b);
    case AST_FUNCTION_REM:
        return a - b * quotient(a, b);
    default:
        return fault("formula not understood");
    }
}

double SbmlValues::folded(const sbml::ASTNode &node)
{
    double result = child(node, 0);
    for (unsigned i = 1; i < node.getNumChildren(); ++i) {
        const double next = child(node, i);
        switch (node.getType()) {
        case AST_PLUS:
            result += next;
            break;
        case AST_TIMES:
            result *= next;
            break;
        case AST_FUNCTION_MIN:
            result = std::min(result, next);
            break;
        default:
            result = std::max(result, next);
        }
    }
    return result;
}

double SbmlValues::condition(const sbml::ASTNode &node)
{
    const ASTNodeType_t type = node.getType();
    const unsigned count = node.getNumChildren();
    if (type == AST_LOGICAL_IMPLIES)
        return count == 2 && (child(node, 0) == 0 || child(node, 1) != 0) ? 1 : 0;
    unsigned trueOnes = 0;
    bool isChain = true;
    double before = notANumber;
    for (unsigned i = 0; i < count; ++i) {
        const double value = child(node, i);
        trueOnes += value != 0 ? 1 : 0;
        isChain = isChain && (i == 0 || holds(type, before, value));
        before = value;
    }
    switch (type) {
    case AST_LOGICAL_AND:
        return trueOnes == count ? 1 : 0;
    case AST_LOGICAL_OR:
        return trueOnes > 0 ? 1 : 0;
    case AST_LOGICAL_XOR:
        return trueOnes % 2;
    default:
        return isRelation(type) && isChain ? 1 : isRelation(type) ? 0 : fault("formula not understood");
    }
}

/// Children: value, condition, value, condition …, otherwise.
double SbmlValues::piecewise(const sbml::ASTNode &node)
{
    const unsigned count = node.getNumChildren();
    for (unsigned i = 0; i + 1 < count; i += 2)
        if (child(node, i + 1) != 0 && !m_fault)
            return child(node, i);
    return count % 2 == 1 ? child(node, count - 1) : notANumber;
}

double SbmlValues::call(const sbml::ASTNode &node)
{
    const std::string name = node.getName() ? node.getName() : "";
    const sbml::FunctionDefinition *function = m_model.getFunctionDefinition(name);
    if (!function || !function->getBody() || function->getNumArguments() != node.getNumChildren())
        return fault(name + ": unknown");
    Arguments arguments;
    for (unsigned i = 0; i < node.getNumChildren(); ++i) {
        const sbml::ASTNode *argument = function->getArgument(i);
        if (argument && argument->getName())
            arguments[argument->getName()] = child(node, i);
    }
    const Arguments *outer = m_arguments;
    m_arguments = &arguments;
    const double value = evaluate(*function->getBody());
    m_arguments = outer;
    return value;
}

} // namespace pathgan
