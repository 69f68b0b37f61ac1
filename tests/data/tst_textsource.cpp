#include "core/data/textsource.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <lzma.h>
#include <zip.h>

#include <bzlib.h>

using namespace pathgan;

namespace {

QByteArray bzip2(QByteArray text)
{
    unsigned size = static_cast<unsigned>(text.size()) * 2 + 1000;
    QByteArray packed(static_cast<qsizetype>(size), '\0');
    BZ2_bzBuffToBuffCompress(packed.data(), &size, text.data(), static_cast<unsigned>(text.size()), 9, 0, 0);
    packed.resize(size);
    return packed;
}

QByteArray longText()
{
    QByteArray text;
    for (int i = 0; i < 200000; ++i)
        text += QByteArray::number(i * 7919 % 100003) + '\t';
    return text;
}

} // namespace

namespace {

QByteArray xz(const QByteArray &text)
{
    QByteArray packed(static_cast<qsizetype>(lzma_stream_buffer_bound(static_cast<std::size_t>(text.size()))),
                      '\0');
    std::size_t used = 0;
    lzma_easy_buffer_encode(
        6, LZMA_CHECK_CRC64, nullptr, reinterpret_cast<const std::uint8_t *>(text.constData()),
        static_cast<std::size_t>(text.size()), reinterpret_cast<std::uint8_t *>(packed.data()), &used,
        static_cast<std::size_t>(packed.size()));
    return packed.left(static_cast<qsizetype>(used));
}

/// A zip archive of these names, each with the text.
void writeZip(const std::filesystem::path &path, const std::vector<std::string> &names,
              const QByteArray &text)
{
    int code = 0;
    zip_t *archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    for (const std::string &name : names) {
        zip_source_t *source =
            zip_source_buffer(archive, text.constData(), static_cast<zip_uint64_t>(text.size()), 0);
        zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
}

} // namespace

class TestTextSource : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void zipOfOneFile();
    void otherZipsAreRefused_data();
    void otherZipsAreRefused();
    void cleanText_data();
    void cleanText();
    void damaged_data();
    void damaged();
    void missing();
    void countsBytes();

private:
    Files m_files;
};

void TestTextSource::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    const QByteArray text = longText();
    QTest::newRow("plain") << text << text;
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("gzip") << Files::gzip(text) << text;
    QTest::newRow("gzip of nothing") << Files::gzip("") << QByteArray();
    QTest::newRow("gzip members") << Files::gzip(text) + Files::gzip("") + Files::gzip("more\n") +
                                         Files::gzip(text)
                                  << text + "more\n" + text;
    QTest::newRow("gzip padded") << Files::gzip("abc") + QByteArray(512, '\0') << QByteArray("abc");
    QTest::newRow("bzip2") << bzip2(text) << text;
    QTest::newRow("xz") << xz(text) << text;
    QTest::newRow("xz streams") << xz("ab") + xz("cd") << QByteArray("abcd");
    QTest::newRow("bzip2 streams") << bzip2("ab") + bzip2("cd") << QByteArray("abcd");
}

void TestTextSource::reads()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    const auto path = m_files.write("file", file);
    const Result<std::string> whole = readWholeText(path);
    QVERIFY2(whole.ok(), whole.ok() ? "" : whole.error().detail.c_str());
    QVERIFY(*whole == text.toStdString());

    // The same in odd pieces.
    Result<TextSource> source = TextSource::open(path);
    QVERIFY(source.ok());
    std::string pieces;
    char buffer[977];
    for (;;) {
        const Result<std::size_t> count = source->read(buffer, sizeof buffer);
        QVERIFY(count.ok());
        if (*count == 0)
            break;
        pieces.append(buffer, *count);
    }
    QVERIFY(pieces == text.toStdString());
}

void TestTextSource::zipOfOneFile()
{
    const QByteArray text = longText();
    const auto path = m_files.path("one.zip");
    writeZip(path, {"matrix.tsv", "__MACOSX/._matrix.tsv"}, text);
    const Result<std::string> whole = readWholeText(path);
    QVERIFY2(whole.ok(), whole.ok() ? "" : whole.error().detail.c_str());
    QCOMPARE(QByteArray::fromStdString(*whole), text);
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() / 4);
    const char flipped = static_cast<char>(file.read(1)[0] ^ 4);
    file.seek(file.size() / 4);
    file.write(&flipped, 1);
    file.close();
    const Result<std::string> damagedOne = readWholeText(path);
    QVERIFY(!damagedOne);
    QCOMPARE(int(damagedOne.error().code), int(ErrorCode::FileTruncated));
}

void TestTextSource::otherZipsAreRefused_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("says");
    QTest::newRow("two files") << QStringList{"a.tsv", "b.tsv"} << "zip of 2 files: a.tsv, b.tsv";
    QTest::newRow("workbook") << QStringList{"[Content_Types].xml", "xl/workbook.xml"} << "workbook";
    QTest::newRow("OpenDocument") << QStringList{"mimetype", "content.xml"} << "OpenDocument";
    QTest::newRow("network") << QStringList{"net/data.pkl", "net/data/0"} << "trained network";
    QTest::newRow("folders only") << QStringList{"a/"} << "zip of 0 files";
}

