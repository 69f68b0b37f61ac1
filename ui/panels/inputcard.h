// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace pathgan {

/// One input of the Data panel: its kind, the file, facts about it, and Open… or Replace….
class InputCard : public QFrame
{
    Q_OBJECT
public:
    InputCard(Part part, const QString &icon, const QString &hint, QWidget *parent = nullptr);

    Part part() const { return m_part; }
    /// Without a file the hint is shown.
    void setContent(const QString &file, const QString &toolTip, const QString &facts);
    void setWaiting(bool waiting);

signals:
    void openRequested(pathgan::Part part);

private:
    Part m_part;
    QString m_hint;
    QLabel *m_file, *m_facts;
    QPushButton *m_open;
};

} // namespace pathgan
