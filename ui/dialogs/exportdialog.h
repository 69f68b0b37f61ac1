// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTimer;

namespace pathgan {

/// Saves or copies one figure: format, size, resolution, theme, with a preview. Non-blocking: open() it; it
/// deletes itself. The last choice is remembered in QSettings.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ExportDialog(Plot &plot, QWidget *parent = nullptr);

    enum class Format { Png, Svg, Pdf, Csv };
    Format format() const;
    void setFormat(Format format);
    ExportOptions options() const;
    /// Suggested path: last folder, the figure's file name and the format's extension.
    QString suggestedPath() const;
    /// Writes to a path without asking; what the Save button does after it has asked for one.
    Result<void> saveTo(const QString &path);

signals:
    void saved(const QString &path);
    /// The caller shows it; detail and code as everywhere.
    void failed(const pathgan::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildForm();
    void restore();
    void remember() const;
    void presetChosen();
    void optionsChanged();
    void updatePreview();
    void askAndSave();

    QPointer<Plot> m_plot;
    QComboBox *m_format, *m_preset, *m_theme, *m_caption;
    QDoubleSpinBox *m_width, *m_height;
    QSpinBox *m_dpi;
    QCheckBox *m_transparent, *m_marks;
    QLabel *m_preview, *m_pixels, *m_status;
    QPushButton *m_save, *m_copy;
    QTimer *m_timer;
};

/// Opens the dialog for a figure; returns at once.
ExportDialog *exportPlot(Plot &plot, QWidget *parent);

} // namespace pathgan
