// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/freshness.h"
#include "tests/support/delays.h"
#include "tests/support/projectwindow.h"
#include "tests/support/randomuser.h"
#include "tests/support/testmain.h"
#include "tests/support/userhand.h"
#include "ui/rail.h"
#include "ui/theme.h"

#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QtTest>

#include <array>
#include <map>

using namespace pathgan;

namespace {

constexpr int longPatience = 600'000; // milliseconds
constexpr int shortRun = 400;         // actions
constexpr std::array schemes = {"http", "https", "file"};

std::uint64_t setting(const char *name, std::uint64_t otherwise)
{
    bool isNumber = false;
    const qulonglong value = qEnvironmentVariable(name).toULongLong(&isNumber);
    return isNumber ? value : otherwise;
}

} // namespace

/// A random user while steps run. The short run belongs to every run of the tests; PATHGAN_MONKEY_ACTIONS and
/// PATHGAN_MONKEY_SEED ask for others, and then also for how long events waited.
class TestMonkey : public QObject
{
    Q_OBJECT

public:
    TestMonkey() { qputenv("QTEST_FUNCTION_TIMEOUT", "100000000"); } ///< ctest ends what hangs

public slots:
    void swallow(const QUrl &) {} ///< no browser opens

private slots:
    void initTestCase();
    void cleanupTestCase();
    void actsAtRandom();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Choice
    {
        QString before, now;
    };
    enum class Phase { Acting, Following, Idle };

    void watch();
    void step(RandomUser &user);
    void say(const QString &what, bool mayChoose);
    void rescue() const;
    QString problem() const;
    QString railProblem() const;
    QString selectionProblem() const;
    QString at() const
    {
        return QStringLiteral("seed %1, action %2 (%3)").arg(m_seed).arg(m_action).arg(m_what);
    }
    void settle();
    void replay(const Edit *(Edits::*next)() const, Qt::Key key);
    void checkUndo();
    void checkComputing();

    const std::uint64_t m_seed = setting("PATHGAN_MONKEY_SEED", 1);
    const std::uint64_t m_actions = setting("PATHGAN_MONKEY_ACTIONS", shortRun);
    const std::uint64_t m_first = setting("PATHGAN_MONKEY_FIRST", 1); ///< near one that is looked into
    QTemporaryDir m_folder;
    std::unique_ptr<Opened> m_opened;
    MainWindow *m_window = nullptr;
    std::uint64_t m_action = 0;
    QString m_what;
    Delays m_delays;
    QTimer m_rescue;
    QElapsedTimer m_sinceAct;
    Phase m_phase = Phase::Idle;
    bool m_mayChoose = false, m_isReplaced = false;
    std::map<QString, Choice> m_lost; ///< by kind: chosen things that went in this step
};

void TestMonkey::initTestCase()
{
    isolateSettings();
    applyTheme(ThemeChoice::Light);
    qputenv("HOME", m_folder.path().toLocal8Bit());
    QDir::setCurrent(m_folder.path());
    for (const char *scheme : schemes)
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "swallow");
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("in")));
    const QString example = QStringLiteral(":/example/");
    for (const QString &name : QDir(example).entryList())
        QVERIFY(QFile::copy(example + name, m_folder.filePath(QStringLiteral("in/") + name)));
    writeFile(m_folder, QStringLiteral("in/junk.tsv"), "neither\tthis\nnor that\n");
    writeFile(m_folder, QStringLiteral("in/sets.gmt"), "SET_A\t\tTP53\tEGFR\nSET_B\t\tMYC\tHK2\n");
}

