#pragma once

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace pathgan {

/// Scrolls a form up and down only, so it asks for the width of its page.
class FormScroll : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    QSize minimumSizeHint() const override
    {
        const int bar = verticalScrollBar()->sizeHint().width();
        return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
    }

protected:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(object, event);
    }
};

} // namespace pathgan
