// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/scenarioset.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace pathgan {

class Session;

/// Shows and edits the project's scenarios on the open model. There is always one.
class Scenarios : public QObject
{
    Q_OBJECT
public:
    explicit Scenarios(Session &session, QObject *parent = nullptr);

    /// Scenarios stay for a new model, whose ids may fit them.
    void setModel(std::shared_ptr<const MetabolicModel> model);
    const std::shared_ptr<const MetabolicModel> &model() const { return m_model; }
    const std::vector<Scenario> &all() const { return set().list.scenarios; }
    int currentIndex() const { return static_cast<int>(set().list.current); }
    const Scenario &current() const { return all()[set().list.current]; }

    const ScenarioSet &set() const;
    Session &session() const { return m_session; }
    void setSaved(); ///< to a file

    /// Why the scenario cannot be used on this model; bounds() are then those of the model.
    const std::optional<Error> &problem() const { return m_problem; }
    /// By reaction: after medium, uptake limits and bounds, without knock-outs. Empty without a model.
    const std::vector<BoundChange> &bounds() const { return m_bounds; }
    bool isKnockedOut(int gene) const; ///< it, or a variant of the same Entrez gene

    void select(int index); ///< not an edit
    void add(Scenario scenario, const QString &editName);
    void addNew();
    void duplicate();
    void remove();
    void rename(const QString &name);
    void setObjective(const QString &reaction, bool maximise); ///< empty: the model's own
    void setMedium(MediumPreset preset);                       ///< and its limits for every exchange
    /// False when the value is no uptake limit. Nothing: back to the preset's.
    bool setUptake(int reaction, std::optional<double> limit);
    /// False when lower exceeds upper. What medium and model give anyway is no change.
    bool setBounds(int reaction, double lower, double upper);
    void resetBounds(int reaction);
    void setKnockedOut(int gene, bool out);
    void resetAll(); ///< as distributed, name kept

signals:
    void changed();

private:
    void push(ScenarioList list, const QString &name);
    void pushCurrent(Scenario scenario, const QString &name);
    void refresh();
    QString freeName() const;
    /// Bounds of a reaction under a scenario.
    BoundChange boundsUnder(const Scenario &scenario, int reaction) const;
    const std::string &idOf(int reaction) const;

    Session &m_session;
    std::shared_ptr<const MetabolicModel> m_model;
    std::vector<BoundChange> m_bounds;
    std::vector<bool> m_knockedOut; ///< by gene
    std::optional<Error> m_problem;
};

} // namespace pathgan
