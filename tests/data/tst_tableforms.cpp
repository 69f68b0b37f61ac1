#include "core/base/random.h"
#include "core/data/clinical.h"
#include "core/data/expression.h"
#include "core/metabolic/cohort/cohortflux.h"
#include "core/metabolic/cohort/fluxtable.h"
#include "tests/data/files.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace pathgan;

namespace {

/// A table as somebody's program writes it: how its cells are cut, quoted, named and packed. The words are
/// not in it.
struct Form
{
    char separator = '\t';
    int quotes = 0;   ///< 0 none, 1 all fields, 2 words
    int corner = 0;   ///< 0 named, 1 blank, 2 none, 3 `#name`
    int tail = 0;     ///< separators too many: 1 in rows, 2 in the header, 4 two in rows and header
    int lineEnds = 0; ///< LF, CR LF, CR
    int coding = 0;   ///< UTF-8, with a mark, UTF-16 little and big with and without a mark
    bool comments = false, blankLines = false, decimalComma = false, lastLineOpen = false, gzip = false;
    int damage =
        0; ///< of one row: 1 a field too many, 2 one too few, 3 a tab behind it, 4 a word with the separator
    int row = 0, place = 0;

    static Form random(Random &random, bool damaged)
    {
        static constexpr std::array separators = {'\t', ',', ';', '|', ' '};
        const auto below = [&](std::uint64_t n) { return static_cast<int>(random.below(n)); };
        Form form;
        form.separator = separators[random.below(separators.size())];
        form.quotes = below(3);
        form.corner = below(4);
        form.tail = form.separator == ' ' ? 0 : std::array{0, 0, 1, 2, 3, 4}[random.below(6)];
        form.lineEnds = below(3);
        form.coding = below(6);
        form.comments = below(3) == 0;
        form.blankLines = below(3) == 0;
        form.decimalComma = form.separator == ';' && below(2) == 0;
        form.lastLineOpen = below(2) == 0;
        form.gzip = below(4) == 0;
        form.damage = damaged ? 1 + below(4) : 0;
        form.row = below(1000);
        form.place = below(1000);
        return form;
    }
    QByteArray described() const
    {
        return QByteArray("separator ") + separator + " quotes " + QByteArray::number(quotes) + " corner " +
               QByteArray::number(corner) + " tail " + QByteArray::number(tail) + " ends " +
               QByteArray::number(lineEnds) + " coding " + QByteArray::number(coding) + " damage " +
               QByteArray::number(damage) + (comments ? " comments" : "") +
               (blankLines ? " blank lines" : "") + (decimalComma ? " decimal comma" : "") +
               (gzip ? " gzip" : "") + " row " + QByteArray::number(row) + " place " +
               QByteArray::number(place);
    }
};

using Cells = std::vector<std::vector<QString>>; // header and rows, with a named corner

QString cell(const QString &text, const Form &form)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    const QString written = isNumber && form.decimalComma ? QString(text).replace('.', ',') : text;
    const bool quoted =
        form.quotes == 1 || (form.quotes == 2 && !isNumber) || written.contains(form.separator);
    return quoted || (written.isEmpty() && form.separator == ' ') ? '"' + written + '"' : written;
}

QByteArray coded(const QString &text, const Form &form)
{
    if (form.coding < 2)
        return (form.coding == 1 ? "\xEF\xBB\xBF" : "") + text.toUtf8();
    const bool big = form.coding % 2 == 1;
    QByteArray bytes =
        form.coding < 4 ? (big ? QByteArray("\xFE\xFF") : QByteArray("\xFF\xFE")) : QByteArray();
    for (const QChar c : text) {
        const char first = static_cast<char>(c.unicode() >> 8),
                   second = static_cast<char>(c.unicode() & 0xFF);
        bytes += big ? first : second;
        bytes += big ? second : first;
    }
    return bytes;
}

