#pragma once

#include "core/metabolic/model/scenario.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QUndoStack;

namespace pathgan {

/// The scenarios of the open model and the one that is edited now. Every edit can be undone.
class Scenarios : public QObject
{
    Q_OBJECT
public:
    explicit Scenarios(QObject *parent = nullptr);
    ~Scenarios() override;

    /// Scenarios stay for a new model, whose ids may fit them; without a model they are forgotten.
    void setModel(std::shared_ptr<const MetabolicModel> model);
    const std::shared_ptr<const MetabolicModel> &model() const { return m_model; }
    const std::vector<Scenario> &all() const { return m_state.scenarios; }
    int currentIndex() const { return m_state.current; }
    const Scenario &current() const { return m_state.scenarios[static_cast<std::size_t>(m_state.current)]; }
    QUndoStack &undoStack() const { return *m_undo; }

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
    struct State
    {
        std::vector<Scenario> scenarios;
        int current = 0;
    };
    class Edit;

    void push(State state, const QString &name);
    void pushCurrent(Scenario scenario, const QString &name);
    void restore(const State &state);
    void refresh();
    QString freeName() const;
    /// Bounds of a reaction under a scenario.
    BoundChange boundsUnder(const Scenario &scenario, int reaction) const;
    const std::string &idOf(int reaction) const;

    std::shared_ptr<const MetabolicModel> m_model;
    State m_state;
    QUndoStack *m_undo;
    std::vector<BoundChange> m_bounds;
    std::vector<bool> m_knockedOut; ///< by gene
    std::optional<Error> m_problem;
};

} // namespace pathgan
