// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/cohort/fluxexplanation.h"
#include "core/project/options.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>
#include <string>
#include <vector>

using namespace pathgan;

namespace {

/// Stands for a value of any type in an aggregate.
struct Any
{
    template <class T>
    operator T() const; // NOLINT: that is its purpose
};

template <class T, std::size_t... indices>
constexpr bool takes(std::index_sequence<indices...>)
{
    return requires
    {
        T{(static_cast<void>(indices), Any{})...};
    };
}

/// Fields of an aggregate, one that is an aggregate itself counting one.
template <class T, std::size_t most = 48>
constexpr std::size_t fieldsOf()
{
    if constexpr (takes<T>(std::make_index_sequence<most>{}))
        return most;
    else
        return fieldsOf<T, most - 1>();
}

struct Two
{
    int a = 0;
    std::vector<std::string> b = {};
};
static_assert(fieldsOf<Two>() == 2);
struct Outer
{
    Two two;
    double c = 0;
};
static_assert(fieldsOf<Outer>() == 2);

/// Another value that the field may have.
OptionValue otherValue(const OptionField &field, const OptionValue &now)
{
    switch (field.kind) {
    case OptionKind::Flag:
        return !std::get<bool>(now);
    case OptionKind::Integer: {
        const auto value = std::get<std::uint64_t>(now);
        return value < field.integers.most ? value + 1 : value - 1;
    }
    case OptionKind::Number: {
        const double value = std::get<double>(now), half = value / 2;
        return half != value && half >= field.range.least ? half : std::min(value + 0.25, field.range.most);
    }
    case OptionKind::Word:
        return field.words.back() == std::get<std::string>(now) ? field.words.front() : field.words.back();
    case OptionKind::Text:
        return std::get<std::string>(now) + "x";
    case OptionKind::Names:
        return std::vector<std::string>{"a", "b c"};
    }
    return now;
}

} // namespace

/// The tables of options say all that there is, once.
class TestOptions : public QObject
{
    Q_OBJECT
private slots:
    void everyFieldIsInItsTable();
    void valuesComeBack();
    void wrongValuesAreRefused();
    void identity();

private:
    template <class Options>
    void check();
};

void TestOptions::everyFieldIsInItsTable()
{
    QCOMPARE(ReadRules::table().arity(), fieldsOf<ReadRules>());
    QCOMPARE(CohortOptions::table().arity(), fieldsOf<CohortOptions>());
    QCOMPARE(InputOptions::table().arity(), fieldsOf<InputOptions>());
    QCOMPARE(FluxOptions::table().arity(), fieldsOf<FluxOptions>());
    QCOMPARE(FluxExplainOptions::table().arity(), fieldsOf<FluxExplainOptions>());
    QCOMPARE(GanOptions::table().arity(), fieldsOf<GanOptions>());
    QCOMPARE(ShapOptions::table().arity(), fieldsOf<ShapOptions>());
    QCOMPARE(ExplainOptions::table().arity(), fieldsOf<ExplainOptions>());
    QCOMPARE(OraOptions::table().arity(), fieldsOf<OraOptions>());
    QCOMPARE(GseaOptions::table().arity(), fieldsOf<GseaOptions>());
    QCOMPARE(EnrichOptions::table().arity(), fieldsOf<EnrichOptions>());
    QCOMPARE(StressOptions::table().arity(), fieldsOf<StressOptions>());
    QCOMPARE(ComparisonOptions::table().arity(), fieldsOf<ComparisonOptions>());
    QCOMPARE(GroupOptions::table().arity(), fieldsOf<GroupOptions>());
    QCOMPARE(ModelCheckOptions::table().arity(), fieldsOf<ModelCheckOptions>());
    QCOMPARE(ModelAnalysisOptions::table().arity(), fieldsOf<ModelAnalysisOptions>());
    QCOMPARE(AnalysisOptions::table().arity(), fieldsOf<AnalysisOptions>());
}

template <class Options>
void TestOptions::check()
{
    std::set<std::string> keys;
    for (const OptionField &field : Options::table().fields()) {
        QVERIFY2(keys.insert(field.key).second, field.key.c_str());
        QVERIFY2(!field.help.empty() && !field.type().empty(), field.key.c_str());
        if (field.key == "scenario")
            continue; // its text is checked with scenarios
        Options options;
        const OptionValue before = field.get(&options), other = otherValue(field, before);
        QVERIFY2(field.accepts(before) && field.accepts(other) && before != other, field.key.c_str());
        QVERIFY2(OptionsRef(options).set(field.key, other), field.key.c_str());
        QVERIFY2(field.get(&options) == other, field.key.c_str());
        Options again;
        QVERIFY2(OptionsRef(again).setText(field.key, optionText(other)), field.key.c_str());
        QVERIFY2(field.get(&again) == other, field.key.c_str());
        const auto changed = differences(Options(), options);
        const bool isNamed = std::any_of(changed.begin(), changed.end(), [&](const OptionDifference &one) {
            return one.key == field.key && one.before == before && one.after == other;
        });
        QVERIFY2(isNamed == field.matters, field.key.c_str());
        QVERIFY2((ConstOptionsRef(options).canonical() != ConstOptionsRef(Options()).canonical()) ==
                     field.matters,
                 field.key.c_str());
    }
}

void TestOptions::valuesComeBack()
{
    check<AnalysisOptions>();
    check<ModelAnalysisOptions>();
    check<ModelCheckOptions>();
    check<FluxExplainOptions>();
}

void TestOptions::wrongValuesAreRefused()
{
    AnalysisOptions options;
    const OptionsRef all(options);
    for (const auto &[key, text, names] :
         {std::tuple{"epochs", "0", "epochs: 0, not integer from 1 to 1000000"},
          {"epochs", "4294967298", "from 1 to 1000000"},
          {"epochs", "2.5", "integer"},
          {"growth_fraction", "1.5", "growth_fraction: 1.5, not number from 0 to 1"},
          {"learning_rate", "0", "number above 0 to 1"},
          {"growth_fraction", "nan", "number"},
          {"rule", "magic", "eflux|paper"},
          {"log_scores", "yes", "true|false"}}) {
        const Result<void> set = all.setText(key, text);
        QVERIFY2(!set && set.error().code == ErrorCode::InvalidOption, key);
        QVERIFY2(set.error().detail.find(names) != std::string::npos, set.error().detail.c_str());
    }
    QCOMPARE(all.setText("epoch", "3").error().code, ErrorCode::UnknownName);
    QVERIFY(differences(AnalysisOptions(), options).empty()); // nothing was set
    options.gan.epochs = -1;
    QCOMPARE(options.check().error().code, ErrorCode::InvalidOption);
}

/// Threads are no reason for another result; a comma in a name is.
void TestOptions::identity()
{
    FluxOptions one, other;
    other.threads = 7;
    QCOMPARE(ConstOptionsRef(one).canonical(), ConstOptionsRef(other).canonical());
    one.reactions = {"a,b"};
    other.reactions = {"a", "b"};
    QVERIFY(ConstOptionsRef(one).canonical() != ConstOptionsRef(other).canonical());
}

PATHGAN_TEST(TestOptions)
#include "tst_options.moc"
