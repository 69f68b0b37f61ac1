#pragma once

#include <QtGlobal>

#include <string_view>

namespace pathgan {

/// Every English key of the core that reaches the screen. tests/ui/tst_coretext.cpp looks for others in core.
inline constexpr std::string_view coreTextKeys[] = {
    // Parts
    QT_TRANSLATE_NOOP("Core", "expression matrix"),
    QT_TRANSLATE_NOOP("Core", "clinical table"),
    QT_TRANSLATE_NOOP("Core", "gene map"),
    QT_TRANSLATE_NOOP("Core", "gene sets"),
    QT_TRANSLATE_NOOP("Core", "interaction network"),
    QT_TRANSLATE_NOOP("Core", "metabolic model"),
    QT_TRANSLATE_NOOP("Core", "cohort"),
    QT_TRANSLATE_NOOP("Core", "fluxes"),
    QT_TRANSLATE_NOOP("Core", "network"),
    QT_TRANSLATE_NOOP("Core", "explanation"),
    QT_TRANSLATE_NOOP("Core", "enrichment"),
    QT_TRANSLATE_NOOP("Core", "stress test"),
    QT_TRANSLATE_NOOP("Core", "group comparison"),
};

} // namespace pathgan
