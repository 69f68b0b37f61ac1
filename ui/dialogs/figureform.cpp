// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/figureform.h"

#include "ui/plots/figurewriter_p.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSettings>
#include <QSpinBox>

#include <array>

namespace pathgan {

namespace {

struct Preset
{
    const char *key, *name;
    QSizeF sizeMm; ///< empty: the figure's own, or as typed
};

constexpr int ownSize = 0, customSize = 4;

const std::array<Preset, 5> presets = {{
    {"own", QT_TRANSLATE_NOOP("pathgan::FigureForm", "The figure's own size"), {}},
    {"single", QT_TRANSLATE_NOOP("pathgan::FigureForm", "Single column (85 mm)"), {85, 85}},
    {"double", QT_TRANSLATE_NOOP("pathgan::FigureForm", "Double column (175 mm)"), {175, 110}},
    {"slide", QT_TRANSLATE_NOOP("pathgan::FigureForm", "Slide 16:9"), {254, 142.875}},
    {"custom", QT_TRANSLATE_NOOP("pathgan::FigureForm", "Custom"), {}},
}};

struct FormatFacts
{
    FigureForm::Format format;
    const char *ending, *name;
};

const std::array<FormatFacts, 5> formats = {{
    {FigureForm::Format::Png, "png", QT_TRANSLATE_NOOP("pathgan::FigureForm", "PNG image")},
    {FigureForm::Format::Svg, "svg", QT_TRANSLATE_NOOP("pathgan::FigureForm", "SVG drawing")},
    {FigureForm::Format::Pdf, "pdf", QT_TRANSLATE_NOOP("pathgan::FigureForm", "PDF document")},
    {FigureForm::Format::Tiff, "tiff", QT_TRANSLATE_NOOP("pathgan::FigureForm", "TIFF image (LZW)")},
    {FigureForm::Format::Csv, "csv", QT_TRANSLATE_NOOP("pathgan::FigureForm", "CSV: the data")},
}};

struct Colours
{
    FigureColours colours;
    const char *key, *name;
};

const std::array<Colours, 5> colourChoices = {{
    {FigureColours::Print, "print", QT_TRANSLATE_NOOP("pathgan::FigureForm", "Print: white, black text")},
    {FigureColours::Screen, "screen", QT_TRANSLATE_NOOP("pathgan::FigureForm", "As on screen")},
    {FigureColours::Light, "light", QT_TRANSLATE_NOOP("pathgan::FigureForm", "Light")},
    {FigureColours::Dark, "dark", QT_TRANSLATE_NOOP("pathgan::FigureForm", "Dark")},
    {FigureColours::HighContrast, "contrast", QT_TRANSLATE_NOOP("pathgan::FigureForm", "High contrast")},
}};

constexpr std::pair<CaptionLength, const char *> captions[] = {
    {CaptionLength::None, QT_TRANSLATE_NOOP("pathgan::FigureForm", "None")},
    {CaptionLength::Short, QT_TRANSLATE_NOOP("pathgan::FigureForm", "Short")},
    {CaptionLength::Full, QT_TRANSLATE_NOOP("pathgan::FigureForm", "Full")}};

/// By what an entry stands for; what is not there leaves the first.
void choose(QComboBox &box, const QVariant &data)
{
    box.setCurrentIndex(qMax(0, box.findData(data)));
}

} // namespace

FigureForm::FigureForm(const QString &group, const QSizeF &ownSizeMm, bool withData, QWidget *parent)
    : QWidget(parent), m_group(group), m_ownSize(ownSizeMm), m_format(new QComboBox), m_preset(new QComboBox),
      m_colours(new QComboBox), m_caption(new QComboBox), m_width(new QDoubleSpinBox),
      m_height(new QDoubleSpinBox), m_points(new QDoubleSpinBox), m_dpi(new QSpinBox),
      m_family(new QFontComboBox), m_transparent(new QCheckBox), m_marks(new QCheckBox),
      m_paths(new QCheckBox), m_ownFont(new QCheckBox), m_pixels(new QLabel)
{
    fillChoices(withData);
    layOut();
    restore();
    connect(m_preset, &QComboBox::currentIndexChanged, this, &FigureForm::presetChosen);
    for (QComboBox *box : {m_format, m_colours, m_caption})
        connect(box, &QComboBox::currentIndexChanged, this, &FigureForm::refresh);
    connect(m_family, &QFontComboBox::currentFontChanged, this, &FigureForm::refresh);
    for (QDoubleSpinBox *box : {m_width, m_height})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, box] {
            if (box->hasFocus())
                m_preset->setCurrentIndex(customSize);
            refresh();
        });
    connect(m_points, &QDoubleSpinBox::valueChanged, this, &FigureForm::refresh);
    connect(m_dpi, &QSpinBox::valueChanged, this, &FigureForm::refresh);
    for (QCheckBox *box : {m_transparent, m_marks, m_paths, m_ownFont})
        connect(box, &QCheckBox::toggled, this, &FigureForm::refresh);
    presetChosen();
}

