// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/runcurvesdialog.h"

#include "ui/panels/figurepane.h"
#include "ui/panels/panelparts.h"
#include "ui/plots/lossplot.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QVBoxLayout>

#include <utility>

namespace pathgan {

void showRunCurves(std::vector<RunCurve> runs, const QString &mark, Selection &selection, QWidget *parent)
{
    auto *plot = new RunCurvesPlot;
    plot->setRuns(std::move(runs));
    plot->setWatermark(mark);
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("runCurvesDialog"));
    dialog->setWindowTitle(plot->title());
    dialog->setAccessibleName(plot->title());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *pane = new FigurePane(plot, selection, dialog);
    QComboBox *loss = makePicker(QStringLiteral("runCurvesLoss"), pane);
    for (int curve = 0; curve < LossPlot::lossCount; ++curve)
        loss->addItem(LossPlot::curveName(curve));
    pane->addControl(QCoreApplication::translate("HistoryDialog", "&Above:"), loss);
    QObject::connect(loss, &QComboBox::currentIndexChanged, plot, &RunCurvesPlot::setLoss);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(pane);
    dialog->resize(820, 620);
    dialog->show();
}

RunCurve runCurve(const KeptRun &run, int number, const QString &differences)
{
    const auto training = std::static_pointer_cast<const GanRun>(run.value);
    return {number, differences, training->history, training->bestEpoch, training->test.pearson};
}

} // namespace pathgan
