// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace pathgan {

/// What the user last clicked, shared by every panel: one sample, gene, reaction, metabolite and pathway
/// (gene set) at a time.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QString &sample() const { return m_sample; }
    const QString &gene() const { return m_gene; }
    const QString &reaction() const { return m_reaction; }
    const QString &metabolite() const { return m_metabolite; }
    const QString &pathway() const { return m_pathway; }

public slots:
    void setSample(const QString &sample);
    void setGene(const QString &gene);
    void setReaction(const QString &reaction);
    void setMetabolite(const QString &metabolite);
    void setPathway(const QString &pathway);

signals:
    void sampleChanged(const QString &sample);
    void geneChanged(const QString &gene);
    void reactionChanged(const QString &reaction);
    void metaboliteChanged(const QString &metabolite);
    void pathwayChanged(const QString &pathway);

private:
    QString m_sample, m_gene, m_reaction, m_metabolite, m_pathway;
};

} // namespace pathgan
