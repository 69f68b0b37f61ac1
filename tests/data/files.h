#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <filesystem>
#include <string>
#include <zlib.h>

/// A folder for the files of one test program.
class Files
{
public:
    std::filesystem::path write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return file.fileName().toStdString();
    }
    std::filesystem::path path(const QString &name) const { return m_folder.filePath(name).toStdString(); }

    /// One gzip member.
    static QByteArray gzip(const QByteArray &text)
    {
        z_stream stream{};
        deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
        QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))) + 64,
                          '\0');
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.constData()));
        stream.avail_in = static_cast<uInt>(text.size());
        stream.next_out = reinterpret_cast<Bytef *>(packed.data());
        stream.avail_out = static_cast<uInt>(packed.size());
        deflate(&stream, Z_FINISH);
        packed.resize(static_cast<qsizetype>(stream.total_out));
        deflateEnd(&stream);
        return packed;
    }

private:
    QTemporaryDir m_folder;
};

/// A file of the shared real data; empty where it is absent.
inline std::filesystem::path sharedFile(const char *name)
{
    const std::filesystem::path path = std::filesystem::path(PATHGAN_SHARED_DATA) / name;
    return std::filesystem::exists(path) ? path : std::filesystem::path();
}

#define NEED_SHARED(variable, name)                                                                          \
    const std::filesystem::path variable = sharedFile(name);                                                 \
    if (variable.empty())                                                                                    \
    QSKIP("needs the shared data file " name)
