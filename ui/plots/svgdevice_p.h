// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSize>
#include <QSizeF>
#include <QString>

#include <memory>

namespace pathgan {

class SvgEngine;

/// A paint device that writes SVG 1.1: text as <text>, no dates or random ids, and every shape cut to the
/// clip rectangle before it is written (Qt's own generator drops clips). Clips that are no rectangle count as
/// their bounding box.
class SvgDevice : public QPaintDevice
{
public:
    /// size: user units (the painter's coordinates) that fill sizeMm.
    SvgDevice(const QSize &size, const QSizeF &sizeMm, const QString &title, const QString &description);
    ~SvgDevice() override;

    void setTextAsPaths(bool on);
    QPaintEngine *paintEngine() const override;
    /// Once the painter has ended.
    QByteArray document() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    QSizeF m_sizeMm;
    QString m_title, m_description;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace pathgan
