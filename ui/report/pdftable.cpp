// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdftable.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace pathgan {

namespace {

constexpr double margin = 4;     // left and right of a cell's text
constexpr double above = 1.5;    // and below it
constexpr double narrowest = 40; // a column whose words are broken

/// Widths of columns: of the whole texts, and of their longest words.
struct ColumnWidths
{
    std::vector<double> whole, words;

    ColumnWidths(const ReportTable &table, double points)
        : whole(static_cast<std::size_t>(table.header.size())), words(whole.size())
    {
        const QFontMetricsF bold(PdfStyle::cell(points, true).font),
            plain(PdfStyle::cell(points, false).font);
        take(table.header, bold, table.breaksWords);
        for (const QStringList &row : table.rows)
            take(row, plain, table.breaksWords);
    }

private:
    void take(const QStringList &cells, const QFontMetricsF &metrics, bool breaksWords)
    {
        constexpr double spare = 1; // for what a line's end is rounded by
        for (std::size_t i = 0; i < std::min<std::size_t>(whole.size(), cells.size()); ++i) {
            const QString &text = cells[static_cast<qsizetype>(i)];
            const double width = metrics.horizontalAdvance(text) + 2 * margin + spare;
            whole[i] = std::max(whole[i], width);
            for (const QString &word : text.split(QLatin1Char(' '))) {
                const double own = metrics.horizontalAdvance(word) + 2 * margin + spare;
                words[i] = std::max(words[i], breaksWords ? std::min(own, narrowest) : own);
            }
        }
    }
};

double sum(const std::vector<double> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

/// As wide as their texts where there is room; else each gets its words, and of the rest as much as it lacks.
std::vector<double> fitted(ColumnWidths widths, double width)
{
    if (sum(widths.whole) <= width)
        return widths.whole;
    if (sum(widths.words) > width) // words are broken, the longest first
        for (double most = width; sum(widths.words) > width; most *= 0.95)
            for (double &word : widths.words)
                word = std::min(word, most);
    const double least = sum(widths.words), lacks = sum(widths.whole) - least;
    const double share = lacks > 0 ? std::max(0.0, width - least) / lacks : 0;
    for (std::size_t i = 0; i < widths.words.size(); ++i)
        widths.words[i] += (widths.whole[i] - widths.words[i]) * share;
    return widths.words;
}

} // namespace

PdfTable::PdfTable(const ReportTable &table, double width)
{
    double points = 8.5;
    for (constexpr double smallest = 6; points > smallest; points -= 0.75)
        if (sum(ColumnWidths(table, points).whole) <= width ||
            (!table.fold.isEmpty() && points < 8)) // prose, which reads better in several lines
            break;
    // Where even that is too wide, letters that can be read and cells of several lines.
    if (points < 7 && sum(ColumnWidths(table, 7).words) <= width)
        points = 7;
    m_widths = fitted(ColumnWidths(table, points), width);
    m_header = makeRow(table.header, PdfStyle::cell(points, true));
    for (const QStringList &row : table.rows)
        m_rows.push_back(makeRow(row, PdfStyle::cell(points, false)));
}

PdfTable::Row PdfTable::makeRow(const QStringList &cells, const PdfStyle &style) const
{
    Row row;
    for (std::size_t i = 0; i < m_widths.size(); ++i)
        row.emplace_back(cells.value(static_cast<qsizetype>(i)), style, m_widths[i] - 2 * margin);
    return row;
}

double PdfTable::heightOf(const Row &row)
{
    double height = 0;
    for (const PdfText &cell : row)
        height = std::max(height, cell.height());
    return height + 2 * above;
}

void PdfTable::drawHeader(QPainter &painter, const QPointF &corner) const
{
    painter.fillRect(QRectF(corner, QSizeF(sum(m_widths), headerHeight())), PdfStyle::ground());
    draw(painter, m_header, corner);
}

void PdfTable::drawRow(QPainter &painter, int row, const QPointF &corner) const
{
    draw(painter, m_rows[static_cast<std::size_t>(row)], corner);
}

void PdfTable::draw(QPainter &painter, const Row &row, const QPointF &corner) const
{
    double x = corner.x();
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].draw(painter, {x + margin, corner.y() + above});
        x += m_widths[i];
    }
    painter.fillRect(QRectF(corner.x(), corner.y() + heightOf(row) - 0.35, sum(m_widths), 0.7),
                     PdfStyle::line());
}

} // namespace pathgan
