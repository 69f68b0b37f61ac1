#include "core/data/textsource.h"
#include "tests/data/files.h"

#include <QtTest>

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

class TestTextSource : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
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

QTEST_GUILESS_MAIN(TestTextSource)
#include "tst_textsource.moc"