QByteArray written(const Cells &table, const Form &form)
{
    static constexpr std::array ends = {"\n", "\r\n", "\r"};
    QStringList lines;
    if (form.comments)
        lines << "# written by hand"
              << "#second";
    for (std::size_t i = 0; i < table.size(); ++i) {
        QStringList fields;
        for (const QString &text : table[i])
            fields << cell(text, form);
        if (i == 0 && form.corner == 1)
            fields[0] = form.quotes == 1 || form.separator == ' ' ? "\"\"" : "";
        if (i == 0 && form.corner == 2)
            fields.removeFirst();
        if (i == 0 && form.corner == 3)
            fields[0] = form.quotes == 1 ? "\"#" + table[0][0] + '"' : "#" + table[0][0];
        const bool tail = i == 0 ? form.tail >= 2 : form.tail != 0 && form.tail != 2;
        for (int k = 0; tail && k < (form.tail == 4 ? 2 : 1); ++k)
            fields << QString();
        if (form.damage != 0 && i == 1 + static_cast<std::size_t>(form.row) % (table.size() - 1)) {
            const auto place = 1 + form.place % (table[i].size() - 1);
            if (form.damage == 1)
                fields.insert(static_cast<qsizetype>(place), "7");
            else if (form.damage == 2)
                fields.removeAt(static_cast<qsizetype>(place));
            else if (form.damage == 3)
                fields << QString();
            else
                fields[static_cast<qsizetype>(place)] = QString("a%1 b").arg(form.separator);
        }
        lines << fields.join(form.separator);
        if (form.blankLines && i % 3 == 1)
            lines << QString();
    }
    QString text = lines.join(ends[static_cast<std::size_t>(form.lineEnds)]);
    if (!form.lastLineOpen)
        text += ends[static_cast<std::size_t>(form.lineEnds)];
    const QByteArray bytes = coded(text, form);
    return form.gzip ? Files::gzip(bytes) : bytes;
}

/// What a reader gave back, in one form for all.
struct Read
{
    bool ok = false;
    Error error;
    QStringList columns, rows;
    std::vector<QStringList> cells; // by row
};

/// Values that are missing are blank.
QString shown(double value)
{
    return std::isnan(value) ? QString() : QString::number(value, 'g', 6);
}

Read readMatrix(const std::filesystem::path &path)
{
    ReadReport report;
    const Result<ExpressionMatrix> matrix = readExpression(path, {}, report);
    Read read;
    read.ok = matrix.ok();
    if (!matrix) {
        read.error = matrix.error();
        return read;
    }
    for (const std::string &name : matrix->samples)
        read.columns << QString::fromStdString(name);
    for (const std::string &name : matrix->genes)
        read.rows << QString::fromStdString(name);
    for (Index row = 0; row < matrix->values.rows(); ++row) {
        QStringList cells;
        for (const float value : matrix->values.row(row))
            cells << shown(static_cast<double>(value));
        read.cells.push_back(cells);
    }
    return read;
}

Read readFlux(const std::filesystem::path &path)
{
    const Result<FluxRun> run = readFluxTable(path);
    Read read;
    read.ok = run.ok();
    if (!run) {
        read.error = run.error();
        return read;
    }
    for (const std::string &name : run->reactions)
        read.columns << QString::fromStdString(name);
    for (const std::string &name : run->samples)
        read.rows << QString::fromStdString(name);
    for (Index row = 0; row < run->values.rows(); ++row) {
        QStringList cells;
        for (const double value : run->values.row(row))
            cells << shown(value);
        read.cells.push_back(cells);
    }
    return read;
}

Read readTable(const std::filesystem::path &path)
{
    ReadReport report;
    const Result<ClinicalTable> table = readClinical(path, report);
    Read read;
    read.ok = table.ok();
    if (!table) {
        read.error = table.error();
        return read;
    }
    for (const std::string &id : table->ids)
        read.rows << QString::fromStdString(id);
    read.cells.resize(table->ids.size());
    for (const ClinicalColumn &column : table->columns) {
        read.columns << QString::fromStdString(column.name);
        for (std::size_t i = 0; i < column.values.size(); ++i)
            read.cells[i] << QString::fromStdString(column.values[i]);
    }
    return read;
}

const Cells matrixTable = {{"sample", "TCGA-OR-A5J1-01", "TCGA-OR-A5J2-01", "TCGA-OR-A5J3-01"},
                           {"TP53", "1.5", "2.25", "3"},
                           {"GPX1", "0.5", "", "7.125"},
                           {"GSR", "4", "5.5", ""},
                           {"GCLC", "6.75", "8", "0.125"},
                           {"CAT", "9.5", "1.25", "2"}};
const Cells fluxTable = {{"sample", "GTHOr", "GTHPi", "GTHRDt"},
                         {"TCGA-OR-A5J1-01", "1.5", "-2.25", "3"},
                         {"TCGA-OR-A5J2-01", "0.5", "4", "7.125"},
                         {"TCGA-OR-A5J3-01", "4", "5.5", ""},
                         {"TCGA-OR-A5J4-01", "6.75", "8", "0.125"}};
