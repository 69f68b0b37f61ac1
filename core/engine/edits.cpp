// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/edits.h"

#include <utility>

namespace pathgan {

void Edits::push(Edit edit)
{
    if (m_quiet > 0)
        return;
    m_edits.resize(m_position);
    Edit *last = m_edits.empty() || m_isSealed ? nullptr : &m_edits.back();
    if (last && edit.isTyped && last->isTyped && last->kind == edit.kind && last->part == edit.part &&
        last->keys == edit.keys) {
        last->redo = std::move(edit.redo);
    } else {
        m_edits.push_back(std::move(edit));
        if (m_edits.size() > most)
            m_edits.erase(m_edits.begin());
    }
    m_position = m_edits.size();
    m_isSealed = false;
    emit changed();
}

void Edits::pushOptions(Part part, const OptionsRef &options, const ConstOptionsRef &before,
                        std::function<void()> show)
{
    std::vector<std::string> keys;
    std::vector<std::pair<const OptionField *, OptionValue>> old, now; // a preset first
    for (const OptionField &field : options.table().fields()) {
        if (options.value(field) == before.value(field))
            continue;
        keys.push_back(field.key);
        old.emplace_back(&field, before.value(field));
        now.emplace_back(&field, options.value(field));
    }
    if (keys.empty())
        return;
    const OptionKind kind = now.front().first->kind;
    const auto put = [options, show = std::move(show)](const auto &values) {
        return [options, show, values] {
            for (const auto &[field, value] : values)
                options.put(*field, value);
            show();
        };
    };
    push({.kind = EditKind::Options,
          .part = part,
          .keys = keys,
          .isTyped = keys.size() == 1 && kind != OptionKind::Flag && kind != OptionKind::Word,
          .undo = put(old),
          .redo = put(now)});
}

void Edits::seal()
{
    m_isSealed = true;
}

void Edits::clear()
{
    m_edits.clear();
    m_position = 0;
    emit changed();
}

void Edits::forget(EditKind kind, std::optional<Part> part)
{
    for (std::size_t i = m_edits.size(); i-- > 0;) {
        if (m_edits[i].kind != kind || m_edits[i].part != part)
            continue;
        m_edits.erase(m_edits.begin() + static_cast<std::ptrdiff_t>(i));
        m_position -= i < m_position;
    }
    emit changed();
}

const Edit *Edits::toUndo() const
{
    return m_position > 0 ? &m_edits[m_position - 1] : nullptr;
}

const Edit *Edits::toRedo() const
{
    return m_position < m_edits.size() ? &m_edits[m_position] : nullptr;
}

void Edits::undo()
{
    if (m_position > 0)
        replay(m_edits[m_position - 1], false);
}

void Edits::redo()
{
    if (m_position < m_edits.size())
        replay(m_edits[m_position], true);
}

void Edits::replay(Edit edit, bool forward)
{
    m_isSealed = true;
    emit aboutToReplay(edit);
    forward ? ++m_position : --m_position;
    {
        const Quiet quiet(*this);
        (forward ? edit.redo : edit.undo)();
    }
    emit changed();
    emit replayed(edit);
}

} // namespace pathgan
