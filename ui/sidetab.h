// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pathgan {

/// What is folded away at a side of the window or of a panel: its name from bottom to top; a click opens it.
class SideTab : public QAbstractButton
{
    Q_OBJECT
public:
    SideTab(const QString &text, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
};

} // namespace pathgan
