// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/helpdialogs.h"

#include "core/project/versions.h"
#include "ui/panels/panelparts.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Help", text);
}

void showPage(QWidget *parent, const QString &name, const QString &title, const QString &html)
{
    if (auto *open = parent->findChild<QDialog *>(name)) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAccessibleName(title);
    dialog->setWindowTitle(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QTextBrowser(dialog);
    text->setObjectName(name + QStringLiteral("Text"));
    text->setAccessibleName(title);
    text->setOpenExternalLinks(true);
    text->document()->setDocumentMargin(14);
    text->setHtml(html);
    auto *buttons = new QDialogButtonBox(dialog);
    buttons->setObjectName(name + QStringLiteral("Buttons"));
    buttons->addButton(makeButton(name + QStringLiteral("Close"), {}, say(QT_TRANSLATE_NOOP("Help", "Close")),
                                  false, buttons),
                       QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    dialog->resize(640, 520);
    dialog->show();
}

QString native(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

QString row(const QString &left, const QString &right)
{
    return QStringLiteral("<tr><td style=\"padding:3px 24px 3px 0\"><b>%1</b></td><td>%2</td></tr>")
        .arg(left, right);
}

/// A source: name with address, what to take, terms.
QString source(const char *address, const char *what, const char *terms)
{
    return QStringLiteral("<p><a href=\"%1\">%1</a><br>%2<br><i>%3</i></p>")
        .arg(QString::fromLatin1(address), say(what), say(terms));
}

} // namespace

void showShortcuts(QWidget *parent)
{
    QString rows;
    if (auto *window = qobject_cast<QMainWindow *>(parent)) {
        for (const QAction *menu : window->menuBar()->actions()) {
            for (const QAction *action : menu->menu() ? menu->menu()->actions() : QList<QAction *>()) {
                if (!action->shortcut().isEmpty())
                    rows += row(native(action->shortcut()).toHtmlEscaped(),
                                QString(action->text()).remove(QLatin1Char('&')).toHtmlEscaped());
            }
        }
    }
    rows += row(QStringLiteral("%1 … %2").arg(native(Qt::CTRL | Qt::Key_1), native(Qt::CTRL | Qt::Key_8)),
                say(QT_TRANSLATE_NOOP("Help", "go to a step of the workflow")));
    rows += row(
        say(QT_TRANSLATE_NOOP("Help", "In a figure")),
        say(QT_TRANSLATE_NOOP(
            "Help", "drag to move, wheel or + and − to zoom, arrow keys to move, double click to reset")));
    rows += row(
        say(QT_TRANSLATE_NOOP("Help", "In a table")),
        say(QT_TRANSLATE_NOOP("Help", "type in the search field, click a header to sort, %1 to copy rows"))
            .arg(native(QKeySequence::Copy)));
    showPage(parent, QStringLiteral("shortcutsDialog"), say(QT_TRANSLATE_NOOP("Help", "Keyboard shortcuts")),
             QStringLiteral("<table>%1</table>").arg(rows));
}

void showDataSources(QWidget *parent)
{
    const QString html =
        QStringLiteral("<p>%1</p>")
            .arg(say(QT_TRANSLATE_NOOP(
                "Help",
                "PathGAN downloads nothing by itself. These are the files the analysis was made for."))) +
        QStringLiteral("<h3>%1</h3>").arg(say(QT_TRANSLATE_NOOP("Help", "Expression and clinical tables"))) +
        source("https://xenabrowser.net/datapages/",
               QT_TRANSLATE_NOOP("Help", "UCSC Xena, TCGA hub: per cohort “HiSeqV2” (gene expression RNAseq, "
                                         "IlluminaHiSeq) and “clinicalMatrix” (phenotype)."),
               QT_TRANSLATE_NOOP("Help", "Open-access TCGA data; follow the NCI Genomic Data Commons' "
                                         "policies and cite TCGA and Xena (Goldman et al. 2020).")) +
        QStringLiteral("<h3>%1</h3>").arg(say(QT_TRANSLATE_NOOP("Help", "Metabolic model"))) +
        source("http://bigg.ucsd.edu/models/Recon3D",
               QT_TRANSLATE_NOOP("Help", "Recon3D of BiGG as SBML (Recon3D.xml or Recon3D.xml.gz)."),
               QT_TRANSLATE_NOOP("Help",
                                 "Under the BiGG terms of UC San Diego: free for education, research and "
                                 "non-profit use; commercial use needs a licence. Cite Brunk et al. 2018.")) +
        QStringLiteral("<h3>%1</h3>").arg(say(QT_TRANSLATE_NOOP("Help", "Gene sets"))) +
        source("https://www.gsea-msigdb.org/gsea/msigdb/human/collections.jsp",
               QT_TRANSLATE_NOOP("Help", "MSigDB hallmark collection as gene symbols (h.all.….symbols.gmt)."),
               QT_TRANSLATE_NOOP("Help", "CC BY 4.0; cite Liberzon et al. 2015.")) +
        source(
            "https://maayanlab.cloud/Enrichr/#libraries",
            QT_TRANSLATE_NOOP("Help", "Enrichr library MSigDB_Hallmark_2020."),
            QT_TRANSLATE_NOOP(
                "Help",
                "Free for academic use; commercial users contact Mount Sinai. Cite Kuleshov et al. 2016.")) +
        QStringLiteral("<h3>%1</h3>").arg(say(QT_TRANSLATE_NOOP("Help", "Interaction network"))) +
        source("https://string-db.org/cgi/download?species_text=Homo+sapiens",
               QT_TRANSLATE_NOOP(
                   "Help", "STRING, human: 9606.protein.links and 9606.protein.info, kept in one folder."),
               QT_TRANSLATE_NOOP("Help", "CC BY 4.0; cite Szklarczyk et al. 2023."));
    showPage(parent, QStringLiteral("dataDialog"), say(QT_TRANSLATE_NOOP("Help", "Where to get the data")),
             html);
}

void showAbout(QWidget *parent)
{
    QString rows = row(QStringLiteral("Qt"), QString::fromLatin1(qVersion()) + QStringLiteral(" (LGPL-3.0)"));
    for (const auto &[name, version] : versions(false))
        rows += row(QString::fromStdString(name).toHtmlEscaped(),
                    QString::fromStdString(version).toHtmlEscaped());
    const QString html =
        QStringLiteral("<h2>PathGAN %1</h2><p>%2</p><p>%3</p><table>%4</table><p>%5</p>")
            .arg(QCoreApplication::applicationVersion(),
                 say(QT_TRANSLATE_NOOP("Help", "From tumour transcriptomes to metabolic flux. For research "
                                               "only, not for diagnosis or treatment.")),
                 say(QT_TRANSLATE_NOOP(
                     "Help", "Free software under the GNU General Public License, version 3 or later.")),
                 rows,
                 say(QT_TRANSLATE_NOOP(
                     "Help", "Licences of the libraries: LibTorch BSD-3-Clause, GLPK GPL-3.0-or-later, "
                             "libSBML LGPL-2.1-or-later, matio BSD-2-Clause, yaml-cpp MIT, QCustomPlot "
                             "GPL-3.0-or-later, Eigen MPL-2.0, nlohmann/json MIT, OpenBLAS BSD-3-Clause. "
                             "Gene table: Bioconductor "
                             "org.Hs.eg.db, Artistic-2.0, from NCBI Gene.")));
    showPage(parent, QStringLiteral("aboutDialog"), say(QT_TRANSLATE_NOOP("Help", "About PathGAN")), html);
}

} // namespace pathgan
