// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/aggregate.h"
#include "core/project/store/describe_p.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cstring>
#include <limits>

namespace pathgan {

/// Of every kind that results are made of.
struct Sample
{
    enum class Kind { One, Two };
    bool flag = false;
    Kind kind = Kind::One;
    int whole = 0;
    std::uint64_t large = 0;
    double real = 0;
    float single = 0;
    std::string text;
    std::vector<double> numbers;
    std::vector<std::vector<std::string>> lists;
    std::array<std::size_t, 2> two{};
    std::map<std::string, std::pair<double, double>> map;
    std::optional<int> some;
    MatrixD matrix;
    VectorD vector;
    int later = 5;
};
static_assert(fieldCount<Sample>() == 15);

PATHGAN_LAST(Sample::Kind, Two, 1)

template <class Archive, Is<Sample> Value>
void describe(Archive &a, Value &one)
{
    a.fields(one, one.flag, one.kind, one.whole, one.large, one.real, one.single, one.text, one.numbers,
             one.lists, one.two, one.map, one.some, one.matrix, one.vector, since(2, one.later));
}
bool isSound(const Sample &sample)
{
    return sample.whole != 13;
}

} // namespace pathgan

using namespace pathgan;

namespace {

struct Nowhere : BlobSink, BlobSource
{
    Result<std::string> add(const std::shared_ptr<const void> &, const Coding &, bool) override
    {
        return Error{};
    }
    Result<std::shared_ptr<const void>> get(const std::string &, const Coding &) override { return Error{}; }
};

std::string bytesOf(const Sample &sample)
{
    Nowhere none;
    Encoder to(none);
    to.value(sample);
    return to.take();
}

/// False where the bytes are none of a sample.
bool read(std::string_view bytes, Sample &sample, std::uint32_t version = 2)
{
    Nowhere none;
    Decoder from(bytes, version, none);
    from.value(sample);
    return from.isAtEnd();
}

Sample example()
{
    Sample one;
    one.flag = true;
    one.kind = Sample::Kind::Two;
    one.whole = std::numeric_limits<int>::min();
    one.large = std::numeric_limits<std::uint64_t>::max();
    one.real = std::bit_cast<double>(std::uint64_t{0x7FF0000000000001}); // signalling
    one.single = std::bit_cast<float>(std::uint32_t{0xFFC00123});
    one.text = std::string("\0é\n", 4);
    one.numbers = {-0.0, 5e-324, std::numeric_limits<double>::infinity(), 0.1};
    one.lists = {{}, {"", "a"}};
    one.two = {0, 128};
    one.map = {{"", {1, 2}}, {"x", {3, 4}}};
    one.some = -1;
    one.matrix = MatrixD::Random(3, 2);
    one.vector = VectorD::Random(4);
    one.later = 7;
    return one;
}

} // namespace

/// Values as bytes.
class TestArchive : public QObject
{
    Q_OBJECT
private slots:
    void everyBitComesBack();
    void bytesAreLittleEndian();
    void lateFields();
    void nothingButItsBytes();
};

void TestArchive::everyBitComesBack()
{
    const Sample before = example();
    Sample after;
    QVERIFY(read(bytesOf(before), after));
    QVERIFY(after.flag && after.kind == before.kind && after.whole == before.whole &&
            after.large == before.large);
    QCOMPARE(std::bit_cast<std::uint64_t>(after.real), std::uint64_t{0x7FF0000000000001});
    QCOMPARE(std::bit_cast<std::uint32_t>(after.single), std::uint32_t{0xFFC00123});
    QVERIFY(after.text == before.text && after.lists == before.lists && after.two == before.two);
    QVERIFY(after.map == before.map && after.some == before.some && after.later == 7);
    QVERIFY(std::memcmp(after.numbers.data(), before.numbers.data(), 32) == 0);
    QVERIFY(after.matrix == before.matrix && after.vector == before.vector);
    QVERIFY(bytesOf(after) == bytesOf(before));
    for (const std::int64_t whole :
         {INT64_MIN, INT64_MAX, std::int64_t{0}, std::int64_t{-1}, std::int64_t{64}}) {
        Nowhere none;
        Encoder to(none);
        to.integer(whole);
        const std::string bytes = to.take();
        QCOMPARE(Decoder(bytes, 1, none).integer(), whole);
    }
}

void TestArchive::bytesAreLittleEndian()
{
    Nowhere none;
    Encoder to(none);
    to.number(1.0);
    to.count(300);
    to.integer(-3);
    const double two[] = {1.0, -2.0};
    to.numbers(two, 2);
    QCOMPARE(to.take(), std::string("\0\0\0\0\0\0\xF0\x3F\xAC\x02\x05"
                                    "\0\0\0\0\0\0\0\0\0\0\0\0\xF0\0\x3F\xC0",
                                    27));
}

void TestArchive::lateFields()
{
    Sample after;
    std::string bytes = bytesOf(example());
    bytes.pop_back(); // as a version wrote it that did not have the last
    QVERIFY(!read(bytes, after));
    after = {};
    QVERIFY(read(bytes, after, 1));
    QCOMPARE(after.later, Sample().later);
}

/// Cut, flipped and made up: refused, or read as something that is written the same.
void TestArchive::nothingButItsBytes()
{
    const std::string bytes = bytesOf(example());
    Sample after;
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY(!read(bytes.substr(0, size), after));
    QVERIFY(!read(bytes + '\0', after));
    QRandomGenerator random(3);
    for (int i = 0; i < 20'000; ++i) {
        std::string changed = bytes;
        for (int flips = 1 + i % 4; flips > 0; --flips)
            changed[random.bounded(quint32(changed.size()))] = static_cast<char>(random.bounded(256));
        Sample read1, read2;
        if (read(changed, read1))
            QVERIFY(read(bytesOf(read1), read2) && bytesOf(read1) == bytesOf(read2));
    }
    // A length that nobody can have, an enumeration's value that there is not, what is not sound.
    Nowhere none;
    std::vector<double> numbers;
    Decoder huge("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 1, none);
    huge.value(numbers);
    QVERIFY(!huge.isFine() && numbers.capacity() == 0);
    MatrixF matrix;
    Decoder wide("\xFF\xFF\xFF\xFF\x07\xFF\xFF\xFF\xFF\x07", 1, none);
    wide.value(matrix);
    QVERIFY(!wide.isFine() && matrix.size() == 0);
    Sample::Kind kind{};
    Decoder third("\x02", 1, none);
    third.value(kind);
    QVERIFY(!third.isFine() && kind == Sample::Kind::One);
    Sample unsound = example();
    unsound.whole = 13;
    QVERIFY(!read(bytesOf(unsound), after));
}

PATHGAN_TEST(TestArchive)
#include "tst_archive.moc"
