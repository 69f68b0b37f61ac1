// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/language.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>

namespace {

const QString root = QDir::cleanPath(QStringLiteral(PATHGAN_TEST_DATA "/../.."));

struct Message
{
    QString context, source, comment;
    QString state;         ///< unfinished, vanished, obsolete; empty: finished
    QStringList forms;     ///< the translation; one a plural form where numbered
    bool numbered = false; ///< has %n
};

using Messages = QList<Message>;

QString nameOf(const Message &message)
{
    const QString comment = message.comment.isEmpty() ? QString() : QStringLiteral(" / ") + message.comment;
    return QStringLiteral("%1: \"%2\"%3").arg(message.context, message.source, comment);
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.numbered = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.state = xml.attributes().value(QLatin1String("type")).toString();
            if (!message.numbered)
                message.forms = {xml.readElementText()};
            while (message.numbered && xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

Messages parse(const QByteArray &content, QString &error)
{
    QXmlStreamReader xml(content);
    Messages messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append(readMessage(xml, context));
    }
    error = xml.hasError() ? xml.errorString() : QString();
    return messages;
}

/// What a translation must have in common with its source: placeholders, tags, line breaks, filters of file
/// dialogs, mnemonics and the space at either end.
QStringList marksOf(const QString &text)
{
    static const QRegularExpression mark(
        QStringLiteral("%L?[0-9]+|%n|</?[a-z][^>]*>|\n|\\*\\.[a-z.]+|;;|&(?=\\w)|^ | $"),
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList marks;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const QString found = it.next().captured();
        marks.append(found.startsWith(QLatin1Char('&')) ? QStringLiteral("&") : found);
    }
    marks.sort();
    return marks;
}

QStringList unfinished(const Messages &messages)
{
    QStringList problems;
    for (const Message &message : messages) {
        const bool empty = message.forms.size() != (message.numbered ? 2 : 1) ||
                           std::any_of(message.forms.begin(), message.forms.end(),
                                       [](const QString &form) { return form.trimmed().isEmpty(); });
        if (!message.state.isEmpty() || empty)
            problems << QStringLiteral("%1 %2").arg(message.state.isEmpty() ? "empty" : message.state,
                                                    nameOf(message));
    }
    return problems;
}

QStringList changedMarks(const Messages &messages)
{
    QStringList problems;
    for (const Message &message : messages) {
        for (const QString &form : message.forms) {
            if (marksOf(form) != marksOf(message.source))
                problems << nameOf(message) + QStringLiteral(" → \"%1\"").arg(form);
        }
    }
    return problems;
}

/// Names of messages in a that b lacks.
QStringList lacking(const Messages &a, const Messages &b)
{
    QSet<QString> there;
    for (const Message &message : b)
        there.insert(nameOf(message));
    QStringList names;
    for (const Message &message : a) {
        if (!there.contains(nameOf(message)))
            names << nameOf(message);
    }
    return names;
}

QString listed(const QStringList &problems)
{
    return QStringLiteral("%1:\n  %2")
        .arg(problems.size())
        .arg(problems.mid(0, 20).join(QLatin1String("\n  ")));
}

QString sourceFile(const QString &language)
{
    return root + QStringLiteral("/translations/pathgan_%1.ts").arg(language);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private:
    Messages read(const QString &path)
    {
        QFile file(path);
        QString error = QStringLiteral("cannot be opened");
        const Messages messages = file.open(QIODevice::ReadOnly) ? parse(file.readAll(), error) : Messages();
        if (!error.isEmpty())
            QTest::qFail(qPrintable(path + QStringLiteral(": ") + error), __FILE__, __LINE__);
        return messages;
    }

    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("least"); // messages
        QTest::newRow("German") << "de" << 800;
        QTest::newRow("English plurals") << "en" << 20;
    }

private slots:
    void everyMessageIsFinished_data() { languages(); }
    void everyMessageIsFinished()
    {
        QFETCH(const QString, language);
        QFETCH(const int, least);
        const Messages messages = read(sourceFile(language));
        QVERIFY(messages.size() >= least);
        const QStringList problems = unfinished(messages);
        QVERIFY2(problems.isEmpty(), qPrintable(listed(problems)));
    }

    void placeholdersAndTagsAreKept_data() { languages(); }
    void placeholdersAndTagsAreKept()
    {
        QFETCH(const QString, language);
        const QStringList problems = changedMarks(read(sourceFile(language)));
        QVERIFY2(problems.isEmpty(), qPrintable(listed(problems)));
    }

    /// lupdate on a copy, as the target update_translations runs it, finds nothing new and nothing gone.
    void everyTextOfTheSourcesIsThere_data() { languages(); }
    void everyTextOfTheSourcesIsThere()
    {
        QFETCH(const QString, language);
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy_%1.ts").arg(language));
        QVERIFY(QFile::copy(sourceFile(language), copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        QStringList arguments = {"-no-obsolete",
                                 "-locations",
                                 "none",
                                 "-I",
                                 root,
                                 "-extensions",
                                 "cpp,h",
                                 "-tr-function-alias",
                                 "QT_TRANSLATE_NOOP+=marked",
                                 root + "/core",
                                 root + "/ui",
                                 root + "/app",
                                 "-ts",
                                 copy};
        if (language == "en")
            arguments.prepend("-pluralonly");
        QProcess lupdate;
        lupdate.start(QStringLiteral(PATHGAN_LUPDATE), arguments);
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        const QString said = QString::fromLocal8Bit(lupdate.readAllStandardError());
        QVERIFY2(lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0, qPrintable(said));
        // A text that lupdate cannot assign to a context is lost with no more than a warning.
        QVERIFY2(!said.contains(QLatin1String(".cpp:")) && !said.contains(QLatin1String(".h:")),
                 qPrintable(said));

        const Messages kept = read(sourceFile(language)), found = read(copy);
        const QStringList missing = lacking(found, kept), gone = lacking(kept, found);
        QVERIFY2(missing.isEmpty(), qPrintable("run update_translations and translate " + listed(missing)));
        QVERIFY2(gone.isEmpty(),
                 qPrintable("no longer in the sources, run update_translations: " + listed(gone)));
    }

    /// The file inside the program says what the .ts says.
    void theProgramCarriesThem_data() { languages(); }
    void theProgramCarriesThem()
    {
        QFETCH(const QString, language);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral("pathgan_") + language, QStringLiteral(":/translations")));
        QStringList problems;
        for (const Message &message : read(sourceFile(language))) {
            const QByteArray context = message.context.toUtf8(), source = message.source.toUtf8(),
                             comment = message.comment.toUtf8();
            for (int form = 0; form < message.forms.size(); ++form) {
                const QString text = translator.translate(context.constData(), source.constData(),
                                                          comment.isEmpty() ? nullptr : comment.constData(),
                                                          message.numbered ? form + 1 : -1);
                if (text != message.forms[form])
                    problems << nameOf(message) + QStringLiteral(" → \"%1\"").arg(text);
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(listed(problems)));
    }

    /// By locale, as the program asks for them; later languages go before earlier ones.
    void textsOfALanguage()
    {
        const auto say = [](const char *context, const char *source, int n = -1) {
            return QCoreApplication::translate(context, source, nullptr, n);
        };
        pathgan::installLanguage(QLocale(QLocale::Finnish, QLocale::Finland)); // has no file: English
        QCOMPARE(say("Menu", "&File"), QStringLiteral("&File"));
        QCOMPARE(say("pathgan::FluxDistributionPlot", "%n sample(s).", 1), QStringLiteral("1 sample."));

        pathgan::installLanguage(QLocale(QLocale::German, QLocale::Austria));
        QCOMPARE(say("Menu", "&File"), QStringLiteral("&Datei"));
        QCOMPARE(say("Menu", "&Open…"), QStringLiteral("Ö&ffnen …"));
        QCOMPARE(say("Core", "Computing fluxes"), QStringLiteral("Flüsse berechnen"));
        QCOMPARE(say("Core", "gene sets"), QStringLiteral("Gensätze"));
        QCOMPARE(say("pathgan::EnrichPanel", "Enrich"), QStringLiteral("Anreicherung"));
        QCOMPARE(say("pathgan::TablePane", "No row contains “%1”.").arg("ATP"),
                 QStringLiteral("Keine Zeile enthält „ATP“."));
        QCOMPARE(say("pathgan::FluxDistributionPlot", "%n sample(s).", 1), QStringLiteral("1 Probe."));
        QCOMPARE(say("pathgan::FluxDistributionPlot", "%n sample(s).", 304), QStringLiteral("304 Proben."));
        QCOMPARE(say("DataFacts", "%n missing value(s)", 0), QStringLiteral("0 fehlende Werte"));
    }

    /// The checks above see each fault they are there for.
    void faultsAreFound()
    {
        QString error;
        const Messages messages = parse(R"(<TS version="2.1" language="de"><context><name>A</name>
            <message><source>open %1</source><translation>%1 öffnen</translation></message>
            <message><source>new</source><translation type="unfinished">neu</translation></message>
            <message><source>old</source><translation type="vanished">alt</translation></message>
            <message><source>none</source><translation></translation></message>
            <message numerus="yes"><source>%n gene(s)</source><translation>
              <numerusform>ein Gen</numerusform><numerusform>%n Gene</numerusform></translation></message>
            <message numerus="yes"><source>%n set(s)</source><translation>
              <numerusform>%n Satz</numerusform></translation></message>
            <message><source>%1 of %2</source><translation>%1 von %1</translation></message>
            <message><source>&lt;b&gt;all&lt;/b&gt;</source><translation>alle</translation></message>
            <message><source>&amp;Run</source><translation>Ausführen</translation></message>
            <message><source> more</source><translation>weitere</translation></message>
            </context></TS>)",
                                        error);
        QCOMPARE(error, QString());
        QCOMPARE(messages.size(), 10);
        QCOMPARE(unfinished(messages), QStringList({"unfinished A: \"new\"", "vanished A: \"old\"",
                                                    "empty A: \"none\"", "empty A: \"%n set(s)\""}));
        QCOMPARE(changedMarks(messages),
                 QStringList({"A: \"%n gene(s)\" → \"ein Gen\"", "A: \"%1 of %2\" → \"%1 von %1\"",
                              "A: \"<b>all</b>\" → \"alle\"", "A: \"&Run\" → \"Ausführen\"",
                              "A: \" more\" → \"weitere\""}));
        QCOMPARE(lacking(messages, messages.mid(1)), QStringList{"A: \"open %1\""});
        parse("<TS><context>", error);
        QVERIFY(!error.isEmpty());
    }
};

PATHGAN_TEST(TestTranslations)
#include "tst_translations.moc"
