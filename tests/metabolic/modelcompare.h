#pragma once

#include "core/metabolic/medium.h"
#include "core/metabolic/model.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <limits>

/// Compares a model with what COBRApy read from the same file.
namespace modelcompare {

inline QJsonObject load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline double number(const QJsonValue &value)
{
    if (value.isString())
        return value.toString() == "inf" ? std::numeric_limits<double>::infinity()
                                         : -std::numeric_limits<double>::infinity();
    return value.toDouble();
}

/// libSBML 5.19's spelling of gene ids in converted FBC 1 files, undone.
inline QString geneText(QString text)
{
    static const char *digits[] = {"ZERO", "ONE", "TWO",   "THREE", "FOUR",
                                   "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"};
    if (!text.contains("gp_"))
        return text;
    text.replace("gp_", "");
    for (int i = 0; i < 10; ++i)
        text.replace(QString("__%1__").arg(digits[i]), QString::number(i));
    return text;
}

class Comparison
{
public:
    Comparison(const pathgan::MetabolicModel &model, const QJsonObject &reference)
        : m_model(model), m_reference(reference)
    {}

    QStringList run()
    {
        same("id", QString::fromStdString(m_model.id), m_reference["id"].toString());
        same("name", QString::fromStdString(m_model.name), m_reference["name"].toString());
        objective();
        compartments();
        boundaries();
        metabolites();
        genes();
        reactions();
        groups();
        return m_differences;
    }

private:
    template <class T>
    void same(const QString &what, const T &got, const T &expected)
    {
        if (got != expected && m_differences.size() < 20)
            m_differences << what + ": " + QVariant::fromValue(got).toString() + " instead of " +
                                 QVariant::fromValue(expected).toString();
    }
    static QStringList sorted(const QJsonArray &array)
    {
        QStringList list;
        for (const QJsonValue &value : array)
            list << geneText(value.toString());
        list.sort();
        return list;
    }
    void sameSet(const QString &what, QStringList got, QStringList expected)
    {
        got.sort();
        expected.sort();
        same(what, got.join(' '), expected.join(' '));
    }

    void objective()
    {
        const QJsonObject expected = m_reference["objective"].toObject();
        if (m_model.activeObjective < 0) {
            same("objective", qsizetype(0), expected.size());
            return;
        }
        const pathgan::ModelObjective &got =
            m_model.objectives[static_cast<std::size_t>(m_model.activeObjective)];
        same("direction", QString(got.maximise ? "max" : "min"),
             m_reference["objective_direction"].toString());
        same("objective terms", qsizetype(got.coefficients.size()), expected.size());
        for (const auto &[index, coefficient] : got.coefficients) {
            const QString id = reactionId(index);
            same("objective " + id, coefficient, number(expected[id]));
        }
    }

    void compartments()
    {
        QStringList got;
        for (const std::string &compartment : m_model.compartments)
            got << QString::fromStdString(compartment);
        sameSet("compartments", got, m_reference["compartments"].toObject().keys());
    }

    void boundaries()
    {
        QStringList boundary, exchanges, demands, sinks, media;
        for (int i = 0; i < static_cast<int>(m_model.reactions.size()); ++i) {
            if (m_model.isBoundary(i))
                boundary << reactionId(i);
            switch (m_model.boundaryKind(i)) {
            case pathgan::BoundaryKind::Exchange:
                exchanges << reactionId(i);
                break;
            case pathgan::BoundaryKind::Demand:
                demands << reactionId(i);
                break;
            case pathgan::BoundaryKind::Sink:
                sinks << reactionId(i);
                break;
            default:
                break;
            }
        }
        same("boundary", boundary.join(' '),
             QVariant(m_reference["boundary"].toVariant().toStringList().join(' ')).toString());
        same("exchanges", exchanges.join(' '), m_reference["exchanges"].toVariant().toStringList().join(' '));
        same("demands", demands.join(' '), m_reference["demands"].toVariant().toStringList().join(' '));
        same("sinks", sinks.join(' '), m_reference["sinks"].toVariant().toStringList().join(' '));
        const QJsonObject expected = m_reference["medium"].toObject();
        const auto got = pathgan::medium(m_model);
        same("medium size", qsizetype(got.size()), expected.size());
        for (const auto &[index, limit] : got)
            same("medium " + reactionId(index), limit, number(expected[reactionId(index)]));
    }

