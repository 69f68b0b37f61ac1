// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/flowlayout.h"

#include <algorithm>

namespace pathgan {

FlowLayout::FlowLayout(int horizontalGap, int verticalGap)
    : m_horizontalGap(horizontalGap), m_verticalGap(verticalGap)
{}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index, nullptr);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0, height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wanted = item->sizeHint();
        width += wanted.width() + (width > 0 ? m_horizontalGap : 0);
        height = std::max(height, wanted.height());
    }
    return {width, height};
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect &rect, bool move) const
{
    QList<QLayoutItem *> row;
    int x = rect.left(), y = rect.top(), rowHeight = 0;
    const auto endRow = [&] {
        int left = rect.left();
        for (QLayoutItem *item : row) {
            const QSize size(std::min(item->sizeHint().width(), rect.width()), item->sizeHint().height());
            if (move)
                item->setGeometry({{left, y + (rowHeight - size.height()) / 2}, size});
            left += size.width() + m_horizontalGap;
        }
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = std::min(item->sizeHint().width(), rect.width());
        if (!row.isEmpty() && x + width > rect.left() + rect.width()) {
            endRow();
            y += rowHeight + m_verticalGap;
            x = rect.left();
            rowHeight = 0;
        }
        row.append(item);
        rowHeight = std::max(rowHeight, item->sizeHint().height());
        x += width + m_horizontalGap;
    }
    endRow();
    return y + rowHeight - rect.top();
}

} // namespace pathgan
