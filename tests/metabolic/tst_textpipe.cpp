// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/io/modelcoding.h"
#include "core/metabolic/io/modelreader.h"
#include "core/metabolic/io/textpipe_p.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <iterator>
#include <mutex>
#include <vector>

using namespace pathgan;

namespace {

std::string wholeFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

/// What is handed to libSBML through a pipe is what it would have read from the file.
class TestTextPipe : public QObject
{
    Q_OBJECT

private slots:
    void givesTheText_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 100, 65'536, 65'537, 5'000'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void givesTheText()
    {
        QFETCH(const int, size);
        std::string text(static_cast<std::size_t>(size), ' ');
        for (std::size_t i = 0; i < text.size(); ++i)
            text[i] = static_cast<char>('a' + i * 7919 % 26);
        std::vector<std::size_t> seen;
        std::string read;
        {
            const auto pipe = TextPipe::open(text, [&seen](std::size_t done) {
                seen.push_back(done);
                return true;
            });
            QVERIFY(pipe);
            std::ifstream(pipe->path()).close(); // looking whether it is there takes nothing away
            read = wholeFile(pipe->path());
        }
        QVERIFY(read == text);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(seen.back(), text.size());
    }

    void endsEarly()
    {
        const std::string text(10'000'000, 'x');
        const auto pipe = TextPipe::open(text, [](std::size_t done) { return done < 1'000'000; });
        QVERIFY(pipe);
        const std::string read = wholeFile(pipe->path());
        QVERIFY(read.size() >= 1'000'000 && read.size() < 2'000'000);
    }

    void nobodyReads()
    {
        const std::string text(10'000'000, 'x');
        std::string path;
        {
            const auto pipe = TextPipe::open(text, [](std::size_t) { return true; });
            path = pipe->path();
            QVERIFY(QFile::exists(QString::fromStdString(path)));
        }
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }

    /// A comment makes the file long enough for the pipe; the model is the same, bit by bit.
    void modelsAreTheSame()
    {
        const std::string path = PATHGAN_TEST_DATA "/../../resources/example/model.xml";
        const std::string text = wholeFile(path);
        QVERIFY(text.starts_with("<?xml"));
        const std::size_t end = text.find("?>") + 2;
        const std::string padded =
            text.substr(0, end) + "\n<!-- " + std::string(3'000'000, '.') + " -->" + text.substr(end);
        const std::string other = m_folder.filePath("long.xml").toStdString();
        std::ofstream(other, std::ios::binary) << padded;
        std::mutex mutex;
        std::vector<double> shares;
        const TaskContext context(std::make_shared<TaskControl>(), [&](const Progress &progress) {
            const std::lock_guard lock(mutex);
            if (progress.total == 1)
                shares.push_back(progress.done);
        });
        Result<MetabolicModel> straight = readModel(path), piped = readModel(other, context);
        QVERIFY(straight.ok() && piped.ok());
        piped->sha256 = straight->sha256;
        QVERIFY(encodeModel(*piped) == encodeModel(*straight));
        QVERIFY(shares.size() > 10 && std::is_sorted(shares.begin(), shares.end()));
        QCOMPARE(shares.back(), 1.0);
    }

    /// In the middle of what libSBML reads.
    void readingIsCancelled()
    {
        const std::string other = m_folder.filePath("long.xml").toStdString();
        const auto control = std::make_shared<TaskControl>();
        double last = 0;
        const TaskContext context(control, [&](const Progress &progress) {
            last = progress.total == 1 ? progress.done : last;
            if (last > 0.5)
                control->requestStop(StopKind::Cancel);
        });
        const Result<MetabolicModel> model = readModel(other, context);
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::Cancelled);
        QVERIFY(last < 0.9);
    }

private:
    QTemporaryDir m_folder;
};

PATHGAN_TEST(TestTextPipe)
#include "tst_textpipe.moc"
