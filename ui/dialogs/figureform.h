// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plottheme.h"

#include <QString>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFontComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace pathgan {

/// As what a figure is written: format, size, resolution, colours, letters, caption. The last choice is
/// remembered in QSettings.
class FigureForm : public QWidget
{
    Q_OBJECT
public:
    enum class Format { Png, Svg, Pdf, Tiff, Csv };

    /// group: of the settings. ownSizeMm: what the figure prefers. withData: CSV is a choice.
    FigureForm(const QString &group, const QSizeF &ownSizeMm, bool withData, QWidget *parent = nullptr);

    Format format() const;
    void setFormat(Format format);
    QString ending() const; ///< of file names, without the dot
    bool isFigure() const { return format() != Format::Csv; }
    FigureFormat figureFormat() const; ///< of a figure
    ExportOptions options() const;
    void setOwnSize(const QSizeF &sizeMm); ///< changed: the height of a page that grows
    void remember() const;

signals:
    void changed();

private:
    void fillChoices(bool withData);
    void layOut();
    void restore();
    void presetChosen();
    void refresh();
    static void addNamed(QFormLayout &form, const QString &label, QWidget *widget, const char *objectName);

    QString m_group;
    QSizeF m_ownSize;
    QComboBox *m_format, *m_preset, *m_colours, *m_caption;
    QDoubleSpinBox *m_width, *m_height, *m_points;
    QSpinBox *m_dpi;
    QFontComboBox *m_family;
    QCheckBox *m_transparent, *m_marks, *m_paths, *m_ownFont;
    QLabel *m_pixels;
};

} // namespace pathgan
