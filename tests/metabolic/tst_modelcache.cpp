// SPDX-License-Identifier: GPL-3.0-or-later
#include "modelfiles.h"
#include "tests/support/testmain.h"

#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/metabolic/io/modelcache.h"
#include "core/metabolic/io/modelcoding.h"

#include <QtTest>

#include <filesystem>
#include <limits>

using namespace pathgan;

namespace {

namespace fs = std::filesystem;

fs::path dataPath(const char *name)
{
    return fs::path(PATHGAN_TEST_DATA "/metabolic") / name;
}

/// Field by field; the text of what differs first.
std::string difference(const MetabolicModel &a, const MetabolicModel &b)
{
    if (a.id != b.id || a.name != b.name || a.path != b.path || a.sha256 != b.sha256)
        return "head";
    if (a.metabolites.size() != b.metabolites.size() || a.genes.size() != b.genes.size() ||
        a.reactions.size() != b.reactions.size() || a.groups.size() != b.groups.size() ||
        a.objectives.size() != b.objectives.size())
        return "sizes";
    for (std::size_t i = 0; i < a.metabolites.size(); ++i) {
        const Metabolite &x = a.metabolites[i], &y = b.metabolites[i];
        if (std::tie(x.id, x.name, x.compartment, x.formula, x.charge, x.annotations) !=
            std::tie(y.id, y.name, y.compartment, y.formula, y.charge, y.annotations))
            return x.id;
    }
    for (std::size_t i = 0; i < a.genes.size(); ++i) {
        const ModelGene &x = a.genes[i], &y = b.genes[i];
        if (std::tie(x.id, x.name, x.entrez) != std::tie(y.id, y.name, y.entrez))
            return x.id;
    }
    std::vector<std::string> ids;
    for (const ModelGene &gene : a.genes)
        ids.push_back(gene.id);
    for (std::size_t i = 0; i < a.reactions.size(); ++i) {
        const Reaction &x = a.reactions[i], &y = b.reactions[i];
        if (std::tie(x.id, x.name, x.subsystem, x.lower, x.upper, x.stoichiometry, x.sboTerm) !=
                std::tie(y.id, y.name, y.subsystem, y.lower, y.upper, y.stoichiometry, y.sboTerm) ||
            x.rule.text(ids) != y.rule.text(ids))
            return x.id;
    }
    for (std::size_t i = 0; i < a.groups.size(); ++i) {
        const ModelGroup &x = a.groups[i], &y = b.groups[i];
        if (std::tie(x.id, x.name, x.kind, x.members) != std::tie(y.id, y.name, y.kind, y.members))
            return x.id;
    }
    for (std::size_t i = 0; i < a.objectives.size(); ++i) {
        const ModelObjective &x = a.objectives[i], &y = b.objectives[i];
        if (std::tie(x.id, x.maximise, x.coefficients) != std::tie(y.id, y.maximise, y.coefficients))
            return "objective " + x.id;
    }
    if (a.activeObjective != b.activeObjective || a.compartments != b.compartments ||
        a.warnings != b.warnings)
        return "tail";
    if (a.externalCompartment() != b.externalCompartment())
        return "external compartment";
    return {};
}

QByteArray bytesOf(const fs::path &path)
{
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
void writeBytes(const fs::path &path, const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class TestModelCache : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    fs::path folder() const { return m_folder.path().toStdString(); }
    fs::path keptFile(const fs::path &source, const fs::path &in) const
    {
        return in / (*sha256File(source) + ".pgmodel");
    }

private slots:
    void sameAsRead_data();
    void sameAsRead();
    void keptOnce();
    void damagedFilesAreReplaced();
    void nothingDamagedIsAccepted();
    void impossibleModelsAreRefused();
    void folderThatCannotBeWritten();
    void keepsTheLastUsed();
    void errorsAreTheReaders();
};

void TestModelCache::sameAsRead_data()
{
    QTest::addColumn<QString>("path");
    const QStringList paths = {
        PATHGAN_TEST_DATA "/metabolic/toy_fbc2.xml",      PATHGAN_TEST_DATA "/metabolic/toy_legacy_l2.xml",
        PATHGAN_SHARED_DATA "/models/textbook.xml.gz",    PATHGAN_SHARED_DATA "/models/mini.json",
        PATHGAN_TEST_DATA "/metabolic/mat/toy_cobra.mat", PATHGAN_SHARED_DATA "/recon3d/Recon3D.xml.gz"};
    for (const QString &path : paths)
        QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
}

void TestModelCache::sameAsRead()
{
    QFETCH(QString, path);
    if (!QFile::exists(path))
        QSKIP("needs the shared data");
    const fs::path source = path.toStdString(), cache = folder() / "same";
    const Result<MetabolicModel> read = readModel(source);
    QVERIFY(read.ok());
    const Result<MetabolicModel> first = readModelCached(source, cache);
    QVERIFY(first.ok());
    QCOMPARE(difference(*read, *first), std::string());
    QVERIFY(fs::exists(keptFile(source, cache)));
    const Result<MetabolicModel> second = readModelCached(source, cache);
    QVERIFY(second.ok());
    QCOMPARE(difference(*read, *second), std::string());
    QCOMPARE(second->reactionIndex(read->reactions.back().id), static_cast<int>(read->reactions.size()) - 1);
}

void TestModelCache::keptOnce()
{
    // a kept file is what is read: one made for another source shows
    const fs::path source = dataPath("toy_fbc2.xml"), cache = folder() / "kept";
    Result<MetabolicModel> model = readModel(source);
    QVERIFY(model.ok());
    model->name = "kept";
    fs::create_directories(cache);
    const std::string bytes = encodeModel(*model);
    writeBytes(keptFile(source, cache), QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const Result<MetabolicModel> again = readModelCached(source, cache);
    QVERIFY(again.ok());
    QCOMPARE(again->name, std::string("kept"));
    QCOMPARE(again->path, source.string());
    // but not under another file's name
    const fs::path other = dataPath("toy_legacy_l2.xml");
    writeBytes(keptFile(other, cache), QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const Result<MetabolicModel> legacy = readModelCached(other, cache);
    QVERIFY(legacy.ok());
    QCOMPARE(difference(*legacy, *readModel(other)), std::string());
    QVERIFY(bytesOf(keptFile(other, cache)) != bytesOf(keptFile(source, cache)));
}

void TestModelCache::damagedFilesAreReplaced()
{
    const fs::path source = dataPath("toy_fbc2.xml"), cache = folder() / "damaged";
    const Result<MetabolicModel> read = readModelCached(source, cache);
    QVERIFY(read.ok());
    const fs::path kept = keptFile(source, cache);
    const QByteArray good = bytesOf(kept);
    QByteArray flipped = good, otherVersion = good;
    flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 4);
    otherVersion[8] = static_cast<char>(modelCacheVersion + 1);
    for (const QByteArray &bad : {QByteArray(), good.left(40), good.chopped(1), good + 'x', flipped,
                                  otherVersion, QByteArray("nothing of the kind")}) {
        writeBytes(kept, bad);
        const Result<MetabolicModel> again = readModelCached(source, cache);
        QVERIFY(again.ok());
        QCOMPARE(difference(*read, *again), std::string());
        QCOMPARE(bytesOf(kept), good);
    }
    QCOMPARE(QDir(QString::fromStdString(cache.string())).entryList(QDir::Files).size(), 1); // no parts left
}

void TestModelCache::nothingDamagedIsAccepted()
{
    const Result<MetabolicModel> model = readModel(dataPath("toy_fbc2.xml"));
    QVERIFY(model.ok());
    const std::string good = encodeModel(*model);
    QVERIFY(decodeModel(good).has_value());
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!decodeModel(good.substr(0, size)).has_value());
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
        QVERIFY(!decodeModel(bad).has_value());
    }
    // payloads whose checksum fits: what is read must still be a usable model
    constexpr std::size_t head = 8 + 4 + 8 + 64;
    Random random(7);
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string payload = good.substr(head);
        for (std::uint64_t k = 1 + random.below(3); k-- > 0;)
            payload[random.below(payload.size())] = static_cast<char>(random.below(256));
        const std::optional<MetabolicModel> read =
            decodeModel(good.substr(0, head - 64) + sha256(payload) + payload);
        if (!read)
            continue;
        ++accepted;
        for (const Reaction &reaction : read->reactions) {
            QVERIFY(reaction.lower <= reaction.upper);
            for (const auto &[metabolite, coefficient] : reaction.stoichiometry)
                QVERIFY(metabolite >= 0 && static_cast<std::size_t>(metabolite) < read->metabolites.size());
            for (const int gene : reaction.rule.genes())
                QVERIFY(gene >= 0 && static_cast<std::size_t>(gene) < read->genes.size());
        }
    }
    QVERIFY(accepted > 100); // changed letters of names
}

