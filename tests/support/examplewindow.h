// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/uitest.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QTest>

#include <memory>

namespace pathgan {

/// The active window, light, with the example and all its results; null: they did not come.
inline std::unique_ptr<MainWindow> exampleWindow(const QSize &size)
{
    constexpr int patience = 120'000; // milliseconds
    isolateSettings();
    applyTheme(ThemeChoice::Light);
    auto window = std::make_unique<MainWindow>();
    window->resize(size);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        return {};
    window->openExample();
    const Session &session = window->session();
    const bool isThere = QTest::qWaitFor(
        [&] { return session.project().has(Part::Groups) && window->session().engine().jobs().isEmpty(); },
        patience);
    return isThere ? std::move(window) : nullptr;
}

} // namespace pathgan
