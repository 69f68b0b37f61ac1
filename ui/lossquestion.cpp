// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lossquestion.h"

#include "core/engine/session.h"
#include "ui/coretext.h"

#include <QAction>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QWidget>

#include <utility>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("LossQuestion", text);
}

QStringList namesOf(const std::vector<Part> &parts)
{
    QStringList names;
    for (const Part part : parts)
        names.append(coreText(partName(part)));
    return names;
}

/// What is lost, in sentences.
QString textOf(const LossQuestion &question)
{
    QStringList lines;
    const QStringList gone = namesOf(question.loss.gone) + question.alsoGone;
    const auto add = [&lines](const QStringList &names, const char *text) {
        if (!names.isEmpty())
            lines.append(say(text).arg(names.join(QStringLiteral(", "))));
    };
    add(gone, QT_TRANSLATE_NOOP("LossQuestion", "Lost, because not exported or saved: %1."));
    add(namesOf(question.loss.outdated),
        QT_TRANSLATE_NOOP("LossQuestion",
                          "Out of date from then on, and not exported: %1. They stay on screen "
                          "until their steps are run again with the new input."));
    add(namesOf(question.loss.running),
        QT_TRANSLATE_NOOP("LossQuestion", "Running now, and lost although not finished: %1."));
    return lines.join(QStringLiteral("\n\n"));
}

bool isAsking(const QWidget *window)
{
    for (const QMessageBox *box : window->findChildren<QMessageBox *>()) {
        if (box->property("loss").toBool() && box->isVisible())
            return true;
    }
    return false;
}

} // namespace

void askBeforeLoss(QWidget *parent, LossQuestion question)
{
    if (question.loss.isEmpty() && question.alsoGone.isEmpty())
        return question.goOn();
    QWidget *window = parent->window();
    if (isAsking(window)) {
        if (question.keep)
            question.keep();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, question.title, textOf(question), QMessageBox::NoButton,
                                window);
    box->setObjectName(question.name);
    box->setProperty("loss", true);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep =
        box->addButton(say(QT_TRANSLATE_NOOP("LossQuestion", "Go on working")), QMessageBox::RejectRole);
    QPushButton *lose = box->addButton(question.goOnText, QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    if (question.save) {
        const QPushButton *save = box->addButton(say(QT_TRANSLATE_NOOP("LossQuestion", "Save the project")),
                                                 QMessageBox::AcceptRole);
        QObject::connect(save, &QPushButton::clicked, parent, question.save);
    } else if (auto *exportAll = window->findChild<QAction *>(QStringLiteral("exportAllAction"))) {
        const QPushButton *save =
            box->addButton(say(QT_TRANSLATE_NOOP("LossQuestion", "Export all…")), QMessageBox::AcceptRole);
        QObject::connect(save, &QPushButton::clicked, exportAll, &QAction::trigger);
    }
    QObject::connect(box, &QMessageBox::finished, parent,
                     [box, lose, goOn = std::move(question.goOn), keep = std::move(question.keep)] {
                         if (box->clickedButton() == lose)
                             goOn();
                         else if (keep)
                             keep();
                     });
    box->open();
}

namespace {

LossQuestion replacing(const Session &session, const std::set<Part> &parts, std::function<void()> goOn,
                       std::function<void()> keep = {})
{
    QStringList names;
    for (const Part part : parts)
        names.append(coreText(partName(part)));
    LossQuestion question;
    question.name = QStringLiteral("replaceQuestion");
    question.title =
        say(QT_TRANSLATE_NOOP("LossQuestion", "Replace: %1")).arg(names.join(QStringLiteral(", ")));
    question.goOnText = say(QT_TRANSLATE_NOOP("LossQuestion", "Replace"));
    question.loss = lossOfReplacing(session, parts);
    question.goOn = std::move(goOn);
    question.keep = std::move(keep);
    return question;
}

} // namespace

void openFilesAsking(QWidget *parent, Session &session, const QStringList &paths)
{
    session.recogniseFiles(paths, [parent = QPointer<QWidget>(parent),
                                   &session](const Session::FileKinds &kinds) {
        std::set<Part> parts;
        for (const auto &[path, kind] : kinds) {
            if (const auto part = kind ? partOf(*kind) : std::nullopt)
                parts.insert(*part);
        }
        if (parent)
            askBeforeLoss(parent,
                          replacing(session, parts, [&session, kinds] { session.openRecognised(kinds); }));
    });
}

void openFileAsking(QWidget *parent, Session &session, const QString &path, Part part, const ReadRules &rules,
                    std::function<void()> keep)
{
    askBeforeLoss(parent,
                  replacing(
                      session, {part}, [&session, path, part, rules] { session.openFile(path, part, rules); },
                      std::move(keep)));
}

void changeInputAsking(QWidget *parent, const Session &session, Part part, std::function<void()> change,
                       std::function<void()> keep)
{
    LossQuestion question = replacing(session, {part}, std::move(change), std::move(keep));
    question.title = say(QT_TRANSLATE_NOOP("LossQuestion", "Change: %1")).arg(coreText(partName(part)));
    question.goOnText = say(QT_TRANSLATE_NOOP("LossQuestion", "Change"));
    askBeforeLoss(parent, std::move(question));
}

} // namespace pathgan