void TestModelCache::impossibleModelsAreRefused()
{
    const Result<MetabolicModel> read = readModel(dataPath("toy_fbc2.xml"));
    QVERIFY(read.ok());
    const auto isRefused = [&](const std::function<void(MetabolicModel &)> &change) {
        MetabolicModel model = *read;
        change(model);
        return !decodeModel(encodeModel(model)).has_value();
    };
    using Op = GeneRule::Op;
    QVERIFY(!isRefused([](MetabolicModel &) {}));
    QVERIFY(isRefused([](MetabolicModel &m) { m.activeObjective = static_cast<int>(m.objectives.size()); }));
    QVERIFY(isRefused([](MetabolicModel &m) { m.objectives[0].coefficients = {{1000, 1.0}}; }));
    QVERIFY(isRefused([](MetabolicModel &m) { m.reactions[0].stoichiometry = {{1000, 1.0}}; }));
    QVERIFY(isRefused([](MetabolicModel &m) { m.reactions[0].stoichiometry = {{-1, 1.0}}; }));
    QVERIFY(isRefused([](MetabolicModel &m) { m.reactions[0].stoichiometry = {{1, 1.0}, {0, 1.0}}; }));
    QVERIFY(isRefused([](MetabolicModel &m) { m.reactions[0].stoichiometry = {{0, 0.0}}; }));
    QVERIFY(isRefused([](MetabolicModel &m) {
        m.reactions[0].stoichiometry = {{0, std::numeric_limits<double>::infinity()}};
    }));
    QVERIFY(isRefused([](MetabolicModel &m) { m.reactions[0].lower = m.reactions[0].upper + 1; }));
    QVERIFY(isRefused([](MetabolicModel &m) { m.reactions[0].rule = GeneRule({{Op::Gene, 1000}}); }));
    QVERIFY(isRefused([](MetabolicModel &m) {
        m.reactions[0].rule = GeneRule({{Op::Gene, 0}, {Op::And, 2}});
    }));
    QVERIFY(isRefused([](MetabolicModel &m) {
        m.reactions[0].rule = GeneRule({{Op::Gene, 0}, {Op::Gene, 0}});
    }));
}

