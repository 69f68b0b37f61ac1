// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "tests/ui/svgdrawing.h"
#include "ui/bringup.h"
#include "ui/dialogs/exportdialog.h"

#include <qcustomplot.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImageReader>
#include <QListWidget>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>

using namespace pathgan;

namespace {

template <class T>
T *child(const QWidget *parent, const char *name)
{
    auto *found = parent->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

QCustomPlot *canvasOf(const Plot &plot)
{
    return child<QCustomPlot>(&plot, "canvas");
}

QStringList shownTexts(const Plot &plot)
{
    QStringList all;
    for (const FigureText &text : plot.texts())
        all << text.shown;
    return all;
}

void typeInto(QLineEdit *editor, const QString &text)
{
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
}

} // namespace

/// What a user changes in the look of figures: by double clicks, in the dialog, undone, kept in the file.
class TestFigureLook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        m_opened = std::make_unique<Opened>();
        QVERIFY(m_opened->saveExample(m_folder.filePath(QStringLiteral("looks.pathgan"))));
        m_plot = child<Plot>(m_opened->window.get(), "groupBoxPlot");
        bringUp(*m_opened->window, *m_plot);
        QTRY_VERIFY(m_plot->isVisible() && !m_plot->isEmpty());
        QTest::qWait(50);
    }
    void cleanupTestCase() { m_opened.reset(); }

    void aDoubleClickEditsTheTitle();
    void aDoubleClickEditsARange();
    void aKeyEntryIsRenamedInTheDialog();
    void whatIsNoRangeIsRefused();
    void anotherQuantityKeepsItsOwnLabel();
    void isKeptWithTheProject();
    void lettersAndFormats();
    void composesAFigure();

private:
    std::unique_ptr<Opened> m_opened;
    QTemporaryDir m_folder;
    Plot *m_plot = nullptr;
};

void TestFigureLook::aDoubleClickEditsTheTitle()
{
    const QString own = m_plot->texts().front().own;
    QVERIFY(!own.isEmpty());
    QTest::mouseDClick(canvasOf(*m_plot), Qt::LeftButton, {}, QPoint(20, 14));
    auto *editor = child<QLineEdit>(m_plot, "figureTextEditor");
    QCOMPARE(editor->text(), own);
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(m_plot->texts().front().shown, own);
    QTRY_VERIFY(!m_plot->findChild<QLineEdit *>(QStringLiteral("figureTextEditor")));
    QTest::mouseDClick(canvasOf(*m_plot), Qt::LeftButton, {}, QPoint(20, 14));
    typeInto(child<QLineEdit>(m_plot, "figureTextEditor"), QStringLiteral("Glutathione after radiation"));
    QCOMPARE(m_plot->texts().front().shown, QStringLiteral("Glutathione after radiation"));
    const svgdrawing::Drawing drawing = svgdrawing::read(svgdrawing::svg(*m_plot));
    QVERIFY(drawing.texts.contains(QStringLiteral("Glutathione after radiation")));
    QVERIFY(!drawing.texts.contains(own));
    m_opened->press(Qt::Key_Z);
    QTRY_COMPARE(m_plot->texts().front().shown, own);
    m_opened->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_plot->texts().front().shown, QStringLiteral("Glutathione after radiation"));
}

void TestFigureLook::aDoubleClickEditsARange()
{
    const QCustomPlot *canvas = canvasOf(*m_plot);
    const QRect panel = canvas->axisRect(0)->rect();
    const QPoint numbers(panel.left() - 12, panel.center().y());
    const FigureAxis before = m_plot->axes().front();
    QTest::mouseDClick(canvasOf(*m_plot), Qt::LeftButton, {}, numbers);
    auto *editor = child<QWidget>(m_plot, "axisRangeEditor");
    auto *from = child<QLineEdit>(editor, "axisFrom"), *to = child<QLineEdit>(editor, "axisTo");
    to->selectAll();
    QTest::keyClicks(to, QStringLiteral("-1"));
    from->selectAll();
    QTest::keyClicks(from, QStringLiteral("5"));
    QTest::keyClick(from, Qt::Key_Return);
    QVERIFY(child<QLabel>(editor, "axisProblem")->isVisible());
    QCOMPARE(m_plot->axes().front().range, before.range);
    to->selectAll();
    QTest::keyClicks(to, QStringLiteral("2500"));
    QTest::keyClick(to, Qt::Key_Return);
    QCOMPARE(m_plot->axes().front().range, FigureLook::Range(5, 2500));
    QVERIFY(m_plot->axes().front().isGiven);
    QTRY_VERIFY(!m_plot->findChild<QWidget *>(QStringLiteral("axisRangeEditor")));
    QTest::mouseDClick(canvasOf(*m_plot), Qt::LeftButton, {}, numbers);
    QTest::mouseClick(child<QPushButton>(m_plot, "axisAutomatic"), Qt::LeftButton);
    QCOMPARE(m_plot->axes().front().range, before.range);
}

