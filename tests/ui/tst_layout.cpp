// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/uitest.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/panels/foldingsettings.h"
#include "ui/panels/steppanel.h"
#include "ui/plots/plot.h"
#include "ui/sidetab.h"
#include "ui/theme.h"
#include "ui/welcomepage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTranslator>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace pathgan;

namespace {

/// The letter behind "&", in upper case; null without one.
QChar mnemonicOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != QLatin1Char('&'))
            continue;
        if (text[i + 1].isLetterOrNumber())
            return text[i + 1].toUpper();
        ++i; // "&&" is an ampersand
    }
    return {};
}

/// What is on screen in root and reacts to Alt and a letter.
QStringList mnemonicTexts(const QWidget &root)
{
    QStringList texts;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (widget->isVisibleTo(&root) && ((label && label->buddy()) || button))
            texts.append(label ? label->text() : button->text());
    }
    return texts;
}

QStringList clashes(const QStringList &texts)
{
    QMap<QChar, QStringList> byLetter;
    for (const QString &text : texts) {
        if (const QChar letter = mnemonicOf(text); !letter.isNull())
            byLetter[letter].append(text);
    }
    QStringList found;
    for (const QStringList &same : byLetter) {
        if (same.size() > 1)
            found.append(same.join(QStringLiteral(" | ")));
    }
    return found;
}

QStringList menuTitles(const MainWindow &window)
{
    QStringList titles;
    for (const QAction *action : window.menuBar()->actions())
        titles.append(action->text());
    return titles;
}

/// Texts that are not shown whole.
QStringList cutTexts(const QWidget &root)
{
    QStringList found;
    const auto report = [&](const QWidget *widget, const QString &text, int needed, int has) {
        found.append(QStringLiteral("%1 \"%2\": %3 of %4 px")
                         .arg(widget->objectName(), text.left(40))
                         .arg(has)
                         .arg(needed));
    };
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty()) {
            if (label->wordWrap() && label->height() < label->heightForWidth(label->width()))
                report(label, label->text(), label->heightForWidth(label->width()), label->height());
            else if (!label->wordWrap() && label->width() < label->sizeHint().width())
                report(label, label->text(), label->sizeHint().width(), label->width());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            if (!button->text().isEmpty() && button->width() < button->sizeHint().width())
                report(button, button->text(), button->sizeHint().width(), button->width());
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            QStyleOptionComboBox option;
            option.initFrom(box);
            const int field =
                box->style()
                    ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box)
                    .width();
            const int text = box->fontMetrics().horizontalAdvance(box->currentText());
            // Names of samples, columns and reactions may be of any length.
            if (field < std::min(text, 100))
                report(box, box->currentText(), text, field);
            for (int i = 0; i < box->count(); ++i) {
                const int fixedText = box->fontMetrics().horizontalAdvance(box->itemText(i));
                if (box->itemData(i).typeId() == QMetaType::Int && field < fixedText)
                    report(box, box->itemText(i), fixedText, field);
            }
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            if (tabs->width() < tabs->sizeHint().width())
                report(tabs, tabs->tabText(tabs->count() - 1), tabs->sizeHint().width(), tabs->width());
        } else if (const auto *area = qobject_cast<const QScrollArea *>(widget); area && area->widget()) {
            const int needed = area->widget()->minimumSizeHint().width();
            if (area->viewport()->width() < needed)
                report(area, QStringLiteral("scroll area"), needed, area->viewport()->width());
        }
    }
    return found;
}

/// What is still cut once the layouts have come to rest, which takes a loaded machine a while.
QStringList settledCuts(const QWidget &panel)
{
    (void)QTest::qWaitFor([&panel] { return cutTexts(panel).isEmpty(); }, 3000);
    return cutTexts(panel);
}

/// Shows the results of a panel before anything was computed, every settings section open.
void unfold(QWidget &panel)
{
    for (const char *name : {"stepPages", "resultPages", "modelPages", "analysisPages"}) {
        if (auto *pages = panel.findChild<QStackedWidget *>(QString::fromLatin1(name)))
            pages->setCurrentIndex(QByteArray(name) == "stepPages" ? 0 : 1);
    }
    for (QAbstractButton *button : panel.findChildren<QAbstractButton *>()) {
        if (button->property("role").toString() == QLatin1String("section") && !button->isChecked())
            button->click();
    }
}

