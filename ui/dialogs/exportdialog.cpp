// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "ui/dialogs/figurepreview.h"
#include "ui/dialogs/lookform.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace pathgan {

ExportDialog::ExportDialog(Plot &plot, QWidget *parent)
    : QDialog(parent), m_plot(&plot),
      m_form(new FigureForm(QStringLiteral("export"), plot.preferredSizeMm(), true)), m_preview(new QLabel),
      m_status(new QLabel), m_save(new QPushButton(tr("Save…"))), m_copy(new QPushButton(tr("Copy"))),
      m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export figure"));
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    m_timer->setSingleShot(true);
    m_timer->setInterval(80);
    connect(m_timer, &QTimer::timeout, this, &ExportDialog::updatePreview);
    connect(m_plot, &QObject::destroyed, this, &QDialog::close);
    connect(m_plot, &StyledFigure::lookEdited, this, &ExportDialog::optionsChanged);
    connect(m_form, &FigureForm::changed, this, &ExportDialog::optionsChanged);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askAndSave);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_plot)
            QGuiApplication::clipboard()->setImage(m_plot->image(options()));
        m_status->setText(tr("Copied."));
    });
    optionsChanged();
}

void ExportDialog::layOut()
{
    prepareFigurePreview(*m_preview, QStringLiteral("exportPreview"));
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_save->setDefault(true);
    m_save->setProperty("primary", true);
    m_copy->setObjectName(QStringLiteral("exportCopy"));
    m_status->setObjectName(QStringLiteral("exportStatus"));
    m_status->setWordWrap(true);
    auto *tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("exportTabs"));
    tabs->addTab(m_form, tr("&Format"));
    tabs->addTab(new LookForm(*m_plot), tr("Te&xts and axes"));
    tabs->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto *top = new QHBoxLayout;
    top->addWidget(tabs);
    top->addWidget(m_preview, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top, 1);
    all->addWidget(m_status);
    all->addWidget(buttons);
    resize(860, 560);
}

void ExportDialog::optionsChanged()
{
    m_status->clear();
    m_timer->start();
}

void ExportDialog::updatePreview()
{
    if (m_plot)
        showFigurePreview(*m_preview, options(),
                          [this](const ExportOptions &shown) { return m_plot->image(shown); });
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_timer->start();
}

QString ExportDialog::suggestedPath() const
{
    const QString folder = QSettings().value(QStringLiteral("export/folder"), QDir::homePath()).toString();
    return QDir(folder).filePath((m_plot ? m_plot->fileName() : QStringLiteral("figure")) + QLatin1Char('.') +
                                 m_form->ending());
}

Result<void> ExportDialog::saveTo(const QString &path)
{
    if (!m_plot)
        return Error{ErrorCode::MissingInput, "figure"};
    Result<void> written = m_form->isFigure() ? m_plot->exportTo(path, m_form->figureFormat(), options())
                                              : m_plot->exportData(path);
    if (written && m_form->isFigure())
        written = m_plot->exportText(
            QFileInfo(path).dir().filePath(QFileInfo(path).completeBaseName() + QStringLiteral(".txt")));
    if (written) {
        m_form->remember();
        QSettings().setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
        m_status->setText(tr("Saved %1.").arg(QDir::toNativeSeparators(path)));
        emit saved(path);
    } else {
        m_status->setText(tr("Could not be saved: %1").arg(QDir::toNativeSeparators(path)));
        emit failed(written.error());
    }
    return written;
}

void ExportDialog::askAndSave()
{
    const QString path = suggestedPath();
    auto *dialog = new QFileDialog(this, tr("Export figure"), QFileInfo(path).absolutePath(),
                                   QStringLiteral("*.") + m_form->ending());
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(m_form->ending());
    dialog->selectFile(QFileInfo(path).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &chosen) { (void)saveTo(chosen); });
    dialog->open();
}

ExportDialog *exportPlot(Plot &plot, QWidget *parent)
{
    auto *dialog = new ExportDialog(plot, parent);
    dialog->show();
    return dialog;
}

} // namespace pathgan
