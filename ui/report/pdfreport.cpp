// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportwriter.h"

#include "core/project/versions.h"
#include "ui/plots/pagepainter.h"
#include "ui/report/pdftable.h"
#include "ui/report/pdftext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <vector>

namespace pathgan {

namespace {

constexpr double mm = PagePainter::unitsPerMm;
constexpr QSizeF page(210 * mm, 297 * mm);
constexpr double side = 17.5 * mm; // a figure of a double column, 175 mm, keeps its size
constexpr double top = 18 * mm, bottom = page.height() - 20 * mm;
constexpr double width = page.width() - 2 * side;

/// Blocks one below the other on as many pages as it takes.
class PdfReport : public ReportSink
{
public:
    explicit PdfReport(const QString &title);

    Result<void> add(const ReportBlock &block) override
    {
        std::visit([this](const auto &one) { write(one); }, block);
        return {};
    }
    std::string finish() override;

private:
    void write(const ReportHeading &heading) { m_headings.push_back(heading); }
    void write(const ReportText &text);
    void write(const ReportTable &table);
    void write(const ReportList &list);
    void write(const ReportFigure &figure);
    void beginBlock(double first);
    void writeLines(PdfText &text, double left, ReportText::Kind kind);
    void newPage();
    void writeFooter();
    bool fits(double height) const { return m_y + height <= bottom; }

    QString m_title;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    std::unique_ptr<PagePainter> m_page;
    std::vector<ReportHeading> m_headings; ///< that stand above what comes next
    double m_y = top;
    int m_number = 1;
};

PdfReport::PdfReport(const QString &title) : m_title(title), m_writer(&m_buffer)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setTitle(title);
    std::string program = "PathGAN";
    for (const auto &[library, version] : versions(false))
        if (library == program)
            program += ' ' + version;
    m_writer.setCreator(QString::fromStdString(program));
    m_writer.setResolution(1200);
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    m_page = std::make_unique<PagePainter>(m_writer);
    writeFooter();
}

std::string PdfReport::finish()
{
    beginBlock(0);
    m_page->end();
    return m_buffer.data().toStdString();
}

void PdfReport::writeFooter()
{
    QPainter &painter = m_page->painter();
    const PdfStyle &style = PdfStyle::soft();
    painter.setFont(style.font);
    painter.setPen(style.color);
    const QRectF line(side, bottom + 5 * mm, width, 5 * mm);
    const QString number = QString::number(m_number);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
    const QFontMetricsF metrics(style.font);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_title, Qt::ElideMiddle, width - 60));
}

void PdfReport::newPage()
{
    m_writer.newPage();
    ++m_number;
    m_y = top;
    writeFooter();
}

/// The headings that wait, on one page with the first part, that high, of what comes.
void PdfReport::beginBlock(double first)
{
    std::vector<PdfText> texts;
    double height = 0;
    for (const ReportHeading &heading : m_headings) {
        texts.emplace_back(heading.text, PdfStyle::heading(heading.level), width);
        height += texts.back().height() + texts.back().style().above + texts.back().style().below;
    }
    if (!fits(height + first) && m_y > top)
        newPage();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_y += m_y > top ? texts[i].style().above : 0;
        texts[i].draw(m_page->painter(), {side, m_y});
        m_y += texts[i].height() + texts[i].style().below;
        if (m_headings[i].level == 2)
            m_page->painter().fillRect(QRectF(side, m_y - texts[i].style().below / 2, width, 0.7),
                                       PdfStyle::line());
    }
    m_headings.clear();
}

/// A note has a ground and a bar at its left on every page that it is on.
void PdfReport::writeLines(PdfText &text, double left, ReportText::Kind kind)
{
    const bool isNote = kind == ReportText::Kind::Note;
    QPainter &painter = m_page->painter();
    for (int i = 0; i < text.lineCount(); ++i) {
        const double height = text.lineHeight(i);
        if (!fits(height))
            newPage();
        if (isNote) {
            painter.fillRect(QRectF(side, m_y, width, height + 0.5), PdfStyle::ground());
            painter.fillRect(QRectF(side, m_y, 3, height + 0.5), PdfStyle::accent());
        }
        text.drawLine(painter, i, {left, m_y});
        m_y += height;
    }
    m_y += text.style().below;
}

void PdfReport::write(const ReportText &text)
{
    const bool isNote = text.kind == ReportText::Kind::Note;
    const double indent = isNote ? 12 : 0;
    PdfText lines(text.text, text.kind == ReportText::Kind::Soft ? PdfStyle::soft() : PdfStyle::plain(),
                  width - 2 * indent);
    constexpr int together = 2;
    // What a chapter begins with does not stand at the end of a page.
    double first = !m_headings.empty() && m_headings.back().level == 2 ? 25 * mm : 0;
    for (int i = 0; i < std::min(lines.lineCount(), together); ++i)
        first += lines.lineHeight(i);
    beginBlock(first);
    writeLines(lines, side + indent, text.kind);
}

void PdfReport::write(const ReportList &list)
{
    constexpr double indent = 14;
    for (const QString &item : list.items) {
        PdfText lines(item, PdfStyle::plain(), width - indent);
        beginBlock(lines.height());
        PdfText(QStringLiteral("•"), PdfStyle::plain(), indent).draw(m_page->painter(), {side, m_y});
        writeLines(lines, side + indent, ReportText::Kind::Plain);
    }
}

void PdfReport::write(const ReportTable &table)
{
    if (!table.fold.isEmpty())
        m_headings.push_back({table.fold, 3});
    PdfTable rows(table, width);
    beginBlock(rows.headerHeight() + (rows.rowCount() > 0 ? rows.rowHeight(0) : 0));
    rows.drawHeader(m_page->painter(), {side, m_y});
    m_y += rows.headerHeight();
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (!fits(rows.rowHeight(row))) {
            newPage();
            rows.drawHeader(m_page->painter(), {side, m_y});
            m_y += rows.headerHeight();
        }
        rows.drawRow(m_page->painter(), row, {side, m_y});
        m_y += rows.rowHeight(row);
    }
    m_y += PdfStyle::plain().below;
}

void PdfReport::write(const ReportFigure &figure)
{
    ExportOptions options;
    options.caption = CaptionLength::None;
    options.sizeMm = figure.plot->preferredSizeMm();
    PdfText caption(figure.plot->title() + QStringLiteral(". ") + figure.plot->summary(), PdfStyle::soft(),
                    width);
    const QSizeF own = options.sizeMm * mm;
    const double room = bottom - top - caption.height() - PdfStyle::plain().below;
    const double scale = std::min({1.0, width / own.width(), room / own.height()});
    beginBlock(own.height() * scale + caption.height());
    m_page->draw(*figure.plot, {side, m_y}, own.width() * scale, options);
    m_y += own.height() * scale + 4;
    writeLines(caption, side, ReportText::Kind::Soft);
}

} // namespace

std::unique_ptr<ReportSink> makePdfReport(const QString &title)
{
    return std::make_unique<PdfReport>(title);
}

} // namespace pathgan