void FigureForm::fillChoices(bool withData)
{
    for (const FormatFacts &facts : formats) {
        const bool isTiff = facts.format == Format::Tiff;
        if ((facts.format == Format::Csv && !withData) || (isTiff && !canWrite(FigureFormat::Tiff)))
            continue;
        m_format->addItem(tr(facts.name), QLatin1String(facts.ending));
    }
    for (const Preset &preset : presets)
        m_preset->addItem(tr(preset.name), QLatin1String(preset.key));
    for (const Colours &choice : colourChoices)
        m_colours->addItem(tr(choice.name), QLatin1String(choice.key));
    for (const auto &[length, name] : captions)
        m_caption->addItem(tr(name), static_cast<int>(length));
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        box->setRange(20, 1000);
        box->setDecimals(1);
        box->setSuffix(tr(" mm"));
        box->setKeyboardTracking(false);
    }
    m_points->setRange(4, 36);
    m_points->setDecimals(1);
    m_points->setValue(8);
    m_points->setSuffix(tr(" pt"));
    m_points->setKeyboardTracking(false);
    m_dpi->setRange(72, 1200);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setKeyboardTracking(false);
    m_family->setMinimumContentsLength(14);
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_ownFont->setText(tr("The figure's own &letters"));
    m_paths->setText(tr("Text as &paths"));
    m_paths->setToolTip(tr("Looks the same where the font is missing; can no longer be edited as text"));
    m_caption->setToolTip(tr("The whole text is saved in a text file beside the figure"));
    m_marks->setText(tr("&Outline what is selected"));
    m_transparent->setText(tr("&Transparent background"));
}

void FigureForm::addNamed(QFormLayout &form, const QString &label, QWidget *widget, const char *objectName)
{
    widget->setObjectName(QLatin1String(objectName));
    QString name = label;
    if (const auto *box = qobject_cast<const QCheckBox *>(widget))
        name = box->text();
    widget->setAccessibleName(name.remove(QLatin1Char('&')));
    form.addRow(label, widget);
}

void FigureForm::layOut()
{
    auto *form = new QFormLayout(this);
    addNamed(*form, tr("&Format"), m_format, "exportFormat");
    addNamed(*form, tr("&Size"), m_preset, "exportPreset");
    addNamed(*form, tr("&Width"), m_width, "exportWidth");
    addNamed(*form, tr("&Height"), m_height, "exportHeight");
    addNamed(*form, tr("&Resolution"), m_dpi, "exportDpi");
    addNamed(*form, tr("&Colours"), m_colours, "exportTheme");
    addNamed(*form, QString(), m_ownFont, "exportOwnFont");
    addNamed(*form, tr("Fo&nt"), m_family, "exportFont");
    addNamed(*form, tr("Font si&ze"), m_points, "exportPoints");
    addNamed(*form, tr("Ca&ption"), m_caption, "exportCaption");
    addNamed(*form, QString(), m_paths, "exportPaths");
    addNamed(*form, QString(), m_marks, "exportMarks");
    addNamed(*form, QString(), m_transparent, "exportTransparent");
    m_pixels->setObjectName(QStringLiteral("exportPixels"));
    m_pixels->setAccessibleName(tr("Size in pixels"));
    form->addRow(QString(), m_pixels);
}

