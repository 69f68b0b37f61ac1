// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/viewsettings.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <string>

class QComboBox;
class QWidget;

namespace pathgan {

/// Marks a control as one that says how a figure is drawn: its value is kept with the project, and what the
/// user makes of it can be undone. A combo box, check box, spin box or slider; name: the object's, but one
/// for controls that go together.
void markKept(QWidget &control, const QString &name = {});
bool isKept(const QWidget &control);
/// The marked control of a key; null: none.
QWidget *keptControl(const QWidget &root, const std::string &key);

/// Connects all marked controls below a widget with the settings of the project. Entries of a combo box are
/// known by their data, or by their texts.
class KeptControls : public QObject
{
    Q_OBJECT
public:
    KeptControls(QWidget &root, ViewSettings &settings);

    using Values = std::map<std::string, std::string>;
    Values values(const std::string &prefix) const;          ///< of the controls whose keys begin so
    void show(const Values &values);                         ///< by nobody's edit
    QStringList shownTexts(const std::string &prefix) const; ///< what those on screen say

private:
    struct Control
    {
        QWidget *widget;
        std::string first, before, now;     ///< values: of the start, before the last change, since then
        std::optional<std::string> pending; ///< of the project, as soon as there is such an entry
    };
    void add(QWidget &widget);
    void addBox(QComboBox &box, const std::string &key);
    void noteChange(Control &control, const QWidget &widget);
    void noteEdit(const std::string &key, bool isTyped);
    void show(Control &control, const std::string &value);
    void showAll();

    ViewSettings &m_settings;
    std::map<std::string, Control> m_controls; ///< by key
    bool m_isShowing = false;
};

} // namespace pathgan
