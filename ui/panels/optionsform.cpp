// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/optionsform.h"

#include "ui/errortext.h"
#include "ui/panels/panelparts.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <limits>
#include <utility>

namespace pathgan {

namespace {

/// Shows many decimals where a value has them only.
class NumberBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override
    {
        QString text = QDoubleSpinBox::textFromValue(value);
        if (decimals() <= mostShown)
            return text;
        while (text.endsWith(locale().zeroDigit()))
            text.chop(1);
        return text.endsWith(locale().decimalPoint()) ? text.chopped(1) : text;
    }

private:
    static constexpr int mostShown = 4;
};

/// Keeps the wheel for scrolling the form: a value must not change because the mouse passed over it.
class WheelGuard : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *object, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(object);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return QObject::eventFilter(object, event);
        event->ignore();
        return true;
    }
};

} // namespace

OptionsForm::OptionsForm(QWidget *parent)
    : QWidget(parent), m_layout(nullptr), m_problem(makeCaption(QStringLiteral("optionsProblem"), {}, this))
{
    setObjectName(QStringLiteral("optionsForm"));
    m_problem->setProperty("role", QStringLiteral("error"));
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_problem);
    beginRows(this);
}

void OptionsForm::beginRows(QWidget *page)
{
    m_layout = new QFormLayout;
    m_layout->setContentsMargins(0, 0, 0, 6);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(7);
    m_layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (page == this) {
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertLayout(column->count() - 1, m_layout);
    } else {
        page->setLayout(m_layout);
    }
}

void OptionsForm::addSection(const QString &title, bool collapsed)
{
    auto *button =
        makeToolButton(QStringLiteral("section") + QString::number(++m_sections),
                       collapsed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), title,
                       tr("Show or hide these settings"), this);
    button->setAccessibleName(title);
    button->setCheckable(true);
    button->setChecked(!collapsed);
    button->setProperty("role", QStringLiteral("section"));
    auto *page = new QWidget(this);
    page->setObjectName(button->objectName() + QStringLiteral("Page"));
    page->setVisible(!collapsed);
    connect(button, &QToolButton::toggled, page, [button, page](bool open) {
        page->setVisible(open);
        button->setIcon(themedIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    });
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, button);
    column->insertWidget(column->count() - 1, page);
    m_pages.push_back(page);
    m_controls.push_back(button);
    beginRows(page);
}

QSize OptionsForm::minimumSizeHint() const
{
    QSize size = QWidget::minimumSizeHint();
    for (const QWidget *page : m_pages)
        size.setWidth(std::max(size.width(), page->layout()->minimumSize().width()));
    return size;
}

const OptionField &OptionsForm::field(const char *key, OptionKind kind) const
{
    const OptionField *found = m_options ? m_options->table().find(key) : nullptr;
    if (!found || found->kind != kind)
        qFatal("a form asks for an option that is not there: %s", key);
    return *found;
}

void OptionsForm::put(const OptionField &field, const OptionValue &value)
{
    if (m_loading)
        return;
    m_options->put(field, value);
    edited();
}

void OptionsForm::addRow(const char *key, const QString &label, QWidget *control,
                         std::function<void()> loader, const QString &tip)
{
    const QString plainLabel = QString(label).remove(QLatin1Char('&'));
    QLabel *caption = nullptr;
    if (control->objectName().isEmpty())
        control->setObjectName(QString::fromLatin1(key));
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(plainLabel);
    control->setToolTip(tip);
    if (auto *box = qobject_cast<QCheckBox *>(control)) {
        box->setText(label);
        m_layout->addRow(box);
    } else {
        caption = new QLabel(label, control->parentWidget());
        caption->setObjectName(QString::fromLatin1(key) + QStringLiteral("Label"));
        caption->setBuddy(control);
        caption->setToolTip(tip);
        if (control->focusPolicy() == Qt::WheelFocus)
            control->setFocusPolicy(Qt::StrongFocus);
        control->installEventFilter(new WheelGuard(control));
        control->setMinimumHeight(fontMetrics().height() + 11);
        m_layout->addRow(caption, control);
    }
    m_controls.push_back(control);
    if (loader)
        loader();
    m_rows.push_back({key, plainLabel, tip, caption, control, std::move(loader)});
}

QSpinBox *OptionsForm::addInteger(const char *key, const QString &label, const QString &tip)
{
    const OptionField &of = field(key, OptionKind::Integer);
    const auto limit = [](std::uint64_t value) {
        return static_cast<int>(std::min<std::uint64_t>(value, std::numeric_limits<int>::max()));
    };
    auto *box = new QSpinBox(this);
    box->setRange(limit(of.integers.least), limit(of.integers.most));
    box->setGroupSeparatorShown(true);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    addRow(
        key, label, box, [this, box, &of, limit] { box->setValue(limit(held<std::uint64_t>(of))); }, tip);
    connect(box, &QSpinBox::valueChanged, this,
            [this, &of](int value) { put(of, static_cast<std::uint64_t>(value)); });
    return box;
}

QLineEdit *OptionsForm::addSeed(const char *key, const QString &label, const QString &tip)
{
    const OptionField &of = field(key, OptionKind::Integer);
    auto *edit = new QLineEdit(this);
    edit->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,18}")), edit));
    addRow(
        key, label, edit, [this, edit, &of] { edit->setText(QString::number(held<std::uint64_t>(of))); },
        tip);
    connect(edit, &QLineEdit::textEdited, this,
            [this, &of](const QString &text) { put(of, std::uint64_t(text.toULongLong())); });
    return edit;
}

