// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readreport.h"
#include "core/engine/loss.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <set>

class QWidget;

namespace pathgan {

/// What is asked before results are lost: what it is called, what is about to happen, and what the answers
/// do.
struct LossQuestion
{
    QString name;         ///< object name
    QString title;        ///< of the box
    QString goOnText;     ///< of the button that accepts the loss
    Loss loss;            ///< of results
    QStringList alsoGone; ///< e.g. scenarios that were changed
    std::function<void()> goOn;
    std::function<void()> keep = {}; ///< when the user keeps the results
    std::function<void()> save = {}; ///< saves the project, then goes on; empty: exporting is offered
};

/// Does what is asked at once where nothing would be lost. Else asks, naming what would be; keeping it is the
/// default. Returns before the answer. Asks one question at a time.
void askBeforeLoss(QWidget *parent, LossQuestion question);

// As the methods of Session, after a question where the files replace inputs of results.

void openFilesAsking(QWidget *parent, Session &session, const QStringList &paths);
void openFileAsking(QWidget *parent, Session &session, const QString &path, Part part,
                    const ReadRules &rules = {}, std::function<void()> keep = {});
/// For another change of an input, e.g. of the samples used.
void changeInputAsking(QWidget *parent, const Session &session, Part part, std::function<void()> change,
                       std::function<void()> keep = {});

} // namespace pathgan
