// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/store/contents.h"
#include "ui/plots/plot.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace pathgan {

/// Level 1: the title; 2: a chapter; 3: a table's name.
struct ReportHeading
{
    QString text;
    int level = 2;
};

/// A paragraph, whose lines stay lines.
struct ReportText
{
    enum class Kind { Plain, Soft, Note };
    QString text;
    Kind kind = Kind::Plain;
};

struct ReportTable
{
    QStringList header;
    QList<QStringList> rows;
    bool breaksWords = false; ///< in the middle: of paths and hashes
    QString fold = {};        ///< what opens it where that is possible; empty: it is open
};

struct ReportList
{
    QStringList items;
};

/// With its title and summary below.
struct ReportFigure
{
    std::unique_ptr<Plot> plot;
};

using ReportBlock = std::variant<ReportHeading, ReportText, ReportTable, ReportList, ReportFigure>;

/// A project as blocks, one after another, whatever the format: title, notes, data with hashes and losses,
/// methods, every step with its settings, scores, tables and figures, versions, references.
class ReportContent
{
public:
    ReportContent(ProjectContents contents, QString title);

    const QString &title() const { return m_title; }
    std::optional<ReportBlock> next(); ///< nothing: that was all
    double done() const;               ///< how much was given out, 0 … 1

private:
    void addStart();
    void addStep(std::size_t step);
    void addFigures(Part part);
    void addEnd();

    ProjectContents m_contents;
    QString m_title;
    std::deque<ReportBlock> m_blocks; ///< that are ready
    std::size_t m_step = 0, m_ofStep = 0;
    std::optional<Part> m_drawn; ///< whose figures come next
    bool m_isAtEnd = false;
};

} // namespace pathgan
