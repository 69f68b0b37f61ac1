// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/module_p.h"

#include <cstdlib>
#include <mutex>
#include <optional>

#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>
#else
#include <dlfcn.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif
#endif

namespace pathgan {

namespace fs = std::filesystem;

namespace {

#ifdef _WIN32
constexpr const char *moduleFile = "pathgan_torch.dll";

fs::path executable()
{
    std::wstring path(32'768, L'\0');
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return path;
}

void *openModule(const fs::path &path, std::string &message)
{
    HMODULE handle = LoadLibraryExW(path.c_str(), nullptr, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!handle)
        message = path.string() + ": error " + std::to_string(GetLastError());
    return reinterpret_cast<void *>(handle);
}

void *symbol(void *handle, const char *name)
{
    return reinterpret_cast<void *>(GetProcAddress(reinterpret_cast<HMODULE>(handle), name));
}

std::string fileOfSymbol(void *)
{
    return {};
}
#else
#ifdef __APPLE__
constexpr const char *moduleFile = "libpathgan_torch.so" /* CMake's suffix of modules */;

fs::path executable()
{
    std::uint32_t size = 0;
    _NSGetExecutablePath(nullptr, &size);
    std::string path(size, '\0');
    _NSGetExecutablePath(path.data(), &size);
    return path.c_str();
}
#else
constexpr const char *moduleFile = "libpathgan_torch.so";

fs::path executable()
{
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error);
}
#endif

void *openModule(const fs::path &path, std::string &message)
{
    // LOCAL: LibTorch's 288 libraries, Qt 5 among them, must not serve the program's own symbols.
    void *handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle)
        if (const char *text = dlerror())
            message = text;
    return handle;
}

void *symbol(void *handle, const char *name)
{
    return dlsym(handle, name);
}

std::string fileOfSymbol(void *address)
{
    Dl_info info{};
    if (!address || dladdr(address, &info) == 0 || !info.dli_fname)
        return {};
    std::error_code error;
    const fs::path real = fs::canonical(info.dli_fname, error);
    return error ? std::string(info.dli_fname) : real.string();
}
#endif

std::vector<fs::path> candidates()
{
    std::vector<fs::path> out;
    const fs::path beside = executable().parent_path();
    if (!beside.empty())
        for (const char *folder :
             {"lib/pathgan", "../lib/pathgan", "../lib/x86_64-linux-gnu/pathgan",
              "../lib/aarch64-linux-gnu/pathgan", "../lib64/pathgan", "../PlugIns/pathgan", "."})
            out.push_back(beside / folder / moduleFile);
    if (const char *folder = std::getenv("PATHGAN_MODULE_DIR"); folder && *folder)
        out.push_back(fs::path(folder) / moduleFile);
    return out;
}

/// OpenBLAS with threads of its own fights with the caller's: one thread. Finds out which BLAS serves sgemm.
void settleBlas(void *handle, LoadedModule &loaded)
{
    if (auto *setThreads = reinterpret_cast<void (*)(int)>(symbol(handle, "openblas_set_num_threads")))
        setThreads(1);
    std::string file;
    for (const char *name : {"sgemm_", "cblas_sgemm"})
        if (file.empty())
            file = fileOfSymbol(symbol(handle, name));
    const bool openBlas = file.find("openblas") != std::string::npos;
    if (auto *config = reinterpret_cast<char *(*)()>(symbol(handle, "openblas_get_config"));
        config && (openBlas || file.empty())) {
        loaded.blas = config();
        return;
    }
    loaded.blas = file.empty() ? "unknown BLAS" : file;
    for (const char *fast : {"openblas", "mkl", "blis", "Accelerate", "armpl"})
        if (file.find(fast) != std::string::npos)
            return;
    // One core of the last ten years reaches 30 GFLOP/s or more; the reference BLAS 2 to 4.
    constexpr double slowest = 12;
    loaded.slowBlas = loaded.module->matrixSpeed() < slowest;
}

Result<LoadedModule> openFirst()
{
    std::string messages;
    for (const fs::path &path : candidates()) {
        std::error_code error;
        if (!fs::exists(path, error))
            continue;
        std::string message;
        void *handle = openModule(path, message);
        if (!handle) {
            messages += (messages.empty() ? "" : "; ") + message;
            continue;
        }
        LoadedModule loaded;
        if (auto *entry = reinterpret_cast<GanModuleEntry>(symbol(handle, ganModuleEntry)))
            loaded.module = entry(ganModuleVersion);
        if (loaded.module) {
            settleBlas(handle, loaded);
            return loaded; // never closed: LibTorch does not survive that
        }
        messages += (messages.empty() ? "" : "; ") + path.string() + ": another version";
    }
    return Error{ErrorCode::LibraryMissing, messages.empty() ? std::string(moduleFile) : messages};
}

} // namespace

Result<LoadedModule> loadGanModule()
{
    // A library is opened once in a process; a failure may be cured (PATHGAN_MODULE_DIR), so it is tried
    // again.
    static std::mutex mutex;
    static std::optional<LoadedModule> opened;
    const std::scoped_lock lock(mutex);
    if (opened)
        return *opened;
    auto loaded = openFirst();
    if (loaded)
        opened = *loaded;
    return loaded;
}

} // namespace pathgan
