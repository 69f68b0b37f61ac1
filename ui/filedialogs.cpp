// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filedialogs.h"

#include "ui/errorbar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QWidget>

#include <utility>

namespace pathgan {

namespace {

const QString folderKey = QStringLiteral("files/lastFolder");

QFileDialog *makeDialog(QWidget *parent, const QString &title, const QString &filter)
{
    auto *dialog =
        new QFileDialog(parent, title, QSettings().value(folderKey, QDir::homePath()).toString(), filter);
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void remember(const QString &path)
{
    QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
}

/// "*.csv" of "Comma-separated (*.csv)".
QString endingOf(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\*(\\.[A-Za-z0-9.]+)"));
    return pattern.match(filter).captured(1);
}

} // namespace

void askForFiles(QWidget *parent, const QString &title, const QString &filter,
                 std::function<void(const QStringList &)> done)
{
    QFileDialog *dialog = makeDialog(parent, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [done = std::move(done)](const QStringList &paths) {
                         if (paths.isEmpty())
                             return;
                         remember(paths.first());
                         done(paths);
                     });
    dialog->open();
}

void askForFile(QWidget *parent, const QString &title, const QString &filter,
                std::function<void(const QString &)> done)
{
    QFileDialog *dialog = makeDialog(parent, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [done = std::move(done)](const QString &path) {
                         remember(path);
                         done(path);
                     });
    dialog->open();
}

void askForSaveFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter,
                    std::function<void(const QString &)> done)
{
    QFileDialog *dialog = makeDialog(parent, title, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposed);
    dialog->setDefaultSuffix(endingOf(filter).mid(1));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog](const QString &chosen) { dialog->setDefaultSuffix(endingOf(chosen).mid(1)); });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [done = std::move(done)](const QString &path) {
                         remember(path);
                         done(path);
                     });
    dialog->open();
}

void askForFolder(QWidget *parent, const QString &title, std::function<void(const QString &)> done)
{
    QFileDialog *dialog = makeDialog(parent, title, {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [done = std::move(done)](const QString &path) {
                         QSettings().setValue(folderKey, path);
                         done(path);
                     });
    dialog->open();
}

std::filesystem::path toPath(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

void reportError(QWidget *widget, const Error &error, std::optional<Part> part)
{
    if (auto *bar = widget->window()->findChild<ErrorBar *>())
        bar->showError(error, part);
}

void reportResult(QWidget *widget, const Result<void> &result, std::optional<Part> part)
{
    if (!result)
        reportError(widget, result.error(), part);
}

} // namespace pathgan
