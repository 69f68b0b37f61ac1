// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/generule.h"

#include "core/base/text.h"
#include "core/metabolic/model/rulesum_p.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pathgan {

namespace {

enum class Token { End, Open, Close, And, Or, Name };

/// Splits a rule into tokens; a name is any run of characters but blanks, parentheses, & and |.
class Lexer
{
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    Token next()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
        m_start = m_at;
        if (m_at == m_text.size())
            return Token::End;
        switch (m_text[m_at]) {
        case '(':
            ++m_at;
            return Token::Open;
        case ')':
            ++m_at;
            return Token::Close;
        case '&':
            return repeated('&', Token::And);
        case '|':
            return repeated('|', Token::Or);
        default:
            break;
        }
        while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
            ++m_at;
        const std::string_view word = name();
        if (word == "and" || word == "AND" || word == "And")
            return Token::And;
        if (word == "or" || word == "OR" || word == "Or")
            return Token::Or;
        return Token::Name;
    }

    std::string_view name() const { return m_text.substr(m_start, m_at - m_start); }
    std::size_t start() const { return m_start; }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
    static bool isNameCharacter(char c)
    {
        return !isBlank(c) && c != '(' && c != ')' && c != '&' && c != '|';
    }
    Token repeated(char sign, Token token)
    {
        ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == sign)
            ++m_at;
        return token;
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_start = 0;
};

/// What is open inside one pair of parentheses: finished operands of `or`, operands of the `and` under way.
struct Level
{
    int alternatives = 0;
    int factors = 0;
};

/// Emits operators as soon as their operands are complete, so that the postfix form grows in one pass.
class PostfixBuilder
{
public:
    void gene(int index)
    {
        m_nodes.push_back({GeneRule::Op::Gene, index});
        ++m_levels.back().factors;
    }
    void open() { m_levels.emplace_back(); }
    bool isNested() const { return m_levels.size() > 1; }
    void close()
    {
        finishLevel();
        m_levels.pop_back();
        ++m_levels.back().factors;
    }
    void endAlternative()
    {
        Level &level = m_levels.back();
        if (level.factors > 1)
            m_nodes.push_back({GeneRule::Op::And, level.factors});
        level.factors = 0;
        ++level.alternatives;
    }
    void finishLevel()
    {
        endAlternative();
        if (m_levels.back().alternatives > 1)
            m_nodes.push_back({GeneRule::Op::Or, m_levels.back().alternatives});
    }
    std::vector<GeneRule::Node> take() { return std::move(m_nodes); }

private:
    std::vector<GeneRule::Node> m_nodes;
    std::vector<Level> m_levels{Level{}};
};

/// COBRApy's gene ids hold none of these: A1,B1 and A1+B1 are no genes.
bool isGeneName(std::string_view name)
{
    return name.find_first_of(",;+*^?!<>{}[]~") == std::string_view::npos;
}

Error badRule(const Lexer &lexer)
{
    return {ErrorCode::BadRule, "column " + std::to_string(lexer.start() + 1) + ": " +
                                    (lexer.name().empty() ? std::string("end of rule")
                                                          : std::string(lexer.name().substr(0, 80)))};
}

/// The greater of two values, either of which may be unknown.
double knownMaximum(double a, double b)
{
    return std::isnan(a) || b > a ? b : a;
}
double knownMinimum(double a, double b)
{
    return std::isnan(a) || b < a ? b : a;
}

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double evaluateMaximum(const GeneRule &rule, const std::vector<double> &geneValue)
{
    std::vector<double> stack;
    for (const GeneRule::Node &node : rule.nodes()) {
        if (node.op == GeneRule::Op::Gene) {
            stack.push_back(geneValue[static_cast<std::size_t>(node.value)]);
            continue;
        }
        double value = unknown;
        const auto first = stack.end() - node.value;
        for (auto it = first; it != stack.end(); ++it)
            value = node.op == GeneRule::Op::And ? knownMinimum(value, *it) : knownMaximum(value, *it);
        stack.erase(first, stack.end());
        stack.push_back(value);
    }
    return stack.back();
}

/// Values as numbers.
struct Numbers
{
    using Value = double;
    const std::vector<double> &geneValue;

    double gene(int gene) const { return geneValue[static_cast<std::size_t>(gene)]; }
    static double least(const std::vector<double> &values)
    {
        return std::accumulate(values.begin(), values.end(), unknown, knownMinimum);
    }
    static double greatest(const std::vector<double> &values)
    {
        return std::accumulate(values.begin(), values.end(), unknown, knownMaximum);
    }
    static double sum(const std::vector<double> &values)
    {
        double total = unknown;
        for (const double value : values)
            if (!std::isnan(value))
                total = std::isnan(total) ? value : total + value;
        return total;
    }
};

