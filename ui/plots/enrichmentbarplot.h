// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enrichment/overrepresentation.h"
#include "ui/plots/plot.h"

#include <memory>
#include <vector>

namespace pathgan {

/// Top gene sets of an over-representation with overlap and adjusted p; background and odds ratio are printed
/// below.
class EnrichmentBarPlot : public Plot
{
    Q_OBJECT
public:
    explicit EnrichmentBarPlot(QWidget *parent = nullptr);

    enum class Value { CombinedScore, MinusLog10AdjustedP };

    /// explained: the samples whose SHAP values ranked the genes, in words; empty: none did.
    void setRun(std::shared_ptr<const OraRun> run, const QString &explained = {});
    void setTop(int rows);
    void setValue(Value value);

    QString fileName() const override;
    QString title() const override;
    QString summary() const override;
    Table data() const override;
    bool isEmpty() const override;
    QStringList named(Thing thing) const override;

protected:
    void draw(QCustomPlot &canvas) override;
    QString readout(const QPointF &position) const override;
    std::vector<Mark> marksAt(const QPointF &position) const override;
    std::vector<MarkPlace> places(const QCustomPlot &canvas, const Mark &mark) const override;

private:
    void rebuild();
    QStringList captions() const;
    double valueOf(const OraRow &row) const; ///< infinite for a complete overlap
    QString valueText(const OraRow &row) const;

    std::shared_ptr<const OraRun> m_run;
    QString m_explained;
    Value m_value = Value::CombinedScore;
    int m_top = 10;
    std::vector<std::size_t> m_rows; ///< of the run, from the top
};

} // namespace pathgan
