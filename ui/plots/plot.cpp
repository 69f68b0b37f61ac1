// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include "ui/plots/figureparts_p.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pathgan {

/// Ranges of every axis, in the order in which draw() creates them.
struct Plot::View
{
    std::vector<QCPRange> ranges;

    static View of(const QCustomPlot &canvas)
    {
        View view;
        for (const QCPAxisRect *panel : canvas.axisRects()) {
            for (const QCPAxis *axis : panel->axes())
                view.ranges.push_back(axis->range());
        }
        return view;
    }
    void applyTo(QCustomPlot &canvas) const
    {
        std::vector<QCPAxis *> axes;
        for (const QCPAxisRect *panel : canvas.axisRects()) {
            for (QCPAxis *axis : panel->axes())
                axes.push_back(axis);
        }
        if (axes.size() != ranges.size())
            return;
        for (std::size_t i = 0; i < axes.size(); ++i)
            axes[i]->setRange(ranges[i]);
    }
    bool operator==(const View &other) const { return ranges == other.ranges; }
};

Plot::Plot(QWidget *parent)
    : StyledFigure(parent), m_canvas(new QCustomPlot(this)), m_readout(new QLabel(m_canvas)),
      m_theme(PlotTheme::light()), m_message(tr("No data yet."))
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(220, 160);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_canvas->setObjectName(QStringLiteral("canvas"));
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setMouseTracking(true);
    m_canvas->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_canvas->installEventFilter(this);
    m_readout->setObjectName(QStringLiteral("readout"));
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_readout->setMargin(4);
    m_readout->setAutoFillBackground(true);
    m_readout->setFrameShape(QFrame::Box);
    m_readout->hide();
}

Plot::~Plot() = default;

void Plot::setTheme(const PlotTheme &theme)
{
    m_theme = theme;
    QPalette palette = m_readout->palette();
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.foreground);
    m_readout->setPalette(palette);
    scheduleRedraw(true);
}

void Plot::setWatermark(const QString &text)
{
    m_watermark = text;
    scheduleRedraw(true);
}

void Plot::setMessage(const QString &text)
{
    m_message = text;
    scheduleRedraw(true);
}

void Plot::refresh()
{
    m_readout->hide();
    scheduleRedraw(false);
}

/// Several changes in a row are drawn once; nothing is drawn while nobody sees it.
void Plot::scheduleRedraw(bool keepView)
{
    m_keepView = keepView && (m_keepView || !m_dirty);
    m_dirty = true;
    setAccessibleName(title());
    setAccessibleDescription(summary());
    if (m_scheduled || !isVisible())
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_scheduled = false;
            if (m_dirty)
                redraw(m_keepView);
        },
        Qt::QueuedConnection);
}

void Plot::ensureDrawn() const
{
    if (m_dirty && !m_drawing)
        const_cast<Plot *>(this)->redraw(m_keepView); // the canvas is a cache of the data
}

void Plot::redraw(bool keepView)
{
    const View before = View::of(*m_canvas);
    const bool zoomed = m_home && !(before == *m_home);
    m_drawing = true;
    compose(*m_canvas);
    m_home = std::make_unique<View>(View::of(*m_canvas));
    if (keepView && zoomed)
        before.applyTo(*m_canvas);
    m_drawing = m_dirty = m_keepView = false;
    m_canvas->replot(QCustomPlot::rpQueuedRefresh);
}

void Plot::compose(QCustomPlot &canvas, bool marks, bool fontIsGiven)
{
    canvas.clearItems();
    canvas.clearPlottables();
    canvas.plotLayout()->clear();
    canvas.plotLayout()->simplify();
    qDeleteAll(canvas.findChildren<QCPMarginGroup *>());
    canvas.setBackground(QBrush(m_theme.background));
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    canvas.setLocale(locale);
    canvas.plotLayout()->setMargins(QMargins(8, 8, 8, 8));
    canvas.plotLayout()->setRowSpacing(4);
    QCPLayoutGrid *layout = canvas.plotLayout();
    if (isEmpty()) {
        layout->addElement(0, 0,
                           new TextBlock(&canvas, {m_message}, m_theme.font, m_theme.muted, Qt::AlignCenter));
        layout->setRowStretchFactor(0, 1);
    } else {
        // Small figures get smaller letters, 6.75 pt at least: still legible in print.
        const QFont font = m_theme.font;
        if (canvas.viewport().width() < 420 && !fontIsGiven)
            m_theme.font.setPixelSize(std::max(9, font.pixelSize() - 2));
        std::map<Thing, QString> hidden;
        if (!marks)
            m_marked.swap(hidden);
        draw(canvas);
        if (!marks)
            m_marked.swap(hidden);
        else
            addMarks(canvas);
        m_theme.font = font;
        applyLook(canvas, &canvas == m_canvas);
    }
    if (!m_watermark.isEmpty())
        layout->addElement(
            layout->rowCount(), 0,
            new TextBlock(&canvas, {m_watermark}, smallFont(m_theme), m_theme.muted, Qt::AlignRight));
    fitAxes(canvas);
}

void Plot::updateKeepingZoom(const std::function<void()> &change)
{
    const View before = View::of(*m_canvas);
    const bool zoomed = m_home && !(before == *m_home);
    change();
    m_home = std::make_unique<View>(View::of(*m_canvas));
    if (zoomed)
        before.applyTo(*m_canvas);
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

void Plot::resetView()
{
    ensureDrawn();
    if (m_home)
        m_home->applyTo(*m_canvas);
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

/// A canvas of its own for an export: the screen never shows another theme, not even for a moment.
std::unique_ptr<QCustomPlot> Plot::exportCanvas(const ExportOptions &options, const QSize &size)
{
    ensureDrawn();
    auto canvas = std::make_unique<QCustomPlot>();
    canvas->setViewport(QRect(QPoint(), size));
    const PlotTheme screen = m_theme;
    m_theme = themeOf(options, screen);
    m_caption = options.caption;
    compose(*canvas, options.marks, options.fontPoints > 0);
    m_caption = CaptionLength::Full;
    m_theme = screen;
    const View view = View::of(*m_canvas);
    if (m_home && !(view == *m_home))
        view.applyTo(*canvas);
    if (options.transparent)
        canvas->setBackground(QBrush(Qt::NoBrush));
    return canvas;
}

void Plot::copyToClipboard()
{
    QGuiApplication::clipboard()->setImage(image({}));
}

Result<void> Plot::exportData(const QString &path) const
{
    return writeTable(std::filesystem::path(path.toStdU16String()), data());
}

void Plot::addNotes(QCustomPlot &canvas, const QStringList &paragraphs)
{
    m_notes = paragraphs;
    if (m_caption == CaptionLength::Full)
        addCaption(canvas, m_theme, paragraphs);
    else if (m_caption == CaptionLength::Short)
        addCaption(canvas, m_theme, shortCaption(canvas, smallFont(m_theme), paragraphs));
}

QString Plot::readout(const QPointF &) const
{
    return {};
}

QSizeF Plot::preferredSizeMm() const
{
    return {175, 110};
}

void Plot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_canvas->setGeometry(rect().adjusted(1, 1, -1, -1));
    scheduleRedraw(true);
}

void Plot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        redraw(m_keepView);
}

} // namespace pathgan
