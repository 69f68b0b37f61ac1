// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace pathgan {

namespace {

struct Preset
{
    const char *name;
    QSizeF sizeMm; ///< empty: the figure's own, or as typed
};

constexpr int ownSize = 0, customSize = 4;

const std::array<Preset, 5> presets = {{
    {QT_TRANSLATE_NOOP("pathgan::ExportDialog", "The figure's own size"), {}},
    {QT_TRANSLATE_NOOP("pathgan::ExportDialog", "Single column (85 mm)"), {85, 85}},
    {QT_TRANSLATE_NOOP("pathgan::ExportDialog", "Double column (175 mm)"), {175, 110}},
    {QT_TRANSLATE_NOOP("pathgan::ExportDialog", "Slide 16:9"), {254, 142.875}},
    {QT_TRANSLATE_NOOP("pathgan::ExportDialog", "Custom"), {}},
}};

const QString &ending(ExportDialog::Format format)
{
    static const std::array<QString, 4> endings = {QStringLiteral("png"), QStringLiteral("svg"),
                                                   QStringLiteral("pdf"), QStringLiteral("csv")};
    return endings[static_cast<std::size_t>(format)];
}

template <class T>
T *named(T *widget, const char *objectName, const QString &accessibleName)
{
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(accessibleName);
    return widget;
}

} // namespace

ExportDialog::ExportDialog(Plot &plot, QWidget *parent)
    : QDialog(parent), m_plot(&plot), m_format(new QComboBox), m_preset(new QComboBox),
      m_theme(new QComboBox), m_caption(new QComboBox), m_width(new QDoubleSpinBox),
      m_height(new QDoubleSpinBox), m_dpi(new QSpinBox), m_transparent(new QCheckBox), m_marks(new QCheckBox),
      m_preview(new QLabel), m_pixels(new QLabel), m_status(new QLabel), m_save(new QPushButton(tr("Save…"))),
      m_copy(new QPushButton(tr("Copy"))), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export figure"));
    setAttribute(Qt::WA_DeleteOnClose);
    buildForm();
    restore();
    m_timer->setSingleShot(true);
    m_timer->setInterval(80);
    connect(m_timer, &QTimer::timeout, this, &ExportDialog::updatePreview);
    connect(m_plot, &QObject::destroyed, this, &QDialog::close);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ExportDialog::presetChosen);
    for (QComboBox *box : {m_format, m_theme, m_caption})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::optionsChanged);
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, box] {
            if (box->hasFocus())
                m_preset->setCurrentIndex(customSize);
            optionsChanged();
        });
    }
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::optionsChanged);
    for (QCheckBox *box : {m_transparent, m_marks})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::optionsChanged);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askAndSave);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_plot)
            QGuiApplication::clipboard()->setImage(m_plot->image(options()));
        m_status->setText(tr("Copied."));
    });
    presetChosen();
}

void ExportDialog::buildForm()
{
    m_format->addItems({tr("PNG image"), tr("SVG drawing"), tr("PDF document"), tr("CSV: the data")});
    for (const Preset &preset : presets)
        m_preset->addItem(tr(preset.name));
    m_theme->addItems({tr("Print: white, black text"), tr("As on screen")});
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        box->setRange(20, 1000);
        box->setDecimals(1);
        box->setSuffix(tr(" mm"));
        box->setKeyboardTracking(false);
    }
    m_dpi->setRange(72, 1200);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setKeyboardTracking(false);
    m_caption->addItem(tr("None"), static_cast<int>(CaptionLength::None));
    m_caption->addItem(tr("Short"), static_cast<int>(CaptionLength::Short));
    m_caption->addItem(tr("Full"), static_cast<int>(CaptionLength::Full));
    m_caption->setToolTip(tr("The whole text is saved in a text file beside the figure"));
    m_marks->setText(tr("&Outline what is selected"));
    m_transparent->setText(tr("&Transparent background"));
    m_preview->setMinimumSize(320, 220);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_save->setDefault(true);
    m_save->setProperty("primary", true);

    auto *form = new QFormLayout;
    form->addRow(tr("&Format"), named(m_format, "exportFormat", tr("Format")));
    form->addRow(tr("&Size"), named(m_preset, "exportPreset", tr("Size")));
    form->addRow(tr("&Width"), named(m_width, "exportWidth", tr("Width")));
    form->addRow(tr("&Height"), named(m_height, "exportHeight", tr("Height")));
    form->addRow(tr("&Resolution"), named(m_dpi, "exportDpi", tr("Resolution")));
    form->addRow(tr("Co&lours"), named(m_theme, "exportTheme", tr("Colours")));
    form->addRow(tr("Ca&ption"), named(m_caption, "exportCaption", tr("Caption")));
    form->addRow(QString(), named(m_marks, "exportMarks", tr("Outline what is selected")));
    form->addRow(QString(), named(m_transparent, "exportTransparent", tr("Transparent background")));
    form->addRow(QString(), named(m_pixels, "exportPixels", tr("Size in pixels")));
    auto *side = new QVBoxLayout;
    side->addLayout(form);
    side->addStretch(1);
    auto *top = new QHBoxLayout;
    top->addLayout(side);
    top->addWidget(named(m_preview, "exportPreview", tr("Preview")), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->addButton(named(m_copy, "exportCopy", tr("Copy")), QDialogButtonBox::ActionRole);
    buttons->addButton(named(m_save, "exportSave", tr("Save")), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    m_status->setWordWrap(true);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top, 1);
    all->addWidget(named(m_status, "exportStatus", tr("Status")));
    all->addWidget(buttons);
    resize(760, 460);
}

