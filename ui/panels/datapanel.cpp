// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/datapanel.h"

#include "core/base/marked.h"
#include "core/engine/session.h"
#include "ui/coretext.h"
#include "ui/errortext.h"
#include "ui/filedialogs.h"
#include "ui/lossquestion.h"
#include "ui/models/tables.h"
#include "ui/panels/datafacts.h"
#include "ui/panels/flowlayout.h"
#include "ui/panels/inputcard.h"
#include "ui/panels/matchbar.h"
#include "ui/panels/optionsform.h"
#include "ui/panels/tablepane.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QFileInfo>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pathgan {

namespace {

constexpr Part inputParts[] = {Part::Expression, Part::Clinical, Part::GeneSets, Part::Interactions,
                               Part::GeneMap};

QWidget *scrolled(QWidget *page, const QString &name, const QString &label, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setObjectName(name);
    scroll->setAccessibleName(label);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    return scroll;
}

} // namespace

DataPanel::DataPanel(Session &session, Selection &selection, QWidget *parent)
    : Panel(session, selection, parent), m_tabs(new QTabWidget(this)),
      m_readRules(session.options().inputs.reading)
{
    setObjectName(QStringLiteral("dataPanel"));
    auto *header = new PanelHeader(title(),
                                   tr("The files of the analysis: each is recognised from its content; what "
                                      "is wrong in them is listed, never hidden."),
                                   this);
    QPushButton *open =
        makeButton(QStringLiteral("dataOpen"), QStringLiteral("open"), tr("Open files…"), true, header);
    header->addWidget(open);
    connect(open, &QPushButton::clicked, this, [this] {
        askForFiles(this, tr("Open files"), tr("All files (*)"),
                    [this](const QStringList &paths) { openFilesAsking(this, this->session(), paths); });
    });

    m_clinical = new TablePane(QStringLiteral("clinicalColumns"), tr("Clinical columns"), this);
    m_clinical->setEmptyText(tr("No clinical table is open."));
    m_tabs->setObjectName(QStringLiteral("dataTabs"));
    m_tabs->setAccessibleName(tr("Data"));
    m_tabs->setDocumentMode(true);
    QWidget *inputs = buildInputs();
    m_tabs->addTab(buildMatches(), tr("How it fits together"));
    m_tabs->addTab(buildExpression(), tr("Expression"));
    m_tabs->addTab(m_clinical, tr("Clinical columns"));
    m_tabs->addTab(buildProblems(), tr("Problems"));
    m_tabs->ensurePolished();

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("dataSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(inputs);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 800});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->setSpacing(14);
    layout->addWidget(header);
    layout->addWidget(splitter, 1);

    connect(&session, &Session::optionsChanged, this, [this] {
        m_readRules = this->session().options().inputs.reading;
        m_rules->load();
        showCohort();
    });
    connect(&session, &Session::partChanged, this, &DataPanel::onPartChanged);
    connect(&session, &Session::reportChanged, this, &DataPanel::showReports);
    connect(&session, &Session::runningChanged, this, [this](Part part) {
        if (const auto card = m_cards.find(part); card != m_cards.end())
            card->second->setWaiting(this->session().isRunning(part));
    });
    connect(&session, &Session::failed, this, [this](const Error &error, std::optional<Part> part) {
        if (part == Part::Expression || part == Part::Clinical)
            rememberPath(error, *part);
        else if (part == Part::Cohort)
            showCohortProblem(error);
        if (part && *part <= Part::Cohort && *part != Part::Model) {
            m_failures[*part] = errorText(error, part);
            showReports();
        }
    });
    for (const Part part : inputParts)
        showInput(part);
    showExpression();
    showCohort();
    showReports();
}

QWidget *DataPanel::buildInputs()
{
    const std::pair<const char *, QString> looks[] = {
        {"data", tr("Genes × samples: Xena TSV, CSV or GCT, plain or gzip.")},
        {"clinical", tr("Samples or patients in rows, e.g. Xena's clinicalMatrix. Needed for groups.")},
        {"genesets", tr("Pathways as GMT, GMX or GRP, e.g. the hallmark sets. Needed for training.")},
        {"network",
         tr("Two columns of genes, or STRING links. Optional: says which reactions belong together.")},
        {"genemap", tr("Built in.")}};
    auto *page = new QWidget(this);
    page->setObjectName(QStringLiteral("inputsPage"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 10, 0);
    layout->setSpacing(10);
    for (std::size_t i = 0; i < std::size(inputParts); ++i) {
        auto *card = new InputCard(inputParts[i], QString::fromLatin1(looks[i].first), looks[i].second, page);
        connect(card, &InputCard::openRequested, this, &DataPanel::openFor);
        layout->addWidget(card);
        m_cards[inputParts[i]] = card;
    }
    layout->addStretch(1);
    QWidget *scroll = scrolled(page, QStringLiteral("inputsScroll"), tr("Files"), this);
    scroll->setMinimumWidth(312);
    return scroll;
}

QWidget *DataPanel::buildMatches()
{
    auto *page = new QWidget(this);
    page->setObjectName(QStringLiteral("matchPage"));
    m_filter = new QComboBox(page);
    m_filter->setObjectName(QStringLiteral("sampleFilter"));
    m_filter->addItem(tr("Primary tumours, one a patient"), static_cast<int>(SampleFilter::Tumours));
    m_filter->addItem(tr("All samples"), static_cast<int>(SampleFilter::All));
    m_filter->setToolTip(
        tr("By the sample type in the TCGA barcode; names that are no barcodes are all kept. "
           "What is left is the cohort, in every step."));
    auto *label = new QLabel(tr("&Samples used:"), page);
    label->setObjectName(QStringLiteral("sampleFilterLabel"));
    label->setBuddy(m_filter);
    m_filter->setAccessibleName(tr("Samples used"));
    connect(m_filter, &QComboBox::activated, this, [this] {
        CohortOptions options = session().options().cohort;
        options.filter = static_cast<SampleFilter>(m_filter->currentData().toInt());
        changeCohort(options);
    });
    m_idColumn = new QComboBox(page);
    m_idColumn->setObjectName(QStringLiteral("clinicalIdColumn"));
    m_idColumn->setAccessibleName(tr("Column of the sample ids"));
    m_idColumn->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_idColumn->setMinimumContentsLength(24);
    m_idColumn->setToolTip(
        tr("Which column of the clinical table names the samples or patients. By itself the "
           "program takes the one that names most of them."));
    auto *idLabel = new QLabel(tr("Clinical i&ds in:"), page);
    idLabel->setObjectName(QStringLiteral("clinicalIdColumnLabel"));
    idLabel->setBuddy(m_idColumn);
    connect(m_idColumn, &QComboBox::activated, this, [this] {
        CohortOptions options = session().options().cohort;
        options.idColumn = m_idColumn->currentData().toString().toStdString();
        changeCohort(options);
    });
    auto *row = new QWidget(page);
    row->setObjectName(QStringLiteral("cohortChoices"));
    auto *flow = new FlowLayout(12, 6);
    row->setLayout(flow);
    for (const auto &[text, box] : {std::pair(label, m_filter), std::pair(idLabel, m_idColumn)}) {
        auto *field = new QWidget(row);
        field->setObjectName(box->objectName() + QStringLiteral("Field"));
        auto *pair = new QHBoxLayout(field);
        pair->setContentsMargins(0, 0, 0, 0);
        pair->addWidget(text);
        pair->addWidget(box);
        flow->addWidget(field);
    }
    m_cohortProblem = new NoteLabel(QStringLiteral("cohortProblem"), page);

    m_samples = new MatchBar(QStringLiteral("sampleMatch"),
                             tr("Samples of the expression matrix in the cohort"), page);
    m_clinicalMatch = new MatchBar(QStringLiteral("clinicalMatch"),
                                   tr("Samples of the cohort in the clinical table"), page);
    m_model =
        new MatchBar(QStringLiteral("modelMatch"), tr("Genes of the model's rules that were measured"), page);
    m_sets = new MatchBar(QStringLiteral("setMatch"), tr("Genes of the gene sets that were measured"), page);
    m_network = new MatchBar(QStringLiteral("networkMatch"),
                             tr("Genes of the interaction network that were measured"), page);
    m_table = new NoteLabel(QStringLiteral("geneTableNote"), page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(2, 0, 12, 0);
    layout->setSpacing(18);
    layout->addWidget(row);
    layout->addWidget(m_cohortProblem);
    for (MatchBar *bar : {m_samples, m_clinicalMatch, m_model, m_sets, m_network})
        layout->addWidget(bar);
    layout->addWidget(m_table);
    layout->addStretch(1);
    return scrolled(page, QStringLiteral("matchScroll"), tr("How it fits together"), this);
}

QWidget *DataPanel::buildExpression()
{
    auto *page = new QWidget(this);
    page->setObjectName(QStringLiteral("expressionPage"));
    m_reasons = new NoteLabel(QStringLiteral("expressionReasons"), page);
    m_preview = new TablePane(QStringLiteral("expressionPreview"), tr("First genes and samples"), page);
    m_preview->setSearchVisible(false);
    m_preview->setEmptyText(tr("No expression matrix is open."));
    connect(m_preview, &TablePane::keySelected, &selection(), &Selection::setGene);
    connect(&selection(), &Selection::geneChanged, m_preview, &TablePane::selectKey);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_reasons);
    layout->addWidget(m_preview, 1);
    return page;
}

QWidget *DataPanel::buildProblems()
{
    auto *page = new QWidget(this);
    page->setObjectName(QStringLiteral("problemsPage"));
    m_problemNote = new NoteLabel(QStringLiteral("problemNote"), page);
    m_problems = new TablePane(QStringLiteral("problems"), tr("Problems in the files"), page);
    m_rules = new OptionsForm(page);
    m_rules->setObjectName(QStringLiteral("readRules"));
    m_rules->addSection(tr("Rules for reading the expression matrix"));
    m_rules->bind(m_readRules);
    m_rules->addChoice("ragged_rows", tr("Ra&gged rows"),
                       {{tr("refuse the file"), "error"},
                        {tr("leave the row out"), "drop"},
                        {tr("fill up with missing values"), "fill"}});
    m_rules->addChoice("not_numbers", tr("&Not a number"),
                       {{tr("refuse the file"), "error"}, {tr("take as missing"), "missing"}});
    m_rules->addChoice("missing_values", tr("&Missing values"),
                       {{tr("keep as unmeasured"), "keep"},
                        {tr("take as zero"), "zero"},
                        {tr("median of the gene"), "median"},
                        {tr("leave the gene out"), "drop"}});
    m_rules->addChoice("duplicate_genes", tr("&Duplicate genes"),
                       {{tr("use the first (as Xena)"), "first"},
                        {tr("mean"), "mean"},
                        {tr("maximum"), "maximum"},
                        {tr("refuse the file"), "error"}});
    connect(m_rules, &OptionsForm::changed, this, &DataPanel::rereadByRules);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_problemNote);
    layout->addWidget(m_rules);
    layout->addWidget(m_problems, 1);
    return page;
}

void DataPanel::changeCohort(const CohortOptions &options)
{
    changeInputAsking(
        this, session(), Part::Cohort, [this, options] { session().setCohortOptions(options); },
        [this] { showCohort(); });
}

/// The columns that may hold ids; the first says what the program took by itself.
void DataPanel::showIdColumns()
{
    const Project &project = session().project();
    const QString chosen = QString::fromStdString(session().options().cohort.idColumn);
    const QSignalBlocker quiet(m_idColumn);
    m_idColumn->clear();
    m_idColumn->setEnabled(project.clinical && project.expression);
    if (!project.clinical)
        return m_idColumn->addItem(tr("no clinical table"), QString());
    const std::string &first = project.clinical->idName;
    const auto join = project.cohort ? project.cohort->clinicalJoin : SampleJoin();
    const std::string &taken = join.idColumn.empty() ? first : join.idColumn;
    m_idColumn->addItem(chosen.isEmpty() && !taken.empty() && join.size() > 0
                            ? tr("Found: %1").arg(QString::fromStdString(taken))
                            : tr("Chosen for you"),
                        QString());
    const auto add = [this](const std::string &name) {
        m_idColumn->addItem(QString::fromStdString(name), QString::fromStdString(name));
    };
    if (!first.empty())
        add(first);
    for (const ClinicalColumn &column : project.clinical->columns) {
        if (column.type != ColumnType::Empty)
            add(column.name);
    }
    m_idColumn->setCurrentIndex(std::max(0, m_idColumn->findData(chosen)));
}

void DataPanel::openFor(Part part)
{
    askForFile(
        this, tr("Open: %1").arg(partTitle(part)), tr("All files (*)"),
        [this, part](const QString &path) { openFileAsking(this, session(), path, part, m_readRules); });
}

/// The file that the rules stood in the way of, else the matrix.
void DataPanel::rereadByRules()
{
    const auto &matrix = session().project().expression;
    const bool failed = !m_failedPath.isEmpty();
    const QString path = failed ? m_failedPath : (matrix ? QString::fromStdString(matrix->path) : QString());
    if (!path.isEmpty())
        openFileAsking(this, session(), path, failed ? m_failedPart : Part::Expression, m_readRules, [this] {
            m_readRules = session().options().inputs.reading;
            m_rules->load();
        });
}

void DataPanel::rememberPath(const Error &error, Part part)
{
    // The detail begins with the path and goes on with :line:column.
    QString path = QString::fromStdString(error.detail);
    while (!path.isEmpty() && !QFileInfo(path).isFile())
        path = path.left(std::max<qsizetype>(path.lastIndexOf(QLatin1Char(':')), 0));
    m_failedPath = path;
    m_failedPart = part;
    m_tabs->setCurrentIndex(m_tabs->count() - 1);
}

void DataPanel::onPartChanged(Part part)
{
    if (m_failures.erase(part) > 0)
        showReports();
    if (part == Part::Expression) {
        m_failedPath.clear();
        m_readRules = session().options().inputs.reading;
        m_rules->load();
        showExpression();
    }
    if (part == m_failedPart)
        m_failedPath.clear();
    if (part == Part::Cohort) {
        m_cohortProblem->clear();
        showCohort();
    }
    if (part == Part::Clinical)
        showIdColumns();
    showInput(part);
    if (part <= Part::Model)
        startSummary();
    if (m_problems->model().rowCount() == 0)
        showReports();
}

void DataPanel::showInput(Part part)
{
    const auto card = m_cards.find(part);
    if (card == m_cards.end())
        return;
    const InputFacts facts = inputFacts(session().project(), part, session().report(part));
    card->second->setContent(facts.file, facts.path, facts.text);
}

void DataPanel::showExpression()
{
    const auto &matrix = session().project().expression;
    showExpressionPreview(m_preview->model(), matrix);
    m_preview->fitColumns();
    m_reasons->show(NoteLabel::Kind::Info, matrix
                                               ? readingReasons(*matrix, session().report(Part::Expression),
                                                                session().options().inputs.reading)
                                               : QString());
}

void DataPanel::showCohort()
{
    const Project &project = session().project();
    m_filter->setCurrentIndex(m_filter->findData(static_cast<int>(session().options().cohort.filter)));
    m_filter->setEnabled(project.expression != nullptr);
    const std::size_t all = project.expression ? project.expression->samples.size() : 0;
    const std::size_t used = project.cohort ? project.cohort->size() : 0;
    m_samples->setCounts(used, all, tr("What was left out or lacks something"),
                         project.cohort ? lossLines(*project.cohort) : QStringList());
    const SampleJoin join = project.cohort ? project.cohort->clinicalJoin : SampleJoin();
    m_clinicalMatch->setCounts(join.matched(), join.size(),
                               tr("How they were found, and why others were not"), joinLines(join));
    showIdColumns();
}

/// The clinical table that is open describes none of the samples, or its column is not there.
void DataPanel::showCohortProblem(const Error &error)
{
    const Project &project = session().project();
    m_cohortProblem->show(NoteLabel::Kind::Warning, errorText(error).toHtmlEscaped());
    if (project.clinical && project.cohort)
        m_clinicalMatch->setCounts(0, project.cohort->size(), {}, {});
    m_tabs->setCurrentIndex(0);
}

void DataPanel::showReports()
{
    auto problems = std::make_shared<std::vector<FileProblem>>();
    ReadReport sum;
    for (const Part part : inputParts) {
        const ReadReport &report = session().report(part);
        for (const Problem &problem : report.problems)
            problems->push_back({partTitle(part), problem});
        sum.raggedRows += report.raggedRows;
        sum.notNumbers += report.notNumbers;
        sum.missingValues += report.missingValues;
        sum.duplicateNames += report.duplicateNames;
        sum.otherProblems += report.otherProblems;
    }
    QStringList lines{problemCounts(sum)};
    for (const auto &[part, text] : m_failures)
        lines.prepend(text.toHtmlEscaped());
    lines.removeAll(QString());
    m_problemNote->show(lines.isEmpty() ? NoteLabel::Kind::Good : NoteLabel::Kind::Warning,
                        lines.join(QStringLiteral("<br>")));
    const Project &project = session().project();
    const bool isAnyOpen = std::any_of(std::begin(inputParts), std::end(inputParts),
                                       [&project](Part part) { return project.has(part); });
    m_problems->setEmptyText(!m_failures.empty() ? tr("What went wrong stands above.")
                             : isAnyOpen         ? tr("No problems were found.")
                                                 : tr("No file is open."));
    const auto count =
        sum.raggedRows + sum.notNumbers + sum.missingValues + sum.duplicateNames + sum.otherProblems;
    m_tabs->setTabText(m_tabs->count() - 1,
                       count == 0 ? tr("Problems") : tr("Problems (%1)").arg(countText(qint64(count))));
    m_tabs->setMinimumWidth(m_tabs->tabBar()->sizeHint().width() + 8); // the chosen one is bold
    showProblems(m_problems->model(), problems);
    m_problems->fitColumns();
    for (const Part part : inputParts)
        showInput(part);
}

void DataPanel::startSummary()
{
    const int asked = ++m_summaryAsked;
    const QPointer<DataPanel> self = this;
    session().engine().start<DataSummary>(
        QString(marked("Core", "Matching genes")),
        [project = session().project()](const TaskContext &context) {
            return summariseData(project, context);
        },
        [self, asked](Result<DataSummary> summary) {
            if (self && summary && self->m_summaryAsked == asked)
                self->showSummary(*summary);
        },
        Lane::Light);
}

void DataPanel::showSummary(const DataSummary &summary)
{
    m_model->setCoverage(summary.model, tr("Model genes that were not measured"));
    m_sets->setCoverage(summary.sets, tr("Gene-set genes that were not measured"));
    m_network->setCoverage(summary.network, tr("Network genes that were not measured"));
    QStringList notes = {
        warningLines(summary.warnings),
        tr("Names are joined by the gene table: %1.")
            .arg(QString::fromStdString(session().project().genes().source()).toHtmlEscaped())};
    notes.removeAll(QString());
    m_table->show(summary.warnings.empty() ? NoteLabel::Kind::Info : NoteLabel::Kind::Warning,
                  notes.join(QStringLiteral("<br>")));
    showClinicalColumns(m_clinical->model(), std::make_shared<const DataSummary>(summary));
    m_clinical->fitColumns();
    showInput(Part::GeneMap);
}

} // namespace pathgan
