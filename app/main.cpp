// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QHashFunctions>
#include <QLocale>
#include <QSettings>
#include <QTimer>

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // QCustomPlot draws axes in the order of a hash: the same files
                                             // each time
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("PathGAN"));
    QApplication::setOrganizationName(QStringLiteral("PathGAN"));
    QApplication::setApplicationVersion(QStringLiteral(PATHGAN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("pathgan"));
    pathgan::installLanguage(QLocale());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Main", "From tumour transcriptomes to metabolic flux."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption example(QStringLiteral("example"),
                                     QCoreApplication::translate("Main", "Open the embedded example."));
    parser.addOption(example);
    parser.addPositionalArgument(
        QStringLiteral("files"),
        QCoreApplication::translate("Main", "Expression, clinical table, gene sets, network, model or "
                                            "trained network, recognised from their content."),
        QCoreApplication::translate("Main", "[FILE…]"));
    parser.process(app);

    pathgan::MainWindow window;
    // After the widgets: each would else be styled several times while it is put together.
    pathgan::applyTheme(
        static_cast<pathgan::ThemeChoice>(QSettings().value(QStringLiteral("window/theme"), 0).toInt()));
    window.show();
    QStringList files;
    for (const QString &file : parser.positionalArguments())
        files.append(QFileInfo(file).absoluteFilePath());
    QTimer::singleShot(0, &window, [&] {
        if (parser.isSet(example))
            window.openExample();
        window.openFiles(files);
    });
    return QApplication::exec();
}