void ExportDialog::restore()
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("export"));
    m_format->setCurrentIndex(settings.value(QStringLiteral("format"), 0).toInt());
    m_preset->setCurrentIndex(settings.value(QStringLiteral("preset"), ownSize).toInt());
    m_theme->setCurrentIndex(settings.value(QStringLiteral("theme"), 0).toInt());
    const QSizeF size = settings.value(QStringLiteral("size"), m_plot->preferredSizeMm()).toSizeF();
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    m_dpi->setValue(settings.value(QStringLiteral("dpi"), 300).toInt());
    m_transparent->setChecked(settings.value(QStringLiteral("transparent"), false).toBool());
    m_caption->setCurrentIndex(settings.value(QStringLiteral("caption"), 1).toInt());
    m_marks->setChecked(settings.value(QStringLiteral("marks"), false).toBool());
    for (QComboBox *box : {m_format, m_preset, m_theme, m_caption}) {
        if (box->currentIndex() < 0)
            box->setCurrentIndex(0);
    }
}

void ExportDialog::remember() const
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("export"));
    settings.setValue(QStringLiteral("format"), m_format->currentIndex());
    settings.setValue(QStringLiteral("preset"), m_preset->currentIndex());
    settings.setValue(QStringLiteral("theme"), m_theme->currentIndex());
    settings.setValue(QStringLiteral("size"), QSizeF(m_width->value(), m_height->value()));
    settings.setValue(QStringLiteral("dpi"), m_dpi->value());
    settings.setValue(QStringLiteral("transparent"), m_transparent->isChecked());
    settings.setValue(QStringLiteral("caption"), m_caption->currentIndex());
    settings.setValue(QStringLiteral("marks"), m_marks->isChecked());
}

void ExportDialog::presetChosen()
{
    const int index = m_preset->currentIndex();
    const QSizeF size =
        index == ownSize && m_plot ? m_plot->preferredSizeMm() : presets[std::size_t(index)].sizeMm;
    if (!size.isEmpty()) {
        m_width->setValue(size.width());
        m_height->setValue(size.height());
    }
    optionsChanged();
}

void ExportDialog::optionsChanged()
{
    const bool figure = format() != Format::Csv, png = format() == Format::Png;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_preset, m_width, m_height, m_theme, m_caption, m_marks})
        widget->setEnabled(figure);
    m_dpi->setEnabled(png);
    m_transparent->setEnabled(png || format() == Format::Svg);
    const double scale = m_dpi->value() / 25.4;
    m_pixels->setText(png ? tr("%1 × %2 pixels")
                                .arg(qRound(m_width->value() * scale))
                                .arg(qRound(m_height->value() * scale))
                          : QString());
    m_status->clear();
    m_timer->start();
}

void ExportDialog::updatePreview()
{
    if (!m_plot)
        return;
    ExportOptions shown = options();
    const qreal ratio = devicePixelRatioF();
    const QSizeF room = QSizeF(m_preview->size() - QSize(8, 8));
    const QSizeF fitted = shown.sizeMm.scaled(room, Qt::KeepAspectRatio);
    shown.dpi = std::max(36, static_cast<int>(fitted.width() * ratio / shown.sizeMm.width() * 25.4));
    QPixmap pixmap = QPixmap::fromImage(m_plot->image(shown));
    pixmap.setDevicePixelRatio(ratio);
    m_preview->setPixmap(pixmap);
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_timer->start();
}

ExportDialog::Format ExportDialog::format() const
{
    return static_cast<Format>(m_format->currentIndex());
}

void ExportDialog::setFormat(Format format)
{
    m_format->setCurrentIndex(static_cast<int>(format));
}

ExportOptions ExportDialog::options() const
{
    ExportOptions options;
    options.sizeMm = QSizeF(m_width->value(), m_height->value());
    options.dpi = m_dpi->value();
    options.transparent = m_transparent->isChecked() && m_transparent->isEnabled();
    options.printTheme = m_theme->currentIndex() == 0;
    options.caption = static_cast<CaptionLength>(m_caption->currentData().toInt());
    options.marks = m_marks->isChecked();
    return options;
}

QString ExportDialog::suggestedPath() const
{
    const QString folder = QSettings().value(QStringLiteral("export/folder"), QDir::homePath()).toString();
    return QDir(folder).filePath((m_plot ? m_plot->fileName() : QStringLiteral("figure")) + QLatin1Char('.') +
                                 ending(format()));
}

Result<void> ExportDialog::saveTo(const QString &path)
{
    if (!m_plot)
        return Error{ErrorCode::MissingInput, "figure"};
    Result<void> written =
        format() == Format::Csv
            ? m_plot->exportData(path)
            : m_plot->exportTo(path, static_cast<FigureFormat>(m_format->currentIndex()), options());
    if (written && format() != Format::Csv)
        written = m_plot->exportText(
            QFileInfo(path).dir().filePath(QFileInfo(path).completeBaseName() + QStringLiteral(".txt")));
    if (written) {
        remember();
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
                                   QStringLiteral("*.") + ending(format()));
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending(format()));
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
