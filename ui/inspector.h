// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QWidget>

#include <optional>

class QTextBrowser;
class QTimer;
class QUrl;

namespace pathgan {

class FluxExplainer;
class ProjectKeeper;
class Selection;
class Session;

/// All that is known of the selected sample, gene, reaction and pathway. Names in it are links that select.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    Inspector(Session &session, Selection &selection, QWidget *parent = nullptr);
    void setPart(std::optional<Part> part);        ///< of the panel on screen: where it comes from is told
    void showNotesOf(const ProjectKeeper &keeper); ///< on that part's result, on the project beside its data
    QString text() const;                          ///< plain, as shown
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString explanationHtml() const; ///< of the selected reaction in the selected sample
    QString noteHtml() const;
    void follow(const QUrl &link);

    Session &m_session;
    Selection &m_selection;
    FluxExplainer *m_explainer;
    const ProjectKeeper *m_keeper = nullptr; ///< null: no notes
    QTextBrowser *m_browser;
    std::optional<Part> m_part;
    QTimer *m_timer; ///< several changes at once are shown once
};

} // namespace pathgan
