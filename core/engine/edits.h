// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/optiontable.h"
#include "core/project/project.h"

#include <QObject>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace pathgan {

enum class EditKind { Options, Scenario, View, Concepts, ShownRun, RemovedRun, Pinned, RunNote, ProjectNote };

/// An act of the user on the project that can be taken back.
struct Edit
{
    EditKind kind{};
    std::optional<Part> part = {};      ///< whose options or run
    std::vector<std::string> keys = {}; ///< of the options, of the setting of a figure
    std::string name = {};              ///< in the language of the window; empty: kind, part and keys say it
    bool isTyped = false;               ///< goes on with the one before of the same keys
    std::function<void()> undo = {}, redo = {};
};

/// What the user did to the open project, newest last, and how far it was taken back.
class Edits : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t most = 200; ///< older ones are forgotten

    using QObject::QObject;

    void push(Edit edit); ///< of what was done; nothing while quiet
    /// Of options that were replaced, field by field; show: what follows when that is undone or redone. The
    /// options must outlive this. Nothing where they are equal.
    void pushOptions(Part part, const OptionsRef &options, const ConstOptionsRef &before,
                     std::function<void()> show);
    void seal(); ///< what is typed next is an edit of its own
    void clear();
    void forget(EditKind kind, std::optional<Part> part); ///< those that another input leaves without sense
    const Edit *toUndo() const;                           ///< null: none
    const Edit *toRedo() const;
    std::size_t size() const { return m_edits.size(); }

    /// While one lives, what happens is nobody's edit.
    class Quiet
    {
    public:
        explicit Quiet(Edits &edits) : m_edits(edits) { ++m_edits.m_quiet; }
        ~Quiet() { --m_edits.m_quiet; }
        Quiet(const Quiet &) = delete;
        Quiet &operator=(const Quiet &) = delete;

    private:
        Edits &m_edits;
    };

public slots:
    void undo();
    void redo();

signals:
    void changed(); ///< what can be undone or redone
    void aboutToReplay(const pathgan::Edit &edit);
    void replayed(const pathgan::Edit &edit); ///< it was undone or redone

private:
    void replay(Edit edit, bool forward); ///< a copy: the act may clear the list

    std::vector<Edit> m_edits;
    std::size_t m_position = 0; ///< edits done; those after it were undone
    int m_quiet = 0;
    bool m_isSealed = true;
};

} // namespace pathgan