void TestMonkey::cleanupTestCase()
{
    QDir::setCurrent(QDir::rootPath()); // the folder goes
    for (const char *scheme : schemes)
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void TestMonkey::watch()
{
    Selection &selection = m_window->selection();
    const auto follow = [&](const QString &kind, auto get, auto changed) {
        auto last = std::make_shared<QString>((selection.*get)());
        connect(&selection, changed, this, [this, kind, last](const QString &now) {
            const QString before = std::exchange(*last, now);
            if (!before.isEmpty() && (now.isEmpty() || m_phase == Phase::Idle || !m_mayChoose))
                m_lost[kind] = {before, now};
        });
    };
    follow(QStringLiteral("sample"), &Selection::sample, &Selection::sampleChanged);
    follow(QStringLiteral("gene"), &Selection::gene, &Selection::geneChanged);
    follow(QStringLiteral("reaction"), &Selection::reaction, &Selection::reactionChanged);
    follow(QStringLiteral("metabolite"), &Selection::metabolite, &Selection::metaboliteChanged);
    follow(QStringLiteral("pathway"), &Selection::pathway, &Selection::pathwayChanged);
    connect(&m_opened->session(), &Session::partChanged, this,
            [this](Part part) { m_isReplaced = m_isReplaced || part <= Part::Model; });
    connect(&m_opened->keeper(), &ProjectKeeper::opened, this, [this] { m_isReplaced = true; });
    m_window->installEventFilter(this);
    connect(&m_rescue, &QTimer::timeout, this, &TestMonkey::rescue);
    m_rescue.start(200);
}

bool TestMonkey::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_window || event->type() != QEvent::Close)
        return QObject::eventFilter(object, event);
    event->ignore(); // never quits
    return true;
}

/// A drag of text, or a question inside a file dialog, waits in an event loop of its own.
void TestMonkey::rescue() const
{
    constexpr int longest = 1000;
    if (m_phase != Phase::Acting || m_sinceAct.elapsed() < longest)
        return;
    userhand::release(QGuiApplication::focusWindow(), {5, 5});
    userhand::press(Qt::Key_Escape);
}

void TestMonkey::actsAtRandom()
{
    m_opened = std::make_unique<Opened>();
    m_window = m_opened->window.get();
    m_opened->click(QStringLiteral("openExampleButton"));
    QVERIFY(
        QTest::qWaitFor([this] { return m_opened->session().project().has(Part::Groups); }, longPatience));
    watch();
    RandomUser user(*m_opened, m_folder.path(),
                    [this](const QString &what, bool mayChoose) { say(what, mayChoose); });
    for (m_action = m_first; m_action <= m_actions; ++m_action) {
        step(user);
        const QString found = problem();
        if (!found.isEmpty())
            QFAIL(qPrintable(at() + QStringLiteral(": ") + found));
    }
    if (qEnvironmentVariableIsSet("PATHGAN_MONKEY_ACTIONS"))
        m_delays.print();
    m_what = QStringLiteral("end");
    settle();
    if (!QTest::currentTestFailed())
        checkUndo();
    if (!QTest::currentTestFailed())
        checkComputing();
    m_opened.reset();
}

void TestMonkey::step(RandomUser &user)
{
    m_lost.clear();
    m_isReplaced = false;
    m_phase = Phase::Acting;
    m_sinceAct.start();
    user.act(m_seed, m_action);
    m_phase = Phase::Following;
    userhand::wait(0);
    m_phase = Phase::Idle;
    userhand::wait(static_cast<int>(user.below(30)));
    m_delays.pause();
}

/// In the log before it is done, so that a crash tells what it followed.
void TestMonkey::say(const QString &what, bool mayChoose)
{
    m_what = what;
    m_mayChoose = mayChoose;
    std::fprintf(stderr, "seed %llu, action %llu: %s\n", static_cast<unsigned long long>(m_seed),
                 static_cast<unsigned long long>(m_action), qPrintable(what));
    m_delays.follow(QStringLiteral("action %1: %2").arg(m_action).arg(what));
}

QString TestMonkey::problem() const
{
    if (!m_window->isVisible() || !m_window->isEnabled())
        return QStringLiteral("the window is gone");
    const QString rail = railProblem();
    return rail.isEmpty() ? selectionProblem() : rail;
}

/// What the rail says of each step against the keys of its result.
QString TestMonkey::railProblem() const
{
    const Session &session = m_opened->session();
    const Project &project = session.project();
    const QList<RailButton *> buttons = m_window->findChildren<RailButton *>();
    for (const Panel *panel : m_window->panels()) {
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const RailButton *button) {
            return button->text() == panel->title();
        });
        if (found == buttons.end())
            return panel->title() + QStringLiteral(" is not in the rail");
        const StepState shown = (*found)->state();
        const Part part = panel->part();
        const bool isOutdated = project.has(part) && isStale(project, part);
        const bool saysOutdated = shown == StepState::Stale || shown == StepState::Differs;
        const bool isRight = shown == StepState::Running || shown == StepState::Loading
                                 ? !m_opened->isIdle()
                                 : !session.isRunning(part) && saysOutdated == isOutdated &&
                                       isCurrent(shown) == (project.has(part) && !isOutdated);
        if (!isRight)
            return QStringLiteral("the rail calls %1 “%2”").arg(panel->title(), stateText(shown));
    }
    return {};
}

