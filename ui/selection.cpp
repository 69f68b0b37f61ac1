// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selection.h"

#include "core/engine/viewsettings.h"
#include "core/metabolic/model/modelgenes.h"
#include "core/project/project.h"

#include <algorithm>

namespace pathgan {

void Selection::setSample(const QString &sample)
{
    put(m_sample, sample, &Selection::sampleChanged);
}

void Selection::setGene(const QString &gene)
{
    put(m_gene, gene, &Selection::geneChanged);
}

void Selection::setReaction(const QString &reaction)
{
    put(m_reaction, reaction, &Selection::reactionChanged);
}

void Selection::setMetabolite(const QString &metabolite)
{
    put(m_metabolite, metabolite, &Selection::metaboliteChanged);
}

void Selection::setPathway(const QString &pathway)
{
    put(m_pathway, pathway, &Selection::pathwayChanged);
}

void Selection::put(QString &member, const QString &name, void (Selection::*changed)(const QString &))
{
    if (name == member)
        return;
    member = name;
    emit(this->*changed)(member);
    for (const Thing thing : allThings)
        if (&chosen(thing) == &member)
            emit chosenChanged({thing, member});
}

const QString &Selection::chosen(Thing thing) const
{
    switch (thing) {
    case Thing::Sample:
        return m_sample;
    case Thing::Gene:
        return m_gene;
    case Thing::Reaction:
        return m_reaction;
    case Thing::Pathway:
        break;
    }
    return m_pathway;
}

void Selection::keepKnown(const Project &project)
{
    const auto isAmong = [](const std::vector<std::string> &names, const QString &name) {
        return std::find(names.begin(), names.end(), name.toStdString()) != names.end();
    };
    const MetabolicModel *model = project.model.get();
    const ExpressionMatrix *expression = project.expression.get();
    const bool isEmpty = !model && !expression && !project.geneSets;
    const bool isMeasured = expression && (isAmong(expression->samples, m_sample) ||
                                           (project.cohort && isAmong(project.cohort->samples, m_sample)));
    if (isEmpty || (expression && !isMeasured))
        setSample({});
    const auto isGene = [&](const ModelGene &gene) {
        return geneName(gene, project.genes()) == m_gene.toStdString();
    };
    if (isEmpty || (expression && !isAmong(expression->genes, m_gene) &&
                    !(model && std::any_of(model->genes.begin(), model->genes.end(), isGene))))
        setGene({});
    if (isEmpty || (model && model->reactionIndex(m_reaction.toStdString()) < 0))
        setReaction({});
    if (isEmpty || (model && model->metaboliteIndex(m_metabolite.toStdString()) < 0))
        setMetabolite({});
    const auto isChosen = [&](const GeneSet &set) { return set.name == m_pathway.toStdString(); };
    if (isEmpty || (project.geneSets &&
                    std::none_of(project.geneSets->sets.begin(), project.geneSets->sets.end(), isChosen)))
        setPathway({});
}

/// each(key, setter, signal).
template <class Do>
void Selection::forEachKind(const Do &each)
{
    each("selection/sample", &Selection::setSample, &Selection::sampleChanged);
    each("selection/gene", &Selection::setGene, &Selection::geneChanged);
    each("selection/reaction", &Selection::setReaction, &Selection::reactionChanged);
    each("selection/metabolite", &Selection::setMetabolite, &Selection::metaboliteChanged);
    each("selection/pathway", &Selection::setPathway, &Selection::pathwayChanged);
}

void Selection::keepIn(ViewSettings &settings)
{
    forEachKind([&](const char *key, auto, auto changed) {
        connect(this, changed, &settings,
                [&settings, key](const QString &name) { settings.set(key, name.toStdString()); });
    });
}

void Selection::load(const ViewSettings &settings)
{
    forEachKind(
        [&](const char *key, auto set, auto) { (this->*set)(QString::fromStdString(settings.value(key))); });
}

void Selection::choose(const Mark &mark)
{
    switch (mark.thing) {
    case Thing::Sample:
        return setSample(mark.name);
    case Thing::Gene:
        return setGene(mark.name);
    case Thing::Reaction:
        return setReaction(mark.name);
    case Thing::Pathway:
        return setPathway(mark.name);
    }
}

} // namespace pathgan
