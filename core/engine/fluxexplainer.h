// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metabolic/cohort/fluxexplanation.h"
#include "core/project/project.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <set>
#include <utility>

namespace pathgan {

class Session;

/// Explains single fluxes of the project on demand, and remembers what it found until the fluxes, the model
/// or the samples are replaced. Lives in the GUI thread.
class FluxExplainer : public QObject
{
    Q_OBJECT
public:
    explicit FluxExplainer(Session &session, QObject *parent = nullptr);

    /// The project's fluxes were computed here (a table that was read has no bounds), with that sample.
    bool canExplain(const QString &sample, const QString &reaction) const;
    bool isRunning(const QString &sample, const QString &reaction) const;
    /// Null: not explained yet.
    std::shared_ptr<const FluxExplanation> find(const QString &sample, const QString &reaction) const;
    /// Starts a job; an error comes as Session::failed().
    void explain(const QString &sample, const QString &reaction);

signals:
    void changed();

private:
    using Key = std::pair<std::string, std::string>; ///< sample, reaction

    static Key keyOf(const QString &sample, const QString &reaction);
    void forget();

    Session &m_session;
    std::map<Key, std::shared_ptr<const FluxExplanation>> m_known;
    std::set<Key> m_running;
    int m_generation = 0; ///< of the fluxes that the known explanations are of
};

} // namespace pathgan
