// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"
#include "tests/support/testmain.h"
#include "tests/ui/svgdrawing.h"
#include "ui/plots/figures.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace pathgan;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastFormula()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QVERIFY(qAbs(contrastRatio(QColor("#777777"), Qt::white) - 4.48) < 0.01); // WCAG's known pair
    }

    void textIsReadableOnEverySurface_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::Light);
        QTest::newRow("dark") << int(ThemeChoice::Dark);
        QTest::newRow("high contrast") << int(ThemeChoice::HighContrast);
    }

    void textIsReadableOnEverySurface()
    {
        QFETCH(int, choice);
        applyTheme(static_cast<ThemeChoice>(choice));
        const ThemeColors c = themeColors();
        const double least = choice == int(ThemeChoice::HighContrast) ? 7 : 4.5;
        const std::pair<const char *, QColor> texts[] = {
            {"text", c.text},       {"muted", c.muted}, {"accent", c.accent},  {"good", c.good},
            {"warning", c.warning}, {"error", c.error}, {"partial", c.partial}};
        for (const auto &[name, text] : texts) {
            for (const QColor &back : {c.window, c.surface, c.raised, c.selection})
                QVERIFY2(contrastRatio(text, back) >= least,
                         qPrintable(
                             QString("%1 on %2: %3").arg(name, back.name()).arg(contrastRatio(text, back))));
        }
        for (const QColor &back : {c.infoBack, c.goodBack, c.warningBack, c.errorBack, c.partialBack})
            QVERIFY(contrastRatio(c.text, back) >= least);
        QVERIFY(contrastRatio(c.onAccent, c.accent) >= least);
    }

    /// Every colour that the style sheet gives to text, on every background that it gives.
    void everyTextOfTheStyleSheet_data() { textIsReadableOnEverySurface_data(); }
    void everyTextOfTheStyleSheet()
    {
        QFETCH(int, choice);
        applyTheme(static_cast<ThemeChoice>(choice));
        static const QRegularExpression rule("\\{([^}]*)\\}");
        int pairs = 0;
        for (auto rules = rule.globalMatch(qApp->styleSheet()); rules.hasNext();) {
            const QString body = rules.next().captured(1);
            for (const char *of : {"", "selection-"}) {
                const auto find = [&](const char *property) {
                    const QRegularExpression colour(
                        QString("(?:^|;) *%1%2: (#[0-9a-f]{6})").arg(of, property));
                    return colour.match(body).captured(1);
                };
                const QString text = find("color"), back = find("background(?:-color)?");
                if (text.isEmpty())
                    continue;
                const QColor on = back.isEmpty() ? themeColors().surface : QColor(back);
                QVERIFY2(contrastRatio(QColor(text), on) >= 4.5, qPrintable(body));
                ++pairs;
            }
        }
        QVERIFY(pairs > 10);
    }

    /// Of every figure, as it is on screen and in print.
    void everyTextOfTheFigures_data() { textIsReadableOnEverySurface_data(); }
    void everyTextOfTheFigures()
    {
        QFETCH(int, choice);
        applyTheme(static_cast<ThemeChoice>(choice));
        static const QRegularExpression group("<g([^>]*font-family[^>]*)>"), fill("fill=\"(#[0-9a-f]{6})\"");
        int texts = 0;
        for (const auto &figure : createFigures(svgdrawing::example()))
            for (const bool print : {true, false}) {
                figure->setTheme(plotTheme());
                QTemporaryDir folder;
                ExportOptions options;
                options.colours = print ? FigureColours::Print : FigureColours::Screen;
                QVERIFY(figure->exportTo(folder.filePath("f.svg"), FigureFormat::Svg, options));
                QFile file(folder.filePath("f.svg"));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString svg = QString::fromUtf8(file.readAll());
                const QColor back = (print ? PlotTheme::print() : plotTheme()).background;
                for (auto groups = group.globalMatch(svg); groups.hasNext();) {
                    const auto colour = fill.match(groups.next().captured(1));
                    if (!colour.hasMatch())
                        continue;
                    const double ratio = contrastRatio(QColor(colour.captured(1)), back);
                    QVERIFY2(ratio >= 4.5, qPrintable(figure->fileName() + ' ' + colour.captured(1) +
                                                      QString(": %1").arg(ratio)));
                    ++texts;
                }
            }
        QVERIFY(texts > 50);
    }

    void switchesAtRunTime()
    {
        applyTheme(ThemeChoice::Light);
        QVERIFY(!isDarkTheme());
        const QImage light = themedIcon("data").pixmap(24).toImage();
        applyTheme(ThemeChoice::Dark);
        QVERIFY(isDarkTheme());
        const QImage dark = themedIcon("data").pixmap(24).toImage();
        QVERIFY(light != dark);
        QVERIFY(!qApp->styleSheet().contains('@')); // every colour name was replaced
    }

    /// An empty tick box is a frame only: it must stand out (WCAG 2.1, 1.4.11: at least 3).
    void tickBoxesCanBeSeen()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
            applyTheme(choice);
            QCheckBox box;
            box.resize(24, 24);
            const QImage off = box.grab().toImage();
            double best = 0;
            for (int y = 0; y < off.height(); ++y)
                for (int x = 0; x < off.width(); ++x)
                    best = std::max(best, contrastRatio(off.pixelColor(x, y), themeColors().window));
            QVERIFY2(best >= 3, qPrintable(QString::number(best)));
            box.setChecked(true);
            QVERIFY(box.grab().toImage() != off);
        }
    }

    void everyIconDraws()
    {
        applyTheme(ThemeChoice::Light);
        const QStringList names = QDir(":/icons").entryList({"*.svg"});
        QVERIFY(names.size() > 30);
        for (const QString &name : names) {
            const QImage image = themedPixmap(name.chopped(4), 24, IconRole::Text, 2).toImage();
            QCOMPARE(image.size(), QSize(48, 48));
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    drawn += qAlpha(image.pixel(x, y)) > 128;
            QVERIFY2(drawn > 20, qPrintable(name));
        }
    }
};

PATHGAN_GUI_TEST(TestTheme)
#include "tst_theme.moc"