void TestFigureLook::aKeyEntryIsRenamedInTheDialog()
{
    auto *plot = child<Plot>(m_opened->window.get(), "lossPlot");
    bringUp(*m_opened->window, *plot);
    QTRY_VERIFY(plot->isVisible() && !plot->isEmpty());
    m_opened->choose("exportFigureAction");
    auto *dialog = child<ExportDialog>(m_opened->window.get(), "exportDialog");
    child<QTabWidget>(dialog, "exportTabs")->setCurrentIndex(1);
    auto *texts = child<QTableWidget>(dialog, "lookTexts");
    int row = 0;
    const std::vector<FigureText> all = plot->texts();
    while (row < texts->rowCount() && all[static_cast<std::size_t>(row)].role != FigureText::Role::Key)
        ++row;
    QVERIFY(row < texts->rowCount());
    const QString own = texts->item(row, 0)->text();
    const QPoint cell = texts->visualItemRect(texts->item(row, 1)).center();
    QTest::mouseClick(texts->viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(texts->viewport(), Qt::LeftButton, {}, cell);
    auto *editor = texts->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    typeInto(editor, QStringLiteral("my curve"));
    QTRY_VERIFY(shownTexts(*plot).contains(QStringLiteral("my curve")));
    const svgdrawing::Drawing drawing = svgdrawing::read(svgdrawing::svg(*plot));
    QVERIFY(drawing.texts.contains(QStringLiteral("my curve")) && !drawing.texts.contains(own));
    dialog->close();
    QTRY_VERIFY(!m_opened->window->findChild<ExportDialog *>());
    plot->editText(own, {});
}

void TestFigureLook::whatIsNoRangeIsRefused()
{
    const FigureAxis axis = m_plot->axes().front();
    for (const FigureLook::Range &range :
         {FigureLook::Range(2, 1), FigureLook::Range(1, 1), FigureLook::Range(0, std::nan("")),
          FigureLook::Range(-HUGE_VAL, 1)})
        QVERIFY(!m_plot->editRange(axis, range));
    FigureAxis logarithmic = axis;
    logarithmic.isLogarithmic = true;
    QVERIFY(!m_plot->editRange(logarithmic, {0, 10}));
    // A damaged file gives what it can.
    const FigureLook look =
        FigureLook::fromText(R"({"texts":{"a":"b","c":3},"ranges":{"x":[1,2],"y":[2,1],"z":["p"],"w":4}})");
    QCOMPARE(look.texts, (std::map<QString, QString>{{QStringLiteral("a"), QStringLiteral("b")}}));
    QCOMPARE(look.ranges.size(), std::size_t(1));
    QVERIFY(FigureLook::fromText("not json").isEmpty());
}

void TestFigureLook::anotherQuantityKeepsItsOwnLabel()
{
    bringUp(*m_opened->window, *m_plot);
    const auto label = [this] {
        for (const FigureText &text : m_plot->texts())
            if (text.role == FigureText::Role::Axis)
                return text;
        return FigureText();
    };
    auto *shown = m_opened->window->currentPanel()->findChild<QComboBox *>(QStringLiteral("groupReaction"));
    QVERIFY(shown && shown->count() > 2);
    const QString own = label().own;
    m_plot->editText(own, QStringLiteral("my label"));
    QCOMPARE(label().shown, QStringLiteral("my label"));
    const int before = shown->currentIndex();
    for (int i = 0; i < shown->count(); ++i) {
        shown->setCurrentIndex(i);
        QCOMPARE(label().shown, label().own == own ? QStringLiteral("my label") : label().own);
    }
    shown->setCurrentIndex(before);
    m_plot->editText(own, {});
    QCOMPARE(label().shown, own);
}

void TestFigureLook::isKeptWithTheProject()
{
    const QString own = m_plot->texts().front().own;
    m_plot->editText(own, QStringLiteral("Kept"));
    m_opened->press(Qt::Key_S);
    QVERIFY(m_opened->waits());
    m_opened->press(Qt::Key_N);
    QTRY_VERIFY(m_opened->isIdle() && !m_opened->session().project().has(Part::Groups));
    QVERIFY(m_plot->look().isEmpty());
    m_opened->window->openFiles({m_folder.filePath(QStringLiteral("looks.pathgan"))});
    QVERIFY(m_opened->hasAll());
    QCOMPARE(m_plot->look().texts.at(own), QStringLiteral("Kept"));
    bringUp(*m_opened->window, *m_plot);
    QTRY_COMPARE(m_plot->texts().front().shown, QStringLiteral("Kept"));
}

void TestFigureLook::lettersAndFormats()
{
    ExportDialog dialog(*m_plot);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    child<QCheckBox>(&dialog, "exportOwnFont")->setChecked(false);
    child<QDoubleSpinBox>(&dialog, "exportPoints")->setValue(12);
    child<QSpinBox>(&dialog, "exportDpi")->setValue(150);
    dialog.setFormat(ExportDialog::Format::Tiff);
    const QString tiff = m_folder.filePath(QStringLiteral("f.tiff"));
    QVERIFY(dialog.saveTo(tiff));
    QImageReader reader(tiff);
    QCOMPARE(reader.format(), QByteArray("tiff"));
    const QImage image = reader.read();
    const QSizeF mm = dialog.options().sizeMm;
    QCOMPARE(image.size(), (mm / 25.4 * 150).toSize());
    QVERIFY(std::abs(image.dotsPerMeterX() * 0.0254 - 150) < 1);
    QVERIFY(!image.hasAlphaChannel());
    // 12 pt are 16 pixels of 1/96 inch.
    dialog.setFormat(ExportDialog::Format::Svg);
    const QString svg = m_folder.filePath(QStringLiteral("f.svg"));
    QVERIFY(dialog.saveTo(svg));
    const auto content = [&] {
        QFile file(svg);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray withText = content();
    QVERIFY(withText.contains("font-size=\"16\""));
    child<QCheckBox>(&dialog, "exportPaths")->setChecked(true);
    QVERIFY(dialog.saveTo(svg));
    const QByteArray withPaths = content();
    QVERIFY(!withPaths.contains("<text") && !withPaths.contains("font-family"));
    // The same picture: no letter moved.
    const QSize size(900, 600);
    const QImage one = svgdrawing::rendered(withText, size), two = svgdrawing::rendered(withPaths, size);
    double apart = 0;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            apart += std::abs(qGray(one.pixel(x, y)) - qGray(two.pixel(x, y)));
    QVERIFY2(apart / (size.width() * size.height()) < 1.5, qPrintable(QString::number(apart)));
    dialog.setFormat(ExportDialog::Format::Pdf);
    const QString pdf = m_folder.filePath(QStringLiteral("f.pdf"));
    QVERIFY(dialog.saveTo(pdf));
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("/FontFile"));
}

void TestFigureLook::composesAFigure()
{
    m_opened->choose("composeFigureAction");
    auto *dialog = child<QDialog>(m_opened->window.get(), "sheetDialog");
    auto *list = child<QListWidget>(dialog, "sheetFigures");
    QVERIFY(list->count() > 4);
    QVERIFY(!child<QPushButton>(dialog, "sheetSave")->isEnabled());
    QStringList titles;
    for (const int row : {1, 3, 4}) {
        QListWidgetItem *item = list->item(row);
        list->scrollToItem(item);
        const QRect box = list->visualItemRect(item);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(box.left() + 12, box.center().y()));
        QCOMPARE(item->checkState(), Qt::Checked);
        titles << item->text();
    }
    // Undone and done again.
    m_opened->press(Qt::Key_Z);
    QTRY_COMPARE(list->item(2)->checkState(), Qt::Unchecked);
    m_opened->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(list->item(2)->checkState(), Qt::Checked); // chosen ones stand first now
    child<QComboBox>(dialog, "exportFormat")->setCurrentIndex(1);
    QTest::mouseClick(child<QPushButton>(dialog, "sheetSave"), Qt::LeftButton);
    const QString path = m_folder.filePath(QStringLiteral("sheet.svg"));
    QVERIFY(m_opened->answer(path));
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const svgdrawing::Drawing drawing = svgdrawing::read(bytes);
    QVERIFY(drawing.valid);
    QCOMPARE(drawing.width, QStringLiteral("175mm"));
    for (const char *letter : {"A", "B", "C"})
        QCOMPARE(drawing.texts.count(QString::fromLatin1(letter)), 1);
    QVERIFY(!drawing.texts.contains(QStringLiteral("D")));
    QFile text(m_folder.filePath(QStringLiteral("sheet.txt")));
    QVERIFY(text.open(QIODevice::ReadOnly));
    const QString said = QString::fromUtf8(text.readAll());
    for (int i = 0; i < 3; ++i)
        QVERIFY(said.contains(QStringLiteral("%1) %2").arg(QChar(u'A' + i)).arg(titles[i])));
    dialog->close();
    // It stands as it was when it is opened again.
    QTRY_VERIFY(!m_opened->window->findChild<QDialog *>(QStringLiteral("sheetDialog")));
    m_opened->choose("composeFigureAction");
    list = child<QListWidget>(child<QDialog>(m_opened->window.get(), "sheetDialog"), "sheetFigures");
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(list->item(row)->text(), titles[row]);
        QCOMPARE(list->item(row)->checkState(), Qt::Checked);
    }
    QCOMPARE(list->item(3)->checkState(), Qt::Unchecked);
}

PATHGAN_GUI_TEST(TestFigureLook)
#include "tst_figurelook.moc"
