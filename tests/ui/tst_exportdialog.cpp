// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exampleresults.h"
#include "tests/support/testmain.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/plots/shapbarplot.h"

#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pathgan;

class TstExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void presetsSetTheSize();
    void savesEachFormat();
    void remembersTheLastChoice();
    void showsPreviewAndCopies();
    void failureIsReported();
    void closesWithItsFigure();

private:
    static ShapBarPlot *makePlot(QObject *)
    {
        auto *plot = new ShapBarPlot;
        plot->setRun(exampleresults::explanation(20, 30));
        return plot;
    }
};

void TstExportDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("pathgan-test"));
    QCoreApplication::setApplicationName(QStringLiteral("exportdialog"));
}

void TstExportDialog::presetsSetTheSize()
{
    const std::unique_ptr<ShapBarPlot> plot(makePlot(this));
    ExportDialog dialog(*plot);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(dialog.options().sizeMm, plot->preferredSizeMm());
    auto *preset = dialog.findChild<QComboBox *>(QStringLiteral("exportPreset"));
    preset->setCurrentIndex(1);
    QCOMPARE(dialog.options().sizeMm.width(), 85.0);
    preset->setCurrentIndex(3);
    const QSizeF slide = dialog.options().sizeMm;
    QVERIFY(std::abs(slide.width() / slide.height() - 16.0 / 9.0) < 0.001);
    dialog.setFormat(ExportDialog::Format::Csv);
    QVERIFY(!preset->isEnabled());
}

void TstExportDialog::savesEachFormat()
{
    QTemporaryDir folder;
    const std::unique_ptr<ShapBarPlot> plot(makePlot(this));
    ExportDialog dialog(*plot);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const QByteArray starts[] = {"\x89PNG", "<?xml", "%PDF", "II*", "gene,"};
    QSignalSpy saved(&dialog, &ExportDialog::saved);
    for (int format = 0; format < 5; ++format) {
        dialog.setFormat(static_cast<ExportDialog::Format>(format));
        const QString path = folder.filePath(QString::number(format));
        QVERIFY(dialog.saveTo(format == 4 ? path + QStringLiteral(".csv") : path));
        QFile file(format == 4 ? path + QStringLiteral(".csv") : path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(starts[format]));
    }
    QCOMPARE(saved.count(), 5);
}

void TstExportDialog::remembersTheLastChoice()
{
    QTemporaryDir folder;
    const std::unique_ptr<ShapBarPlot> plot(makePlot(this));
    {
        ExportDialog dialog(*plot);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setFormat(ExportDialog::Format::Svg);
        dialog.findChild<QComboBox *>(QStringLiteral("exportPreset"))->setCurrentIndex(1);
        dialog.findChild<QSpinBox *>(QStringLiteral("exportDpi"))->setValue(450);
        QVERIFY(dialog.saveTo(folder.filePath(QStringLiteral("a.svg"))));
    }
    ExportDialog dialog(*plot);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(dialog.format() == ExportDialog::Format::Svg);
    QCOMPARE(dialog.options().sizeMm.width(), 85.0);
    QCOMPARE(dialog.options().dpi, 450);
    QCOMPARE(dialog.suggestedPath(), folder.filePath(QStringLiteral("shap_bar.svg")));
}

void TstExportDialog::showsPreviewAndCopies()
{
    const std::unique_ptr<ShapBarPlot> plot(makePlot(this));
    ExportDialog *dialog = exportPlot(*plot, nullptr);
    QVERIFY(!dialog->isModal());
    auto *preview = dialog->findChild<QLabel *>(QStringLiteral("exportPreview"));
    QTRY_VERIFY(!preview->pixmap().isNull());
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("exportCopy")), Qt::LeftButton);
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    dialog->close();
}

void TstExportDialog::failureIsReported()
{
    const std::unique_ptr<ShapBarPlot> plot(makePlot(this));
    ExportDialog dialog(*plot);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy failed(&dialog, &ExportDialog::failed);
    QVERIFY(!dialog.saveTo(QStringLiteral("/nonexistent/folder/a.png")));
    QCOMPARE(failed.count(), 1);
}

void TstExportDialog::closesWithItsFigure()
{
    ShapBarPlot *plot = makePlot(this);
    QPointer<ExportDialog> dialog = exportPlot(*plot, nullptr);
    delete plot;
    QTRY_VERIFY(dialog.isNull());
}

PATHGAN_GUI_TEST(TstExportDialog)
#include "tst_exportdialog.moc"
