// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cobraside.h"

#include <csignal>
#include <cstdlib>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

CobraSide::CobraSide(const char *python)
{
    int toChild[2], fromChild[2];
    if (!python || pipe(toChild) != 0 || pipe(fromChild) != 0)
        return;
    std::signal(SIGPIPE, SIG_IGN);
    m_process = fork();
    if (m_process == 0) {
        dup2(toChild[0], STDIN_FILENO);
        dup2(fromChild[1], STDOUT_FILENO);
        for (const int end : {toChild[0], toChild[1], fromChild[0], fromChild[1]})
            close(end);
        execlp(python, python, PATHGAN_BENCH "/cobra_flux.py", static_cast<char *>(nullptr));
        _exit(127);
    }
    close(toChild[0]);
    close(fromChild[1]);
    m_out = fdopen(toChild[1], "w");
    m_in = fdopen(fromChild[0], "r");
    m_version = readLine();
}

CobraSide::~CobraSide()
{
    if (m_out)
        std::fclose(m_out);
    if (m_in)
        std::fclose(m_in);
    if (m_process > 0)
        waitpid(m_process, nullptr, 0);
}

std::string CobraSide::readLine()
{
    std::string line;
    for (int c = std::fgetc(m_in); c != EOF && c != '\n'; c = std::fgetc(m_in))
        line += static_cast<char>(c);
    return line;
}

std::optional<CobraSide::Answer> CobraSide::ask(const std::vector<std::string> &words)
{
    if (!m_out || m_version.empty())
        return {};
    std::string line;
    for (const std::string &word : words)
        line += (line.empty() ? "" : "\t") + word;
    std::fprintf(m_out, "%s\n", line.c_str());
    std::fflush(m_out);
    std::istringstream text(readLine());
    Answer answer;
    if (!(text >> answer.perItem >> answer.whole >> answer.items >> answer.share))
        return {};
    for (std::string number; text >> number;)
        answer.values.push_back(std::strtod(number.c_str(), nullptr));
    return answer;
}
