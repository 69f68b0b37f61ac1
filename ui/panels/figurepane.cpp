// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figurepane.h"

#include "ui/dialogs/exportdialog.h"
#include "ui/filedialogs.h"
#include "ui/keptcontrols.h"
#include "ui/panels/flowlayout.h"
#include "ui/panels/panelparts.h"
#include "ui/plots/plot.h"
#include "ui/selection.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace pathgan {

FigurePane::FigurePane(Plot *plot, Selection &selection, QWidget *parent)
    : QWidget(parent), m_plot(plot), m_pinMenu(new QMenu(this)), m_controls(new FlowLayout),
      m_bar(new QHBoxLayout)
{
    const QString name = plot->fileName();
    setObjectName(name + QStringLiteral("Pane"));
    if (m_plot->objectName().isEmpty())
        m_plot->setObjectName(name);
    if (m_plot->accessibleName().isEmpty())
        m_plot->setAccessibleName(m_plot->title());
    m_plot->setParent(this);

    m_bar->setSpacing(4);
    m_bar->addLayout(m_controls, 1);
    connect(addButton(QStringLiteral("Export"), QStringLiteral("export"), tr("Export…"),
                      tr("Save the figure as PNG, SVG or PDF")),
            &QToolButton::clicked, this, [this] {
                ExportDialog *dialog = exportPlot(*m_plot, this);
                connect(dialog, &ExportDialog::failed, this,
                        [this](const Error &error) { reportError(this, error); });
            });
    connect(addButton(QStringLiteral("Copy"), QStringLiteral("copy"), tr("Copy"),
                      tr("Copy the figure to the clipboard")),
            &QToolButton::clicked, this, [this] { m_plot->copyToClipboard(); });
    connect(addButton(QStringLiteral("Data"), QStringLiteral("table"), tr("CSV…"),
                      tr("Save the numbers behind the figure")),
            &QToolButton::clicked, this, [this] {
                askForSaveFile(this, tr("Save the figure's data"),
                               m_plot->fileName() + QStringLiteral(".csv"), tr("Comma-separated (*.csv)"),
                               [this](const QString &path) { reportResult(this, m_plot->exportData(path)); });
            });
    QToolButton *pin = addButton(QStringLiteral("Pin"), QStringLiteral("pin"), tr("Pin"),
                                 tr("States of the figure that Export all writes, too"));
    m_pinMenu->setObjectName(name + QStringLiteral("PinMenu"));
    pin->setMenu(m_pinMenu);
    pin->setPopupMode(QToolButton::InstantPopup);
    connect(addButton(QStringLiteral("Reset"), QStringLiteral("reset"), tr("Reset view"),
                      tr("Show everything again (double click)")),
            &QToolButton::clicked, this, [this] { m_plot->resetView(); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_bar);
    layout->addWidget(m_plot, 1);
    m_plot->setTheme(plotTheme());
    connect(m_plot, &Plot::markClicked, &selection, &Selection::choose);
    connect(&selection, &Selection::chosenChanged, m_plot, &Plot::setMarked);
    for (const Thing thing : allThings)
        m_plot->setMarked({thing, selection.chosen(thing)});
    orderTabs();
}

void FigurePane::addControl(const QString &label, QWidget *control)
{
    if (auto *box = qobject_cast<QComboBox *>(control)) {
        // The longest name of a clinical column is wider than the figure.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(std::max(box->minimumContentsLength(), 14));
    }
    if (!isKept(*control))
        markKept(*control);
    m_tabStops.append(control);
    m_controls->addWidget(label.isEmpty() ? control : labelled(label, control, this));
    orderTabs();
}

void FigurePane::orderTabs() const
{
    QList<QWidget *> stops = m_tabStops;
    for (QToolButton *button : m_buttons)
        stops.append(button);
    stops.append(m_plot);
    for (qsizetype i = 0; i + 1 < stops.size(); ++i)
        QWidget::setTabOrder(stops[i], stops[i + 1]);
}

QToolButton *FigurePane::addButton(const QString &name, const QString &icon, const QString &text,
                                   const QString &tip)
{
    QToolButton *button = makeToolButton(m_plot->fileName() + name, icon, text, tip, this);
    m_bar->addWidget(button, 0, Qt::AlignTop);
    m_buttons.append(button);
    return button;
}

int FigurePane::barWidth(bool withText) const
{
    int width = withText ? m_controls->sizeHint().width() : m_controls->minimumSize().width();
    for (const QToolButton *button : m_buttons) {
        const bool hasText = button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
        width += button->sizeHint().width() + m_bar->spacing() + (withText - hasText) * textWidth(*button);
    }
    return width;
}

QSize FigurePane::minimumSizeHint() const
{
    return {std::max(barWidth(false), m_plot->minimumSizeHint().width()),
            QWidget::minimumSizeHint().height()};
}

bool FigurePane::event(QEvent *event)
{
    const bool result = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        const bool withText = barWidth(true) <= width();
        for (QToolButton *button : m_buttons)
            button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    }
    return result;
}

void FigurePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_plot->setTheme(plotTheme());
}

} // namespace pathgan
