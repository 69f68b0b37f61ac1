// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/adjustment.h"
#include "core/data/expression.h"
#include "core/data/filekind.h"
#include "core/metabolic/fba/fba.h"
#include "tests/support/testmain.h"
#include "ui/coretext.h"
#include "ui/plots/figures.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QtTest>

using namespace pathgan;

namespace {

const QString root = QDir::cleanPath(QStringLiteral(PATHGAN_TEST_DATA "/../.."));

/// Text of each source file under a folder, by path.
QMap<QString, QString> sourcesUnder(const QString &folder)
{
    QMap<QString, QString> found;
    QDirIterator files(root + folder, {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        // Gene lists are read by the terminal alone.
        const bool isShown =
            !file.fileName().contains("/genetable/") && !file.fileName().endsWith("/genelist.cpp");
        if (isShown && file.open(QIODevice::ReadOnly))
            found[file.fileName()] = QString::fromUtf8(file.readAll());
    }
    return found;
}

QStringList matches(const QString &pattern, const QString &text)
{
    const QRegularExpression expression(pattern);
    QStringList found;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

/// Texts at the places from which the core hands them to the window.
QStringList handedOut(const QString &text)
{
    static const QString before =
        "(?:\\breport\\(|\\bwarn(?:Once)?\\((?:[^\";]*, )?|warnings\\.(?:push|emplace)_back\\("
        "|notes\\.(?:push|emplace)_back\\((?:[^\";]*[?:] )?|Part::\\w+,\\s*|findFlows\\([^\";]*"
        "|\\bfinding\\([^\";]*|::MissingInput, |\\bmissing\\(|[Ff]ailed\\([^\";]*QStringLiteral\\("
        "|start<?[^;\"(]*>?\\(\\s*QStringLiteral\\(|withDetail\\()";
    return matches(before + "\"([A-Za-z][^\"]*)\"", text);
}

/// Literals in the body of a function that names something, marked or not.
QStringList namesIn(const QString &function, const QString &text)
{
    const QRegularExpression head("\\bchar \\*(?:\\w+::)?" + function +
                                      "\\([^)]*\\)(?: const)?\\n\\{\\n(.*?)\\n\\}",
                                  QRegularExpression::DotMatchesEverythingOption);
    const QString body = head.match(text).captured(1);
    return matches("\"([^\"]+)\"", QString(body).remove("marked(\"Core\", "));
}

} // namespace

class TestCoreText : public QObject
{
    Q_OBJECT

private:
    QTranslator m_german;
    QMap<QString, QString> m_core, m_window;
    QSet<QString> m_marked;

    bool isGerman(const std::string &key) const { return !m_german.translate("Core", key.c_str()).isNull(); }

private slots:
    void initTestCase()
    {
        QVERIFY(m_german.load(QStringLiteral("pathgan_de"), QStringLiteral(":/translations")));
        m_core = sourcesUnder("/core");
        m_window = sourcesUnder("/ui");
        for (const auto &sources : {m_core, m_window}) {
            for (const QString &text : sources) {
                for (const QString &key : matches("\\bmarked\\(\"Core\",\\s*\"([^\"]+)\"\\)", text))
                    m_marked.insert(key);
            }
        }
        QVERIFY(m_marked.size() > 150);
    }

    void everyMarkedTextIsTranslated()
    {
        for (const QString &key : std::as_const(m_marked))
            QVERIFY2(isGerman(key.toStdString()), qPrintable(key));
        QVERIFY(!isGerman("something else"));
    }

    /// What the functions return at run time.
    void namesAreTranslated()
    {
        for (int i = 0; i <= static_cast<int>(Part::ModelCheck); ++i) {
            const Part part = static_cast<Part>(i);
            QVERIFY2(isGerman(partName(part)), partName(part));
            if (part <= Part::Model)
                QCOMPARE(readingTitle(part), std::string("Reading ") + partName(part));
            if (part <= Part::Model)
                QVERIFY(isGerman(readingTitle(part)));
        }
        for (int i = 0; i <= static_cast<int>(ExpressionScale::LogRatio); ++i)
            QVERIFY(isGerman(scaleName(static_cast<ExpressionScale>(i))));
        for (int i = 0; i <= static_cast<int>(SolutionStatus::TimeLimit); ++i)
            QVERIFY(isGerman(statusName(static_cast<SolutionStatus>(i))));
        for (int i = 0; i <= static_cast<int>(FileKind::Config); ++i)
            QVERIFY(isGerman(fileKindName(static_cast<FileKind>(i))));
        for (int i = 0; i <= static_cast<int>(FoundBy::Objective); ++i)
            QVERIFY(isGerman(foundByName(static_cast<FoundBy>(i))));
        for (const CheckKind kind : checkKinds())
            QVERIFY(isGerman(checkKindName(kind)));
        for (int i = 0; i <= static_cast<int>(Adjustment::None); ++i)
            QVERIFY(isGerman(adjustmentName(static_cast<Adjustment>(i))));
        for (const std::string &limit : StressRun::limits())
            QVERIFY2(isGerman(limit), limit.c_str());
    }

    /// Phases, jobs, warnings, notes, findings and missing inputs, as the sources spell them.
    void whatTheCoreHandsOutIsMarked()
    {
        int marked = 0;
        for (auto source = m_core.cbegin(); source != m_core.cend(); ++source) {
            const QString text =
                QString(source.value()).remove(QRegularExpression("\\bmarked\\(\"Core\",\\s*"));
            for (const QString &key : handedOut(text)) {
                QVERIFY2(m_marked.contains(key), qPrintable(source.key() + ": " + key));
                ++marked;
            }
        }
        QVERIFY(marked > 60);
    }

    /// coreText(xName(…)) anywhere in the window: xName() returns marked texts only.
    void namesShownInTheWindowAreMarked()
    {
        QSet<QString> functions;
        for (const QString &text : std::as_const(m_window)) {
            for (const QString &name : matches("coreText\\((?:[\\w.]|->)*?(\\w+Name)\\(", text))
                functions.insert(name);
        }
        QVERIFY(functions.size() >= 7);
        for (const QString &function : std::as_const(functions)) {
            for (auto source = m_core.cbegin(); source != m_core.cend(); ++source) {
                for (const QString &key : namesIn(function, source.value()))
                    QVERIFY2(m_marked.contains(key), qPrintable(function + ": " + key));
            }
        }
    }

    /// The checks above see what they are there for.
    void unmarkedTextsAreFound()
    {
        QCOMPARE(handedOut("context.report(\"Some phase\", 0, 0);"), QStringList{"Some phase"});
        QCOMPARE(handedOut("warn(\"a\"); warn(isLow, \"b\"); warnings.push_back(\"c\");"),
                 QStringList({"a", "b", "c"}));
        QCOMPARE(handedOut("notes.push_back(x ? \"a\" : y); finding(kind, id, \"b\")"),
                 QStringList({"a", "b"}));
        QCOMPARE(handedOut("Error{ErrorCode::MissingInput, \"a\"}; emit failed(e, QStringLiteral(\"b\"));"),
                 QStringList({"a", "b"}));
        QCOMPARE(
            namesIn(
                "kindName",
                "const char *kindName(Kind kind)\n{\n    return kind ? \"a\" : marked(\"Core\", \"b\");\n}"),
            QStringList({"a", "b"}));
    }

    void idsBehindAKeyAreKept()
    {
        QCOMPARE(coreText("bound missing: R_x"), QString("bound missing: R_x"));
        QCOMPARE(coreText("samples in rows: barcodes in the first column"),
                 QString("samples in rows: barcodes in the first column"));
        QCOMPARE(coreText("something else"), QString("something else"));
        QVERIFY(QCoreApplication::installTranslator(&m_german));
        QCOMPARE(coreText("fluxes"), QString("Flüsse"));
        QCOMPARE(coreText("bound missing: R_x"), QString("Schranke fehlt: R_x"));
        QCOMPARE(coreText("mean of the outputs (31)"), QString("Mittel der Ausgaben (31)"));
        QCOMPARE(coreText("no gene rules: only rxnGeneMat"), QString("keine Genregeln: nur rxnGeneMat"));
        QCOMPARE(coreText("something: flux"), QString("something: flux"));
        QCoreApplication::removeTranslator(&m_german);
    }

    void tiesOfGroups()
    {
        const Confounder tie{"_cohort", 0.71, "YES: only STAD, UCS; NO: only ACC"};
        QCOMPARE(tieText(tie), QString("YES: only STAD, UCS; NO: only ACC"));
        QVERIFY(QCoreApplication::installTranslator(&m_german));
        const QString german = tieText(tie);
        QCoreApplication::removeTranslator(&m_german);
        QCOMPARE(german, QString("YES: nur STAD, UCS; NO: nur ACC"));
    }

    void numbers()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(numberText(0.123456, 3), QString("0.123"));
        QCOMPARE(numberText(-0.5), QString("−0.5")); // one minus sign, in figures and tables
        QCOMPARE(countText(-3), QString("−3"));
        QCOMPARE(numberText(std::nan("")), QString("–"));
        QCOMPARE(pText(0.012), QString("p = 0.012"));
        QCOMPARE(pText(1e-9), QString("p < 0.0001"));
        QCOMPARE(partTitle(Part::GeneSets), QString("Gene sets"));
    }
};

PATHGAN_TEST(TestCoreText)
#include "tst_coretext.moc"
