// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/figureform.h"
#include "ui/plots/figuresheet.h"

#include <QDialog>
#include <QPointer>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTimer;

namespace pathgan {

class ViewSettings;

/// Composes one figure of several, lettered A, B, C…; which ones is kept with the project. Non-blocking; it
/// deletes itself.
class SheetDialog : public QDialog
{
    Q_OBJECT
public:
    SheetDialog(const std::vector<Plot *> &figures, ViewSettings &settings, QWidget *parent);

signals:
    void failed(const pathgan::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillList(const std::vector<Plot *> &figures);
    void layOut();
    QWidget *makeChoice();
    std::string chosen() const; ///< as it is kept
    void showChoice(const std::string &kept);
    void choiceChanged();
    FigureSheet sheet() const;
    void refresh();
    void updatePreview();
    void askAndSave();
    void saveTo(const QString &path);

    ViewSettings &m_settings;
    std::vector<std::pair<std::string, QPointer<Plot>>> m_figures; ///< by key
    QListWidget *m_list;
    QSpinBox *m_columns;
    QComboBox *m_letters;
    FigureForm *m_form;
    QLabel *m_preview, *m_status;
    QPushButton *m_save;
    QTimer *m_timer;
    bool m_isShowing = false;
};

} // namespace pathgan
