// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/mark.h"

#include <QObject>

namespace pathgan {

struct Project;
class ViewSettings;

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
    const QString &chosen(Thing thing) const;
    /// Forgets what is no part of the project: another cohort, model or library was opened.
    void keepKnown(const Project &project);
    /// From now on what is chosen goes with the project; load() chooses what was.
    void keepIn(ViewSettings &settings);
    void load(const ViewSettings &settings);

public slots:
    void setSample(const QString &sample);
    void setGene(const QString &gene);
    void setReaction(const QString &reaction);
    void setMetabolite(const QString &metabolite);
    void setPathway(const QString &pathway);
    void choose(const pathgan::Mark &mark);

signals:
    void sampleChanged(const QString &sample);
    void geneChanged(const QString &gene);
    void reactionChanged(const QString &reaction);
    void metaboliteChanged(const QString &metabolite);
    void pathwayChanged(const QString &pathway);
    void chosenChanged(const pathgan::Mark &mark); ///< beside each of those of a figure's things

private:
    template <class Do>
    void forEachKind(const Do &each);
    void put(QString &member, const QString &name, void (Selection::*changed)(const QString &));

    QString m_sample, m_gene, m_reaction, m_metabolite, m_pathway;
};

} // namespace pathgan
