// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tablewriter.h"
#include "ui/plots/figurelook.h"
#include "ui/plots/mark.h"
#include "ui/plots/plottheme.h"

#include <QImage>
#include <QStringList>

#include <functional>
#include <memory>

class QCustomPlot;
class QLabel;

namespace pathgan {
struct FigureDrawing;
struct MarkPlace;

/// One figure. Derive from it, fill in draw(), and pan, zoom, hover, theme and every export come with it:
/// drag pans, wheel zooms, double click resets or edits; the same drawing goes to screen, PNG, SVG (real
/// text), PDF, clipboard.
class Plot : public StyledFigure
{
    Q_OBJECT
public:
    explicit Plot(QWidget *parent = nullptr);
    ~Plot() override;

    /// File name without extension, unique in the program: "shap_bar".
    virtual QString fileName() const = 0;
    virtual QString title() const = 0;
    /// What the figure shows in one sentence, for screen readers and the export's description.
    virtual QString summary() const = 0;
    /// The data behind the figure.
    virtual Table data() const = 0;
    virtual bool isEmpty() const = 0;
    virtual QSizeF preferredSizeMm() const; ///< for exports that nobody chooses a size for
    /// Names of that kind that have marks here, which a click chooses.
    virtual QStringList named(Thing thing) const;

    /// Outlines every mark of that name in place of the one of its kind before.
    void setMarked(const pathgan::Mark &mark);
    QString marked(Thing thing) const;
    /// On screen, in pixels of the canvas: first where a click chooses it.
    std::vector<QRectF> placesOf(const Mark &mark) const;

    void setTheme(const PlotTheme &theme);
    const PlotTheme &theme() const { return m_theme; }
    /// "example data": printed small in the corner of screen and exports.
    void setWatermark(const QString &text);
    void setOrigin(const QString &text) { m_origin = text; } ///< for exports: how its data were computed
    void setMessage(const QString &text);                    ///< shown in place of an empty figure

    Result<void> exportTo(const QString &path, FigureFormat format, const ExportOptions &options = {});
    Result<void> exportData(const QString &path) const; ///< CSV
    QString text() const;                               ///< title, summary, whole caption, origin
    Result<void> exportText(const QString &path) const;
    void copyToClipboard();
    QImage image(const ExportOptions &options);
    FigureDrawing drawing(const ExportOptions &options); ///< of a size
    void resetView();
    void ensureDrawn() const override; ///< now, what refresh() only asked for

signals:
    void markClicked(const pathgan::Mark &mark);
    void hovered(const QString &text);

protected:
    /// Creates every element from the data on an empty canvas; called after data, theme or size changed.
    /// Exports call it with a canvas of their own, so it must not keep pointers to what it creates.
    virtual void draw(QCustomPlot &canvas) = 0;
    /// Text for the read-out at a widget position; empty: nothing there.
    virtual QString readout(const QPointF &position) const;
    /// What a click there chooses, and what the read-out there tells of.
    virtual std::vector<Mark> marksAt(const QPointF &position) const;
    /// Outlines of a mark on a canvas that was drawn.
    virtual std::vector<MarkPlace> places(const QCustomPlot &canvas, const Mark &mark) const;
    /// What is marked changed; only figures that draw it otherwise than as an outline need to know.
    virtual void markedChanged(Thing thing);
    /// The caption, below everything drawn so far; how much of it is drawn is the export's choice.
    void addNotes(QCustomPlot &canvas, const QStringList &paragraphs);
    /// To be called by derived classes when their data changed.
    void refresh();
    QCustomPlot &canvas() const { return *m_canvas; }
    void updateKeepingZoom(const std::function<void()> &change); ///< that sets data and ranges anew
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void lookChanged(bool ranges) override { scheduleRedraw(!ranges); }

private:
    struct View;
    void redraw(bool keepView);
    void scheduleRedraw(bool keepView);
    void compose(QCustomPlot &canvas, bool marks = true, bool fontIsGiven = false);
    void addMarks(QCustomPlot &canvas);
    QRectF explainedAt(const QPointF &position) const; ///< what a read-out there must not hide
    QString description() const;                       ///< summary, caption and origin
    std::unique_ptr<QCustomPlot> exportCanvas(const ExportOptions &options, const QSize &size);
    void showReadout(const QPointF &position);
    void zoomBy(double factor);
    void panBy(double x, double y);

    QCustomPlot *m_canvas;
    QLabel *m_readout;
    PlotTheme m_theme;
    QString m_watermark, m_message, m_origin;
    std::map<Thing, QString> m_marked;
    QStringList m_notes; ///< of the drawing made last
    CaptionLength m_caption = CaptionLength::Full;
    QPoint m_pressed;
    bool m_dirty = true, m_keepView = false, m_scheduled = false, m_drawing = false;
    std::unique_ptr<View> m_home; ///< axis ranges right after draw()
};

} // namespace pathgan
