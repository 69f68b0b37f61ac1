// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/projectwindow.h"
#include "tests/support/testmain.h"
#include "tests/support/watchdog.h"
#include "ui/errorbar.h"
#include "ui/report/pdftable.h"
#include "ui/report/reportwriter.h"

#include <QDir>
#include <QLabel>
#include <QPicture>
#include <QRegularExpression>
#include <QToolButton>

using namespace pathgan;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int pagesOf(const QByteArray &pdf)
{
    static const QRegularExpression count(QStringLiteral("/Count (\\d+)"));
    return count.match(QString::fromLatin1(pdf)).captured(1).toInt();
}

} // namespace

/// File → Report…, by mouse and keys.
class TestReportWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        isolateSettings();
        m_window = std::make_unique<Opened>();
        m_window->click(QStringLiteral("openExampleButton"));
        QVERIFY(m_window->hasAll());
    }
    void cleanupTestCase() { m_window.reset(); }
    void writesBothKinds();
    void takesTheFiltersEnding();
    void refusesOtherEndings();
    void canBeCancelled();
    void tablesFitThePage_data();
    void tablesFitThePage();

private:
    void report(const QString &path)
    {
        m_window->choose("reportAction");
        QVERIFY(m_window->answer(path));
        QVERIFY(m_window->waits());
    }
    QString messages() const
    {
        QStringList texts;
        for (const QLabel *label : m_window->window->findChild<ErrorBar *>()->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }
    std::unique_ptr<Opened> m_window;
    QTemporaryDir m_folder;
};

void TestReportWindow::writesBothKinds()
{
    const QString html = m_folder.filePath(QStringLiteral("all.html")),
                  pdf = m_folder.filePath(QStringLiteral("all.pdf"));
    report(html);
    QVERIFY(contentOf(html).startsWith("<!DOCTYPE html>"));
    QVERIFY2(messages().contains(QStringLiteral("all.html")), qPrintable(messages()));
    const Watchdog watchdog;
    report(pdf);
    qInfo("longest wait %lld ms", watchdog.longestMs());
    const QByteArray bytes = contentOf(pdf);
    QVERIFY(bytes.startsWith("%PDF-"));
    const auto figures = contentOf(html).count("<figure>");
    QVERIFY(figures > 10);
    // Two figures a page at most.
    QVERIFY2(pagesOf(bytes) > figures / 2, QByteArray::number(pagesOf(bytes)));
    // Text that can be searched; figures as vectors, but for the cells of heat maps; who made it.
    QVERIFY(bytes.contains("/ToUnicode"));
    QVERIFY(bytes.count("/Subtype /Image") < figures / 2);
    QVERIFY(bytes.contains("/Creator") && bytes.contains("/Title"));
}

void TestReportWindow::takesTheFiltersEnding()
{
    m_window->choose("reportAction");
    auto *dialog = m_window->window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->selectNameFilter(dialog->nameFilters().last());
    emit dialog->filterSelected(dialog->nameFilters().last()); // as its list does
    const QString path = m_folder.filePath(QStringLiteral("bare"));
    QVERIFY(m_window->answer(path));
    QVERIFY(m_window->waits());
    QVERIFY(contentOf(path + QStringLiteral(".pdf")).startsWith("%PDF-"));
}

void TestReportWindow::refusesOtherEndings()
{
    const QString path = m_folder.filePath(QStringLiteral("report.docx"));
    report(path);
    QVERIFY(!QFile::exists(path));
    QVERIFY2(messages().contains(QStringLiteral("report.docx")), qPrintable(messages()));
}

void TestReportWindow::canBeCancelled()
{
    const QString path = m_folder.filePath(QStringLiteral("never.pdf"));
    Engine &engine = m_window->session().engine();
    connect(&engine, &Engine::jobStarted, this, [](Job *job) { job->setPaused(true); });
    m_window->choose("reportAction");
    QVERIFY(m_window->answer(path));
    QTRY_COMPARE(engine.jobs().size(), 1);
    engine.disconnect(this);
    QToolButton *cancel = nullptr;
    QTRY_VERIFY((cancel = m_window->window->findChild<QToolButton *>(QStringLiteral("jobCancel"))) &&
                cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QTRY_VERIFY(engine.jobs().isEmpty());
    QVERIFY(m_window->waits());
    QVERIFY(!QFile::exists(path));
    QTRY_VERIFY(!m_window->window->findChild<QToolButton *>(QStringLiteral("jobCancel")));
}

void TestReportWindow::tablesFitThePage_data()
{
    QTest::addColumn<ReportTable>("table");
    const QString hash(64, QLatin1Char('a'));
    QTest::newRow("narrow") << ReportTable{{QStringLiteral("a"), QStringLiteral("b")},
                                           {{QStringLiteral("1"), QStringLiteral("2")}}};
    QTest::newRow("hashes") << ReportTable{
        {QStringLiteral("what"), QStringLiteral("file"), QStringLiteral("size"), QStringLiteral("SHA-256")},
        {{QStringLiteral("expression"), QString(200, QLatin1Char('p')), QStringLiteral("12 MB"), hash}},
        true};
    QStringList many, row;
    for (int i = 0; i < 24; ++i) {
        many << QStringLiteral("column_of_number_%1").arg(i);
        row << QStringLiteral("0.000123%1").arg(i);
    }
    QTest::newRow("many columns") << ReportTable{many, {row, row}};
    QTest::newRow("prose") << ReportTable{
        {QStringLiteral("key"), QStringLiteral("meaning")},
        {{QStringLiteral("growth"),
          QString(40, QLatin1Char('w')) + QStringLiteral(" and so on").repeated(40)}}};
}

void TestReportWindow::tablesFitThePage()
{
    QFETCH(const ReportTable, table);
    constexpr double width = 660;
    const PdfTable laid(table, width);
    QCOMPARE(laid.rowCount(), table.rows.size());
    QPicture picture;
    QPainter painter(&picture);
    laid.drawHeader(painter, {});
    double y = laid.headerHeight();
    for (int row = 0; row < laid.rowCount(); ++row) {
        laid.drawRow(painter, row, {0, y});
        QVERIFY(laid.rowHeight(row) < 900); // on one page
        y += laid.rowHeight(row);
    }
    painter.end();
    QVERIFY2(picture.boundingRect().right() <= width + 1, QByteArray::number(picture.boundingRect().right()));
}

PATHGAN_GUI_TEST(TestReportWindow)
#include "tst_report.moc"
