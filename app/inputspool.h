// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace pathgan {

/// Inputs that come through a pipe (`-`, a named pipe, bash's <(…)), taken whole into files without a name:
/// readers look at a file more than once.
class InputSpool
{
public:
    InputSpool();
    ~InputSpool();

    /// Takes path in if it is a stream; InvalidOption for a second `-`. Call it once for each input.
    Result<void> take(const std::string &path);
    /// Where the input is to be read.
    std::string readable(const std::string &path) const;
    std::map<std::string, std::string> ownNames() const; ///< by readable path; of those taken in
    /// Messages name the input as the user did.
    std::string withOwnNames(std::string message) const;

private:
    struct Files;
    std::unique_ptr<Files> m_files; ///< gone with the process, however it ends
    std::map<std::string, std::string> m_pathOf;
};

} // namespace pathgan
