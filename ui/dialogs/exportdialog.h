// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/figureform.h"
#include "ui/plots/plot.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QTimer;

namespace pathgan {

/// Saves or copies one figure: format, size, resolution, colours, letters; its texts and axes; with a
/// preview. Non-blocking: open() it; it deletes itself. The last choice is remembered in QSettings.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ExportDialog(Plot &plot, QWidget *parent = nullptr);

    using Format = FigureForm::Format;
    Format format() const { return m_form->format(); }
    void setFormat(Format format) { m_form->setFormat(format); }
    ExportOptions options() const { return m_form->options(); }
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
    void layOut();
    void optionsChanged();
    void updatePreview();
    void askAndSave();

    QPointer<Plot> m_plot;
    FigureForm *m_form;
    QLabel *m_preview, *m_status;
    QPushButton *m_save, *m_copy;
    QTimer *m_timer;
};

/// Opens the dialog for a figure; returns at once.
ExportDialog *exportPlot(Plot &plot, QWidget *parent);

} // namespace pathgan
