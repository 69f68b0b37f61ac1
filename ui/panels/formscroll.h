// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QString>
#include <QVBoxLayout>

namespace pathgan {

/// Scrolls a form up and down only, so it asks for the width of its page.
class FormScroll : public QScrollArea
{
public:
    /// name, pageName: object names of this and of the page that holds the form.
    FormScroll(QWidget *form, const QString &name, const QString &pageName, QWidget *parent)
        : QScrollArea(parent)
    {
        setObjectName(name);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        auto *page = new QWidget(this);
        page->setObjectName(pageName);
        auto *layout = new QVBoxLayout(page);
        layout->setContentsMargins(0, 0, 8, 0);
        layout->addWidget(form);
        layout->addStretch(1);
        setWidget(page);
    }
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
