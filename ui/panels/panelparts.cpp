// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panelparts.h"

#include "ui/keptcontrols.h"
#include "ui/panels/flowlayout.h"
#include "ui/plots/valuescale.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <cstddef>
#include <map>
#include <utility>

namespace pathgan {

namespace {

/// Wrapped text that knows the heights it once worked out. A layout asks for them at several widths in turn,
/// of the pages that are hidden as well, and Qt would set the text anew each time: a third of the window's
/// work.
class WrappedLabel : public LinkLabel
{
public:
    explicit WrappedLabel(const QString &text, QWidget *parent) : LinkLabel(text, parent)
    {
        setWordWrap(true);
    }

    int heightForWidth(int width) const override
    {
        constexpr std::size_t most = 32;
        if (m_text != text() || m_heights.size() >= most)
            m_heights.clear();
        m_text = text();
        const auto known = m_heights.find(width);
        return known != m_heights.end()
                   ? known->second
                   : m_heights.emplace(width, LinkLabel::heightForWidth(width)).first->second;
    }

protected:
    bool event(QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::ContentsRectChange:
        case QEvent::FontChange:
        case QEvent::LayoutDirectionChange:
        case QEvent::Polish:
        case QEvent::ScreenChangeInternal:
        case QEvent::StyleChange:
            m_heights.clear();
            break;
        default:
            break;
        }
        return LinkLabel::event(event);
    }

private:
    mutable QString m_text;
    mutable std::map<int, int> m_heights; ///< by width
};

} // namespace

// IconLabel -----------------------------------------------------------------------------------------------

IconLabel::IconLabel(int size, QWidget *parent) : QLabel(parent), m_size(size)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QString &name, IconRole role)
{
    m_name = name;
    m_role = role;
    setPixmap(themedPixmap(name, m_size, role, devicePixelRatioF()));
}

void IconLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_name.isEmpty())
        setIcon(m_name, m_role);
}

// LinkLabel -----------------------------------------------------------------------------------------------

void LinkLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && text().contains(QLatin1String("<a "))) {
        const QString whole = text();
        clear();
        setText(whole);
    }
}

// PanelHeader ---------------------------------------------------------------------------------------------

PanelHeader::PanelHeader(const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this))
{
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    auto *heading = new QLabel(title, this);
    heading->setObjectName(QStringLiteral("panelTitle"));
    heading->setProperty("role", QStringLiteral("title"));
    text->addWidget(heading);
    text->addWidget(makeCaption(QStringLiteral("panelExplanation"), explanation, this));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addLayout(text, 1);
}

void PanelHeader::addWidget(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignTop);
}

// NoteLabel -----------------------------------------------------------------------------------------------

NoteLabel::NoteLabel(const QString &name, QWidget *parent)
    : QFrame(parent), m_icon(new IconLabel(18, this)), m_text(new WrappedLabel({}, this))
{
    setObjectName(name);
    m_icon->setObjectName(name + QStringLiteral("Icon"));
    m_text->setObjectName(name + QStringLiteral("Text"));
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_text, &QLabel::linkActivated, this, &NoteLabel::linkActivated);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void NoteLabel::show(Kind kind, const QString &text)
{
    static const char *const roles[] = {"info", "warning", "good", "partial"};
    static const char *const icons[] = {"info", "warning", "check", "state-partial"};
    static const IconRole tints[] = {IconRole::Accent, IconRole::Warning, IconRole::Good, IconRole::Partial};
    const auto i = static_cast<std::size_t>(kind);
    m_kind = kind;
    setProperty("note", QString::fromLatin1(roles[i]));
    restyle(this);
    m_icon->setIcon(QString::fromLatin1(icons[i]), tints[i]);
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void NoteLabel::clear()
{
    m_text->clear();
    hide();
}

QString NoteLabel::text() const
{
    return m_text->text();
}

// EmptyState ----------------------------------------------------------------------------------------------

EmptyState::EmptyState(const QString &name, QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(56, this)), m_title(new QLabel(this)),
      m_text(makeCaption(name + QStringLiteral("Text"), {}, this)),
      m_button(makeButton(name + QStringLiteral("Button"), {}, {}, true, this))
{
    setObjectName(name);
    m_icon->setObjectName(name + QStringLiteral("Icon"));
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_title->setProperty("role", QStringLiteral("heading"));
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setFixedWidth(460);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setOpenExternalLinks(true);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action();
    });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    // Not by alignment: a wrapped label would be given the height of its narrowest form.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_text);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(6);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &text,
                            const QString &buttonText, std::function<void()> action)
{
    m_icon->setIcon(iconName, IconRole::Muted);
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(buttonText);
    m_button->setAccessibleName(buttonText.isEmpty() ? title : buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    m_action = std::move(action);
}

// Small parts ---------------------------------------------------------------------------------------------

QToolButton *makeToolButton(const QString &name, const QString &icon, const QString &text, const QString &tip,
                            QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text.isEmpty() ? tip : text);
    button->setToolTip(tip);
    if (!icon.isEmpty())
        button->setIcon(themedIcon(icon));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QPushButton *makeButton(const QString &name, const QString &icon, const QString &text, bool primary,
                        QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    if (!icon.isEmpty())
        button->setIcon(themedIcon(icon, primary ? IconRole::OnAccent : IconRole::Text));
    if (primary)
        button->setProperty("primary", true);
    return button;
}

int textWidth(const QToolButton &button)
{
    // What QToolButton::sizeHint() adds.
    const QFontMetrics metrics = button.fontMetrics();
    return metrics.size(Qt::TextShowMnemonic, button.text()).width() +
           2 * metrics.horizontalAdvance(QLatin1Char(' ')) + 4;
}

QComboBox *makePicker(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(17);
    return box;
}

QComboBox *scalePicker(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(NoteLabel::tr("Scale of the axis"));
    box->setToolTip(NoteLabel::tr("Automatic: logarithmic for values with a long tail"));
    box->addItem(NoteLabel::tr("Automatic scale"), static_cast<int>(AxisScale::Automatic));
    box->addItem(NoteLabel::tr("Linear"), static_cast<int>(AxisScale::Linear));
    box->addItem(NoteLabel::tr("Logarithmic"), static_cast<int>(AxisScale::Logarithmic));
    return box;
}

QWidget *labelled(const QString &label, QWidget *control, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    pair->setObjectName(control->objectName() + QStringLiteral("Pair"));
    auto *caption = new QLabel(label, pair);
    caption->setObjectName(control->objectName() + QStringLiteral("Label"));
    caption->setBuddy(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(caption);
    row->addWidget(control);
    return pair;
}

QWidget *pickerBar(const std::vector<std::pair<QString, QComboBox *>> &pickers)
{
    auto *bar = new QWidget(pickers.front().second->parentWidget());
    bar->setObjectName(pickers.front().second->objectName() + QStringLiteral("Bar"));
    auto *rows = new FlowLayout(16);
    bar->setLayout(rows);
    rows->setContentsMargins(0, 0, 0, 0);
    for (const auto &[text, picker] : pickers) {
        markKept(*picker);
        rows->addWidget(labelled(text, picker, bar));
    }
    return bar;
}

QLabel *makeCaption(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new WrappedLabel(text, parent);
    label->setObjectName(name);
    label->setProperty("role", QStringLiteral("caption"));
    return label;
}

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace pathgan
