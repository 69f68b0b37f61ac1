// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/sheetdialog.h"

#include "core/engine/viewsettings.h"
#include "ui/dialogs/figurepreview.h"
#include "ui/plotkey.h"
#include "ui/plots/plot.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSaveFile>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace pathgan {

namespace {

constexpr const char *settingsKey = "sheet";
constexpr int mostFigures = 26;
constexpr double pageWidth = 175; // mm, two columns of a journal

const std::pair<FigureSheet::Letters, const char *> letterKeys[] = {
    {FigureSheet::Letters::Capital, "capital"},
    {FigureSheet::Letters::Small, "small"},
    {FigureSheet::Letters::None, "none"}};

} // namespace

SheetDialog::SheetDialog(const std::vector<Plot *> &figures, ViewSettings &settings, QWidget *parent)
    : QDialog(parent), m_settings(settings), m_list(new QListWidget), m_columns(new QSpinBox),
      m_letters(new QComboBox),
      m_form(new FigureForm(QStringLiteral("exportSheet"), {pageWidth, pageWidth * 0.7}, false)),
      m_preview(new QLabel), m_status(new QLabel), m_save(new QPushButton(tr("Save…"))),
      m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("sheetDialog"));
    setWindowTitle(tr("Compose a figure"));
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    fillList(figures);
    showChoice(m_settings.value(settingsKey));
    m_timer->setSingleShot(true);
    m_timer->setInterval(120);
    connect(m_timer, &QTimer::timeout, this, &SheetDialog::updatePreview);
    connect(m_list, &QListWidget::itemChanged, this, &SheetDialog::choiceChanged);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &SheetDialog::choiceChanged);
    connect(m_columns, &QSpinBox::valueChanged, this, &SheetDialog::choiceChanged);
    connect(m_letters, &QComboBox::currentIndexChanged, this, &SheetDialog::choiceChanged);
    connect(m_form, &FigureForm::changed, this, [this] { m_timer->start(); });
    connect(m_save, &QPushButton::clicked, this, &SheetDialog::askAndSave);
    connect(&m_settings, &ViewSettings::changed, this, [this](const std::string &key) {
        if (key == settingsKey)
            showChoice(m_settings.value(key));
    });
    connect(&m_settings, &ViewSettings::replaced, this, &QDialog::close); // of another project
    refresh();
}

void SheetDialog::fillList(const std::vector<Plot *> &figures)
{
    for (Plot *figure : figures) {
        m_figures.emplace_back(plotKey(*figure), figure);
        auto *item = new QListWidgetItem(figure->title(), m_list);
        item->setToolTip(figure->title() + QLatin1Char('\n') + figure->summary());
        item->setData(Qt::UserRole, QString::fromStdString(m_figures.back().first));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       Qt::ItemIsDragEnabled);
        item->setCheckState(Qt::Unchecked);
        connect(figure, &QObject::destroyed, this, &QDialog::close);
    }
}

QWidget *SheetDialog::makeChoice()
{
    m_list->setObjectName(QStringLiteral("sheetFigures"));
    m_list->setAccessibleName(tr("Figures"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long titles are elided
    m_columns->setObjectName(QStringLiteral("sheetColumns"));
    m_columns->setRange(1, 6);
    m_columns->setValue(2);
    m_letters->setObjectName(QStringLiteral("sheetLetters"));
    const QString names[] = {tr("A, B, C"), tr("a, b, c"), tr("None")};
    for (std::size_t i = 0; i < std::size(letterKeys); ++i)
        m_letters->addItem(names[i], QLatin1String(letterKeys[i].second));
    auto *up = new QPushButton(tr("&Up")), *down = new QPushButton(tr("&Down"));
    up->setObjectName(QStringLiteral("sheetUp"));
    down->setObjectName(QStringLiteral("sheetDown"));
    const auto move = [this](int step) {
        const int row = m_list->currentRow(), other = row + step;
        if (row < 0 || other < 0 || other >= m_list->count())
            return;
        m_list->insertItem(other, m_list->takeItem(row));
        m_list->setCurrentRow(other);
        choiceChanged();
    };
    connect(up, &QPushButton::clicked, this, [move] { move(-1); });
    connect(down, &QPushButton::clicked, this, [move] { move(1); });
    auto *order = new QHBoxLayout;
    order->addWidget(up);
    order->addWidget(down);
    order->addStretch(1);
    auto *form = new QFormLayout;
    form->addRow(tr("Col&umns"), m_columns);
    form->addRow(tr("&Letters"), m_letters);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_list, 1);
    layout->addLayout(order);
    layout->addLayout(form);
    return page;
}

void SheetDialog::layOut()
{
    prepareFigurePreview(*m_preview, QStringLiteral("sheetPreview"));
    m_save->setObjectName(QStringLiteral("sheetSave"));
    m_save->setDefault(true);
    m_save->setProperty("primary", true);
    m_status->setObjectName(QStringLiteral("sheetStatus"));
    m_status->setWordWrap(true);
    auto *tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("sheetTabs"));
    tabs->addTab(makeChoice(), tr("F&igures"));
    tabs->addTab(m_form, tr("&Format"));
    auto *top = new QHBoxLayout;
    top->addWidget(tabs);
    top->addWidget(m_preview, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top, 1);
    all->addWidget(m_status);
    all->addWidget(buttons);
    resize(940, 580);
}

