// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/axisrangeeditor_p.h"

#include "ui/plots/decimalmark.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <cmath>

namespace pathgan {

std::optional<double> axisNumberFrom(const QString &given)
{
    QString text = given.trimmed();
    text.replace(QChar(0x2212), QLatin1Char('-'));
    if (hasDecimalComma() && !text.contains(QLatin1Char('.')))
        text.replace(QLatin1Char(','), QLatin1Char('.'));
    bool isNumber = false;
    const double value = QLocale::c().toDouble(text, &isNumber);
    const bool isGrouped = text.contains(QLatin1Char(',')); // "1,000": a thousand, or one?
    return isNumber && !isGrouped && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString axisNumberText(double value)
{
    const QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    return hasDecimalComma() ? QString(text).replace(QLatin1Char('.'), QLatin1Char(',')) : text;
}

QString rangeProblem(bool isLogarithmic)
{
    return isLogarithmic ? AxisRangeEditor::tr("Two numbers above 0, the first less than the second.")
                         : AxisRangeEditor::tr("Two numbers, the first less than the second.");
}

AxisRangeEditor::AxisRangeEditor(const FigureAxis &axis, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_isLogarithmic(axis.isLogarithmic), m_from(new QLineEdit(this)),
      m_to(new QLineEdit(this)), m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("axisRangeEditor"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_from->setObjectName(QStringLiteral("axisFrom"));
    m_from->setAccessibleName(tr("From"));
    m_from->setText(axisNumberText(axis.range.first));
    m_to->setObjectName(QStringLiteral("axisTo"));
    m_to->setAccessibleName(tr("To"));
    m_to->setText(axisNumberText(axis.range.second));
    m_problem->setObjectName(QStringLiteral("axisProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *set = new QPushButton(tr("Set"), this), *own = new QPushButton(tr("Automatic"), this);
    set->setObjectName(QStringLiteral("axisSet"));
    set->setDefault(true);
    own->setObjectName(QStringLiteral("axisAutomatic"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(own);
    buttons->addWidget(set);
    auto *form = new QFormLayout(this);
    auto *name = new QLabel(axis.label, this);
    name->setVisible(!axis.label.isEmpty());
    form->addRow(name);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(m_problem);
    form->addRow(buttons);
    for (QLineEdit *end : {m_from, m_to})
        connect(end, &QLineEdit::returnPressed, this, &AxisRangeEditor::give);
    connect(set, &QPushButton::clicked, this, &AxisRangeEditor::give);
    connect(own, &QPushButton::clicked, this, &AxisRangeEditor::reset);
    m_from->selectAll();
    m_from->setFocus();
}

void AxisRangeEditor::give()
{
    const std::optional<double> from = axisNumberFrom(m_from->text()), to = axisNumberFrom(m_to->text());
    if (from && to)
        emit given({*from, *to});
    else
        refuse();
}

void AxisRangeEditor::refuse()
{
    m_problem->setText(rangeProblem(m_isLogarithmic));
    m_problem->show();
    adjustSize();
}

} // namespace pathgan