    void metabolites()
    {
        const QJsonArray expected = m_reference["metabolites"].toArray();
        same("metabolites", qsizetype(m_model.metabolites.size()), expected.size());
        for (qsizetype i = 0; i < std::min(expected.size(), qsizetype(m_model.metabolites.size())); ++i) {
            const pathgan::Metabolite &got = m_model.metabolites[static_cast<std::size_t>(i)];
            const QJsonObject item = expected[i].toObject();
            const QString id = item["id"].toString();
            same("metabolite", QString::fromStdString(got.id), id);
            same(id + " name", QString::fromStdString(got.name), item["name"].toString());
            same(id + " compartment", QString::fromStdString(got.compartment),
                 item["compartment"].toString());
            same(id + " formula", QString::fromStdString(got.formula), item["formula"].toString());
            same(id + " charge", got.charge ? QString::number(*got.charge) : QString(),
                 item["charge"].isNull() ? QString() : QString::number(item["charge"].toInt()));
        }
    }

    void genes()
    {
        QStringList got, expected;
        for (const pathgan::ModelGene &gene : m_model.genes)
            got << QString::fromStdString(gene.id + "=" + (gene.name == gene.id ? "" : gene.name));
        for (const QJsonValue &value : m_reference["genes"].toArray()) {
            const QString id = value["id"].toString(), name = value["name"].toString();
            if (!id.contains(" AND "))
                expected << geneText(id) + "=" + (name == id ? "" : name);
        }
        sameSet("genes", got, expected);
    }

    void reactions()
    {
        const QJsonArray expected = m_reference["reactions"].toArray();
        same("reactions", qsizetype(m_model.reactions.size()), expected.size());
        std::vector<std::string> geneIds;
        for (const pathgan::ModelGene &gene : m_model.genes)
            geneIds.push_back(gene.id);
        for (qsizetype i = 0; i < std::min(expected.size(), qsizetype(m_model.reactions.size())); ++i)
            reaction(static_cast<int>(i), expected[i].toObject(), geneIds);
    }

    void reaction(int index, const QJsonObject &item, const std::vector<std::string> &geneIds)
    {
        const pathgan::Reaction &got = m_model.reactions[static_cast<std::size_t>(index)];
        const QString id = item["id"].toString();
        same("reaction", QString::fromStdString(got.id), id);
        same(id + " name", QString::fromStdString(got.name), item["name"].toString());
        same(id + " lower", got.lower, number(item["lb"]));
        same(id + " upper", got.upper, number(item["ub"]));
        same(id + " rule", QString::fromStdString(got.rule.text(geneIds)), geneText(item["gpr"].toString()));
        same(id + " subsystem", QString::fromStdString(got.subsystem), item["subsystem"].toString());
        same(id + " boundary", m_model.isBoundary(index), item["boundary"].toBool());
        QStringList genes;
        for (const int gene : got.rule.genes())
            genes << QString::fromStdString(geneIds[static_cast<std::size_t>(gene)]);
        sameSet(id + " genes", genes, sorted(item["genes"].toArray()));
        const QJsonObject stoichiometry = item["stoichiometry"].toObject();
        same(id + " metabolites", qsizetype(got.stoichiometry.size()), stoichiometry.size());
        for (const auto &[metabolite, coefficient] : got.stoichiometry) {
            const QString name =
                QString::fromStdString(m_model.metabolites[static_cast<std::size_t>(metabolite)].id);
            if (std::abs(coefficient - number(stoichiometry[name])) > 1e-11) // the reference has 12 decimals
                same(id + ' ' + name, coefficient, number(stoichiometry[name]));
        }
    }

    void groups()
    {
        const QJsonArray expected = m_reference["groups"].toArray();
        same("groups", qsizetype(m_model.groups.size()), expected.size());
        for (qsizetype i = 0; i < std::min(expected.size(), qsizetype(m_model.groups.size())); ++i) {
            const pathgan::ModelGroup &got = m_model.groups[static_cast<std::size_t>(i)];
            const QJsonObject item = expected[i].toObject();
            same("group id", QString::fromStdString(got.id), item["id"].toString());
            same("group name", QString::fromStdString(got.name), item["name"].toString());
            same("group kind", QString::fromStdString(got.kind), item["kind"].toString());
            QStringList members;
            for (const std::string &member : got.members)
                members << QString::fromStdString(member);
            sameSet("members of " + item["id"].toString(), members, sorted(item["members"].toArray()));
        }
    }

    QString reactionId(int index) const
    {
        return QString::fromStdString(m_model.reactions[static_cast<std::size_t>(index)].id);
    }

    const pathgan::MetabolicModel &m_model;
    const QJsonObject m_reference;
    QStringList m_differences;
};

} // namespace modelcompare
