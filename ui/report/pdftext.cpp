// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdftext.h"

#include "ui/plots/plottheme.h"

#include <QPainter>
#include <QTextLayout>

namespace pathgan {

namespace {

constexpr double leading = 1.3; // lines of text, by the height of a letter's box

/// As a figure writes, so that the fonts of a page fit together.
QFont fontOf(double points, bool isBold)
{
    QFont font = PlotTheme::print().font;
    constexpr double unitsPerPoint = 96 / 72.0;
    font.setPixelSize(qRound(points * unitsPerPoint));
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.01); // no ligatures: hashes can be searched
    return font;
}

const QColor ink(0x1c, 0x27, 0x33), softInk(0x4d, 0x5b, 0x69);

} // namespace

const PdfStyle &PdfStyle::plain()
{
    static const PdfStyle style{fontOf(10, false), ink, 0, 8};
    return style;
}

const PdfStyle &PdfStyle::soft()
{
    static const PdfStyle style{fontOf(8.5, false), softInk, 0, 7};
    return style;
}

const PdfStyle &PdfStyle::heading(int level)
{
    static const PdfStyle styles[] = {
        {fontOf(20, true), ink, 0, 8}, {fontOf(14, true), ink, 18, 10}, {fontOf(10.5, true), ink, 8, 5}};
    return styles[std::clamp(level, 1, 3) - 1];
}

PdfStyle PdfStyle::cell(double points, bool bold)
{
    return {fontOf(points, bold), ink, 0, 0};
}

PdfText::PdfText(const QString &text, const PdfStyle &style, double width)
    : m_style(style), m_layout(std::make_unique<QTextLayout>(
                          QString(text).replace(QLatin1Char('\n'), QChar::LineSeparator), style.font))
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine())
        line.setLineWidth(width);
    m_layout->endLayout();
}

PdfText::PdfText(PdfText &&) noexcept = default;
PdfText::~PdfText() = default;

int PdfText::lineCount() const
{
    return m_layout->lineCount();
}

double PdfText::lineHeight(int line) const
{
    return m_layout->lineAt(line).height() * leading;
}

double PdfText::height() const
{
    double sum = 0;
    for (int i = 0; i < lineCount(); ++i)
        sum += lineHeight(i);
    return sum;
}

void PdfText::draw(QPainter &painter, const QPointF &corner) const
{
    double y = corner.y();
    for (int i = 0; i < lineCount(); ++i) {
        drawLine(painter, i, {corner.x(), y});
        y += lineHeight(i);
    }
}

void PdfText::drawLine(QPainter &painter, int line, const QPointF &corner) const
{
    painter.setPen(m_style.color);
    const double lead = lineHeight(line) * (1 - 1 / leading) / 2;
    m_layout->lineAt(line).draw(&painter, corner + QPointF(0, lead));
}

} // namespace pathgan
