// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <vector>

/// A Python with COBRApy, at work on one task after another while this program does the same (cobra_flux.py).
class CobraSide
{
public:
    /// python: interpreter with COBRApy; null: none, and every answer is empty.
    explicit CobraSide(const char *python);
    ~CobraSide();
    CobraSide(const CobraSide &) = delete;
    CobraSide &operator=(const CobraSide &) = delete;

    struct Answer
    {
        double perItem = 0, whole = 0; ///< seconds; whole: scaled from the items measured
        int items = 0;                 ///< measured
        double share = 1;              ///< of the processors it could use, while measured
        std::vector<double> values;
    };
    std::optional<Answer> ask(const std::vector<std::string> &words);
    const std::string &version() const { return m_version; }

private:
    std::string readLine();

    std::FILE *m_in = nullptr, *m_out = nullptr;
    int m_process = -1;
    std::string m_version;
};