/// Nothing that was chosen goes unless the user chose something else or the project became another one.
QString TestMonkey::selectionProblem() const
{
    if (m_isReplaced || m_lost.empty())
        return {};
    const auto &[kind, choice] = *m_lost.begin();
    return QStringLiteral("the %1 “%2” became “%3”").arg(kind, choice.before, choice.now);
}

/// Nothing open, nothing running.
void TestMonkey::settle()
{
    m_rescue.stop();
    constexpr int most = 50;
    const auto isOpen = [] { return QApplication::activePopupWidget() || QApplication::activeModalWidget(); };
    for (int i = 0; i < most && isOpen(); ++i) {
        userhand::press(Qt::Key_Escape);
        userhand::wait(20);
    }
    if (isOpen()) {
        const QWidget *open = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                                : QApplication::activeModalWidget();
        const QWindow *focus = QGuiApplication::focusWindow();
        QFAIL(qPrintable(at() + QStringLiteral(": %1 “%2” is not left by Esc, “%3” has the focus")
                                    .arg(QString::fromLatin1(open->metaObject()->className()),
                                         open->objectName(), focus ? focus->objectName() : QString())));
    }
    for (QDialog *dialog : m_window->findChildren<QDialog *>())
        dialog->close();
    m_window->cancelJobs();
    QVERIFY(QTest::qWaitFor([this] { return m_opened->isIdle(); }, longPatience));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void TestMonkey::replay(const Edit *(Edits::*next)() const, Qt::Key key)
{
    const Edits &edits = m_opened->session().edits();
    for (std::size_t i = 0; i <= Edits::most && (edits.*next)(); ++i) {
        m_window->setFocus();
        userhand::press(key, Qt::ControlModifier);
    }
    QVERIFY(QTest::qWaitFor([this] { return m_opened->isIdle(); }, longPatience));
    QVERIFY2(!(edits.*next)(), qPrintable(at()));
}

/// All the way back and forth again.
void TestMonkey::checkUndo()
{
    replay(&Edits::toRedo, Qt::Key_Y);
    const AnalysisOptions options = m_opened->session().options();
    const ScenarioList scenarios = m_opened->session().project().scenarios.list;
    replay(&Edits::toUndo, Qt::Key_Z);
    replay(&Edits::toRedo, Qt::Key_Y);
    QString other;
    const ConstOptionsRef then(options), now(m_opened->session().options());
    for (const OptionField &field : then.table().fields())
        if (then.value(field) != now.value(field))
            other += QLatin1Char(' ') + QString::fromStdString(field.key);
    QVERIFY2(other.isEmpty(),
             qPrintable(at() + QStringLiteral(": other options after undo and redo:") + other));
    QVERIFY2(m_opened->session().project().scenarios.list == scenarios, qPrintable(at()));
    QVERIFY2(railProblem().isEmpty(), qPrintable(at() + railProblem()));
}

/// The example comes back, and its steps run with another seed.
void TestMonkey::checkComputing()
{
    m_window->openExample();
    if (QMessageBox *box = m_opened->question("exampleQuestion"))
        Opened::choose(box, QMessageBox::DestructiveRole);
    const Project &project = m_opened->session().project();
    const auto hasAll = [this, &project] {
        return project.isExample && project.has(Part::Groups) && m_opened->isIdle();
    };
    QVERIFY2(QTest::qWaitFor(hasAll, longPatience), qPrintable(at()));
    const auto before = project.training.value();
    m_opened->typeSeed(QStringLiteral("5"));
    m_opened->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    const auto isAnew = [&] {
        return project.training.value() != before && hasAll() && !isStale(project, Part::Enrichment);
    };
    QVERIFY2(QTest::qWaitFor(isAnew, longPatience), qPrintable(at()));
    QVERIFY2(railProblem().isEmpty(), qPrintable(at() + railProblem()));
}

PATHGAN_GUI_TEST(TestMonkey)
#include "tst_monkey.moc"