/// Operands of each operator of a postfix rule: indices of nodes, in order.
std::vector<std::vector<int>> operandsOf(const std::vector<GeneRule::Node> &nodes)
{
    std::vector<std::vector<int>> operands(nodes.size());
    std::vector<int> stack;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].op != GeneRule::Op::Gene) {
            operands[i].assign(stack.end() - nodes[i].value, stack.end());
            stack.erase(stack.end() - nodes[i].value, stack.end());
        }
        stack.push_back(static_cast<int>(i));
    }
    return operands;
}

} // namespace

Result<GeneRule> GeneRule::parse(std::string_view text, const std::function<int(std::string_view)> &geneIndex)
{
    Lexer lexer(text);
    PostfixBuilder builder;
    Token token = lexer.next();
    if (token == Token::End)
        return GeneRule();
    for (bool wantsOperand = true;; token = lexer.next()) {
        switch (token) {
        case Token::Open:
            if (!wantsOperand)
                return badRule(lexer);
            builder.open();
            break;
        case Token::Name: {
            const bool isExpected = wantsOperand && isGeneName(lexer.name());
            const int gene = isExpected ? geneIndex(lexer.name()) : -1;
            if (gene < 0)
                return badRule(lexer);
            builder.gene(gene);
            wantsOperand = false;
            break;
        }
        case Token::And:
        case Token::Or:
            if (wantsOperand)
                return badRule(lexer);
            if (token == Token::Or)
                builder.endAlternative();
            wantsOperand = true;
            break;
        case Token::Close:
            if (wantsOperand || !builder.isNested())
                return badRule(lexer);
            builder.close();
            break;
        case Token::End:
            if (wantsOperand || builder.isNested())
                return badRule(lexer);
            builder.finishLevel();
            return GeneRule(builder.take());
        }
    }
}

bool GeneRule::isSound(const std::vector<Node> &postfix, std::size_t genes)
{
    std::size_t stack = 0;
    for (const Node &node : postfix) {
        const auto value = static_cast<std::size_t>(node.value);
        const bool isGene = node.op == Op::Gene;
        if (node.value < 0 || (isGene ? value >= genes : value < 1 || value > stack))
            return false;
        stack = isGene ? stack + 1 : stack - value + 1;
    }
    return postfix.empty() || stack == 1;
}

std::string GeneRule::text(const std::vector<std::string> &geneIds) const
{
    if (m_nodes.empty())
        return {};
    const std::vector<std::vector<int>> operands = operandsOf(m_nodes);
    struct Frame
    {
        int node;
        std::size_t next;
    };
    std::string result;
    std::vector<Frame> stack{{static_cast<int>(m_nodes.size()) - 1, 0}};
    while (!stack.empty()) {
        Frame &frame = stack.back();
        const auto at = static_cast<std::size_t>(frame.node);
        const bool isGene = m_nodes[at].op == Op::Gene;
        const bool isNested = !isGene && stack.size() > 1;
        if (isGene)
            result += geneIds[static_cast<std::size_t>(m_nodes[at].value)];
        if (isNested && frame.next == 0)
            result += '(';
        if (frame.next == operands[at].size()) {
            if (isNested)
                result += ')';
            stack.pop_back();
            continue;
        }
        if (frame.next > 0)
            result += m_nodes[at].op == Op::And ? " and " : " or ";
        stack.push_back({operands[at][frame.next++], 0});
    }
    return result;
}

bool GeneRule::isActive(const std::vector<bool> &absent) const
{
    if (m_nodes.empty())
        return true;
    std::vector<bool> stack;
    for (const Node &node : m_nodes) {
        if (node.op == Op::Gene) {
            stack.push_back(!absent[static_cast<std::size_t>(node.value)]);
            continue;
        }
        const auto first = stack.end() - node.value;
        const bool works = node.op == Op::And ? std::find(first, stack.end(), false) == stack.end()
                                              : std::find(first, stack.end(), true) != stack.end();
        stack.erase(first, stack.end());
        stack.push_back(works);
    }
    return stack.back();
}

std::vector<int> GeneRule::genes() const
{
    std::vector<int> result;
    for (const Node &node : m_nodes) {
        if (node.op == Op::Gene)
            result.push_back(node.value);
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

double evaluateRule(const GeneRule &rule, const std::vector<double> &geneValue,
                    const std::vector<int> &geneOf, OrRule orRule)
{
    if (rule.isEmpty())
        return unknown;
    return orRule == OrRule::Maximum ? evaluateMaximum(rule, geneValue)
                                     : evaluateSum(rule, geneOf, Numbers{geneValue});
}

} // namespace pathgan
