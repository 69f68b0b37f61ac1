// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keptcontrols.h"

#include "ui/panel.h"

#include <QAbstractItemModel>
#include <QAbstractSlider>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTimer>

namespace pathgan {

namespace {

constexpr const char *property = "kept";

/// "fluxPanel/heatMapOrder"; empty: the control is not kept.
std::string keyOf(const QWidget &control)
{
    const QString name = control.property(property).toString();
    if (name.isEmpty())
        return {};
    const QWidget *panel = &control;
    while (panel->parentWidget() && !qobject_cast<const Panel *>(panel))
        panel = panel->parentWidget();
    return (panel->objectName() + QLatin1Char('/') + name).toStdString();
}

constexpr QLatin1Char byData('='), byText('"');

QString entryValue(const QComboBox &box, int index)
{
    const QVariant data = box.itemData(index);
    const bool isUnique = data.isValid() && !data.toString().isEmpty() && box.findData(data) == index;
    return isUnique ? byData + data.toString() : byText + box.itemText(index);
}

std::string valueOf(const QWidget &control)
{
    if (const auto *box = qobject_cast<const QComboBox *>(&control))
        return box->currentIndex() < 0 ? std::string() : entryValue(*box, box->currentIndex()).toStdString();
    if (const auto *check = qobject_cast<const QCheckBox *>(&control))
        return check->isChecked() ? "1" : "0";
    if (const auto *spin = qobject_cast<const QSpinBox *>(&control))
        return std::to_string(spin->value());
    if (const auto *slider = qobject_cast<const QAbstractSlider *>(&control))
        return std::to_string(slider->value());
    return {};
}

/// False: there is no such entry, at least not yet.
bool choose(QComboBox &box, const QString &value)
{
    for (int index = 0; index < box.count(); ++index) {
        if (entryValue(box, index) != value)
            continue;
        box.setCurrentIndex(index);
        emit box.activated(index); // as if it was clicked
        emit box.textActivated(box.itemText(index));
        return true;
    }
    return false;
}

bool put(QWidget &control, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (auto *box = qobject_cast<QComboBox *>(&control))
        return choose(*box, value);
    if (auto *check = qobject_cast<QCheckBox *>(&control); check && isNumber)
        check->setChecked(number != 0);
    else if (auto *spin = qobject_cast<QSpinBox *>(&control); spin && isNumber)
        spin->setValue(number);
    else if (auto *slider = qobject_cast<QAbstractSlider *>(&control); slider && isNumber)
        slider->setValue(number);
    return true;
}

} // namespace

void markKept(QWidget &control, const QString &name)
{
    control.setProperty(property, name.isEmpty() ? control.objectName() : name);
}

bool isKept(const QWidget &control)
{
    return control.property(property).isValid();
}

QWidget *keptControl(const QWidget &root, const std::string &key)
{
    for (QWidget *control : root.findChildren<QWidget *>())
        if (keyOf(*control) == key)
            return control;
    return nullptr;
}

KeptControls::KeptControls(QWidget &root, ViewSettings &settings) : QObject(&root), m_settings(settings)
{
    for (QWidget *control : root.findChildren<QWidget *>())
        if (!keyOf(*control).empty())
            add(*control);
    connect(&settings, &ViewSettings::replaced, this, &KeptControls::showAll);
    connect(&settings, &ViewSettings::changed, this, [this](const std::string &key) {
        if (const auto found = m_controls.find(key); found != m_controls.end())
            show(found->second, m_settings.value(key));
    });
}

void KeptControls::add(QWidget &widget)
{
    const std::string key = keyOf(widget), now = valueOf(widget);
    m_controls.try_emplace(key, Control{&widget, now, now, now, std::nullopt});
    const auto follow = [this, key, &widget](auto *box, auto changed, bool isTyped) {
        connect(box, changed, this, [this, key, &widget, isTyped] {
            noteChange(m_controls.at(key), widget);
            noteEdit(key, isTyped);
        });
    };
    if (auto *box = qobject_cast<QComboBox *>(&widget))
        addBox(*box, key);
    else if (auto *check = qobject_cast<QCheckBox *>(&widget))
        follow(check, &QCheckBox::toggled, false);
    else if (auto *spin = qobject_cast<QSpinBox *>(&widget))
        follow(spin, &QSpinBox::valueChanged, true);
    else if (auto *slider = qobject_cast<QAbstractSlider *>(&widget))
        follow(slider, &QAbstractSlider::valueChanged, true);
    else
        qFatal("no control that can be kept: %s", key.c_str());
}

/// What is chosen may change without the user, with a selection or new entries.
void KeptControls::addBox(QComboBox &box, const std::string &key)
{
    connect(&box, &QComboBox::currentIndexChanged, this,
            [this, key, &box] { noteChange(m_controls.at(key), box); });
    connect(&box, &QComboBox::activated, this, [this, key] { noteEdit(key, false); });
    connect(box.model(), &QAbstractItemModel::rowsInserted, this, [this, key] {
        if (m_controls.at(key).pending)
            QTimer::singleShot(0, this, [this, key] {
                if (Control &control = m_controls.at(key); control.pending)
                    show(control, std::string(*control.pending));
            });
    });
}

void KeptControls::noteChange(Control &control, const QWidget &widget)
{
    control.before = std::exchange(control.now, valueOf(widget));
}

void KeptControls::noteEdit(const std::string &key, bool isTyped)
{
    Control &control = m_controls.at(key);
    if (m_isShowing || control.before == control.now)
        return;
    control.pending.reset();
    m_settings.edit(key, std::exchange(control.before, control.now), control.now,
                    control.widget->accessibleName().toStdString(), isTyped);
}

void KeptControls::show(Control &control, const std::string &value)
{
    const QScopedValueRollback showing(m_isShowing, true);
    control.pending.reset();
    if (!put(*control.widget, QString::fromStdString(value)))
        control.pending = value;
}

KeptControls::Values KeptControls::values(const std::string &prefix) const
{
    Values found;
    for (const auto &[key, control] : m_controls)
        if (key.starts_with(prefix))
            found[key] = control.pending.value_or(valueOf(*control.widget));
    return found;
}

void KeptControls::show(const Values &values)
{
    for (const auto &[key, value] : values)
        if (const auto found = m_controls.find(key);
            found != m_controls.end() && valueOf(*found->second.widget) != value) {
            m_settings.set(key, value);
            show(found->second, value);
        }
}

QStringList KeptControls::shownTexts(const std::string &prefix) const
{
    QStringList texts;
    for (const auto &[key, control] : m_controls) {
        if (!key.starts_with(prefix) || !control.widget->isVisible())
            continue;
        if (const auto *box = qobject_cast<const QComboBox *>(control.widget))
            texts << box->currentText();
        else if (const auto *check = qobject_cast<const QCheckBox *>(control.widget))
            texts << (check->isChecked() ? check->accessibleName() : QString());
        else if (const std::string value = valueOf(*control.widget); value != control.first)
            texts << control.widget->accessibleName() + QLatin1Char(' ') + QString::fromStdString(value);
    }
    texts.removeAll(QString());
    return texts;
}

void KeptControls::showAll()
{
    for (auto &[key, control] : m_controls) {
        const std::string value = m_settings.value(key);
        if (!value.empty() || control.now != control.first)
            show(control, value.empty() ? control.first : value);
    }
}

} // namespace pathgan
