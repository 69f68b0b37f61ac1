#pragma once

#include <QWidget>

class QTextBrowser;
class QTimer;
class QUrl;

namespace pathgan {

class FluxExplainer;
class Selection;
class Session;

/// All that is known of the selected sample, gene, reaction and pathway. Names in it are links that select.
class Inspector : public QWidget
{
    Q_OBJECT
public:
    Inspector(Session &session, Selection &selection, QWidget *parent = nullptr);
    QString text() const; ///< plain, as shown
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString explanationHtml() const; ///< of the selected reaction in the selected sample
    void follow(const QUrl &link);

    Session &m_session;
    Selection &m_selection;
    FluxExplainer *m_explainer;
    QTextBrowser *m_browser;
    QTimer *m_timer; ///< several changes at once are shown once
};

} // namespace pathgan
