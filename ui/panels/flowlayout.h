// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

#include <memory>

namespace pathgan {

/// Items side by side in as many rows as the width needs; each keeps the width it asks for.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(int horizontalGap = 10, int verticalGap = 6);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override; ///< takes it
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(QRect(0, 0, width, 0), false); }
    QSize minimumSize() const override; ///< the widest item
    QSize sizeHint() const override;    ///< all in one row
    void setGeometry(const QRect &rect) override;

private:
    /// Height of the rows; moves the items there when wanted.
    int place(const QRect &rect, bool move) const;

    QList<QLayoutItem *> m_items;
    int m_horizontalGap, m_verticalGap;
};

} // namespace pathgan
