// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

namespace pathgan {

/// How a kind of text looks on a page; lengths in units of 96 an inch.
struct PdfStyle
{
    QFont font;
    QColor color;
    double above = 0, below = 0; ///< room

    static const PdfStyle &plain();
    static const PdfStyle &soft();
    static const PdfStyle &heading(int level);
    static PdfStyle cell(double points, bool bold);
    static QColor line() { return {0xd5, 0xdc, 0xe4}; }
    static QColor ground() { return {0xf5, 0xf7, 0xf9}; }
    static QColor accent() { return {0x15, 0x5a, 0x9a}; }
};

/// Text in lines of a width; a word that is too long for one is broken.
class PdfText
{
public:
    PdfText(const QString &text, const PdfStyle &style, double width);
    PdfText(PdfText &&) noexcept;
    ~PdfText();

    const PdfStyle &style() const { return m_style; }
    double height() const;
    int lineCount() const;
    double lineHeight(int line) const;
    void draw(QPainter &painter, const QPointF &corner) const;
    void drawLine(QPainter &painter, int line, const QPointF &corner) const;

private:
    PdfStyle m_style;
    std::unique_ptr<QTextLayout> m_layout;
};

} // namespace pathgan