const Cells clinicalTable = {{"sampleID", "gender", "radiation_therapy", "age", "site"},
                             {"TCGA-OR-A5J1-01", "FEMALE", "YES", "50.5", "Lung"},
                             {"TCGA-OR-A5J2-01", "MALE", "NO", "61.25", "Stomach"},
                             {"TCGA-OR-A5J3-01", "FEMALE", "NO", "47", "Lung"},
                             {"TCGA-OR-A5J4-01", "MALE", "YES", "38.5", ""},
                             {"TCGA-OR-A5J5-01", "FEMALE", "YES", "72.75", "Lung"}};

/// The rows and columns of what was read are those of the table, each cell in its place.
QString difference(const Read &read, const Cells &table)
{
    if (read.columns != QStringList(table[0].begin() + 1, table[0].end()))
        return "columns: " + read.columns.join(", ");
    if (read.rows.size() != static_cast<qsizetype>(table.size()) - 1)
        return "rows: " + read.rows.join(", ");
    for (std::size_t i = 1; i < table.size(); ++i) {
        const QStringList cells(table[i].begin() + 1, table[i].end());
        if (read.rows[static_cast<qsizetype>(i) - 1] != table[i][0] || read.cells[i - 1] != cells)
            return read.rows[static_cast<qsizetype>(i) - 1] + ": " + read.cells[i - 1].join(", ");
    }
    return {};
}

} // namespace

// Tables in 500 forms each, whole and damaged: read to the same values, or refused with the line; never to
// others.
class TestTableForms : public QObject
{
    Q_OBJECT

private slots:
    void wholeAreRead_data() { readers(); }
    void wholeAreRead();
    void damagedAreRefused_data() { readers(); }
    void damagedAreRefused();

private:
    void readers()
    {
        QTest::addColumn<int>("reader");
        QTest::newRow("matrix") << 0;
        QTest::newRow("clinical") << 1;
        QTest::newRow("flux") << 2;
    }
    Read read(int reader, const QByteArray &content)
    {
        const auto path = m_files.write("table", content);
        return reader == 0 ? readMatrix(path) : reader == 1 ? readTable(path) : readFlux(path);
    }
    static const Cells &table(int reader)
    {
        return reader == 0 ? matrixTable : reader == 1 ? clinicalTable : fluxTable;
    }

    Files m_files;
};

void TestTableForms::wholeAreRead()
{
    QFETCH(int, reader);
    Random random(20261130 + static_cast<std::uint64_t>(reader));
    int refused = 0;
    for (int i = 0; i < 500; ++i) {
        const Form form = Form::random(random, false);
        const Read got = read(reader, written(table(reader), form));
        if (!got.ok) {
            // A header without a corner and rows with a separator too many may leave it open which of them is
            // missing.
            const QByteArray detail = QByteArray::fromStdString(got.error.detail);
            QVERIFY2(got.error.code == ErrorCode::BadHeader && form.tail != 0,
                     form.described() + ": " + detail);
            QVERIFY2(QString(detail).contains(QRegularExpression(":\\d+")), detail);
            ++refused;
            continue;
        }
        const QString wrong = difference(got, table(reader));
        QVERIFY2(wrong.isEmpty(), form.described() + ": " + wrong.toUtf8());
    }
    QVERIFY2(refused < 50, QByteArray::number(refused));
}

void TestTableForms::damagedAreRefused()
{
    QFETCH(int, reader);
    Random random(77 + static_cast<std::uint64_t>(reader));
    int read500 = 0;
    for (int i = 0; i < 500; ++i) {
        const Form form = Form::random(random, true);
        const Cells &whole = table(reader);
        const Read got = read(reader, written(whole, form));
        if (!got.ok) {
            QVERIFY2(QString::fromStdString(got.error.detail).contains(QRegularExpression(":\\d+")),
                     form.described() + ": " + QByteArray::fromStdString(got.error.detail));
            continue;
        }
        // What the damage left whole may be read: a quoted word, a field that ends the row blank.
        ++read500;
        Cells expected = whole;
        if (form.damage == 4)
            expected[1 + static_cast<std::size_t>(form.row) % (whole.size() - 1)]
                    [1 + static_cast<std::size_t>(form.place) % (whole[0].size() - 1)] =
                        QString("a%1 b").arg(form.separator);
        const QString wrong = difference(got, expected);
        QVERIFY2(wrong.isEmpty(), form.described() + ": " + wrong.toUtf8());
    }
    QVERIFY2(read500 < 250, QByteArray::number(read500));
}

PATHGAN_TEST(TestTableForms)
#include "tst_tableforms.moc"