void FigureForm::restore()
{
    QSettings settings;
    settings.beginGroup(m_group);
    const auto saved = [&](const char *key, const QVariant &otherwise) {
        return settings.value(QLatin1String(key), otherwise);
    };
    choose(*m_format, saved("format", QString()));
    choose(*m_preset, saved("preset", QString()));
    choose(*m_colours, saved("theme", QString()));
    const QSizeF size = saved("size", m_ownSize).toSizeF();
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    m_dpi->setValue(saved("dpi", 300).toInt());
    m_transparent->setChecked(saved("transparent", false).toBool());
    choose(*m_caption, saved("caption", static_cast<int>(CaptionLength::Short)).toInt());
    m_marks->setChecked(saved("marks", false).toBool());
    m_paths->setChecked(saved("paths", false).toBool());
    m_ownFont->setChecked(saved("ownFont", true).toBool());
    m_family->setCurrentFont(QFont(saved("font", PlotTheme::print().font.family()).toString()));
    m_points->setValue(saved("points", 8).toDouble());
}

void FigureForm::remember() const
{
    QSettings settings;
    settings.beginGroup(m_group);
    const auto save = [&](const char *key, const QVariant &value) {
        settings.setValue(QLatin1String(key), value);
    };
    save("format", m_format->currentData());
    save("preset", m_preset->currentData());
    save("theme", m_colours->currentData());
    save("size", QSizeF(m_width->value(), m_height->value()));
    save("dpi", m_dpi->value());
    save("transparent", m_transparent->isChecked());
    save("caption", m_caption->currentData());
    save("marks", m_marks->isChecked());
    save("paths", m_paths->isChecked());
    save("ownFont", m_ownFont->isChecked());
    save("font", m_family->currentFont().family());
    save("points", m_points->value());
}

void FigureForm::setOwnSize(const QSizeF &sizeMm)
{
    m_ownSize = sizeMm;
    if (m_preset->currentIndex() == ownSize)
        presetChosen();
}

void FigureForm::presetChosen()
{
    const int index = m_preset->currentIndex();
    const QSizeF size = index == ownSize ? m_ownSize : presets[static_cast<std::size_t>(index)].sizeMm;
    if (!size.isEmpty()) {
        m_width->setValue(size.width());
        m_height->setValue(size.height());
    }
    refresh();
}

void FigureForm::refresh()
{
    const bool isVector = format() == Format::Svg || format() == Format::Pdf;
    const bool isImage = isFigure() && !isVector;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_preset, m_width, m_height, m_colours, m_caption,
                                                            m_marks, m_ownFont})
        widget->setEnabled(isFigure());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_family, m_points})
        widget->setEnabled(isFigure() && !m_ownFont->isChecked());
    m_dpi->setEnabled(isImage);
    m_paths->setEnabled(isVector);
    m_transparent->setEnabled(format() == Format::Png || format() == Format::Svg);
    const double scale = m_dpi->value() / 25.4;
    m_pixels->setText(isImage ? tr("%1 × %2 pixels")
                                    .arg(qRound(m_width->value() * scale))
                                    .arg(qRound(m_height->value() * scale))
                              : QString());
    emit changed();
}

FigureForm::Format FigureForm::format() const
{
    for (const FormatFacts &facts : formats)
        if (m_format->currentData() == QLatin1String(facts.ending))
            return facts.format;
    return Format::Png;
}

void FigureForm::setFormat(Format format)
{
    for (const FormatFacts &facts : formats)
        if (facts.format == format)
            choose(*m_format, QLatin1String(facts.ending));
}

QString FigureForm::ending() const
{
    return m_format->currentData().toString();
}

FigureFormat FigureForm::figureFormat() const
{
    switch (format()) {
    case Format::Svg:
        return FigureFormat::Svg;
    case Format::Pdf:
        return FigureFormat::Pdf;
    case Format::Tiff:
        return FigureFormat::Tiff;
    default:
        return FigureFormat::Png;
    }
}

ExportOptions FigureForm::options() const
{
    ExportOptions options;
    options.sizeMm = QSizeF(m_width->value(), m_height->value());
    options.dpi = m_dpi->value();
    options.transparent = m_transparent->isChecked() && m_transparent->isEnabled();
    options.colours = colourChoices[static_cast<std::size_t>(m_colours->currentIndex())].colours;
    options.caption = static_cast<CaptionLength>(m_caption->currentData().toInt());
    options.marks = m_marks->isChecked();
    options.textAsPaths = m_paths->isChecked() && m_paths->isEnabled();
    if (!m_ownFont->isChecked()) {
        options.fontFamily = m_family->currentFont().family();
        options.fontPoints = m_points->value();
    }
    return options;
}

} // namespace pathgan
