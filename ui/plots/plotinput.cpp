// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include "ui/plots/figureparts_p.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

namespace pathgan {

namespace {

constexpr int dragDistance = 5; // pixels; less is a click

} // namespace

bool Plot::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_canvas)
        return QWidget::eventFilter(object, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        m_pressed = static_cast<QMouseEvent *>(event)->pos();
        m_readout->hide();
        break;
    case QEvent::MouseButtonRelease: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton &&
            (mouse->pos() - m_pressed).manhattanLength() < dragDistance && !isEmpty()) {
            ensureDrawn();
            for (const Mark &mark : marksAt(mouse->position()))
                emit markClicked(mark);
        }
        break;
    }
    case QEvent::MouseButtonDblClick:
        if (isEmpty() || !editAt(static_cast<QMouseEvent *>(event)->position(), *m_canvas))
            resetView();
        break;
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->buttons() == Qt::NoButton)
            showReadout(mouse->position());
        break;
    }
    case QEvent::Leave:
        m_readout->hide();
        emit hovered({});
        break;
    default:
        break;
    }
    return QWidget::eventFilter(object, event);
}

/// Share of the visible range; the first panel leads, linked ones follow.
void Plot::panBy(double x, double y)
{
    ensureDrawn();
    const QList<QCPAxisRect *> panels = m_canvas->axisRects();
    if (panels.isEmpty())
        return;
    const auto move = [](QCPAxis *axis, double share) {
        axis->moveRange((axis->rangeReversed() ? -share : share) * axis->range().size());
    };
    move(xAxis(panels.first()), x);
    move(yAxis(panels.first()), y);
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

void Plot::zoomBy(double factor)
{
    ensureDrawn();
    const QList<QCPAxisRect *> panels = m_canvas->axisRects();
    if (panels.isEmpty())
        return;
    xAxis(panels.first())->scaleRange(factor);
    yAxis(panels.first())->scaleRange(factor);
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    constexpr double step = 0.1, zoom = 0.8;
    switch (event->key()) {
    case Qt::Key_Left:
        return panBy(-step, 0);
    case Qt::Key_Right:
        return panBy(step, 0);
    case Qt::Key_Up:
        return panBy(0, step);
    case Qt::Key_Down:
        return panBy(0, -step);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(zoom);
    case Qt::Key_Minus:
        return zoomBy(1 / zoom);
    case Qt::Key_Home:
        return resetView();
    default:
        QWidget::keyPressEvent(event);
    }
}

void Plot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), hasFocus() ? palette().highlight().color() : m_theme.background);
}

} // namespace pathgan
