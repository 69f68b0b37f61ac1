// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "ui/coretext.h"
#include "ui/errorbar.h"
#include "ui/jobbar.h"
#include "ui/rail.h"
#include "ui/workflow.h"

#include <QLabel>

using namespace pathgan;

/// Projects that cannot be read as a whole, and what stands there until one is read.
class TestDamage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { isolateSettings(); }
    void opensWhatCanBeRead();
    void tellsWhatIsLoading();
    void standsACohortWithoutItsMatrix();

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Bytes are turned over somewhere, so that parts are lost but not all; which ones.
    static std::vector<LostPart> damage(const QString &path)
    {
        const QByteArray whole = contentOf(path);
        for (qsizetype at = whole.size() / 2; at < whole.size(); at += whole.size() / 40) {
            QByteArray bytes = whole;
            for (qsizetype i = at; i < std::min(at + 40, bytes.size()); ++i)
                bytes[i] = static_cast<char>(~bytes[i]);
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
                return {};
            file.close();
            std::vector<LostPart> lost;
            const auto opened = ProjectFile::open(path.toStdString(), ProjectFile::Access::ReadOnly);
            const auto rest = salvageProject(path.toStdString(), lost);
            if (opened && opened->load() && rest && !lost.empty() && rest->project.has(Part::Expression))
                return lost;
        }
        return {};
    }
    QTemporaryDir m_folder;
};

void TestDamage::opensWhatCanBeRead()
{
    const QString path = m_folder.filePath(QStringLiteral("damaged.pathgan"));
    {
        const Opened opened;
        QVERIFY(opened.saveExample(path));
    }
    const std::vector<LostPart> lost = damage(path);
    QVERIFY(!lost.empty());
    const QByteArray before = contentOf(path);
    const Opened opened;
    opened.window->openFiles({path});
    QMessageBox *box = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((box = opened.question("damageQuestion")), patience);
    for (const LostPart &part : lost)
        QVERIFY2(box->text().contains(partTitle(part.part)), qPrintable(box->text()));
    Opened::choose(box, QMessageBox::AcceptRole);
    QTRY_VERIFY_WITH_TIMEOUT(opened.keeper().path().empty() && opened.isIdle(), patience);
    QVERIFY(opened.window->isWindowModified());
    const Project &project = opened.session().project();
    QVERIFY(project.has(Part::Expression));
    QVERIFY(pendingParts(project).empty());
    for (const LostPart &part : lost)
        QVERIFY(!project.knows(part.part));
    QString texts;
    for (const QLabel *label : opened.window->findChild<ErrorBar *>()->findChildren<QLabel *>())
        texts += label->text();
    QVERIFY2(texts.contains(partTitle(lost.front().part)), qPrintable(texts));
    QCOMPARE(contentOf(path), before);
    // It can be saved, and is whole then.
    const QString saved = m_folder.filePath(QStringLiteral("saved.pathgan"));
    opened.press(Qt::Key_S);
    QVERIFY(opened.answer(saved) && opened.waits());
    const auto file = ProjectFile::open(saved.toStdString(), ProjectFile::Access::ReadOnly);
    QVERIFY(file.ok());
    const auto problems = file->verify();
    QVERIFY(problems.ok() && problems->empty());
    QCOMPARE(contentOf(path), before);
}

void TestDamage::tellsWhatIsLoading()
{
    const QString path = m_folder.filePath(QStringLiteral("slow.pathgan"));
    const Opened opened;
    QVERIFY(opened.saveExample(path));
    opened.press(Qt::Key_N);
    QTRY_VERIFY(!opened.session().project().has(Part::Expression) && opened.isIdle());
    std::atomic<bool> isLate = false;
    opened.window->openFiles({path});
    opened.occupy(isLate);
    QTRY_VERIFY(opened.session().isLoading(Part::Flux));
    QCOMPARE(stepState(opened.session(), Part::Flux), StepState::Loading);
    const auto buttons = opened.window->findChild<Rail *>()->findChildren<RailButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const RailButton *button) {
        return button->state() == StepState::Loading &&
               button->accessibleName().contains(stateText(StepState::Loading));
    }));
    // One row for all that the file has to give.
    auto *bar = opened.window->findChild<JobBar *>();
    QTRY_COMPARE(bar->count(), 1);
    isLate = true;
    QVERIFY(opened.hasAll());
    QTRY_COMPARE(bar->count(), 0);
    QVERIFY(!opened.session().isLoading(Part::Flux));
}

/// The matrix is read last, or is what was damaged: everything may be clicked on meanwhile.
void TestDamage::standsACohortWithoutItsMatrix()
{
    const Opened opened;
    opened.click(QStringLiteral("openExampleButton"));
    QVERIFY(opened.hasAll());
    Project project = opened.session().project();
    const std::string gene = project.explanation->genes.front();
    auto cohort = std::make_shared<Cohort>(*project.cohort);
    cohort->expression.reset();
    project.cohort = Artifact<Cohort>(cohort, project.cohort.provenance());
    project.expression = {};
    opened.session().restore(project, {});
    opened.window->selection().setGene(QString::fromStdString(gene));
    for (int step = 0; step < static_cast<int>(opened.window->panels().size()); ++step) {
        opened.window->showStep(step);
        QTest::qWait(30);
        const Part part = opened.window->panels()[static_cast<std::size_t>(step)]->part();
        auto *button = opened.window->currentPanel()->findChild<QPushButton *>(QStringLiteral("runButton"));
        if (!button || part == Part::Groups) // groups need the samples only
            continue;
        if (button->isVisible() && button->isEnabled())
            QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(opened.waits());
    }
    QVERIFY(opened.session().project().has(Part::Flux));
}

PATHGAN_GUI_TEST(TestDamage)
#include "tst_damage.moc"
