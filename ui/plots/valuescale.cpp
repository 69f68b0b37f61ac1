// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/valuescale.h"

#include "ui/plots/figureparts_p.h"

#include <algorithm>
#include <cmath>

namespace pathgan {

namespace {

constexpr double longTail = 1.5, leastRatio = 8; // skewness, greatest / median
constexpr std::size_t fewest = 8;
constexpr int mostDecades = 6; // below the greatest |value|: smaller ones stand near 0

double skewness(const std::vector<double> &values)
{
    double mean = 0, squares = 0, cubes = 0;
    for (const double v : values)
        mean += v / static_cast<double>(values.size());
    for (const double v : values) {
        squares += (v - mean) * (v - mean);
        cubes += (v - mean) * (v - mean) * (v - mean);
    }
    const double n = static_cast<double>(values.size());
    return squares > 0 ? cubes / n / std::pow(squares / n, 1.5) : 0;
}

bool hasLongTail(std::vector<double> values)
{
    if (values.size() < fewest)
        return false;
    std::sort(values.begin(), values.end());
    const double median = values[values.size() / 2];
    return values.front() >= 0 && values.back() > leastRatio * median && skewness(values) > longTail;
}

/// Values in place of places.
class LogTicker : public QCPAxisTicker
{
public:
    explicit LogTicker(ValueScale scale, double unit) : m_scale(scale), m_unit(unit) {}

protected:
    double getTickStep(const QCPRange &) override { return 1; }
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double, const QCPRange &range) override
    {
        QVector<double> ticks;
        if (range.contains(0))
            ticks << 0;
        for (int power = 0; power <= mostDecades + 2; ++power)
            for (const double sign : {-1.0, 1.0})
                if (const double at = m_scale.place(sign * m_unit * std::pow(10, power)); range.contains(at))
                    ticks << at;
        std::sort(ticks.begin(), ticks.end());
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return axisNumber(m_scale.value(tick));
    }

private:
    ValueScale m_scale;
    double m_unit;
};

} // namespace

ValueScale ValueScale::of(const std::vector<double> &values, AxisScale scale)
{
    std::vector<double> finite;
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
                 [](double v) { return std::isfinite(v); });
    ValueScale found;
    double least = INFINITY, greatest = 0;
    for (const double v : finite) {
        greatest = std::max(greatest, std::abs(v));
        if (v != 0)
            least = std::min(least, std::abs(v));
    }
    if (greatest == 0 || scale == AxisScale::Linear ||
        (scale == AxisScale::Automatic && !hasLongTail(finite)))
        return found;
    found.m_isLog = true;
    least = std::max(least, greatest * std::pow(10, -mostDecades));
    found.m_unit = std::pow(10, std::floor(std::log10(least)));
    return found;
}

double ValueScale::place(double value) const
{
    return m_isLog ? std::copysign(std::log10(1 + std::abs(value) / m_unit), value) : value;
}

double ValueScale::value(double place) const
{
    return m_isLog ? std::copysign((std::pow(10, std::abs(place)) - 1) * m_unit, place) : place;
}

void ValueScale::label(QCPAxis &axis) const
{
    if (m_isLog)
        axis.setTicker(QSharedPointer<QCPAxisTicker>(new LogTicker(*this, m_unit)));
}

} // namespace pathgan
