// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lookform.h"

#include "ui/plots/axisrangeeditor_p.h"

#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

namespace pathgan {

namespace {

QTableWidgetItem *fixedItem(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

QTableWidget *makeTable(const char *objectName, const QString &name, const QStringList &headers)
{
    auto *table = new QTableWidget(0, static_cast<int>(headers.size()));
    table->setObjectName(QLatin1String(objectName));
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(headers);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->verticalHeader()->hide();
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    return table;
}

} // namespace

LookForm::LookForm(StyledFigure &figure, QWidget *parent)
    : QWidget(parent), m_figure(figure),
      m_texts(makeTable("lookTexts", tr("Texts"), {tr("The figure's own"), tr("Shown")})),
      m_axes(makeTable("lookAxes", tr("Axes"), {tr("Axis"), tr("From"), tr("To")})), m_problem(new QLabel)
{
    auto *note =
        new QLabel(tr("Kept with the project. An empty field gives back the figure's own. On screen, "
                      "double click a text or the numbers of an axis."));
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_texts, 3);
    layout->addWidget(m_axes, 2);
    layout->addWidget(m_problem);
    layout->addWidget(note);
    m_problem->setObjectName(QStringLiteral("lookProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    fill();
    connect(m_texts, &QTableWidget::cellChanged, this, &LookForm::textChanged);
    connect(m_axes, &QTableWidget::cellChanged, this, &LookForm::rangeChanged);
    connect(&figure, &StyledFigure::lookEdited, this, &LookForm::fill);
}

void LookForm::fill()
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_shownTexts = m_figure.texts();
    m_shownAxes = m_figure.axes();
    m_texts->setRowCount(static_cast<int>(m_shownTexts.size()));
    for (int row = 0; row < m_texts->rowCount(); ++row) {
        const FigureText &text = m_shownTexts[static_cast<std::size_t>(row)];
        m_texts->setItem(row, 0, fixedItem(text.own));
        m_texts->setItem(row, 1, new QTableWidgetItem(text.shown));
    }
    m_axes->setRowCount(static_cast<int>(m_shownAxes.size()));
    for (int row = 0; row < m_axes->rowCount(); ++row) {
        const FigureAxis &axis = m_shownAxes[static_cast<std::size_t>(row)];
        m_axes->setItem(row, 0, fixedItem(axis.label.isEmpty() ? tr("Axis %1").arg(row + 1) : axis.label));
        m_axes->setItem(row, 1, new QTableWidgetItem(axisNumberText(axis.range.first)));
        m_axes->setItem(row, 2, new QTableWidgetItem(axisNumberText(axis.range.second)));
    }
}

void LookForm::textChanged(int row, int)
{
    if (!m_isFilling)
        m_figure.editText(m_shownTexts[static_cast<std::size_t>(row)].own,
                          m_texts->item(row, 1)->text().trimmed());
}

/// What is no range leaves the one there was.
void LookForm::rangeChanged(int row, int column)
{
    if (m_isFilling)
        return;
    m_problem->hide();
    const FigureAxis axis = m_shownAxes[static_cast<std::size_t>(row)];
    if (m_axes->item(row, column)->text().trimmed().isEmpty())
        return m_figure.resetRange(axis);
    const auto from = axisNumberFrom(m_axes->item(row, 1)->text()),
               to = axisNumberFrom(m_axes->item(row, 2)->text());
    if (from && to && m_figure.editRange(axis, {*from, *to}))
        return;
    m_problem->setText(rangeProblem(axis.isLogarithmic));
    m_problem->show();
    fill();
}

} // namespace pathgan
