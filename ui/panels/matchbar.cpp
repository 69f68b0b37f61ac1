// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/matchbar.h"

#include "ui/coretext.h"
#include "ui/panels/panelparts.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace pathgan {

/// The matched share, filled; the rest hatched, so that colour alone does not tell.
class MatchBar::Bar : public QWidget
{
public:
    explicit Bar(QWidget *parent) : QWidget(parent) { setFixedHeight(14); }
    void setShare(double share)
    {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ThemeColors colors = themeColors();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF all = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(colors.border);
        painter.setBrush(colors.window);
        painter.drawRoundedRect(all, 4, 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(colors.muted, Qt::BDiagPattern));
        painter.drawRoundedRect(all, 4, 4);
        QRectF filled = all;
        filled.setWidth(all.width() * m_share);
        painter.setBrush(m_share < 0.5 ? colors.warning : colors.accent);
        if (m_share > 0)
            painter.drawRoundedRect(filled, 4, 4);
    }

private:
    double m_share = 0;
};

MatchBar::MatchBar(const QString &name, const QString &title, QWidget *parent)
    : QWidget(parent), m_bar(new Bar(this)), m_title(new QLabel(title, this)), m_numbers(new QLabel(this)),
      m_more(makeToolButton(name + QStringLiteral("More"), QStringLiteral("chevron-right"), tr("Not matched"),
                            tr("Show what has no counterpart"), this)),
      m_list(new QListWidget(this))
{
    setObjectName(name);
    setAccessibleName(title);
    m_bar->setObjectName(name + QStringLiteral("Bar"));
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_title->setProperty("role", QStringLiteral("subheading"));
    m_title->setWordWrap(true);
    m_numbers->setObjectName(name + QStringLiteral("Numbers"));
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setAccessibleName(tr("Not matched: %1").arg(title));
    m_list->setMaximumHeight(150);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->hide();
    m_more->setCheckable(true);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_list->setVisible(open);
        m_more->setIcon(themedIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    });
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_numbers, 0, 1, Qt::AlignRight | Qt::AlignBottom);
    grid->addWidget(m_bar, 1, 0, 1, 2);
    grid->addWidget(m_more, 2, 0, 1, 2, Qt::AlignLeft);
    grid->addWidget(m_list, 3, 0, 1, 2);
    setCounts(0, 0, tr("Not matched"), {});
}

void MatchBar::setCoverage(const Coverage &coverage, const QString &missing)
{
    QStringList names;
    for (const std::string &name : coverage.unmatched)
        names.append(QString::fromStdString(name));
    names.sort(Qt::CaseInsensitive);
    setCounts(coverage.matched, coverage.total, missing, names);
}

void MatchBar::setCounts(std::size_t matched, std::size_t total, const QString &missing,
                         const QStringList &lines)
{
    const double share = total > 0 ? double(matched) / double(total) : 0;
    m_bar->setShare(share);
    m_numbers->setText(total == 0 ? tr("not loaded")
                                  : tr("%1 of %2 (%3 %)")
                                        .arg(countText(qint64(matched)), countText(qint64(total)),
                                             numberText(100 * share, 3)));
    m_more->setText(missing);
    m_more->setAccessibleName(missing);
    m_more->setVisible(!lines.isEmpty());
    if (lines.isEmpty())
        m_more->setChecked(false);
    m_list->clear();
    m_list->addItems(lines);
}

QString MatchBar::text() const
{
    return m_numbers->text();
}

} // namespace pathgan
