// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selection.h"

namespace pathgan {

void Selection::setSample(const QString &sample)
{
    if (sample == m_sample)
        return;
    m_sample = sample;
    emit sampleChanged(m_sample);
}

void Selection::setGene(const QString &gene)
{
    if (gene == m_gene)
        return;
    m_gene = gene;
    emit geneChanged(m_gene);
}

void Selection::setReaction(const QString &reaction)
{
    if (reaction == m_reaction)
        return;
    m_reaction = reaction;
    emit reactionChanged(m_reaction);
}

void Selection::setMetabolite(const QString &metabolite)
{
    if (metabolite == m_metabolite)
        return;
    m_metabolite = metabolite;
    emit metaboliteChanged(m_metabolite);
}

void Selection::setPathway(const QString &pathway)
{
    if (pathway == m_pathway)
        return;
    m_pathway = pathway;
    emit pathwayChanged(m_pathway);
}

} // namespace pathgan
