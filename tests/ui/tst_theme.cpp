// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"
#include "tests/support/testmain.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
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
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadableOnEverySurface()
    {
        QFETCH(bool, dark);
        const ThemeColors c = dark ? ThemeColors::dark() : ThemeColors::light();
        const std::pair<const char *, QColor> texts[] = {
            {"text", c.text},       {"muted", c.muted}, {"accent", c.accent},  {"good", c.good},
            {"warning", c.warning}, {"error", c.error}, {"partial", c.partial}};
        for (const auto &[name, text] : texts) {
            for (const QColor &back : {c.window, c.surface, c.raised, c.selection})
                QVERIFY2(contrastRatio(text, back) >= 4.5,
                         qPrintable(
                             QString("%1 on %2: %3").arg(name, back.name()).arg(contrastRatio(text, back))));
        }
        for (const QColor &back : {c.infoBack, c.goodBack, c.warningBack, c.errorBack, c.partialBack})
            QVERIFY(contrastRatio(c.text, back) >= 4.5);
        QVERIFY(contrastRatio(c.onAccent, c.accent) >= 4.5);
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
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
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
