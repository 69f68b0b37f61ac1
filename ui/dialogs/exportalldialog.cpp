// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportalldialog.h"

#include "ui/exportall.h"
#include "ui/panels/panelparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace pathgan {

namespace {

class ExportAllDialog : public QDialog
{
    Q_DECLARE_TR_FUNCTIONS(pathgan::ExportAllDialog)
public:
    ExportAllDialog(QWidget *parent, std::function<void()> go) : QDialog(parent), m_go(std::move(go))
    {
        setObjectName(QStringLiteral("exportAllDialog"));
        setWindowTitle(tr("Export all"));
        setAttribute(Qt::WA_DeleteOnClose);
        const ExportAllOptions options = ExportAllOptions::load();
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(makeCaption(
            QStringLiteral("exportAllText"),
            tr("Writes every table, the network, the manifest, and the figures as the panels show them."),
            this));
        const std::pair<FigureFormat, QString> formats[] = {{FigureFormat::Svg, tr("&SVG drawings")},
                                                            {FigureFormat::Png, tr("P&NG images, 300 dpi")},
                                                            {FigureFormat::Pdf, tr("P&DF documents")}};
        for (const auto &[format, text] : formats) {
            QCheckBox *box =
                addSwitch(QStringLiteral("exportAllFormat%1").arg(static_cast<int>(format)), text);
            box->setChecked(std::find(options.formats.begin(), options.formats.end(), format) !=
                            options.formats.end());
            m_formats.emplace_back(format, box);
        }
        m_marks = addSwitch(QStringLiteral("exportAllMarks"), tr("&Outline what is selected"));
        m_marks->setChecked(options.figure.marks);
        m_caption = makePicker(QStringLiteral("exportAllCaption"), this);
        m_caption->addItem(tr("None"), static_cast<int>(CaptionLength::None));
        m_caption->addItem(tr("Short"), static_cast<int>(CaptionLength::Short));
        m_caption->addItem(tr("Full"), static_cast<int>(CaptionLength::Full));
        m_caption->setCurrentIndex(m_caption->findData(static_cast<int>(options.figure.caption)));
        layout->addWidget(labelled(tr("Ca&ption"), m_caption, this));
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
        buttons->setObjectName(QStringLiteral("exportAllButtons"));
        QPushButton *next = makeButton(QStringLiteral("exportAllGo"), {}, tr("Choose &folder…"), true, this);
        next->setDefault(true);
        buttons->addButton(next, QDialogButtonBox::AcceptRole);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        layout->addWidget(buttons);
    }

    void accept() override
    {
        ExportAllOptions options;
        for (const auto &[format, box] : m_formats)
            if (box->isChecked())
                options.formats.push_back(format);
        options.figure.marks = m_marks->isChecked();
        options.figure.caption = static_cast<CaptionLength>(m_caption->currentData().toInt());
        options.save();
        QDialog::accept();
        m_go();
    }

private:
    QCheckBox *addSwitch(const QString &name, const QString &text)
    {
        auto *box = new QCheckBox(text, this);
        box->setObjectName(name);
        box->setAccessibleName(QString(text).remove(QLatin1Char('&')));
        layout()->addWidget(box);
        return box;
    }

    std::function<void()> m_go;
    std::vector<std::pair<FigureFormat, QCheckBox *>> m_formats;
    QCheckBox *m_marks = nullptr;
    QComboBox *m_caption = nullptr;
};

} // namespace

void askForExportFormats(QWidget *parent, std::function<void()> go)
{
    (new ExportAllDialog(parent, std::move(go)))->open();
}

} // namespace pathgan
