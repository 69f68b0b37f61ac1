// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/viewsettings.h"

#include "core/engine/edits.h"

#include <utility>

namespace pathgan {

std::string ViewSettings::value(const std::string &key) const
{
    const auto found = m_values.find(key);
    return found == m_values.end() ? std::string() : found->second;
}

void ViewSettings::set(const std::string &key, const std::string &value)
{
    m_values[key] = value;
}

void ViewSettings::edit(const std::string &key, const std::string &before, const std::string &after,
                        const std::string &name, bool isTyped)
{
    set(key, after);
    m_edits.push({.kind = EditKind::View,
                  .keys = {key},
                  .name = name,
                  .isTyped = isTyped,
                  .undo = [this, key, before] { put(key, before); },
                  .redo = [this, key, after] { put(key, after); }});
    emit edited();
}

void ViewSettings::put(const std::string &key, const std::string &value)
{
    set(key, value);
    emit changed(key);
    emit edited();
}

void ViewSettings::replace(Values values)
{
    m_values = std::move(values);
    emit replaced();
}

} // namespace pathgan
