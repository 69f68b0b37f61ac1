// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>
#include <string>

namespace pathgan {

class Edits;

/// How the project is looked at, as texts by key: settings of figures, what is selected. Kept in its file;
/// no result depends on it.
class ViewSettings : public QObject
{
    Q_OBJECT
public:
    using Values = std::map<std::string, std::string>;

    explicit ViewSettings(Edits &edits) : m_edits(edits) {}

    const Values &all() const { return m_values; }
    std::string value(const std::string &key) const;            ///< empty: not set
    void set(const std::string &key, const std::string &value); ///< no edit; changes no file by itself
    /// By the user, from what it was; name: of the setting, in the language of the window.
    void edit(const std::string &key, const std::string &before, const std::string &after,
              const std::string &name, bool isTyped);
    void replace(Values values); ///< of another project

signals:
    void edited();                        ///< by the user, or an edit was taken back
    void changed(const std::string &key); ///< an edit was taken back or done again: show it
    void replaced();                      ///< all of them: show them

private:
    void put(const std::string &key, const std::string &value);

    Edits &m_edits;
    Values m_values;
};

} // namespace pathgan
