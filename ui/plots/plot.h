// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/tablewriter.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QSizeF>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

class QCustomPlot;
class QLabel;

namespace pathgan {

/// Colours and fonts of a figure. Light and Dark follow the window; Print is what exports use by default.
struct PlotTheme
{
    QColor background, foreground, muted, grid;
    QFont font;

    static PlotTheme light();
    static PlotTheme dark();
    static PlotTheme print();
};

enum class FigureFormat { Png, Svg, Pdf };

struct ExportOptions
{
    QSizeF sizeMm;            ///< page or image size; none: the figure's preferredSizeMm()
    int dpi = 300;            ///< PNG
    bool transparent = false; ///< PNG, SVG
    bool printTheme = true;   ///< else the theme on screen
};

/// One figure. Derive from it, fill in draw(), and pan, zoom, hover, theme and every export come with it:
/// drag pans, wheel zooms, double click resets; the same drawing goes to screen, PNG, SVG (real text), PDF,
/// clipboard.
class Plot : public QWidget
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

    void setTheme(const PlotTheme &theme);
    const PlotTheme &theme() const { return m_theme; }
    /// "example data": printed small in the corner of screen and exports.
    void setWatermark(const QString &text);
    void setOrigin(const QString &text) { m_origin = text; } ///< for exports: how its data were computed
    void setMessage(const QString &text);                    ///< shown in place of an empty figure

    Result<void> exportTo(const QString &path, FigureFormat format, const ExportOptions &options = {});
    Result<void> exportData(const QString &path) const; ///< CSV
    void copyToClipboard();
    QImage image(const ExportOptions &options);
    void resetView();

signals:
    void sampleClicked(const QString &sample);
    void geneClicked(const QString &gene);
    void reactionClicked(const QString &reaction);
    void pathwayClicked(const QString &pathway);
    void hovered(const QString &text);

protected:
    /// Creates every element from the data on an empty canvas; called after data, theme or size changed.
    /// Exports call it with a canvas of their own, so it must not keep pointers to what it creates.
    virtual void draw(QCustomPlot &canvas) = 0;
    /// Text for the read-out at a widget position; empty: nothing there.
    virtual QString readout(const QPointF &position) const;
    virtual void clicked(const QPointF &position); ///< without a drag
    /// To be called by derived classes when their data changed.
    void refresh();
    QCustomPlot &canvas() const { return *m_canvas; }
    /// Draws now what refresh() only asked for.
    void ensureDrawn() const;
    void updateKeepingZoom(const std::function<void()> &change); ///< that sets data and ranges anew
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct View;
    void redraw(bool keepView);
    void scheduleRedraw(bool keepView);
    void compose(QCustomPlot &canvas);
    QString description() const; ///< summary and origin
    std::unique_ptr<QCustomPlot> exportCanvas(const ExportOptions &options, const QSize &size);
    void showReadout(const QPointF &position);
    void zoomBy(double factor);
    void panBy(double x, double y);

    QCustomPlot *m_canvas;
    QLabel *m_readout;
    PlotTheme m_theme;
    QString m_watermark, m_message, m_origin;
    QPoint m_pressed;
    bool m_dirty = true, m_keepView = false, m_scheduled = false, m_drawing = false;
    std::unique_ptr<View> m_home; ///< axis ranges right after draw()
};

} // namespace pathgan
