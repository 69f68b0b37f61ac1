// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

namespace testmain {

namespace {

std::map<std::string, Run> &classes()
{
    static std::map<std::string, Run> map;
    return map;
}

} // namespace

bool add(const char *file, Run run)
{
    const std::string prefix = "tst_";
    classes()[std::filesystem::path(file).stem().string().substr(prefix.size())] = run;
    return true;
}

} // namespace testmain

int main(int argc, char **argv)
{
    const auto &classes = testmain::classes();
    const auto found = argc > 1 ? classes.find(argv[1]) : classes.end();
    const std::string program = std::filesystem::path(argv[0]).filename().string();
    if (found == classes.end()) {
        std::fprintf(stderr, "usage: %s CLASS [options of Qt Test]; the classes are\n", program.c_str());
        for (const auto &[name, run] : classes)
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    // Qt names settings, caches and temporary folders after the program: no two classes may share them.
    std::string name = program + "_" + found->first;
    argv[1] = name.data();
    return found->second(argc - 1, argv + 1);
}
