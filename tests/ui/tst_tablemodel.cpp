// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/models/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace pathgan;

class TestTableModel : public QObject
{
    Q_OBJECT

private:
    static Table fruit()
    {
        Table table;
        table.header = {"id", "name", "value"};
        table.rows = {{std::string("b"), std::string("Banana split"), 2.0},
                      {std::string("a"), std::string("Apple"), 10.0},
                      {std::string("c"), std::string("Cherry"), std::nan("")},
                      {std::string("d"), std::string("Date and apple"), -1.0}};
        return table;
    }
    static QStringList keys(const TableModel &model)
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row)
            found.append(model.keyOfRow(row));
        return found;
    }

private slots:
    void showsCells()
    {
        TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(fruit());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QString("name"));
        QCOMPARE(model.data(model.index(1, 2)).toString(), QString("10"));
        QCOMPARE(model.data(model.index(2, 2)).toString(), QString("–"));
        QVERIFY(model.data(model.index(1, 2), Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    }

    void showsBounds()
    {
        TableModel model;
        Table table{{"Term", "ES", "NOM p-val", "p is bound"}, {}};
        table.rows = {{std::string("up"), 0.8, 0.002, std::string("yes")},
                      {std::string("down"), -0.3, 0.2, std::string("no")}};
        model.setTable(table);
        QCOMPARE(model.data(model.index(0, 1)).toString(), QString("0.8"));
        QCOMPARE(model.data(model.index(0, 2)).toString(), QString("< 0.002"));
        QCOMPARE(model.data(model.index(1, 2)).toString(), QString("0.2"));
        QCOMPARE(std::get<double>(model.table().rows[0][2]), 0.002); // what is copied stays a number
    }

    void filtersByEveryWordWithoutCase()
    {
        TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(fruit());
        model.setFilter("APPLE");
        QCOMPARE(keys(model), QStringList({"a", "d"}));
        model.setFilter("apple  date");
        QCOMPARE(keys(model), QStringList({"d"}));
        model.setFilter("nothing like it");
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.sourceRowCount(), 4);
        model.setFilter("");
        QCOMPARE(model.rowCount(), 4);
    }

    void sortsNumbersAsNumbersAndMissingLast()
    {
        TableModel model;
        model.setTable(fruit());
        model.sort(2, Qt::AscendingOrder);
        QCOMPARE(keys(model), QStringList({"d", "b", "a", "c"}));
        model.sort(2, Qt::DescendingOrder);
        QCOMPARE(keys(model), QStringList({"a", "b", "d"}) + QStringList("c"));
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(keys(model), QStringList({"a", "b", "c", "d"}));
        model.sort(-1);
        QCOMPARE(keys(model), QStringList({"b", "a", "c", "d"}));
    }

    void keepsTheSortWhileFiltering()
    {
        TableModel model;
        model.setTable(fruit());
        model.sort(2, Qt::DescendingOrder);
        model.setFilter("a");
        QCOMPARE(keys(model), QStringList({"a", "b", "d"}));
        QCOMPARE(model.rowOfKey("d"), 2);
        QCOMPARE(model.rowOfKey("c"), -1);
    }

    void persistentIndexesFollowASort()
    {
        TableModel model;
        model.setTable(fruit());
        const QPersistentModelIndex apple = model.index(1, 1);
        model.sort(2, Qt::DescendingOrder);
        QCOMPARE(apple.row(), 0);
        QCOMPARE(apple.data().toString(), QString("Apple"));
    }

    void givesBackWhatIsShown()
    {
        TableModel model;
        model.setTable(fruit());
        model.setFilter("apple");
        const Table table = model.table();
        QCOMPARE(table.header.size(), std::size_t(3));
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(std::get<std::string>(table.rows[0][0]), std::string("a"));
    }

    void cutsCellsNobodyCanRead()
    {
        Table table;
        table.header = {"rule"};
        table.rows = {{std::string(56'067, 'x')}};
        TableModel model;
        model.setTable(table);
        QVERIFY(model.data(model.index(0, 0)).toString().size() < 400);
        QCOMPARE(std::get<std::string>(model.table().rows[0][0]).size(), std::size_t(56'067));
    }

    /// As many rows as Recon3D has reactions; the time is printed, not asserted.
    void filtersTenThousandRows()
    {
        Table table;
        table.header = {"id", "equation"};
        for (int i = 0; i < 10'600; ++i)
            table.rows.push_back(
                {"R" + std::to_string(i), std::string("2 gthrd_c + h2o2_c <=> gthox_c + 2 h2o_c ") +
                                              std::to_string(i * 7919 % 10'007)});
        TableModel model;
        model.setTable(table);
        QTRY_VERIFY_WITH_TIMEOUT((model.setFilter("gthox"), model.rowCount() == 10'600), 5000);
        QElapsedTimer clock;
        clock.start();
        model.setFilter("gthox 77");
        qInfo() << "filter:" << clock.nsecsElapsed() / 1e6 << "ms," << model.rowCount() << "rows";
        QVERIFY(model.rowCount() > 0 && model.rowCount() < 10'600);
        clock.restart();
        model.sort(1, Qt::DescendingOrder);
        qInfo() << "sort:" << clock.nsecsElapsed() / 1e6 << "ms";
    }
};

PATHGAN_TEST(TestTableModel)
#include "tst_tablemodel.moc"
