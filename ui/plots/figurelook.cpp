// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/figurelook.h"

#include "ui/plots/axisrangeeditor_p.h"
#include "ui/plots/figureparts_p.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace pathgan {

struct StyledFigure::Place
{
    FigureText text;
    QPointer<QCPAxis> axis;             ///< that it is the label of
    QPointer<QCPLayoutElement> element; ///< else the title or key
    std::size_t entry = 0;              ///< of the key

    QRectF rect() const;
};

namespace {

constexpr double labelHeight = 16; // pixels

/// Below or beside the numbers of its axis.
QRectF labelRect(const QCPAxis &axis)
{
    const QRectF panel = axis.axisRect()->rect(), outer = axis.axisRect()->outerRect();
    switch (axis.axisType()) {
    case QCPAxis::atLeft:
        return {outer.left(), panel.top(), labelHeight, panel.height()};
    case QCPAxis::atRight:
        return {outer.right() - labelHeight, panel.top(), labelHeight, panel.height()};
    case QCPAxis::atTop:
        return {panel.left(), outer.top(), panel.width(), labelHeight};
    default:
        return {panel.left(), outer.bottom() - labelHeight, panel.width(), labelHeight};
    }
}

std::vector<QCPAxis *> visibleAxes(const QCPAxisRect &panel)
{
    std::vector<QCPAxis *> axes;
    for (const QCPAxis::AxisType side :
         {QCPAxis::atLeft, QCPAxis::atBottom, QCPAxis::atRight, QCPAxis::atTop})
        for (QCPAxis *axis : panel.axes(side))
            if (axis->visible())
                axes.push_back(axis);
    return axes;
}

bool hasNumbers(const QCPAxis &axis)
{
    return axis.tickLabels() && !qSharedPointerDynamicCast<QCPAxisTickerText>(axis.ticker());
}

QString axisKey(int panel, const QCPAxis &axis)
{
    static const std::map<QCPAxis::AxisType, QString> sides = {{QCPAxis::atLeft, QStringLiteral("left")},
                                                               {QCPAxis::atRight, QStringLiteral("right")},
                                                               {QCPAxis::atTop, QStringLiteral("top")},
                                                               {QCPAxis::atBottom, QStringLiteral("bottom")}};
    return QStringLiteral("%1 %2 %3").arg(panel + 1).arg(sides.at(axis.axisType()), axis.label());
}

/// Escape removes it and changes nothing.
class TextInPlace : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    bool event(QEvent *event) override
    {
        const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
            return QLineEdit::event(event);
        event->accept(); // else it is the window's
        if (event->type() == QEvent::KeyPress) {
            hide();
            deleteLater();
        }
        return true;
    }
};

bool isPossible(const FigureLook::Range &range, bool isLogarithmic)
{
    return std::isfinite(range.first) && std::isfinite(range.second) && range.first < range.second &&
           QCPRange::validRange(range.first, range.second) && (!isLogarithmic || range.first > 0);
}

} // namespace

