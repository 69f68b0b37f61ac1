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
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pathgan {

namespace {

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

void OptionsForm::addRow(const QString &key, const QString &label, QWidget *control,
                         std::function<void()> loader, const QString &tip)
{
    auto *caption = new QLabel(label, control->parentWidget());
    caption->setObjectName(key + QStringLiteral("Label"));
    caption->setBuddy(control);
    caption->setToolTip(tip);
    if (control->objectName().isEmpty())
        control->setObjectName(key);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    control->setToolTip(tip);
    if (control->focusPolicy() == Qt::WheelFocus)
        control->setFocusPolicy(Qt::StrongFocus);
    control->installEventFilter(new WheelGuard(control));
    control->setMinimumHeight(fontMetrics().height() + 11);
    m_layout->addRow(caption, control);
    m_controls.push_back(control);
    if (loader)
        loader();
    m_rows.push_back({key, tip, caption, control, std::move(loader)});
}

QSpinBox *OptionsForm::addInteger(const QString &key, const QString &label, int &field, const QString &tip)
{
    auto *box = new QSpinBox(this);
    const OptionField *described = this->field(key);
    Q_ASSERT(described && described->kind == OptionKind::Integer);
    constexpr std::uint64_t most = std::numeric_limits<int>::max();
    box->setRange(static_cast<int>(described->integers.least),
                  static_cast<int>(std::min(described->integers.most, most)));
    box->setGroupSeparatorShown(true);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    addRow(
        key, label, box, [box, &field] { box->setValue(field); }, tip);
    connect(box, &QSpinBox::valueChanged, this, [this, &field](int value) {
        if (m_loading)
            return;
        field = value;
        edited();
    });
    return box;
}

QLineEdit *OptionsForm::addSeed(const QString &key, const QString &label, std::uint64_t &field,
                                const QString &tip)
{
    auto *edit = new QLineEdit(this);
    edit->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,18}")), edit));
    addRow(
        key, label, edit, [edit, &field] { edit->setText(QString::number(field)); }, tip);
    connect(edit, &QLineEdit::textEdited, this, [this, &field](const QString &text) {
        field = text.toULongLong();
        edited();
    });
    return edit;
}

QDoubleSpinBox *OptionsForm::addNumber(const QString &key, const QString &label, double &field, int decimals,
                                       const QString &tip, double scale)
{
    auto *box = new QDoubleSpinBox(this);
    const OptionField *described = this->field(key);
    Q_ASSERT(described && described->kind == OptionKind::Number);
    const NumberRange &range = described->range;
    box->setDecimals(decimals);
    box->setRange(range.least * scale, range.most * scale); // what an open range leaves out is marked
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    if (!described->unit.empty())
        box->setSuffix(QLatin1Char(' ') + QString::fromStdString(described->unit));
    addRow(
        key, label, box, [box, &field] { box->setValue(field); }, tip);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, &field](double value) {
        if (m_loading)
            return;
        field = value;
        edited();
    });
    return box;
}

QCheckBox *OptionsForm::addSwitch(const QString &key, const QString &label, bool &field, const QString &tip)
{
    auto *box = new QCheckBox(label, this);
    box->setObjectName(key);
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    box->setToolTip(tip);
    box->setChecked(field);
    m_layout->addRow(box);
    m_controls.push_back(box);
    m_rows.push_back({key, tip, nullptr, box, [box, &field] { box->setChecked(field); }});
    connect(box, &QCheckBox::toggled, this, [this, &field](bool on) {
        if (m_loading)
            return;
        field = on;
        edited();
    });
    return box;
}

QLineEdit *OptionsForm::addText(const QString &key, const QString &label, std::string &field,
                                const QString &placeholder, const QString &tip)
{
    auto *edit = new QLineEdit(this);
    edit->setPlaceholderText(placeholder);
    edit->setClearButtonEnabled(true);
    addRow(
        key, label, edit, [edit, &field] { edit->setText(QString::fromStdString(field)); }, tip);
    connect(edit, &QLineEdit::textEdited, this, [this, &field](const QString &text) {
        field = text.trimmed().toStdString();
        edited();
    });
    return edit;
}

QComboBox *OptionsForm::addChoiceRow(const QString &key, const QString &label,
                                     const std::vector<Choice> &choices, std::function<int()> get,
                                     std::function<void(int)> set, const QString &tip)
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    for (const Choice &choice : choices) {
        box->addItem(choice.text, choice.value);
        box->setItemData(box->count() - 1, choice.toolTip, Qt::ToolTipRole);
    }
    addRow(
        key, label, box, [box, get = std::move(get)] { box->setCurrentIndex(box->findData(get())); }, tip);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, set = std::move(set)](int index) {
        if (m_loading || index < 0)
            return;
        set(box->itemData(index).toInt());
        edited();
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
}

QWidget *OptionsForm::control(const QString &key) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key == key; });
    return it == m_rows.end() ? nullptr : it->control;
}

void OptionsForm::setRowVisible(const QString &key, bool visible)
{
    for (const Row &row : m_rows) {
        if (row.key != key)
            continue;
        row.control->setVisible(visible);
        if (row.label)
            row.label->setVisible(visible);
    }
}

void OptionsForm::edited()
{
    verify();
    emit changed();
}

void OptionsForm::verify()
{
    const Result<void> result = m_check ? m_check() : Result<void>();
    const QString detail = result ? QString() : QString::fromStdString(result.error().detail);
    bool marked = false;
    for (const Row &row : m_rows) {
        const bool wrong = !marked && detailNames(detail, row.key);
        marked = marked || wrong;
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

const OptionField *OptionsForm::field(const QString &key) const
{
    if (!m_table || key.isEmpty())
        return nullptr;
    std::string words;
    for (const QChar letter : key)
        words += letter.isUpper() ? std::string("_") + letter.toLower().toLatin1()
                                  : std::string(1, letter.toLatin1());
    if (const OptionField *same = m_table->find(words))
        return same;
    const OptionField *found = nullptr;
    for (const OptionField &one : m_table->fields()) {
        if (!one.key.ends_with('_' + words))
            continue;
        if (found)
            return nullptr;
        found = &one;
    }
    return found;
}

/// A check()'s detail begins with the key of the field.
bool OptionsForm::detailNames(const QString &detail, const QString &key) const
{
    const OptionField *described = field(key);
    return described && detail.section(QLatin1Char(':'), 0, 0).toStdString() == described->key;
}

} // namespace pathgan
