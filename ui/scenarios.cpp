// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/fba/scenariooptions.h"

#include "ui/scenarios.h"

#include "core/engine/session.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pathgan {

Scenarios::Scenarios(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    setObjectName(QStringLiteral("scenarios"));
    connect(&session, &Session::scenariosChanged, this, &Scenarios::refresh);
    refresh();
}

const ScenarioSet &Scenarios::set() const
{
    return m_session.project().scenarios;
}

void Scenarios::setModel(std::shared_ptr<const MetabolicModel> model)
{
    m_model = std::move(model);
    refresh();
}

const std::string &Scenarios::idOf(int reaction) const
{
    return m_model->reactions[static_cast<std::size_t>(reaction)].id;
}

QString Scenarios::freeName() const
{
    for (std::size_t number = 1;; ++number) {
        const QString name = tr("Scenario %1").arg(number);
        const bool taken = std::any_of(all().begin(), all().end(), [&](const Scenario &scenario) {
            return scenario.name == name.toStdString();
        });
        if (!taken)
            return name;
    }
}

void Scenarios::refresh()
{
    if (all().empty()) { // of a new project
        ScenarioSet first;
        first.list.scenarios.emplace_back().name = freeName().toStdString();
        first.saved = first.list.scenarios;
        return m_session.setScenarios(std::move(first)); // comes here again
    }
    m_problem.reset();
    m_bounds.clear();
    m_knockedOut.clear();
    if (m_model) {
        const Result<FbaOptions> options = scenarioOptions(*m_model, current());
        if (!options)
            m_problem = options.error();
        m_bounds = changedBounds(*m_model, options ? options->bounds : std::vector<BoundChange>());
        m_knockedOut.assign(m_model->genes.size(), false);
        std::set<int> entrez;
        for (const int gene : options ? options->knockedOutGenes : std::vector<int>()) {
            m_knockedOut[static_cast<std::size_t>(gene)] = true;
            entrez.insert(m_model->genes[static_cast<std::size_t>(gene)].entrez);
        }
        for (std::size_t gene = 0; gene < m_knockedOut.size(); ++gene)
            if (m_model->genes[gene].entrez > 0 && entrez.count(m_model->genes[gene].entrez) > 0)
                m_knockedOut[gene] = true;
    }
    emit changed();
}

void Scenarios::push(ScenarioList list, const QString &name)
{
    m_session.editScenarios(std::move(list), name.toStdString());
}

void Scenarios::pushCurrent(Scenario scenario, const QString &name)
{
    if (scenario == current())
        return;
    ScenarioList list = set().list;
    list.scenarios[list.current] = std::move(scenario);
    push(std::move(list), name);
}

void Scenarios::setSaved()
{
    ScenarioSet edited = set();
    edited.saved = edited.list.scenarios;
    m_session.setScenarios(std::move(edited));
}

void Scenarios::select(int index)
{
    if (index < 0 || index >= static_cast<int>(all().size()) || index == currentIndex())
        return;
    ScenarioSet edited = set();
    edited.list.current = static_cast<std::size_t>(index);
    m_session.setScenarios(std::move(edited));
}

void Scenarios::add(Scenario scenario, const QString &editName)
{
    if (scenario.name.empty())
        scenario.name = freeName().toStdString();
    ScenarioList list = set().list;
    list.scenarios.push_back(std::move(scenario));
    list.current = list.scenarios.size() - 1;
    push(std::move(list), editName);
}

void Scenarios::addNew()
{
    add({}, tr("new scenario"));
}

void Scenarios::duplicate()
{
    Scenario copy = current();
    copy.name = tr("%1, copy").arg(QString::fromStdString(copy.name)).toStdString();
    add(std::move(copy), tr("duplicate scenario"));
}

void Scenarios::remove()
{
    ScenarioList list = set().list;
    list.scenarios.erase(list.scenarios.begin() + currentIndex());
    if (list.scenarios.empty())
        list.scenarios.emplace_back().name = freeName().toStdString();
    list.current = std::min(list.current, list.scenarios.size() - 1);
    push(std::move(list), tr("remove scenario"));
}