std::string FigureLook::toText() const
{
    if (isEmpty())
        return {};
    QJsonObject said, cut;
    for (const auto &[own, text] : texts)
        said[own] = text;
    for (const auto &[axis, range] : ranges)
        cut[axis] = QJsonArray{range.first, range.second};
    const QJsonObject all{{QStringLiteral("texts"), said}, {QStringLiteral("ranges"), cut}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

FigureLook FigureLook::fromText(const std::string &text)
{
    FigureLook look;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    const QJsonObject said = document[QStringLiteral("texts")].toObject(),
                      cut = document[QStringLiteral("ranges")].toObject();
    for (auto each = said.begin(); each != said.end(); ++each)
        if (each.value().isString())
            look.texts[each.key()] = each.value().toString();
    for (auto each = cut.begin(); each != cut.end(); ++each) {
        const QJsonArray ends = each.value().toArray();
        const Range range(ends.at(0).toDouble(std::nan("")), ends.at(1).toDouble(std::nan("")));
        if (isPossible(range, false))
            look.ranges[each.key()] = range;
    }
    return look;
}

QRectF StyledFigure::Place::rect() const
{
    if (axis)
        return labelRect(*axis);
    if (const auto *key = dynamic_cast<const KeyBlock *>(element.data()))
        return key->entryPlace(entry);
    return element ? QRectF(element->rect()) : QRectF();
}

StyledFigure::StyledFigure(QWidget *parent) : QWidget(parent) {}

StyledFigure::~StyledFigure() = default;

void StyledFigure::setLook(const FigureLook &look)
{
    if (look == m_look)
        return;
    const bool ranges = look.ranges != m_look.ranges;
    m_look = look;
    lookChanged(ranges);
}

void StyledFigure::edit(FigureLook look, const QString &name)
{
    if (look == m_look)
        return;
    const FigureLook before = std::exchange(m_look, std::move(look));
    lookChanged(before.ranges != m_look.ranges);
    emit lookEdited(before, name);
}

void StyledFigure::editText(const QString &own, const QString &text)
{
    FigureLook look = m_look;
    if (text.isEmpty() || text == own)
        look.texts.erase(own);
    else
        look.texts[own] = text;
    edit(std::move(look), tr("text of a figure"));
}

bool StyledFigure::editRange(const FigureAxis &axis, const FigureLook::Range &range)
{
    if (!isPossible(range, axis.isLogarithmic))
        return false;
    FigureLook look = m_look;
    look.ranges[axis.key] = range;
    edit(std::move(look), tr("range of an axis"));
    return true;
}

void StyledFigure::resetRange(const FigureAxis &axis)
{
    FigureLook look = m_look;
    look.ranges.erase(axis.key);
    edit(std::move(look), tr("range of an axis"));
}

QString StyledFigure::textFor(const QString &own) const
{
    const auto found = m_look.texts.find(own);
    return found == m_look.texts.end() ? own : found->second;
}

void StyledFigure::applyLook(QCustomPlot &canvas, bool screen)
{
    std::vector<Place> places;
    std::vector<std::pair<QPointer<QCPAxis>, FigureAxis>> axes;
    applyRanges(canvas, axes); // known by labels that nobody changed
    applyTexts(canvas, places);
    for (auto &[axis, facts] : axes)
        facts.label = axis->label();
    if (!screen)
        return;
    m_places = std::move(places);
    m_axes = std::move(axes);
}

void StyledFigure::applyTexts(QCustomPlot &canvas, std::vector<Place> &places)
{
    const auto note = [&](FigureText::Role role, const QString &own, QCPAxis *axis, QCPLayoutElement *element,
                          std::size_t entry = 0) {
        places.push_back({{role, own, textFor(own)}, axis, element, entry});
        return textFor(own);
    };
    for (QCPLayoutElement *element : canvas.plotLayout()->elements(true)) {
        if (auto *block = dynamic_cast<TextBlock *>(element); block && block->isTitle())
            block->setText(note(FigureText::Role::Title, block->text(), nullptr, block));
        else if (auto *key = dynamic_cast<KeyBlock *>(element))
            for (std::size_t i = 0; i < key->entries().size(); ++i)
                key->setText(i, note(FigureText::Role::Key, key->entries()[i].text, nullptr, key, i));
    }
    for (const QCPAxisRect *panel : canvas.axisRects())
        for (QCPAxis *axis : visibleAxes(*panel))
            if (!axis->label().isEmpty())
                axis->setLabel(note(FigureText::Role::Axis, axis->label(), axis, nullptr));
}

void StyledFigure::applyRanges(QCustomPlot &canvas,
                               std::vector<std::pair<QPointer<QCPAxis>, FigureAxis>> &axes)
{
    const QList<QCPAxisRect *> panels = canvas.axisRects();
    for (int i = 0; i < static_cast<int>(panels.size()); ++i)
        for (QCPAxis *axis : visibleAxes(*panels[i])) {
            if (!hasNumbers(*axis))
                continue;
            FigureAxis facts{axisKey(i, *axis), axis->label(), {}, false, false};
            facts.isLogarithmic = axis->scaleType() == QCPAxis::stLogarithmic;
            if (const auto found = m_look.ranges.find(facts.key);
                found != m_look.ranges.end() && isPossible(found->second, facts.isLogarithmic)) {
                axis->setRange(found->second.first, found->second.second);
                facts.isGiven = true;
            }
            axes.emplace_back(axis, std::move(facts));
        }
}

std::vector<FigureText> StyledFigure::texts() const
{
    ensureDrawn();
    std::vector<FigureText> all;
    for (const Place &place : m_places) {
        const auto same = [&](const FigureText &text) { return text.own == place.text.own; };
        if (std::none_of(all.begin(), all.end(), same))
            all.push_back(place.text);
    }
    return all;
}

std::vector<FigureAxis> StyledFigure::axes() const
{
    ensureDrawn();
    std::vector<FigureAxis> all;
    for (const auto &[axis, facts] : m_axes) {
        if (!axis)
            continue;
        all.push_back(facts);
        all.back().range = {axis->range().lower, axis->range().upper};
    }
    return all;
}

bool StyledFigure::editAt(const QPointF &position, QCustomPlot &canvas)
{
    for (const Place &place : m_places)
        if (place.rect().contains(position)) {
            editTextIn(place, canvas);
            return true;
        }
    const std::vector<FigureAxis> all = axes();
    for (std::size_t i = 0; i < m_axes.size() && i < all.size(); ++i) {
        const QCPAxis::SelectablePart part = m_axes[i].first->getPartAt(position);
        if (part == QCPAxis::spTickLabels || part == QCPAxis::spAxis) {
            editRangeOf(all[i], canvas.mapToGlobal(position.toPoint()));
            return true;
        }
    }
    return false;
}

void StyledFigure::editTextIn(const Place &place, QCustomPlot &canvas)
{
    auto *editor = new TextInPlace(place.text.shown, &canvas);
    editor->setObjectName(QStringLiteral("figureTextEditor"));
    editor->setAccessibleName(tr("Text in the figure"));
    editor->setPlaceholderText(place.text.own);
    editor->setToolTip(tr("Enter keeps the text, Escape leaves it; empty: the figure's own"));
    const QRectF rect = place.rect();
    const QSize size(std::clamp(editor->fontMetrics().horizontalAdvance(place.text.own) + 60, 160,
                                std::max(160, canvas.width() - 8)),
                     editor->sizeHint().height());
    const QPoint corner = rect.width() < rect.height() // beside a vertical axis
                              ? QPoint(4, static_cast<int>(rect.center().y()) - size.height() / 2)
                              : QPoint(static_cast<int>(rect.left()), static_cast<int>(rect.top()) - 3);
    editor->setGeometry({{std::clamp(corner.x(), 4, std::max(4, canvas.width() - size.width() - 4)),
                          std::clamp(corner.y(), 0, std::max(0, canvas.height() - size.height()))},
                         size});
    connect(editor, &QLineEdit::editingFinished, this, [this, editor, own = place.text.own] {
        if (editor->isHidden())
            return;
        editor->hide(); // the second signal, by the lost focus, finds it gone
        editor->deleteLater();
        editText(own, editor->text().trimmed());
    });
    editor->show();
    editor->selectAll();
    editor->setFocus(Qt::MouseFocusReason);
}

void StyledFigure::editRangeOf(const FigureAxis &axis, const QPoint &position)
{
    auto *editor = new AxisRangeEditor(axis, this);
    connect(editor, &AxisRangeEditor::given, this, [this, editor, axis](const FigureLook::Range &range) {
        if (editRange(axis, range))
            editor->close();
        else
            editor->refuse();
    });
    connect(editor, &AxisRangeEditor::reset, this, [this, editor, axis] {
        resetRange(axis);
        editor->close();
    });
    editor->move(position);
    editor->show();
}

} // namespace pathgan
