// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/model/model.h"

#include <QFile>
#include <QTemporaryDir>

/// Small model files for tests of the readers.
namespace modelfiles {

/// A model document of L3 FBC 2 with one reaction, whose parts can be replaced.
inline QByteArray tinyModel(const QByteArray &rule = {}, const QByteArray &reference = "M_a",
                            const QByteArray &lower = "lb", const QByteArray &lowerValue = "-10")
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1"
      xmlns:fbc="http://www.sbml.org/sbml/level3/version1/fbc/version2" fbc:required="false">
<model id="tiny" fbc:strict="false">
<listOfCompartments><compartment id="c" constant="true"/></listOfCompartments>
<listOfSpecies><species id="M_a" compartment="c" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/></listOfSpecies>
<listOfParameters><parameter id="lb" value=")" +
           lowerValue +
           R"(" constant="true"/><parameter id="ub" value="10" constant="true"/><parameter id="free" value="1" constant="false"/></listOfParameters>
<listOfReactions><reaction id="R_x" reversible="true" fast="false" fbc:lowerFluxBound=")" +
           lower + R"(" fbc:upperFluxBound="ub">
<listOfReactants><speciesReference species=")" +
           reference + R"(" stoichiometry="1" constant="true"/></listOfReactants>)" + rule +
           R"(</reaction></listOfReactions>
</model></sbml>)";
}

/// Writes a text and reads it as a model.
inline pathgan::Result<pathgan::MetabolicModel> readText(const QTemporaryDir &folder, const QByteArray &text,
                                                         const QString &name = "model.xml")
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return pathgan::Error{pathgan::ErrorCode::WriteFailed, path.toStdString()};
    file.close();
    return pathgan::readModel(path.toStdString());
}

/// The model of a path; an empty one where there is none or it cannot be read.
inline pathgan::MetabolicModel readOrEmpty(const std::string &path)
{
    if (path.empty())
        return {};
    pathgan::Result<pathgan::MetabolicModel> model = pathgan::readModel(path);
    return model ? std::move(*model) : pathgan::MetabolicModel{};
}

} // namespace modelfiles