void TestTextSource::otherZipsAreRefused()
{
    QFETCH(QStringList, names);
    QFETCH(QString, says);
    std::vector<std::string> all;
    for (const QString &name : names)
        all.push_back(name.toStdString());
    writeZip(m_files.path("other.zip"), all, "x");
    const Result<std::string> text = readWholeText(m_files.path("other.zip"));
    QVERIFY(!text);
    QCOMPARE(int(text.error().code), int(ErrorCode::UnknownFormat));
    QVERIFY2(QString::fromStdString(text.error().detail).contains(says), text.error().detail.c_str());
}

void TestTextSource::cleanText_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");
    const QString words = QStringLiteral("gene\tM\u00FCller\tx\nTP53\t1.5\t\U0001F600\n");
    const QByteArray text = words.toUtf8();
    const auto utf16 = [&](bool big, bool mark) {
        QByteArray bytes = mark ? (big ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE")) : QByteArray();
        for (const QChar c : words) {
            const char high = static_cast<char>(c.unicode() >> 8),
                       low = static_cast<char>(c.unicode() & 0xFF);
            bytes += big ? high : low;
            bytes += big ? low : high;
        }
        return bytes;
    };
    QTest::newRow("as it is") << text << text;
    QTest::newRow("mark") << "\xEF\xBB\xBF" + text << text;
    QTest::newRow("CR LF") << QByteArray(text).replace("\n", "\r\n") << text;
    QTest::newRow("CR") << QByteArray(text).replace("\n", "\r") << text;
    QTest::newRow("little") << utf16(false, true) << text;
    QTest::newRow("big") << utf16(true, true) << text;
    QTest::newRow("little without mark") << utf16(false, false) << text;
    QTest::newRow("big without mark") << utf16(true, false) << text;
    QTest::newRow("packed") << Files::gzip(utf16(false, true)) << text;
    QTest::newRow("lone half") << QByteArray("\xFF\xFE"
                                             "a\0\0\xD8"
                                             "b\0",
                                             8)
                               << QByteArray("a\xFF"
                                             "b");
    QTest::newRow("half a unit") << QByteArray("\xFF\xFE"
                                               "a\0b",
                                               5)
                                 << QByteArray("a\xFF");
    QTest::newRow("long, CR LF across blocks")
        << QByteArray("0123456\r\n").repeated(200000) << QByteArray("0123456\n").repeated(200000);
    QTest::newRow("long, CR LF across blocks, odd")
        << "x" + QByteArray("0123456\r\n").repeated(200000) << "x" + QByteArray("0123456\n").repeated(200000);
}

void TestTextSource::cleanText()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, text);
    const Result<std::string> read = readWholeText(m_files.write("text", file), Content::Text);
    QVERIFY(read.ok());
    QCOMPARE(QByteArray::fromStdString(*read), text);
}

void TestTextSource::damaged_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray gzip = Files::gzip(longText());
    QTest::newRow("gzip cut in the middle") << gzip.left(gzip.size() / 2);
    QTest::newRow("gzip without its last byte") << gzip.left(gzip.size() - 1);
    QTest::newRow("gzip header only") << gzip.left(10);
    QTest::newRow("gzip magic only") << gzip.left(2);
    QByteArray wrong = gzip;
    wrong[wrong.size() - 6] = static_cast<char>(wrong[wrong.size() - 6] ^ 1); // in the checksum
    QTest::newRow("gzip with a wrong checksum") << wrong;
    QTest::newRow("second member cut") << Files::gzip("a") + gzip.left(gzip.size() - 20);
    const QByteArray bzip = bzip2(longText());
    QTest::newRow("bzip2 cut") << bzip.left(bzip.size() / 2);
}

void TestTextSource::damaged()
{
    QFETCH(QByteArray, file);
    const Result<std::string> text = readWholeText(m_files.write("damaged.gz", file));
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::FileTruncated);
    QVERIFY(text.error().detail.find("damaged.gz: byte ") != std::string::npos);
}

void TestTextSource::missing()
{
    const Result<TextSource> none = TextSource::open(m_files.path("none"));
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::FileNotFound);
    const Result<TextSource> folder = TextSource::open(m_files.path(""));
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::FileUnreadable);
}

void TestTextSource::countsBytes()
{
    const QByteArray packed = Files::gzip(longText());
    Result<TextSource> source = TextSource::open(m_files.write("counted.gz", packed));
    QVERIFY(source.ok());
    QCOMPARE(source->compressedSize(), static_cast<std::size_t>(packed.size()));
    QCOMPARE(source->compressedRead(), std::size_t{0});
    std::string buffer(1 << 20, '\0');
    std::size_t last = 0;
    for (Result<std::size_t> count = source->read(buffer.data(), 100000); *count > 0;
         count = source->read(buffer.data(), 100000)) {
        QVERIFY(source->compressedRead() >= last);
        last = source->compressedRead();
    }
    QCOMPARE(last, source->compressedSize());
}

PATHGAN_TEST(TestTextSource)
#include "tst_textsource.moc"
