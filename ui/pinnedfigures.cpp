// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pinnedfigures.h"

#include "ui/panels/figurepane.h"
#include "ui/plotkey.h"
#include "ui/plots/plot.h"
#include "ui/selection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

#include <utility>

namespace pathgan {

namespace {

std::string keyOf(const Plot &plot)
{
    return "pinned/" + plotKey(plot);
}

std::string selectionKey(Thing thing)
{
    return "selected " + std::to_string(static_cast<int>(thing));
}

QString textOf(const QList<PinnedFigures::State> &states)
{
    QJsonArray list;
    for (const PinnedFigures::State &state : states) {
        QJsonObject values;
        for (const auto &[key, value] : state.values)
            values[QString::fromStdString(key)] = QString::fromStdString(value);
        list.append(QJsonObject{{QStringLiteral("text"), state.text}, {QStringLiteral("values"), values}});
    }
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<PinnedFigures::State> statesOf(const std::string &text)
{
    QList<PinnedFigures::State> states;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    for (const QJsonValue each : document.array()) {
        PinnedFigures::State state{each[QStringLiteral("text")].toString(), {}};
        const QJsonObject values = each[QStringLiteral("values")].toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            state.values[value.key().toStdString()] = value.value().toString().toStdString();
        states.append(std::move(state));
    }
    return states;
}

} // namespace

PinnedFigures::PinnedFigures(QWidget &root, Selection &selection, ViewSettings &settings,
                             KeptControls &controls)
    : QObject(&root), m_root(root), m_selection(selection), m_settings(settings), m_controls(controls)
{
    for (FigurePane *pane : root.findChildren<FigurePane *>()) {
        QMenu *menu = pane->pinMenu();
        connect(menu, &QMenu::aboutToShow, this,
                [this, menu, plot = pane->plot()] { fillMenu(*menu, *plot); });
    }
}

QList<PinnedFigures::State> PinnedFigures::states(const Plot &plot) const
{
    return statesOf(m_settings.value(keyOf(plot)));
}

PinnedFigures::Values PinnedFigures::withSelection(Values values) const
{
    for (const Thing thing : allThings)
        values[selectionKey(thing)] = m_selection.chosen(thing).toStdString();
    return values;
}

/// The settings of its panel and what is selected; what is not leaves, when shown, what is selected then.
PinnedFigures::State PinnedFigures::now(const Plot &plot) const
{
    QStringList texts{plot.title()};
    texts += m_controls.shownTexts(panelPrefix(plot));
    Values values = withSelection(m_controls.values(panelPrefix(plot)));
    for (const Thing thing : allThings)
        if (m_selection.chosen(thing).isEmpty())
            values.erase(selectionKey(thing));
    return {texts.join(QStringLiteral(" · ")), std::move(values)};
}

/// Controls first, which may choose by themselves.
void PinnedFigures::show(const Values &values)
{
    m_controls.show(values);
    for (const Thing thing : allThings)
        if (const auto found = values.find(selectionKey(thing)); found != values.end())
            m_selection.choose({thing, QString::fromStdString(found->second)});
}

void PinnedFigures::withState(const State &state, const std::function<void()> &draw)
{
    Values before = withSelection(m_controls.values({}));
    std::erase_if(before, [&state](const auto &each) { return !state.values.contains(each.first); });
    show(state.values);
    draw();
    show(before);
}

void PinnedFigures::put(const Plot &plot, const QList<State> &states, const QString &name)
{
    const std::string key = keyOf(plot);
    m_settings.edit(key, m_settings.value(key),
                    states.isEmpty() ? std::string() : textOf(states).toStdString(), name.toStdString(),
                    false);
}

void PinnedFigures::fillMenu(QMenu &menu, const Plot &plot)
{
    menu.clear();
    const QList<State> pinned = states(plot);
    QAction *pin = menu.addAction(tr("Export this state, too"));
    pin->setEnabled(!plot.isEmpty());
    connect(pin, &QAction::triggered, this, [this, &plot] {
        QList<State> all = states(plot);
        all.append(now(plot));
        put(plot, all, tr("pin a figure"));
    });
    if (pinned.isEmpty())
        return;
    menu.addSeparator();
    for (const State &state : pinned) {
        const QString text = menu.fontMetrics().elidedText(state.text, Qt::ElideMiddle, 420);
        QAction *action = menu.addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(state.text);
        connect(action, &QAction::triggered, this, [this, state] { show(state.values); });
    }
    QMenu *unpin = menu.addMenu(tr("Unpin"));
    for (qsizetype i = 0; i < pinned.size(); ++i)
        connect(unpin->addAction(QString::number(i + 1)), &QAction::triggered, this, [this, &plot, i] {
            QList<State> all = states(plot);
            all.removeAt(i);
            put(plot, all, tr("unpin a figure"));
        });
}

} // namespace pathgan