std::string SheetDialog::chosen() const
{
    QJsonArray keys;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            keys.append(m_list->item(row)->data(Qt::UserRole).toString());
    const QJsonObject all{{QStringLiteral("figures"), keys},
                          {QStringLiteral("columns"), m_columns->value()},
                          {QStringLiteral("letters"), m_letters->currentData().toString()}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

/// The chosen figures first, in their order; those that there are not at present are left out.
void SheetDialog::showChoice(const std::string &kept)
{
    if (kept.empty() || kept == chosen())
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    const QJsonDocument all = QJsonDocument::fromJson(QByteArray::fromStdString(kept));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setCheckState(Qt::Unchecked);
    int next = 0;
    for (const QJsonValue key : all[QStringLiteral("figures")].toArray())
        for (int row = next; row < m_list->count(); ++row)
            if (m_list->item(row)->data(Qt::UserRole).toString() == key.toString()) {
                QListWidgetItem *item = m_list->takeItem(row);
                m_list->insertItem(next++, item);
                item->setCheckState(Qt::Checked);
                break;
            }
    m_columns->setValue(all[QStringLiteral("columns")].toInt(2));
    m_letters->setCurrentIndex(std::max(0, m_letters->findData(all[QStringLiteral("letters")].toString())));
    refresh();
}

void SheetDialog::choiceChanged()
{
    if (m_isShowing)
        return;
    m_settings.edit(settingsKey, m_settings.value(settingsKey), chosen(),
                    tr("compose a figure").toStdString(), false);
    refresh();
}

FigureSheet SheetDialog::sheet() const
{
    FigureSheet sheet;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem &item = *m_list->item(row);
        const std::string key = item.data(Qt::UserRole).toString().toStdString();
        const auto found = std::find_if(m_figures.begin(), m_figures.end(),
                                        [&](const auto &figure) { return figure.first == key; });
        if (item.checkState() == Qt::Checked && found != m_figures.end() && found->second &&
            !found->second->isEmpty() && sheet.plots.size() < mostFigures)
            sheet.plots.push_back(found->second);
    }
    sheet.columns = m_columns->value();
    for (const auto &[letters, key] : letterKeys)
        if (m_letters->currentData() == QLatin1String(key))
            sheet.letters = letters;
    return sheet;
}

void SheetDialog::refresh()
{
    const FigureSheet page = sheet();
    m_save->setEnabled(!page.plots.empty());
    m_status->setText(page.plots.empty() ? tr("Tick the figures that belong onto the page.") : QString());
    if (!page.plots.empty())
        m_form->setOwnSize(page.sizeMm(pageWidth));
    m_timer->start();
}

void SheetDialog::updatePreview()
{
    const FigureSheet page = sheet();
    if (page.plots.empty())
        m_preview->clear();
    else
        showFigurePreview(*m_preview, m_form->options(),
                          [&page](const ExportOptions &options) { return page.image(options); });
}

void SheetDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_timer->start();
}

void SheetDialog::askAndSave()
{
    const QString folder = QSettings().value(QStringLiteral("export/folder"), QDir::homePath()).toString();
    auto *dialog = new QFileDialog(this, windowTitle(), folder, QStringLiteral("*.") + m_form->ending());
    dialog->setObjectName(QStringLiteral("sheetFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_form->ending());
    dialog->selectFile(QStringLiteral("figure.") + m_form->ending());
    connect(dialog, &QFileDialog::fileSelected, this, &SheetDialog::saveTo);
    dialog->open();
}

void SheetDialog::saveTo(const QString &path)
{
    const FigureSheet page = sheet();
    Result<void> written = page.exportTo(path, m_form->figureFormat(), m_form->options());
    if (written) {
        QSaveFile text(
            QFileInfo(path).dir().filePath(QFileInfo(path).completeBaseName() + QStringLiteral(".txt")));
        const QByteArray said = page.text().toUtf8();
        if (!text.open(QIODevice::WriteOnly) || text.write(said) != said.size() || !text.commit())
            written = Error{ErrorCode::WriteFailed, text.fileName().toStdString()};
    }
    if (!written) {
        m_status->setText(tr("Could not be saved: %1").arg(QDir::toNativeSeparators(path)));
        emit failed(written.error());
        return;
    }
    m_form->remember();
    QSettings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    m_status->setText(tr("Saved %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace pathgan
