// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every figure with made-up results, to be looked at: figuregallery FOLDER

#include "tests/support/exampleresults.h"
#include "ui/plots/figures.h"
#include "ui/plots/groupboxplot.h"
#include "ui/plots/gseaplot.h"
#include "ui/plots/lossplot.h"
#include "ui/plots/shapbarplot.h"

#include <QApplication>
#include <QDir>

using namespace pathgan;

namespace {

void addVariants(std::vector<std::unique_ptr<Plot>> &figures)
{
    auto local = std::make_unique<ShapBarPlot>();
    local->setRun(exampleresults::explanation(40, 60));
    local->setTop(20);
    local->setSample(0);
    figures.push_back(std::move(local));
    auto gsea = std::make_unique<GseaPlot>();
    gsea->setRun(exampleresults::enrichment(true)->gsea);
    gsea->setRow(2);
    figures.push_back(std::move(gsea));
    auto boxes = std::make_unique<GroupBoxPlot>();
    boxes->setEntry(exampleresults::groups(*exampleresults::flux(200), 5)->entries.front(),
                    QStringLiteral("A note."));
    figures.push_back(std::move(boxes));
    auto losses = std::make_unique<LossPlot>();
    losses->setHistory(exampleresults::training(*exampleresults::flux(30))->history);
    losses->setSmoothing(0.8);
    losses->setSymLog(true);
    figures.push_back(std::move(losses));
    figures.push_back(std::make_unique<LossPlot>());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    std::vector<std::unique_ptr<Plot>> figures = createFigures(exampleresults::project());
    addVariants(figures);
    int number = 0;
    for (const auto &figure : figures) {
        const QString base = folder.filePath(
            QStringLiteral("%1_%2_").arg(++number, 2, 10, QLatin1Char('0')).arg(figure->fileName()));
        ExportOptions options;
        options.dpi = 150;
        figure->image(options).save(base + QStringLiteral("print.png"));
        (void)figure->exportTo(base + QStringLiteral("print.svg"), FigureFormat::Svg);
        (void)figure->exportTo(base + QStringLiteral("print.pdf"), FigureFormat::Pdf);
        options.sizeMm = QSizeF(85, 70);
        figure->image(options).save(base + QStringLiteral("column.png"));
        figure->setTheme(PlotTheme::dark());
        figure->resize(760, 480);
        figure->show();
        QApplication::processEvents();
        figure->grab().save(base + QStringLiteral("screen_dark.png"));
        figure->setTheme(PlotTheme::light());
        QApplication::processEvents();
        figure->grab().save(base + QStringLiteral("screen_light.png"));
        figure->hide();
    }
    return 0;
}
