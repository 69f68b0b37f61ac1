// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace pathgan {

/// Settings above a Run button at the left, results at the right. Where the window is small and there are
/// results, the settings fold into a strip by themselves, unless somebody chose.
class FoldingSettings : public QWidget
{
    Q_OBJECT
public:
    /// The parts of it are called name + "Column", "Strip", "Fold", "Tab" and "Run".
    FoldingSettings(const QString &name, QWidget *settings, QPushButton *run, QWidget *results,
                    int settingsWidth, QWidget *parent);

    void choose(bool folded); ///< by the user
    bool isFolded() const { return m_isFolded; }
    void setHasResults(bool has);
    void setRunnable(bool runnable); ///< Run, in the column and in the strip
    bool isSettings(const QWidget &widget) const { return &widget == m_column; }

signals:
    void folded();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildColumn(const QString &name, QWidget *settings);
    void buildStrip(const QString &name);
    void foldBySize();
    void setFolded(bool folded);

    QPushButton *m_run;
    QWidget *m_column, *m_strip;
    bool m_isFolded = false, m_isChosen = false, m_hasResults = false;
};

} // namespace pathgan
