// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <QFrame>
#include <QList>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace pathgan {

/// Failures above the panel, one at a time, none lost: a sentence, details to unfold and copy, how many more
/// wait. Never takes the focus.
class ErrorBar : public QFrame
{
    Q_OBJECT
public:
    explicit ErrorBar(QWidget *parent = nullptr);

    void showError(const Error &error, std::optional<Part> part = {});
    /// News that is no failure, e.g. where an export went; stands behind errors.
    void showMessage(const QString &text);
    int count() const { return static_cast<int>(m_entries.size()); }
    QString text() const;

public slots:
    void dismiss();
    void dismissAll();

private:
    struct Entry
    {
        QString text, details;
        bool failure = true;
        int times = 1;
    };

    void add(const Entry &entry);
    void update();

    QList<Entry> m_entries; ///< the first is shown
    QLabel *m_icon, *m_text, *m_more;
    QPlainTextEdit *m_details;
    QToolButton *m_unfold, *m_copy, *m_close, *m_closeAll;
};

} // namespace pathgan
