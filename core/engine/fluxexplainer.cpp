// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/fluxexplainer.h"

#include "core/base/marked.h"
#include "core/engine/session.h"
#include "core/steps/freshness.h"

#include <algorithm>

namespace pathgan {

FluxExplainer::FluxExplainer(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::partChanged, this, [this](Part part) {
        if (part == Part::Flux || part == Part::Model || part == Part::Cohort)
            forget();
    });
}

FluxExplainer::Key FluxExplainer::keyOf(const QString &sample, const QString &reaction)
{
    return {sample.toStdString(), reaction.toStdString()};
}

void FluxExplainer::forget()
{
    ++m_generation;
    m_running.clear();
    if (m_known.empty())
        return;
    m_known.clear();
    emit changed();
}

bool FluxExplainer::canExplain(const QString &sample, const QString &reaction) const
{
    const Project &project = m_session.project();
    if (!project.flux || project.flux->key.empty() || !project.model || !project.cohort ||
        isStale(project, Part::Flux))
        return false;
    const auto &samples = project.cohort->samples;
    return std::find(samples.begin(), samples.end(), sample.toStdString()) != samples.end() &&
           project.model->reactionIndex(reaction.toStdString()) >= 0;
}

bool FluxExplainer::isRunning(const QString &sample, const QString &reaction) const
{
    return m_running.count(keyOf(sample, reaction)) > 0;
}

std::shared_ptr<const FluxExplanation> FluxExplainer::find(const QString &sample,
                                                           const QString &reaction) const
{
    const auto it = m_known.find(keyOf(sample, reaction));
    return it == m_known.end() ? nullptr : it->second;
}

void FluxExplainer::explain(const QString &sample, const QString &reaction)
{
    const Key key = keyOf(sample, reaction);
    if (!canExplain(sample, reaction) || m_known.count(key) > 0 || !m_running.insert(key).second)
        return;
    emit changed();
    m_session.engine().start<FluxExplanation>(
        QString(marked("Core", "Explaining the flux")),
        [key, project = m_session.project()](const TaskContext &context) {
            FluxExplainOptions options;
            options.sample = key.first;
            options.reaction = key.second;
            return explainFlux(*project.model, *project.cohort, project.genes(), project.flux->options,
                               options, context);
        },
        [this, key, generation = m_generation](Result<FluxExplanation> result) {
            if (generation != m_generation)
                return; // of fluxes that are gone
            m_running.erase(key);
            if (result)
                m_known[key] = std::make_shared<const FluxExplanation>(*std::move(result));
            else if (result.error().code != ErrorCode::Cancelled)
                emit m_session.failed(result.error(), Part::Flux);
            emit changed();
        },
        Lane::Light);
}

} // namespace pathgan
