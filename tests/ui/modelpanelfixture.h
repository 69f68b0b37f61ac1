// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/session.h"
#include "core/metabolic/io/modelreader.h"
#include "ui/panels/modelpanel.h"
#include "ui/panels/tablepane.h"
#include "ui/scenarios.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include <cmath>

/// The Model panel, driven as a user does.
namespace modelpanel {

using namespace pathgan;

constexpr int patience = 120'000;

inline const QString modelFile = QStringLiteral(PATHGAN_TEST_DATA "/../../resources/example/model.xml");
inline const QString scenarioFile =
    QStringLiteral(PATHGAN_TEST_DATA "/metabolic/scenario/little_glucose.json");

template <class Widget>
Widget *child(const QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

inline std::shared_ptr<const MetabolicModel> exampleModel()
{
    static const auto model = [] {
        Result<MetabolicModel> read = readModel(modelFile.toStdString());
        return read ? std::make_shared<const MetabolicModel>(*std::move(read)) : nullptr;
    }();
    return model;
}

/// The Model panel with the example's model open.
struct Fixture
{
    Session session;
    Selection selection;
    ModelPanel panel{session, selection};
    Scenarios *scenarios = panel.findChild<Scenarios *>();

    bool open()
    {
        session.openFile(modelFile, Part::Model);
        return QTest::qWaitFor(
            [this] { return session.project().model && session.engine().jobs().isEmpty(); }, patience);
    }
    void choose(AnalysisMethod method)
    {
        auto *box = child<QComboBox>(panel, "method");
        box->setCurrentIndex(box->findData(QString::fromLatin1(methodName(method))));
    }
    bool run(AnalysisMethod method)
    {
        choose(method);
        return runAsItIs();
    }
    bool runAsItIs()
    {
        auto *button = child<QPushButton>(panel, "runButton");
        if (!button->isEnabled())
            return false;
        const auto before = session.project().analyses;
        button->click();
        return QTest::qWaitFor(
            [&] { return session.project().analyses != before && session.engine().jobs().isEmpty(); },
            patience);
    }
    QString result() const { return child<QLabel>(panel, "analysisResultText")->text(); }
    TableModel &table(const char *name = "analysis") const { return child<TablePane>(panel, name)->model(); }
    /// Number in the row of that id, as it would be saved.
    double number(const QString &id, int column, const char *name = "analysis") const
    {
        TableModel &model = table(name);
        const int row = model.rowOfKey(id);
        if (row < 0)
            return std::nan("");
        const Cell cell = model.table({row}).rows[0][static_cast<std::size_t>(column)];
        return std::holds_alternative<double>(cell) ? std::get<double>(cell) : std::nan("");
    }
    bool type(const char *name, const QString &id, int column, const QString &text) const
    {
        TableModel &model = table(name);
        return model.setData(model.index(model.rowOfKey(id), column), text);
    }
};

inline bool near(double a, double b, double tolerance = 1e-6)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

} // namespace modelpanel