void Scenarios::rename(const QString &name)
{
    Scenario scenario = current();
    scenario.name = name.trimmed().toStdString();
    if (!scenario.name.empty())
        pushCurrent(std::move(scenario), tr("rename scenario"));
}

void Scenarios::setObjective(const QString &reaction, bool maximise)
{
    Scenario scenario = current();
    scenario.objective = reaction.toStdString();
    scenario.maximise = maximise || reaction.isEmpty();
    pushCurrent(std::move(scenario), tr("change objective"));
}

void Scenarios::setMedium(MediumPreset preset)
{
    Scenario scenario = current();
    scenario.medium = preset;
    scenario.uptake.clear();
    std::erase_if(scenario.bounds, [this](const auto &entry) {
        const int reaction = m_model ? m_model->reactionIndex(entry.first) : -1;
        return reaction >= 0 && m_model->isBoundary(reaction);
    });
    pushCurrent(std::move(scenario), tr("choose medium"));
}

BoundChange Scenarios::boundsUnder(const Scenario &scenario, int reaction) const
{
    const Result<FbaOptions> options = scenarioOptions(*m_model, scenario);
    return changedBounds(*m_model, options ? options->bounds
                                           : std::vector<BoundChange>())[static_cast<std::size_t>(reaction)];
}

bool Scenarios::setUptake(int reaction, std::optional<double> limit)
{
    if (limit && !(*limit >= 0))
        return false;
    Scenario scenario = current();
    const std::string &id = idOf(reaction);
    scenario.uptake.erase(id);
    const auto own = scenario.bounds.find(id);
    if (!limit) {
        scenario.bounds.erase(id);
    } else if (own != scenario.bounds.end()) {
        const BoundChange bounds =
            withUptake(*m_model, {reaction, own->second.first, own->second.second}, *limit);
        own->second = {bounds.lower, bounds.upper};
    } else if (uptakeLimit(*m_model, boundsUnder(scenario, reaction)) != *limit) {
        scenario.uptake[id] = *limit;
    }
    pushCurrent(std::move(scenario), tr("change uptake of %1").arg(QString::fromStdString(id)));
    return true;
}

bool Scenarios::setBounds(int reaction, double lower, double upper)
{
    if (!(lower <= upper) || lower == HUGE_VAL || upper == -HUGE_VAL)
        return false;
    Scenario scenario = current();
    const std::string &id = idOf(reaction);
    scenario.bounds.erase(id);
    const BoundChange given = boundsUnder(scenario, reaction);
    if (given.lower != lower || given.upper != upper)
        scenario.bounds[id] = {lower, upper};
    pushCurrent(std::move(scenario), tr("change bounds of %1").arg(QString::fromStdString(id)));
    return true;
}

void Scenarios::resetBounds(int reaction)
{
    Scenario scenario = current();
    scenario.bounds.erase(idOf(reaction));
    pushCurrent(std::move(scenario), tr("reset bounds of %1").arg(QString::fromStdString(idOf(reaction))));
}

void Scenarios::setKnockedOut(int gene, bool out)
{
    Scenario scenario = current();
    const ModelGene &chosen = m_model->genes[static_cast<std::size_t>(gene)];
    std::erase_if(scenario.knockouts, [&](const std::string &id) {
        const int other = m_model->geneIndex(id);
        return id == chosen.id || (other >= 0 && chosen.entrez > 0 &&
                                   m_model->genes[static_cast<std::size_t>(other)].entrez == chosen.entrez);
    });
    if (out)
        scenario.knockouts.insert(chosen.id);
    const QString id = QString::fromStdString(chosen.id);
    pushCurrent(std::move(scenario), out ? tr("knock out %1").arg(id) : tr("restore %1").arg(id));
}

void Scenarios::resetAll()
{
    Scenario scenario;
    scenario.name = current().name;
    pushCurrent(std::move(scenario), tr("reset scenario"));
}

bool Scenarios::isKnockedOut(int gene) const
{
    return static_cast<std::size_t>(gene) < m_knockedOut.size() &&
           m_knockedOut[static_cast<std::size_t>(gene)];
}

} // namespace pathgan
