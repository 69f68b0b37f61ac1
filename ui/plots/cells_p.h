// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/plots/figureelements_p.h"

#include <functional>
#include <utility>

namespace pathgan {

/// A coloured cell at each row and column from (0, 0) at the top left, as setCategories() places names.
void addCells(QCPAxisRect *panel, Index rows, Index columns,
              const std::function<QColor(Index row, Index column)> &colour);
/// Row and column of the cell there; −1: none.
std::pair<Index, Index> cellAt(const QCPAxisRect &panel, const QPointF &pixel, Index rows, Index columns);

} // namespace pathgan