QDoubleSpinBox *OptionsForm::addNumber(const char *key, const QString &label, int decimals,
                                       const QString &tip)
{
    const OptionField &of = field(key, OptionKind::Number);
    auto *box = new NumberBox(this);
    box->setDecimals(decimals);
    box->setRange(of.range.least, of.range.most);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    if (!of.unit.empty())
        box->setSuffix(QLatin1Char(' ') + QString::fromStdString(of.unit));
    addRow(
        key, label, box, [this, box, &of] { box->setValue(held<double>(of)); }, tip);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, &of](double value) { put(of, value); });
    return box;
}

QCheckBox *OptionsForm::addSwitch(const char *key, const QString &label, const QString &tip)
{
    const OptionField &of = field(key, OptionKind::Flag);
    auto *box = new QCheckBox(this);
    addRow(
        key, label, box, [this, box, &of] { box->setChecked(held<bool>(of)); }, tip);
    connect(box, &QCheckBox::toggled, this, [this, &of](bool on) { put(of, on); });
    return box;
}

QLineEdit *OptionsForm::addText(const char *key, const QString &label, const QString &placeholder,
                                const QString &tip)
{
    const OptionField &of = field(key, OptionKind::Text);
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(placeholder);
    edit->setClearButtonEnabled(true);
    addRow(
        key, label, edit, [this, edit, &of] { edit->setText(QString::fromStdString(held<std::string>(of))); },
        tip);
    connect(edit, &QLineEdit::textEdited, this,
            [this, &of](const QString &text) { put(of, text.trimmed().toStdString()); });
    return edit;
}

QComboBox *OptionsForm::addChoice(const char *key, const QString &label, const std::vector<Choice> &choices,
                                  const QString &tip)
{
    const OptionField &of = field(key, OptionKind::Word);
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    for (const Choice &choice : choices) {
        if (!of.accepts(std::string(choice.word)))
            qFatal("%s is no %s", choice.word, key);
        box->addItem(choice.text, QString::fromLatin1(choice.word));
        box->setItemData(box->count() - 1, choice.toolTip, Qt::ToolTipRole);
    }
    addRow(
        key, label, box,
        [this, box, &of] {
            box->setCurrentIndex(box->findData(QString::fromStdString(held<std::string>(of))));
        },
        tip);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, &of](int index) {
        if (index >= 0)
            put(of, box->itemData(index).toString().toStdString());
    });
    return box;
}

void OptionsForm::setCheck(std::function<Result<void>()> check)
{
    m_check = std::move(check);
    verify();
}

void OptionsForm::load()
{
    m_loading = true;
    for (const Row &row : m_rows) {
        if (row.load)
            row.load();
    }
    m_loading = false;
    verify();
    emit loaded();
}

const OptionsForm::Row *OptionsForm::row(const std::string &key) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key == key; });
    return it == m_rows.end() ? nullptr : &*it;
}

QWidget *OptionsForm::control(const char *key) const
{
    const Row *found = row(key);
    return found ? found->control : nullptr;
}

std::vector<std::string> OptionsForm::keys() const
{
    std::vector<std::string> keys;
    for (const Row &row : m_rows)
        keys.push_back(row.key);
    return keys;
}

QString OptionsForm::labelOf(const std::string &key) const
{
    const Row *found = row(key);
    return found ? found->label : QString::fromStdString(key);
}

QString OptionsForm::valueText(const std::string &key, const OptionValue &value) const
{
    constexpr qsizetype longest = 40; // characters
    if (const auto *on = std::get_if<bool>(&value))
        return *on ? tr("on") : tr("off");
    if (const auto *number = std::get_if<double>(&value))
        return QLocale().toString(*number, 'g', 12);
    if (const auto *whole = std::get_if<std::uint64_t>(&value))
        return QLocale().toString(static_cast<qulonglong>(*whole));
    QString text = QString::fromStdString(optionText(value));
    const Row *found = row(key);
    if (const auto *box = found ? qobject_cast<const QComboBox *>(found->control) : nullptr)
        if (const int index = box->findData(text); index >= 0)
            return box->itemText(index);
    if (text.isEmpty())
        return tr("not given");
    return text.size() > longest ? text.left(longest) + QStringLiteral("…") : text;
}

void OptionsForm::setRowVisible(const char *key, bool visible)
{
    const Row *found = row(key);
    if (!found)
        qFatal("no row %s", key);
    found->control->setVisible(visible);
    if (found->caption)
        found->caption->setVisible(visible);
}

void OptionsForm::edited()
{
    verify();
    emit changed();
}

void OptionsForm::verify()
{
    const Result<void> result = m_check ? m_check() : Result<void>();
    const std::string detail = result ? std::string() : result.error().detail;
    for (const Row &row : m_rows) {
        const bool wrong = detail.starts_with(row.key + ':');
        row.control->setToolTip(wrong ? errorText(result.error()) : row.plainToolTip);
        if (row.control->property("wrong").toBool() != wrong) {
            row.control->setProperty("wrong", wrong);
            restyle(row.control);
        }
    }
    m_problem->setText(result ? QString() : errorText(result.error()));
    m_problem->setVisible(!result.ok());
    if (m_valid != result.ok()) {
        m_valid = result.ok();
        emit validChanged(m_valid);
    }
}

} // namespace pathgan
