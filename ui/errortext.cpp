// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errortext.h"

#include "ui/coretext.h"

#include <QCoreApplication>

namespace pathgan {

namespace {

/// What the terminal says instead, in English.
struct TerminalSentence
{
    const char *option = nullptr; ///< only for commands that have it; empty: for all
    const char *text = nullptr;
};

struct Sentence
{
    ErrorCode code;
    const char *name;
    const char *text;                  ///< in the window; %1: detail, shortened
    TerminalSentence terminal[2] = {}; ///< the first that fits; none: the window's
};

/// One row a code: what happened, and what to do about it.
constexpr Sentence sentences[] = {
    {ErrorCode::InvalidOption,
     "InvalidOption",
     QT_TRANSLATE_NOOP("ErrorText", "A setting cannot be used (%1): change the marked field."),
     {{"", "A setting cannot be used (%1): see --help."}}},
    {ErrorCode::FileNotFound, "FileNotFound",
     QT_TRANSLATE_NOOP("ErrorText", "The file was not found (%1): check its name and folder.")},
    {ErrorCode::FileUnreadable, "FileUnreadable",
     QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read (%1): check that you may open it.")},
    {ErrorCode::FileEmpty, "FileEmpty",
     QT_TRANSLATE_NOOP("ErrorText", "The file is empty (%1): download or export it again.")},
    {ErrorCode::FileTruncated, "FileTruncated",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file is damaged or ends too early (%1): download or copy it here again.")},
    {ErrorCode::FileDamaged,
     "FileDamaged",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The project is damaged (%1): take a copy of it, then save what can be read."),
     {{"", "The project is damaged (%1): write what can be read of it into a new one with `salvage`."}}},
    {ErrorCode::FileInUse, "FileInUse",
     QT_TRANSLATE_NOOP("ErrorText", "The project is open elsewhere (%1): close it there, or read it only.")},
    {ErrorCode::FileReadOnly, "FileReadOnly",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The project may not be written (%1): save it under another name or in another folder.")},
    {ErrorCode::FileChanged, "FileChanged",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file is no longer what it was when it was read (%1): open it again; what is "
                       "in the window can be saved under another name.")},
    {ErrorCode::NewerVersion, "NewerVersion",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The file was written by a later version of PathGAN (%1): install that version.")},
    {ErrorCode::NotText, "NotText",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This is not a UTF-8 text file (%1): save it as UTF-8 text, then open it again.")},
    {ErrorCode::UnknownFormat, "UnknownFormat",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The content fits none of the formats PathGAN reads (%1): open an expression matrix, "
                       "clinical table, gene sets, interaction network or model.")},
    {ErrorCode::BadHeader, "BadHeader",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The first line lacks what this format needs (%1): correct the header of the file.")},
    {ErrorCode::RaggedRow,
     "RaggedRow",
     QT_TRANSLATE_NOOP("ErrorText", "A row has another number of fields than the header (%1): correct the "
                                    "file, or choose a rule for such rows in the Data panel."),
     {{"ragged", "A row has another number of fields than the header (%1): correct the file, or choose a "
                 "rule for such rows with --ragged."},
      {"", "A row has another number of fields than the header (%1): correct the file."}}},
    {ErrorCode::NotANumber,
     "NotANumber",
     QT_TRANSLATE_NOOP("ErrorText", "A field that must be a number is none (%1): correct the file, or choose "
                                    "a rule for such fields in the Data panel."),
     {{"not-numbers", "A field that must be a number is none (%1): correct the file, or choose a rule for "
                      "such fields with --not-numbers."},
      {"", "A field that must be a number is none (%1): correct the file."}}},
    {ErrorCode::MissingValue,
     "MissingValue",
     QT_TRANSLATE_NOOP("ErrorText", "A value that is needed is missing (%1): fill it in, or choose a rule "
                                    "for missing values in the Data panel."),
     {{"missing", "A value that is needed is missing (%1): fill it in, or choose a rule for missing values "
                  "with --missing."},
      {"", "A value that is needed is missing (%1): fill it in."}}},
    {ErrorCode::DuplicateName,
     "DuplicateName",
     QT_TRANSLATE_NOOP("ErrorText", "A name that must be unique occurs twice (%1): rename one, or choose a "
                                    "rule for duplicates in the Data panel."),
     {{"duplicates", "A name that must be unique occurs twice (%1): rename one, or choose a rule for "
                     "duplicates with --duplicates."},
      {"", "A name that must be unique occurs twice (%1): rename one."}}},
    {ErrorCode::BadModel, "BadModel",
     QT_TRANSLATE_NOOP("ErrorText", "The metabolic model cannot be used (%1): correct the file there, or "
                                    "open another one.")},
    {ErrorCode::BadRule, "BadRule",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "A gene rule cannot be understood (%1): correct its “and”, “or” and parentheses in the model.")},
    {ErrorCode::UnknownName, "UnknownName",
     QT_TRANSLATE_NOOP("ErrorText",
                       "There is nothing of that name (%1): check its spelling against the tables.")},
    {ErrorCode::Infeasible, "Infeasible",
     QT_TRANSLATE_NOOP("ErrorText",
                       "No flux satisfies all bounds (%1): widen the bounds or choose another medium.")},
    {ErrorCode::Unbounded, "Unbounded",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The objective grows without limit (%1): give the reactions finite bounds.")},
    {ErrorCode::SolverFailed, "SolverFailed",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The linear solver gave up (%1): try again with other bounds, or report this model to us.")},
    {ErrorCode::ConstantTargets,
     "ConstantTargets",
     QT_TRANSLATE_NOOP("ErrorText", "All flux targets are the same for every sample, so training would learn "
                                    "nothing: choose the E-Flux rule in the Flux panel."),
     {{"", "All flux targets are the same for every sample, so training would learn nothing: compute them "
           "with `flux --rule eflux`."}}},
    {ErrorCode::NoOverlap,
     "NoOverlap",
     QT_TRANSLATE_NOOP("ErrorText", "Two inputs share no gene, sample or reaction, or hardly any (%1): "
                                    "check the identifiers in the Data panel, or open a gene map."),
     {{"gene-map", "Two inputs share no gene, sample or reaction, or hardly any (%1): check the identifiers "
                   "with `inspect`, or give a --gene-map."},
      {"", "Two inputs share no gene, sample or reaction, or hardly any (%1): check the identifiers with "
           "`inspect`."}}},
    {ErrorCode::TooFewSamples,
     "TooFewSamples",
     QT_TRANSLATE_NOOP("ErrorText", "There are not enough samples for this (%1): choose another sample "
                                    "filter, or open a larger cohort."),
     {{"samples",
       "There are not enough samples for this (%1): try --samples all, or open a larger cohort."}}},
    {ErrorCode::Diverged, "Diverged",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "Training diverged (%1): lower the learning rate or use the gradient penalty, then train again.")},
    {ErrorCode::MissingInput, "MissingInput",
     QT_TRANSLATE_NOOP("ErrorText",
                       "Something this step needs is not there yet (%1): open or compute it first.")},
    {ErrorCode::Cancelled, "Cancelled",
     QT_TRANSLATE_NOOP("ErrorText", "Cancelled; nothing was changed: run the step again whenever you like.")},
    {ErrorCode::WriteFailed, "WriteFailed",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The file could not be written (%1): check the folder, its permissions and the free space.")},
    {ErrorCode::OutOfMemory, "OutOfMemory",
     QT_TRANSLATE_NOOP("ErrorText",
                       "There was not enough memory: close other programs, or use fewer genes or samples.")},
    {ErrorCode::LibraryMissing, "LibraryMissing",
     QT_TRANSLATE_NOOP("ErrorText",
                       "A part of PathGAN could not be loaded (%1): install the program again.")},
    {ErrorCode::Internal, "Internal",
     QT_TRANSLATE_NOOP("ErrorText", "Something unexpected went wrong (%1): copy the details and send them to "
                                    "us; your data are unchanged.")},
};

const Sentence *find(ErrorCode code)
{
    for (const Sentence &sentence : sentences) {
        if (sentence.code == code)
            return &sentence;
    }
    return nullptr;
}

/// Details are made for machines too; a sentence holds the part that fits.
QString shortened(QString detail)
{
    constexpr qsizetype longest = 140;
    detail = detail.simplified();
    return detail.size() > longest ? detail.left(longest) + QStringLiteral("…") : detail;
}

QString withDetailOf(QString text, const QString &detail)
{
    const QString shown = shortened(detail);
    if (shown.isEmpty())
        return text.remove(QStringLiteral(" (%1)"));
    return text.contains(QStringLiteral("%1")) ? text.arg(shown) : text;
}

QString afterPart(const QString &part, const QString &text)
{
    return part.isEmpty() ? text : QStringLiteral("%1: %2").arg(part, text);
}

} // namespace

QString errorText(const Error &error, std::optional<Part> part)
{
    const Sentence *sentence = find(error.code);
    const QString text = QCoreApplication::translate("ErrorText", sentence ? sentence->text : "%1");
    return afterPart(part ? partTitle(*part) : QString(), withDetailOf(text, coreText(error.detail)));
}

QString terminalErrorText(const Error &error, std::optional<Part> part, const std::set<QString> &options)
{
    const Sentence *sentence = find(error.code);
    const char *text = sentence ? sentence->text : "%1";
    if (sentence) {
        for (const TerminalSentence &terminal : sentence->terminal) {
            if (terminal.text &&
                (!*terminal.option || options.count(QString::fromLatin1(terminal.option)) > 0)) {
                text = terminal.text;
                break;
            }
        }
    }
    return afterPart(part ? QString::fromLatin1(partName(*part)) : QString(),
                     withDetailOf(QString::fromUtf8(text), QString::fromStdString(error.detail)));
}

QString errorDetails(const Error &error, std::optional<Part> part)
{
    QString details = errorName(error.code);
    if (!error.detail.empty())
        details += QStringLiteral("\n") + QString::fromStdString(error.detail);
    if (part)
        details.prepend(QString::fromLatin1(partName(*part)) + QStringLiteral("\n"));
    return details;
}

QString errorName(ErrorCode code)
{
    const Sentence *sentence = find(code);
    return sentence ? QString::fromLatin1(sentence->name) : QStringLiteral("Unknown");
}

} // namespace pathgan
