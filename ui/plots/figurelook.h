// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <map>
#include <string>
#include <utility>
#include <vector>

class QCPAxis;
class QCPLayoutElement;
class QCustomPlot;

namespace pathgan {

/// What the user changed in the look of a figure. Texts are known by what the figure says itself, ranges by
/// the axis with its label: a figure that shows another quantity keeps its own.
struct FigureLook
{
    using Range = std::pair<double, double>;

    std::map<QString, QString> texts; ///< titles, labels of axes, entries of keys
    std::map<QString, Range> ranges;  ///< by key of the axis; the first is the lower one

    bool isEmpty() const { return texts.empty() && ranges.empty(); }
    bool operator==(const FigureLook &other) const = default;
    std::string toText() const;                          ///< JSON; empty: nothing was changed
    static FigureLook fromText(const std::string &text); ///< what cannot be read is left out
};

/// A text of a figure that can be changed.
struct FigureText
{
    enum class Role { Title, Axis, Key };
    Role role;
    QString own, shown;
};

/// An axis of numbers.
struct FigureAxis
{
    QString key, label; ///< label: as it is shown
    FigureLook::Range range;
    bool isLogarithmic = false, isGiven = false; ///< isGiven: by the look
};

/// A figure with titles, labels, keys and ranges that its user may change: by a double click, or from a form.
class StyledFigure : public QWidget
{
    Q_OBJECT
public:
    explicit StyledFigure(QWidget *parent);
    ~StyledFigure() override;

    virtual void ensureDrawn() const = 0;

    const FigureLook &look() const { return m_look; }
    void setLook(const FigureLook &look); ///< no edit
    /// By the user; empty or the figure's own: as it would be without.
    void editText(const QString &own, const QString &text);
    /// False: no range that the axis could have.
    bool editRange(const FigureAxis &axis, const FigureLook::Range &range);
    void resetRange(const FigureAxis &axis);

    /// Of what is on screen.
    std::vector<FigureText> texts() const;
    std::vector<FigureAxis> axes() const;

signals:
    /// By the user; name: of what was done, in the user's language.
    void lookEdited(const pathgan::FigureLook &before, const QString &name);

protected:
    virtual void lookChanged(bool ranges) = 0; ///< ranges: these, too
    /// Puts the look onto a drawing; screen: the one that is looked at and clicked on.
    void applyLook(QCustomPlot &canvas, bool screen);
    /// Opens an editor for the text or the axis at a position on screen; false: there is none.
    bool editAt(const QPointF &position, QCustomPlot &canvas);

private:
    struct Place; ///< of a text in the drawing on screen
    void applyTexts(QCustomPlot &canvas, std::vector<Place> &places);
    void applyRanges(QCustomPlot &canvas, std::vector<std::pair<QPointer<QCPAxis>, FigureAxis>> &axes);
    QString textFor(const QString &own) const;
    void edit(FigureLook look, const QString &name);
    void editTextIn(const Place &place, QCustomPlot &canvas);
    void editRangeOf(const FigureAxis &axis, const QPoint &position);

    FigureLook m_look;
    std::vector<Place> m_places;
    std::vector<std::pair<QPointer<QCPAxis>, FigureAxis>> m_axes;
};

} // namespace pathgan
