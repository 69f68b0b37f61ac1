// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "tests/support/testmain.h"

#include <QtTest>

using namespace pathgan;

class TestHash : public QObject
{
    Q_OBJECT

private slots:
    void knownDigests();
    void piecesGiveTheWhole();
    void file();
    void missingFile();
};

void TestHash::knownDigests() // FIPS 180-2, appendix B
{
    QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(sha256("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(sha256(std::string(1000000, 'a')),
             std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

void TestHash::piecesGiveTheWhole()
{
    Sha256 hash;
    hash.update("a");
    hash.update("");
    hash.update("bc");
    QCOMPARE(hash.finish(), sha256("abc"));
}

void TestHash::file()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const std::string text(3 << 20, 'x'); // more than one block
    file.write(text.data(), static_cast<qint64>(text.size()));
    file.flush();
    const Result<std::string> digest = sha256File(file.fileName().toStdString());
    QVERIFY(digest.ok());
    QCOMPARE(*digest, sha256(text));
}

void TestHash::missingFile()
{
    QTemporaryDir folder;
    const Result<std::string> missing = sha256File(folder.filePath("none").toStdString());
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    const Result<std::string> isFolder = sha256File(folder.path().toStdString());
    QVERIFY(!isFolder);
    QCOMPARE(isFolder.error().code, ErrorCode::FileUnreadable);
}

PATHGAN_TEST(TestHash)
#include "tst_hash.moc"