/// Calls look once for each tab of the panel.
void forEachTab(const QWidget &panel, const std::function<void(const QString &)> &look)
{
    auto *tabs = panel.findChild<QTabWidget *>();
    for (int i = 0; tabs && i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QTest::qWait(30);
        look(QStringLiteral("%1, tab %2").arg(panel.objectName(), tabs->tabText(i)));
    }
    if (!tabs)
        look(panel.objectName());
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }

    void languages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en_GB");
        QTest::newRow("German") << QStringLiteral("de_DE");
    }

    void mnemonicsAreUnique_data() { languages_data(); }
    void mnemonicsAreUnique()
    {
        QFETCH(const QString, language);
        setUp(language);
        MainWindow window;
        window.show();
        const QStringList menus = menuTitles(window);
        QCOMPARE(menus.size(), 5);
        QStringList found = clashes(menus + mnemonicTexts(*window.findChild<WelcomePage *>()));
        for (const QMenu *menu : window.menuBar()->findChildren<QMenu *>()) {
            QStringList texts;
            for (const QAction *action : menu->actions())
                texts.append(action->text());
            found += clashes(texts);
        }
        for (int step = 0; step < static_cast<int>(window.panels().size()); ++step) {
            window.showStep(step);
            unfold(*window.currentPanel());
            forEachTab(*window.currentPanel(), [&](const QString &where) {
                const QStringList here = mnemonicTexts(*window.currentPanel());
                for (const QString &clash : clashes(menus + here))
                    found.append(where + QStringLiteral(": ") + clash);
            });
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const QSize &size : {QSize(1360, 860), QSize(1280, 800), QSize(1024, 768)})
            for (const char *language : {"en_GB", "de_DE"})
                QTest::addRow("%s, %d x %d", language, size.width(), size.height()) << language << size;
    }
    void nothingIsCut()
    {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        setUp(language);
        MainWindow window;
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openExample();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().project().has(Part::Cohort) &&
                                     window.session().project().has(Part::Model) &&
                                     window.session().engine().jobs().isEmpty(),
                                 120'000);
        QStringList found;
        for (int step = 0; step < static_cast<int>(window.panels().size()); ++step) {
            window.showStep(step);
            const auto *tab = window.findChild<SideTab *>(QStringLiteral("sideTab"));
            QCOMPARE(window.inspectorDock()->isVisible(), size.width() > 1280);
            QCOMPARE(tab->isVisible(), size.width() <= 1280); // in its place
            QTest::qWait(30);
            found += settledCuts(*window.currentPanel());
            unfold(*window.currentPanel());
            forEachTab(*window.currentPanel(), [&](const QString &where) {
                for (const QString &cut : settledCuts(*window.currentPanel()))
                    found.append(where + QStringLiteral(": ") + cut);
                if (window.size() != size)
                    found.append(where + QStringLiteral(": window grew"));
            });
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    }

    /// The first window fits the screen.
    void firstWindowFits()
    {
        setUp(QStringLiteral("en_GB"));
        MainWindow window;
        const QSize room = window.screen()->availableSize().expandedTo(window.minimumSize());
        QVERIFY(window.width() <= room.width() && window.height() <= room.height());
    }

    /// With results, settings and inspector give way to them.
    void figuresGetTheirRoom()
    {
        setUp(QStringLiteral("en_GB"));
        MainWindow window;
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openExample();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().project().has(Part::Groups) &&
                                     window.session().engine().jobs().isEmpty(),
                                 120'000);
        for (int step = 2; step < static_cast<int>(window.panels().size()); ++step) {
            window.showStep(step);
            auto *panel = qobject_cast<StepPanel *>(window.currentPanel());
            QVERIFY(panel);
            panel->findChild<QTabWidget *>(QStringLiteral("results"))->setCurrentIndex(0);
            QTest::qWait(50);
            QVERIFY2(panel->isFolded(), qPrintable(panel->objectName()));
            double figures = 0;
            for (const Plot *plot : panel->findChildren<Plot *>())
                figures += plot->isVisible() ? double(plot->width()) * plot->height() : 0;
            const double share = figures / (double(panel->width()) * panel->height());
            qInfo("%s: %.0f %%", qPrintable(panel->objectName()), 100 * share);
            QVERIFY2(share >= 0.6, qPrintable(panel->objectName() + QString(": %1").arg(share)));
        }
        // So do the settings of pages inside panels.
        const auto folds = [&window](Part part, const char *page, Part result, const char *name) {
            window.showPart(part);
            auto *tabs = window.currentPanel()->findChildren<QTabWidget *>().front();
            auto *inside = window.currentPanel()->findChild<QWidget *>(QString::fromLatin1(page));
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (tabs->widget(tab) == inside || tabs->widget(tab)->isAncestorOf(inside))
                    tabs->setCurrentIndex(tab);
            auto *folding = inside->findChild<FoldingSettings *>(QString::fromLatin1(name));
            QVERIFY2(!folding->isFolded(), name);
            window.session().run(result);
            QTRY_VERIFY_WITH_TIMEOUT(window.session().project().has(result), 120'000);
            QTRY_VERIFY2(folding->isFolded(), name);
        };
        folds(Part::Training, "generatePage", Part::Generation, "generateFolding");
        QVERIFY(window.findChild<NoteLabel *>(QStringLiteral("generateNote"))->isVisible());
        folds(Part::Model, "analysisPage", Part::Analyses, "analysisFolding");
        if (QTest::currentTestFailed())
            return;
        window.showPart(Part::Groups);
        // A click opens the settings, and there they stay.
        auto *panel = qobject_cast<StepPanel *>(window.currentPanel());
        QTest::mouseClick(panel->findChild<QWidget *>(QStringLiteral("optionsTab")), Qt::LeftButton);
        auto *run = panel->findChild<QPushButton *>(QStringLiteral("runButton"));
        QVERIFY(run->isVisible());
        window.resize(1270, 800);
        QTest::qWait(20);
        QVERIFY(run->isVisible());
        QTest::mouseClick(panel->findChild<QWidget *>(QStringLiteral("optionsFold")), Qt::LeftButton);
        QVERIFY(!run->isVisible());
        // The strip's button runs the step.
        QSignalSpy started(&window.session().engine(), &Engine::jobStarted);
        QTest::mouseClick(panel->findChild<QWidget *>(QStringLiteral("optionsRun")), Qt::LeftButton);
        QCOMPARE(started.count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().engine().jobs().isEmpty(), 120'000);
        // The inspector's tab opens it.
        auto *tab = window.findChild<SideTab *>(QStringLiteral("sideTab"));
        QTest::mouseClick(tab, Qt::LeftButton);
        QVERIFY(window.inspectorDock()->isVisible() && !tab->isVisible());
    }

    /// The language chosen in the menu is spoken from the next start on.
    void languageIsChosenInTheMenu()
    {
        setUp(QStringLiteral("en_GB"));
        {
            MainWindow window;
            QCOMPARE(window.panels()[5]->title(), QStringLiteral("Enrich"));
            auto *german = window.findChild<QAction *>(QStringLiteral("languageActionde"));
            QVERIFY(german && german->text() == QStringLiteral("Deutsch"));
            german->trigger();
        }
        {
            const MainWindow window;
            QCOMPARE(window.findChild<QMenu *>(QStringLiteral("fileMenu"))->title(),
                     QStringLiteral("&Datei"));
            QCOMPARE(QLocale().toString(0.5), QStringLiteral("0,5"));
        }
        chooseLanguage(QStringLiteral("en"));
        const MainWindow window;
        QCOMPARE(window.findChild<QMenu *>(QStringLiteral("fileMenu"))->title(), QStringLiteral("&File"));
        QLocale::setDefault(QLocale::c());
    }

    /// Tab goes through fields, Run, tabs, controls of the figure, its buttons, the figure.
    void tabOrderFollowsTheEye()
    {
        setUp(QStringLiteral("en_GB"));
        MainWindow window;
        window.show();
        for (int step = 2; step < static_cast<int>(window.panels().size()); ++step) {
            window.showStep(step);
            Panel &panel = *window.currentPanel();
            unfold(panel);
            panel.findChild<QPushButton *>(QStringLiteral("runButton"))->setEnabled(true);
            const auto *form = panel.findChild<QWidget *>(QStringLiteral("optionsForm"));
            QStringList names;
            QList<int> kinds; // of the stops: 0 field, 1 Run, 2 tabs, 3 result
            const QWidget *start = panel.findChild<QWidget *>(QStringLiteral("runButton"));
            while (!form->isAncestorOf(start))
                start = start->previousInFocusChain();
            while (form->isAncestorOf(start->previousInFocusChain()))
                start = start->previousInFocusChain();
            const QWidget *stop = start;
            do {
                const bool there = panel.isAncestorOf(stop) && stop->isVisibleTo(&panel) &&
                                   stop->focusPolicy() & Qt::TabFocus;
                if (there)
                    names.append(stop->objectName());
                if (there)
                    kinds.append(form->isAncestorOf(stop)                           ? 0
                                 : stop->objectName() == QLatin1String("runButton") ? 1
                                 : stop->inherits("QTabBar")                        ? 2
                                                                                    : 3);
                stop = stop->nextInFocusChain();
            } while (stop != start);
            QVERIFY2(kinds.contains(0) && kinds.contains(2) && kinds.contains(3),
                     qPrintable(panel.objectName()));
            QVERIFY2(std::is_sorted(kinds.begin(), kinds.end()),
                     qPrintable(panel.objectName() + QStringLiteral(": ") + names.join(' ')));
        }
    }

    void faultsAreFound()
    {
        QCOMPARE(mnemonicOf("Fish && &chips"), QChar('C'));
        QCOMPARE(mnemonicOf("R & D"), QChar());
        QCOMPARE(clashes({"&File", "&Run", "Ru&le", "Sum of o&ther genes", "&Rule"}),
                 QStringList{"&Run | &Rule"});
        QWidget page;
        page.resize(300, 100);
        auto *button = new QComboBox(&page);
        button->addItem("a long text that needs room");
        button->setGeometry(0, 0, 40, 24);
        auto *label = new QLabel("a label", &page);
        label->setGeometry(0, 40, 8, 24);
        page.show();
        QCOMPARE(cutTexts(page).size(), 2);
    }

private:
    void setUp(const QString &language)
    {
        QSettings().clear();
        qDeleteAll(qApp->findChildren<QTranslator *>()); // which removes them
        installLanguage(QLocale(language));
        applyTheme(ThemeChoice::Light);
    }
};

PATHGAN_GUI_TEST(TestLayout)
#include "tst_layout.moc"