void TestModelCache::folderThatCannotBeWritten()
{
    const fs::path source = dataPath("toy_fbc2.xml"), blocked = folder() / "a file";
    writeBytes(blocked, "no folder");
    for (const fs::path &cache : {blocked, blocked / "below", fs::path()}) {
        const Result<MetabolicModel> model = readModelCached(source, cache);
        QVERIFY(model.ok());
        QCOMPARE(model->id, readModel(source)->id);
    }
    QCOMPARE(bytesOf(blocked), QByteArray("no folder"));
}

void TestModelCache::keepsTheLastUsed()
{
    const fs::path cache = folder() / "many";
    const QByteArray text = bytesOf(dataPath("toy_fbc2.xml"));
    std::vector<fs::path> sources;
    const auto age = [&](std::size_t i, int hours) {
        fs::last_write_time(keptFile(sources[i], cache),
                            fs::file_time_type::clock::now() - std::chrono::hours(hours));
    };
    for (std::size_t i = 0; i < modelCacheFiles; ++i) {
        sources.push_back(folder() / ("source" + std::to_string(i) + ".xml"));
        writeBytes(sources.back(), text + QByteArray(static_cast<qsizetype>(i) + 1, '\n'));
        QVERIFY(readModelCached(sources.back(), cache).ok());
        age(i, 100 - static_cast<int>(i));
    }
    writeBytes(cache / "README", "not ours");
    QVERIFY(readModelCached(sources[0], cache).ok()); // used again: the next one is the oldest now
    QVERIFY(readModelCached(dataPath("toy_legacy_l2.xml"), cache).ok());
    QVERIFY(fs::exists(keptFile(sources[0], cache)));
    QVERIFY(!fs::exists(keptFile(sources[1], cache)));
    QVERIFY(fs::exists(keptFile(sources[2], cache)));
    QVERIFY(fs::exists(cache / "README"));
    QCOMPARE(QDir(QString::fromStdString(cache.string())).entryList({"*.pgmodel"}).size(),
             static_cast<qsizetype>(modelCacheFiles));
}

void TestModelCache::errorsAreTheReaders()
{
    const fs::path cache = folder() / "errors", bad = folder() / "bad.xml";
    QCOMPARE(readModelCached(folder() / "nothing.xml", cache).error().code, ErrorCode::FileNotFound);
    writeBytes(bad, "<sbml>");
    QCOMPARE(readModelCached(bad, cache).error().code, ErrorCode::BadModel);
    QVERIFY(!fs::exists(keptFile(bad, cache)));
    const auto control = std::make_shared<TaskControl>();
    control->requestStop(StopKind::Cancel);
    QCOMPARE(readModelCached(dataPath("toy_fbc2.xml"), cache, TaskContext(control, {})).error().code,
             ErrorCode::Cancelled);
}

PATHGAN_TEST(TestModelCache)
#include "tst_modelcache.moc"
