// SPDX-License-Identifier: GPL-3.0-or-later
// Files that take their place only when they are whole.
#include "core/base/outputfile.h"
#include "core/project/store/projectfile_p.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pathgan {

namespace fs = std::filesystem;

namespace {

const std::string unfinished = ".new"; // after the name, a process number behind it

Error writeError(const fs::path &path, int number)
{
    return {ErrorCode::WriteFailed,
            path.string() + ": " + std::error_code(number, std::generic_category()).message()};
}

Result<void> syncFile(const fs::path &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isOnDisk = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int number = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    return isOnDisk ? Result<void>() : writeError(path, number);
}

/// A file beside its place, which goes when it did not become whole. As long as it is written it is locked:
/// one that is not was left by a program that was killed.
class Temporary
{
public:
    static Result<Temporary> make(const fs::path &place)
    {
        const std::string name = "." + place.filename().string() + unfinished;
        removeUnfinished(place.parent_path(), name);
        Temporary made(place, place.parent_path() / (name + std::to_string(::getpid())));
        const int descriptor = ::open(made.m_path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor < 0)
            return writeError(place, errno);
        ::close(descriptor);
        made.m_isThere = true;
        Result<WriterLock> taken = WriterLock::take(made.m_path);
        if (!taken)
            return Error{ErrorCode::WriteFailed, taken.error().detail};
        made.m_lock = *std::move(taken);
        return made;
    }
    Temporary(Temporary &&other) noexcept
        : m_place(std::move(other.m_place)), m_path(std::move(other.m_path)), m_lock(std::move(other.m_lock)),
          m_isThere(std::exchange(other.m_isThere, false))
    {}
    Temporary &operator=(Temporary &&) = delete;
    ~Temporary()
    {
        std::error_code ignored;
        if (!m_isThere)
            return;
        fs::remove(m_path, ignored);
        fs::remove(m_path.string() + "-journal", ignored);
    }
    const fs::path &path() const { return m_path; }
    /// An error of it, told of the file that it was to be.
    Error ofPlace(Error error) const
    {
        if (const std::size_t at = error.detail.find(m_path.string()); at != std::string::npos)
            error.detail.replace(at, m_path.string().size(), m_place.string());
        return error;
    }
    /// To its place.
    Result<void> finish()
    {
        if (const Result<void> synced = syncFile(m_path); !synced)
            return synced;
        if (::rename(m_path.c_str(), m_place.c_str()) != 0)
            return writeError(m_place, errno);
        m_isThere = false;
        m_lock.reset();
        return syncFile(m_place.parent_path());
    }

private:
    Temporary(fs::path place, fs::path path) : m_place(std::move(place)), m_path(std::move(path)) {}
    fs::path m_place, m_path;
    std::optional<WriterLock> m_lock;
    bool m_isThere = false;
};

} // namespace

void removeUnfinished(const fs::path &folder, const std::string &name)
{
    std::error_code failed;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, failed)) {
        const std::string found = entry.path().filename().string();
        const bool isOne =
            name.empty() ? found.starts_with(".") && found.find(".pathgan" + unfinished) != std::string::npos
                         : found.starts_with(name);
        if (!isOne || found.ends_with("-journal"))
            continue;
        if (const Result<WriterLock> free = WriterLock::take(entry.path()); free) {
            std::error_code ignored;
            fs::remove(entry.path().string() + "-journal", ignored);
            fs::remove(entry.path(), ignored);
        }
    }
}

/// The file as the earlier version wrote it, which could not read what is written now.
Result<fs::path> ProjectFile::Impl::keepEarlier() const
{
    const fs::path &own = database->path();
    const std::string stem = own.stem().string() + ".v" + std::to_string(version);
    fs::path place = own.parent_path() / (stem + own.extension().string());
    std::error_code failed;
    for (int i = 2; fs::exists(place, failed); ++i)
        place = own.parent_path() / (stem + " (" + std::to_string(i) + ")" + own.extension().string());
    Result<Temporary> copy = Temporary::make(place);
    if (!copy)
        return copy.error();
    Result<void> done = database->copyTo(copy->path());
    if (done)
        done = copy->finish();
    return done ? Result<fs::path>(place) : copy->ofPlace(done.error());
}

Result<ProjectFile> ProjectFile::create(const fs::path &wanted, const ProjectContents &contents,
                                        ProjectFile *from, const SaveOptions &options,
                                        const TaskContext &context, SaveReport *report)
{
    const fs::path path = fs::absolute(withoutLinks(wanted));
    std::error_code failed;
    std::optional<WriterLock> replaced; // nobody may have open what goes
    if (fs::exists(path, failed)) {
        Result<WriterLock> taken = WriterLock::take(path);
        if (!taken)
            return taken.error();
        replaced = *std::move(taken);
    }
    Result<Temporary> temporary = Temporary::make(path);
    if (!temporary)
        return temporary.error();
    Result<SaveReport> saved = [&]() -> Result<SaveReport> {
        Result<Database> database = Database::open(temporary->path(), true, true);
        if (!database)
            return database.error().code == ErrorCode::FileUnreadable
                       ? Error{ErrorCode::WriteFailed, database.error().detail}
                       : database.error();
        Impl impl(*std::move(database));
        impl.home = path;
        const ProjectFile *first = from ? from : options.base.get();
        const auto locks = first ? first->locked(options.base.get()) : decltype(first->locked()){};
        if (options.base)
            impl.blobs.base = &options.base->m_impl->blobs;
        if (!from)
            return impl.save(contents, nullptr, options, context);
        impl.reader = from->m_impl->reader;
        impl.moved = from->m_impl->moved;
        return impl.save(contents, from->m_impl.get(), options, context);
    }();
    if (!saved)
        return temporary->ofPlace(saved.error());
    if (replaced)
        fs::permissions(temporary->path(), fs::status(path, failed).permissions(), failed);
    if (const Result<void> done = temporary->finish(); !done)
        return done.error();
    if (report)
        *report = *std::move(saved);
    Result<ProjectFile> made = open(path, Access::ReadWrite);
    if (made && from)
        made->setMatrixReader(from->m_impl->reader);
    if (made)
        made->leanOn(options.base);
    return made;
}

} // namespace pathgan
