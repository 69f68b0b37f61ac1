// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>

class QWidget;

namespace pathgan {

// File dialogs that never block: the call returns at once, done is called when the user has chosen. The last
// folder is remembered.

void askForFiles(QWidget *parent, const QString &title, const QString &filter,
                 std::function<void(const QStringList &)> done);
void askForFile(QWidget *parent, const QString &title, const QString &filter,
                std::function<void(const QString &)> done);
/// proposed: file name with ending; the chosen path gets the filter's ending when it has none.
void askForSaveFile(QWidget *parent, const QString &title, const QString &proposed, const QString &filter,
                    std::function<void(const QString &)> done);
void askForFolder(QWidget *parent, const QString &title, std::function<void(const QString &)> done);

std::filesystem::path toPath(const QString &path);

/// Shows a failure in the error bar of the window that holds the widget.
void reportError(QWidget *widget, const Error &error, std::optional<Part> part = {});
/// The same; success is silent.
void reportResult(QWidget *widget, const Result<void> &result, std::optional<Part> part = {});

} // namespace pathgan
