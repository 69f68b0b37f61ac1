// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metabolic/model/medium.h"
#include "tests/support/testmain.h"

#include <QtTest>

using namespace pathgan;

namespace {

/// Exchanges written both ways, a demand, a sink, and a forced uptake.
MetabolicModel smallModel()
{
    MetabolicModel model;
    model.compartments = {"c", "e"};
    const auto metabolite = [&](const char *id, const char *compartment) {
        model.metabolites.push_back({id, "", compartment, "", {}, {}});
        return static_cast<int>(model.metabolites.size()) - 1;
    };
    const auto boundary = [&](const char *id, int index, double coefficient, double lower, double upper) {
        Reaction reaction;
        reaction.id = id;
        reaction.lower = lower;
        reaction.upper = upper;
        reaction.stoichiometry = {{index, coefficient}};
        model.reactions.push_back(reaction);
    };
    boundary("EX_glc__D_e", metabolite("glc__D_e", "e"), -1, -20, 1000);
    boundary("o2_in", metabolite("o2[e]", "e"), 1, -3, 7);
    boundary("EX_lac_e", metabolite("lac_e", "e"), -1, -5, 1000);
    boundary("in_toxin", metabolite("tox_e", "e"), 1, -2, 4);
    boundary("DM_x_c", metabolite("x_c", "c"), -1, 0.5, 1000);
    boundary("SK_y_c", metabolite("y_c", "c"), -1, -1000, 1000);
    boundary("EX_forced_e", metabolite("forced_e", "e"), -1, -10, -4);
    model.buildIndex();
    return model;
}

BoundChange changeOf(const std::vector<BoundChange> &changes, int reaction)
{
    BoundChange last{-1, 0, 0};
    for (const BoundChange &change : changes) {
        if (change.reaction == reaction)
            last = change;
    }
    return last;
}

} // namespace

class TestMedium : public QObject
{
    Q_OBJECT

private slots:
    void asDistributed();
    void nutrients();
    void physiological();
    void modelR();
    void noneOfTheNutrients();
};

void TestMedium::asDistributed()
{
    const MetabolicModel model = smallModel();
    QVERIFY(mediumBounds(model, MediumPreset::AsDistributed).empty());
    const auto entering = medium(model);
    QCOMPARE(entering.size(), std::size_t(5)); // the five exchanges; demand and sink are none
    QCOMPARE(entering[0], (std::pair<int, double>(0, 20)));
    QCOMPARE(entering[1], (std::pair<int, double>(1, 7)));
    QCOMPARE(entering[3], (std::pair<int, double>(3, 4)));
}

void TestMedium::nutrients()
{
    QCOMPARE(modelRNutrients().size(), std::size_t(44));
    const MetabolicModel model = smallModel();
    const std::vector<int> exchanges = nutrientExchanges(model);
    QCOMPARE(exchanges.size(), modelRNutrients().size());
    QCOMPARE(std::count(exchanges.begin(), exchanges.end(), -1), 42);
    for (std::size_t i = 0; i < exchanges.size(); ++i) {
        if (modelRNutrients()[i].first == "glc__D")
            QCOMPARE(exchanges[i], 0);
        if (modelRNutrients()[i].first == "o2")
            QCOMPARE(exchanges[i], 1); // by its metabolite, under another name
    }
}

void TestMedium::physiological()
{
    const MetabolicModel model = smallModel();
    const std::vector<BoundChange> changes = mediumBounds(model, MediumPreset::Physiological);
    QCOMPARE(changeOf(changes, 0).reaction, -1);
    QCOMPARE(changeOf(changes, 1).reaction, -1);
    QCOMPARE(changeOf(changes, 2).lower, 0.0);
    QCOMPARE(changeOf(changes, 2).upper, 1000.0);
    QCOMPARE(changeOf(changes, 3).lower, -2.0); // written "→ met": its import is the upper side
    QCOMPARE(changeOf(changes, 3).upper, 0.0);
    QCOMPARE(changeOf(changes, 4).lower, 0.0); // a forced demand is released
    QCOMPARE(changeOf(changes, 5).lower, 0.0);
    QCOMPARE(changeOf(changes, 6).lower, 0.0); // a forced uptake too: bounds stay in order
    QCOMPARE(changeOf(changes, 6).upper, 0.0);
}

void TestMedium::modelR()
{
    const MetabolicModel model = smallModel();
    const std::vector<BoundChange> changes = modelRMediumBounds(model);
    QCOMPARE(changeOf(changes, 0).lower, -0.5);
    QCOMPARE(changeOf(changes, 0).upper, 1000.0);
    QCOMPARE(changeOf(changes, 1).lower, -3.0);
    QCOMPARE(changeOf(changes, 1).upper, 1000.0);
    QCOMPARE(changeOf(changes, 2).lower, 0.0);
}

void TestMedium::noneOfTheNutrients()
{
    MetabolicModel model = smallModel();
    model.reactions.erase(model.reactions.begin(), model.reactions.begin() + 2);
    model.buildIndex();
    const std::vector<int> exchanges = nutrientExchanges(model);
    QCOMPARE(std::count(exchanges.begin(), exchanges.end(), -1), std::ptrdiff_t(44));
}

PATHGAN_TEST(TestMedium)
#include "tst_medium.moc"
