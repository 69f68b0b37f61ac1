// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// SBML documents whose bounds and stoichiometry are formulas.
namespace sbmlformulas {

inline QByteArray math(const QByteArray &content)
{
    return "<math xmlns='http://www.w3.org/1998/Math/MathML'>" + content + "</math>";
}
inline QByteArray apply(const QByteArray &content)
{
    return math("<apply>" + content + "</apply>");
}
inline QByteArray initial(const QByteArray &symbol, const QByteArray &formula)
{
    return "<initialAssignment symbol='" + symbol + "'>" + formula + "</initialAssignment>\n";
}
inline QByteArray rule(const QByteArray &variable, const QByteArray &formula,
                       const QByteArray &kind = "assignment")
{
    return "<" + kind + "Rule variable='" + variable + "'>" + formula + "</" + kind + "Rule>\n";
}

/// What a document gives beside its one reaction: s·a → b with bounds lb and ub.
struct Parts
{
    QByteArray functions, parameters, assignments, rules, events;
};

inline QByteArray document(const Parts &parts)
{
    const auto list = [](const QByteArray &name, const QByteArray &content) {
        return content.isEmpty() ? QByteArray()
                                 : "<listOf" + name + ">\n" + content + "</listOf" + name + ">\n";
    };
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"
      xmlns:fbc="http://www.sbml.org/sbml/level3/version1/fbc/version2" fbc:required="false">
<model id="m" fbc:strict="false">
)" + list("FunctionDefinitions", parts.functions) +
           R"(<listOfCompartments><compartment id="c" size="4" constant="true"/></listOfCompartments>
<listOfSpecies>
<species id="M_a" compartment="c" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
<species id="M_b" compartment="c" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
</listOfSpecies>
<listOfParameters>
<parameter id="lb" value="-7" constant="true"/>
<parameter id="ub" value="900" constant="true"/>
<parameter id="three" value="3" constant="true"/>
<parameter id="moving" value="1" constant="false"/>
)" + parts.parameters +
           "</listOfParameters>\n" + list("InitialAssignments", parts.assignments) +
           list("Rules", parts.rules) +
           R"(<listOfReactions><reaction id="R_x" reversible="true" fbc:lowerFluxBound="lb" fbc:upperFluxBound="ub">
<listOfReactants><speciesReference id="s" species="M_a" stoichiometry="5" constant="true"/></listOfReactants>
<listOfProducts><speciesReference species="M_b" stoichiometry="1" constant="true"/></listOfProducts>
</reaction></listOfReactions>
)" + list("Events", parts.events) +
           "</model></sbml>\n";
}

/// Level 2: formula·a → b.
inline QByteArray levelTwo(const QByteArray &formula)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"><model id="m">
<listOfCompartments><compartment id="c"/></listOfCompartments>
<listOfSpecies><species id="M_a" compartment="c"/><species id="M_b" compartment="c"/></listOfSpecies>
<listOfParameters><parameter id="k" value="1.5"/></listOfParameters>
<listOfReactions><reaction id="R_x">
<listOfReactants><speciesReference species="M_a"><stoichiometryMath>)" +
           formula + R"(</stoichiometryMath></speciesReference></listOfReactants>
<listOfProducts><speciesReference species="M_b"/></listOfProducts></reaction></listOfReactions>
</model></sbml>)";
}

} // namespace sbmlformulas
