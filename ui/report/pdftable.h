// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/pdftext.h"
#include "ui/report/reportblocks.h"

#include <vector>

namespace pathgan {

/// A table that is no wider than its page: smaller letters first, then cells of several lines.
class PdfTable
{
public:
    PdfTable(const ReportTable &table, double width);

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    double headerHeight() const { return heightOf(m_header); }
    double rowHeight(int row) const { return heightOf(m_rows[static_cast<std::size_t>(row)]); }
    void drawHeader(QPainter &painter, const QPointF &corner) const;
    void drawRow(QPainter &painter, int row, const QPointF &corner) const;

private:
    using Row = std::vector<PdfText>;
    Row makeRow(const QStringList &cells, const PdfStyle &style) const;
    static double heightOf(const Row &row);
    void draw(QPainter &painter, const Row &row, const QPointF &corner) const;

    std::vector<double> m_widths; ///< of columns, with their margins
    Row m_header;
    std::vector<Row> m_rows;
};

} // namespace pathgan
