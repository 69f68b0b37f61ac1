// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace pathgan {

/// A command: its name, one line of help, its function (arguments after the name).
struct Command
{
    const char *name;
    const char *help;
    int (*run)(const QStringList &arguments);
    bool draws; ///< needs an application with fonts
};
const std::vector<Command> &commands();

int inspectCommand(const QStringList &arguments);
int fbaCommand(const QStringList &arguments);
int fvaCommand(const QStringList &arguments);
int deleteCommand(const QStringList &arguments);
int checkCommand(const QStringList &arguments);
int fluxCommand(const QStringList &arguments);
int fluxExplainCommand(const QStringList &arguments);
int gimmeCommand(const QStringList &arguments);
int trainCommand(const QStringList &arguments);
int explainCommand(const QStringList &arguments);
int enrichCommand(const QStringList &arguments);
int generateCommand(const QStringList &arguments);
int stressCommand(const QStringList &arguments);
int compareCommand(const QStringList &arguments);
int runCommand(const QStringList &arguments);
int showCommand(const QStringList &arguments);
int exportCommand(const QStringList &arguments);
int reportCommand(const QStringList &arguments);
int salvageCommand(const QStringList &arguments);

} // namespace pathgan
