// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projectactions.h"

#include "core/base/marked.h"
#include "core/base/outputfile.h"
#include "ui/coretext.h"
#include "ui/errorbar.h"
#include "ui/filedialogs.h"
#include "ui/lossquestion.h"
#include "ui/mainwindow.h"
#include "ui/report/reportwriter.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <utility>

namespace pathgan {

namespace {

const QString recentKey = QStringLiteral("project/recent");
constexpr qsizetype mostRecent = 10;

QString fromPath(const std::filesystem::path &path)
{
    return QString::fromStdU16String(path.u16string());
}

QString filter()
{
    return ProjectActions::tr("PathGAN projects (*.pathgan)");
}

} // namespace

ProjectActions::ProjectActions(MainWindow &window, Session &session, ErrorBar &errors)
    : QObject(&window), m_window(window), m_session(session), m_errors(errors),
      m_keeper(session, recoveryFolder())
{
    connect(&m_keeper, &ProjectKeeper::failed, &m_errors,
            [this](const Error &error) { m_errors.showError(error); });
    connect(&m_keeper, &ProjectKeeper::fileChanged, this, &ProjectActions::showTitle);
    connect(&m_keeper, &ProjectKeeper::modifiedChanged, this, &ProjectActions::showTitle);
    connect(&m_keeper, &ProjectKeeper::matrixMissing, this, &ProjectActions::askForMatrix);
    connect(&m_keeper, &ProjectKeeper::damaged, this, &ProjectActions::tellDamage);
    connect(&m_keeper, &ProjectKeeper::created, this, [this](const QString &path, qulonglong bytes) {
        remember(path);
        m_errors.showMessage(tr("Saved: %1, %2.")
                                 .arg(QDir::toNativeSeparators(path),
                                      QLocale().formattedDataSize(static_cast<qint64>(bytes))));
    });
    connect(&m_keeper, &ProjectKeeper::keptEarlier, this, [this](const QString &path) {
        m_errors.showMessage(
            tr("Saved. Earlier versions of PathGAN cannot open it any more: the file as they "
               "wrote it is kept as %1.")
                .arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_keeper, &ProjectKeeper::opened, this, [this] {
        if (!m_keeper.path().empty())
            remember(fromPath(m_keeper.path()));
        if (m_keeper.isReadOnly())
            m_errors.showMessage(tr("%1 is open in another window, or may not be written: it is shown, and "
                                    "can be saved under another name.")
                                     .arg(name()));
    });
    showTitle();
}

QString ProjectActions::name() const
{
    return m_keeper.path().empty() ? tr("Unsaved project")
                                   : QFileInfo(fromPath(m_keeper.path())).completeBaseName();
}

void ProjectActions::showTitle()
{
    const bool isNothing = m_keeper.path().empty() && !m_keeper.isModified();
    QString title = QStringLiteral("PathGAN");
    if (!isNothing)
        title = name() + (m_keeper.isReadOnly() ? QLatin1Char(' ') + tr("(read-only)") : QString()) +
                QStringLiteral("[*] – PathGAN");
    m_window.setWindowTitle(title);
    m_window.setWindowModified(!isNothing && m_keeper.isModified());
    m_window.setWindowFilePath(fromPath(m_keeper.path()));
    m_window.setWindowTitle(title); // which a file path would replace
}

void ProjectActions::open(const QString &path)
{
    askBefore(
        {QStringLiteral("openQuestion"), tr("Open project"), tr("Open without saving"), false, [this, path] {
             m_errors.dismissAll();
             m_salvaged.clear();
             m_keeper.open(toPath(path));
         }});
}

void ProjectActions::askForOne()
{
    askForFile(&m_window, tr("Open project"), filter() + QStringLiteral(";;") + tr("All files (*)"),
               [this](const QString &path) { open(path); });
}

void ProjectActions::save()
{
    saveThen({});
}

void ProjectActions::saveThen(std::function<void()> then)
{
    if (!m_keeper.path().empty() && !m_keeper.isReadOnly())
        return m_keeper.save(std::move(then));
    const QString proposed = (m_keeper.path().empty() ? tr("project") : name()) + QStringLiteral(".pathgan");
    askForSaveFile(&m_window, tr("Save project"), proposed, filter(),
                   [this, then = std::move(then)](const QString &path) {
                       m_keeper.saveAs(toPath(path), m_keeper.packsInputs(), then);
                   });
}

void ProjectActions::saveAs()
{
    const QString proposed = (m_keeper.path().empty() ? tr("project") : name()) + QStringLiteral(".pathgan");
    askForSaveFile(&m_window, tr("Save project as"), proposed, filter(),
                   [this](const QString &path) { m_keeper.saveAs(toPath(path), m_keeper.packsInputs()); });
}

void ProjectActions::revert()
{
    const QString path = fromPath(m_keeper.path());
    if (path.isEmpty())
        return;
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Revert"),
                        tr("Go back to %1 as it was saved last? What was done since is lost.").arg(name()),
                        QMessageBox::NoButton, &m_window);
    question->setObjectName(QStringLiteral("revertQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *go = question->addButton(tr("Revert"), QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(go, &QPushButton::clicked, this, [this, path] {
        m_errors.dismissAll();
        m_keeper.open(toPath(path));
    });
    question->open();
}

void ProjectActions::report()
{
    // A dot would begin an ending.
    const QString proposed =
        m_keeper.path().empty() ? tr("report") : name().replace(QLatin1Char('.'), QLatin1Char('_'));
    askForSaveFile(&m_window, tr("Write report"), proposed,
                   tr("Web pages (*.html)") + QStringLiteral(";;") + tr("PDF documents (*.pdf)"),
                   [this](const QString &path) { writeReport(path); });
}

/// A piece an event, so that the window goes on answering; the file in the worker, which may wait for a disk.
void ProjectActions::writeReport(const QString &path)
{
    if (!reportFormat(toPath(path)))
        return m_errors.showMessage(tr("A report is a web page or a PDF document: give %1 the ending .html "
                                       "or .pdf.")
                                        .arg(QFileInfo(path).fileName()));
    const auto writer = std::make_shared<ReportWriter>(m_keeper.contents(), name(), toPath(path));
    const auto failed = [this](const Error &error) {
        if (error.code != ErrorCode::Cancelled)
            m_errors.showError(error);
    };
    m_session.engine().startPieces(
        QString(marked("Core", "Report")),
        [writer](const TaskContext &context) { return writer->next(context); },
        [this, writer, path, failed](const Result<void> &made) {
            if (!made)
                return failed(made.error());
            m_keeper.engine().start<bool>(
                QString(marked("Core", "Report")),
                [at = writer->path(), bytes = writer->bytes()](const TaskContext &) -> Result<bool> {
                    const Result<void> written = writeFile(at, bytes);
                    return written ? Result<bool>(true) : Result<bool>(written.error());
                },
                [this, path, failed](const Result<bool> &written) {
                    if (!written)
                        return failed(written.error());
                    m_errors.showMessage(
                        tr("The report was written to %1.").arg(QDir::toNativeSeparators(path)));
                },
                Lane::Light);
        });
}

void ProjectActions::recover(const Recoverable &left)
{
    askBefore(
        {QStringLiteral("recoverQuestion"), tr("Recover"), tr("Recover without saving"), false, [this, left] {
             m_errors.dismissAll();
             m_keeper.recover(left.file);
         }});
}

void ProjectActions::discard(const Recoverable &left)
{
    std::error_code ignored;
    std::filesystem::remove(left.file, ignored);
}

void ProjectActions::setPacksInputs(bool packs)
{
    m_keeper.setPacksInputs(packs);
}

QStringList ProjectActions::recent()
{
    QStringList paths = QSettings().value(recentKey).toStringList();
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void ProjectActions::remember(const QString &path)
{
    QStringList paths = QSettings().value(recentKey).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(recentKey, paths.mid(0, mostRecent));
    emit recentChanged();
}

void ProjectActions::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const QString &path : recent()) {
        QAction *action =
            menu.addAction(QDir::toNativeSeparators(path).replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, path] { open(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("None yet"))->setEnabled(false);
}

void ProjectActions::askBefore(Question question)
{
    LossQuestion loss;
    loss.name = question.objectName;
    loss.title = question.title;
    loss.goOnText = question.goOnText;
    loss.loss = lossOfClearing(m_session, question.exampleReturns);
    const bool hasFile = !m_keeper.path().empty();
    if (hasFile && m_keeper.isModified() && loss.loss.gone.empty())
        loss.alsoGone.append(tr("what was changed since %1 was saved").arg(name()));
    if (!hasFile && !m_keeper.note().empty())
        loss.alsoGone.append(tr("the notes on the project"));
    if (!m_session.project().scenarios.isSaved() && !(hasFile && !m_keeper.isModified()))
        loss.alsoGone.append(tr("the changed scenarios of the model"));
    loss.goOn = question.goOn;
    loss.save = [this, goOn = std::move(question.goOn)] { saveThen(goOn); };
    askBeforeLoss(&m_window, std::move(loss));
}

/// What of a file cannot be read, and an offer to go on with the rest where that was not done yet.
void ProjectActions::tellDamage(const Damage &damage)
{
    const QString file = QDir::toNativeSeparators(fromPath(damage.file));
    QStringList lost;
    for (const LostPart &part : damage.parts)
        lost.append(partTitle(part.part));
    if (damage.isSalvaged) {
        m_errors.showMessage(
            lost.isEmpty()
                ? tr("What can be read of %1 is open as a new project; the file stays as it is.").arg(file)
                : tr("What can be read of %1 is open as a new project, without: %2. The file stays as it is.")
                      .arg(file, lost.join(QStringLiteral(", "))));
        return;
    }
    if (damage.file == m_salvaged && lost.isEmpty())
        return m_errors.showMessage(
            tr("Nothing can be read of %1: open a copy of it, if there is one.").arg(file));
    auto *question =
        new QMessageBox(QMessageBox::Warning, tr("Damaged project"), {}, QMessageBox::NoButton, &m_window);
    question->setObjectName(QStringLiteral("damageQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setText(
        lost.isEmpty()
            ? tr("%1 is damaged and cannot be opened as a whole (%2).")
                  .arg(file, QString::fromStdString(damage.whole.detail).section(QLatin1String(": "), -1))
            : tr("%1 is damaged. These parts of it cannot be read: %2.")
                  .arg(file, lost.join(QStringLiteral(", "))));
    question->setInformativeText(tr(
        "What can be read can be opened as a new project, to be saved under another name. The damaged file "
        "stays as it is."));
    QPushButton *open = question->addButton(tr("Open what can be read"), QMessageBox::AcceptRole);
    question->addButton(lost.isEmpty() ? tr("Cancel") : tr("Go on without it"), QMessageBox::RejectRole);
    question->setDefaultButton(open);
    connect(open, &QPushButton::clicked, this, [this, damaged = damage.file] {
        m_salvaged = damaged;
        m_keeper.salvage(damaged);
    });
    question->open();
}

/// A matrix that is not where it was: everything else of the project is there.
void ProjectActions::askForMatrix(const QString &path)
{
    auto *question = new QMessageBox(
        QMessageBox::Warning, tr("Where is the expression matrix?"),
        tr("%1 is not there any more, or has changed. Results are shown all the same; computing needs the "
           "file as it was when the project was saved.")
            .arg(QDir::toNativeSeparators(path)),
        QMessageBox::NoButton, &m_window);
    question->setObjectName(QStringLiteral("inputQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *find = question->addButton(tr("Choose the file…"), QMessageBox::AcceptRole);
    question->addButton(tr("Go on without it"), QMessageBox::RejectRole);
    connect(find, &QPushButton::clicked, this, [this] {
        askForFile(&m_window, tr("Expression matrix"), tr("All files (*)"),
                   [this](const QString &chosen) { m_keeper.findMatrix(toPath(chosen)); });
    });
    question->open();
}

} // namespace pathgan
