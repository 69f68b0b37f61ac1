#include "tests/metabolic/fluxreference.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pathgan;
using nlohmann::json;

namespace {

MetabolicModel readOrEmpty(const std::string &name)
{
    const std::string path = fluxreference::modelPath(name);
    if (path.empty())
        return {};
    Result<MetabolicModel> model = readModel(path);
    return model ? std::move(*model) : MetabolicModel{};
}

} // namespace

class TestFva : public QObject
{
    Q_OBJECT

private slots:
    void matchesReference_data()
    {
        QTest::addColumn<QString>("key");
        const json reference = fluxreference::load("fva.json");
        for (const auto &item : reference.items())
            if (item.key().find(' ') == std::string::npos) // without loopless and pfba_factor
                QTest::newRow(item.key().c_str()) << QString::fromStdString(item.key());
    }
    void matchesReference()
    {
        QFETCH(QString, key);
        const MetabolicModel model = readOrEmpty(key.section('@', 0, 0).toStdString());
        if (model.reactions.empty())
            QSKIP("the shared reference models are absent");
        const json reference = fluxreference::load("fva.json")[key.toStdString()];
        FvaOptions options;
        options.fractionOfOptimum = key.section('@', 1).toDouble();
        const Result<FvaRun> run = fva(model, options);
        QVERIFY(run.ok());
        QCOMPARE(run->reactions.size(), model.reactions.size());
        for (std::size_t i = 0; i < run->reactions.size(); ++i) {
            const std::string &id = model.reactions[i].id;
            QVERIFY2(fluxreference::close(run->minimum[i], reference[id][0], 1e-6, 1e-5), id.c_str());
            QVERIFY2(fluxreference::close(run->maximum[i], reference[id][1], 1e-6, 1e-5), id.c_str());
        }
    }

    void sameBitsForAnyThreadCount()
    {
        MetabolicModel model = readOrEmpty("textbook.xml.gz");
        if (model.reactions.empty())
            model = readOrEmpty("toy_fbc2.xml");
        FvaOptions options;
        options.fractionOfOptimum = 0.9;
        options.threads = 1;
        const Result<FvaRun> one = fva(model, options);
        for (const unsigned threads : {2U, 3U, 8U}) {
            options.threads = threads;
            const Result<FvaRun> several = fva(model, options);
            QVERIFY(one.ok() && several.ok());
            QVERIFY(one->minimum == several->minimum);
            QVERIFY(one->maximum == several->maximum);
        }
    }

    /// fraction · optimum would lie above the optimum where that is negative.
    void negativeOptimum()
    {
        MetabolicModel model;
        model.metabolites.resize(1);
        Reaction uptake, loss;
        uptake.id = "IN";
        uptake.lower = 2;
        uptake.upper = 10;
        uptake.stoichiometry = {{0, 1.0}};
        loss.id = "OUT";
        loss.lower = -20;
        loss.upper = 20;
        loss.stoichiometry = {{0, 1.0}};
        model.reactions = {uptake, loss};
        model.buildIndex();
        FvaOptions options;
        options.base.objective = 1; // maximise OUT = −IN: −2
        options.fractionOfOptimum = 0.5;
        const Result<FvaRun> run = fva(model, options);
        QVERIFY(run.ok());
        QCOMPARE(run->objectiveValue, -2.0);
        QCOMPARE(run->minimum, (std::vector<double>{2, -3}));
        QCOMPARE(run->maximum, (std::vector<double>{3, -2}));
    }

    void subsetInTheOrderAsked()
    {
        const MetabolicModel model = readOrEmpty("toy_fbc2.xml");
        FvaOptions options;
        const Result<FvaRun> all = fva(model, options);
        options.reactions = {3, 0};
        const Result<FvaRun> some = fva(model, options);
        QVERIFY(all.ok() && some.ok());
        QCOMPARE(some->reactions, (std::vector<int>{3, 0}));
        QVERIFY(fluxreference::close(some->maximum[0], all->maximum[3]));
        QVERIFY(fluxreference::close(some->minimum[1], all->minimum[0]));
    }

    void errors()
    {
        const MetabolicModel model = readOrEmpty("toy_fbc2.xml");
        FvaOptions options;
        options.reactions = {-1};
        QCOMPARE(fva(model, options).error().code, ErrorCode::InvalidOption);
        options = {};
        options.fractionOfOptimum = -0.1;
        QCOMPARE(fva(model, options).error().code, ErrorCode::InvalidOption);
        auto control = std::make_shared<TaskControl>();
        control->requestStop(StopKind::Keep);
        QCOMPARE(fva(model, {}, TaskContext(control, {})).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestFva)
#include "tst_fva.moc"
