// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/notesdialog.h"

#include "core/engine/projectkeeper.h"
#include "ui/panels/panelparts.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pathgan {

namespace {

class NotesDialog : public QDialog
{
    Q_DECLARE_TR_FUNCTIONS(pathgan::NotesDialog)
public:
    NotesDialog(ProjectKeeper &keeper, QWidget *parent) : QDialog(parent), m_keeper(keeper)
    {
        setObjectName(QStringLiteral("notesDialog"));
        setWindowTitle(tr("Notes on the project"));
        setAccessibleName(windowTitle());
        setAttribute(Qt::WA_DeleteOnClose);
        m_text = new QPlainTextEdit(this);
        m_text->setObjectName(QStringLiteral("projectNote"));
        m_text->setAccessibleName(windowTitle());
        m_text->setPlaceholderText(
            tr("What this analysis is about, where its data come from, what is open…"));
        m_text->setTabChangesFocus(true);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
        buttons->setObjectName(QStringLiteral("notesButtons"));
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_text, 1);
        layout->addWidget(makeCaption(QStringLiteral("notesCaption"),
                                      tr("Kept as you type, saved with the project, and shown in its report. "
                                         "Notes on single results stand in “Runs of this step”."),
                                      this));
        layout->addWidget(buttons);
        resize(560, 380);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
        connect(m_text, &QPlainTextEdit::textChanged, this,
                [this] { m_keeper.setNote(m_text->toPlainText().toStdString()); });
        // Another project.
        for (const auto signal : {&ProjectKeeper::fileChanged, &ProjectKeeper::noteChanged})
            connect(&keeper, signal, this, &NotesDialog::showNote);
        showNote();
        m_text->moveCursor(QTextCursor::End);
    }

private:
    void showNote()
    {
        const QString note = QString::fromStdString(m_keeper.note());
        if (note != m_text->toPlainText())
            m_text->setPlainText(note);
    }

    ProjectKeeper &m_keeper;
    QPlainTextEdit *m_text;
};

} // namespace

void showProjectNotes(ProjectKeeper &keeper, QWidget *parent)
{
    auto *dialog = parent->findChild<QDialog *>(QStringLiteral("notesDialog"));
    if (!dialog)
        dialog = new NotesDialog(keeper, parent);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace pathgan
