// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/methodstext.h"

#include "core/project/inputmatch.h"
#include "ui/coretext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace pathgan {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Methods", text);
}

QString fileName(const std::string &path)
{
    return QFileInfo(QString::fromStdString(path)).fileName();
}

QString number(double value)
{
    return QLocale().toString(value, 'g', 3);
}

QString whole(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// The option of the run, as its word; empty: it has none.
QString word(const Project &project, Part part, const char *key)
{
    const auto provenance = project.provenance(part);
    const OptionValue *value = provenance ? provenance->option(key) : nullptr;
    return value ? QString::fromStdString(optionText(*value)) : QString();
}

QString dataText(const Project &project)
{
    if (!project.cohort || !project.expression)
        return {};
    QString text =
        say(QT_TRANSLATE_NOOP("Methods", "Expression of %1 genes was read from %2; %3 samples were used."))
            .arg(whole(project.expression->genes.size()), fileName(project.expression->path),
                 whole(project.cohort->size()));
    if (project.clinical)
        text += QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Methods", "Clinical data came from %1."))
                                       .arg(fileName(project.clinical->path));
    return text;
}

QString fluxText(const Project &project)
{
    if (!project.flux)
        return {};
    QString text;
    if (project.model) {
        text = say(QT_TRANSLATE_NOOP("Methods", "Expression was mapped onto the genome-scale model in %1 (%2 "
                                                "reactions, %3 genes)."))
                   .arg(fileName(project.model->path), whole(project.model->reactions.size()),
                        whole(project.model->genes.size())) +
               QLatin1Char(' ');
        if (const InputMatch match = matchInputs(project); match.model)
            text += say(QT_TRANSLATE_NOOP("Methods", "%1 of %2 genes of its rules were measured."))
                        .arg(whole(match.model->genes.matched), whole(match.model->genes.total)) +
                    QLatin1Char(' ');
    }
    text += say(QT_TRANSLATE_NOOP("Methods", "Bounds of reactions were set by expression (rule %1), and for "
                                             "each sample the %2 of %3 reactions was computed by linear "
                                             "programming (medium %4)."))
                .arg(word(project, Part::Flux, "rule"), coreText(project.flux->quantityName()),
                     whole(project.flux->reactions.size()), word(project, Part::Flux, "medium"));
    return text;
}

QString networkText(const Project &project)
{
    if (!project.training)
        return {};
    const GanRun &run = *project.training;
    QString text =
        say(QT_TRANSLATE_NOOP("Methods",
                              "A pathway-attentive generative adversarial network was trained to predict "
                              "these fluxes from expression (preset %1, seed %2, %3 epochs, the best %4) on "
                              "%5 samples, with %6 for validation. On %7 samples of patients it never saw, "
                              "Pearson r was %8 (ridge regression %9)."))
            .arg(word(project, Part::Training, "preset"), QString::number(run.options.seed),
                 whole(run.history.size()), QString::number(run.bestEpoch), whole(run.trainSamples.size()),
                 whole(run.validationSamples.size()), whole(run.testSamples.size()), number(run.test.pearson),
                 number(run.baselines.ridge.pearson));
    if (run.networkAlone)
        text +=
            QLatin1Char(' ') +
            say(QT_TRANSLATE_NOOP(
                    "Methods",
                    "Its predictions combine the network (alone: %1) with a bottleneck head, a soft minimum "
                    "over "
                    "the dual solutions of the training samples at the new sample's own bounds: r tells how "
                    "well "
                    "it stands in for the linear programs, not how well it predicts measured metabolites."))
                .arg(number(run.networkAlone->pearson));
    return text;
}

QString explanationText(const Project &project)
{
    QString text;
    if (project.explanation)
        text =
            say(QT_TRANSLATE_NOOP("Methods", "Predictions of %1 samples were explained by SHAP values of %2 "
                                             "genes (expected gradients)."))
                .arg(whole(project.explanation->samples.size()), whole(project.explanation->genes.size()));
    if (project.enrichment)
        text +=
            QLatin1Char(' ') +
            say(QT_TRANSLATE_NOOP("Methods", "Genes ranked by %1 were tested for over-representation and by "
                                             "preranked gene set enrichment analysis%2."))
                .arg(coreText(project.enrichment->source.c_str()),
                     project.geneSets
                         ? QStringLiteral(" (") + fileName(project.geneSets->path) + QLatin1Char(')')
                         : QString());
    return text.trimmed();
}

QString stressText(const Project &project)
{
    if (!project.stress || !project.stress->expression)
        return {};
    return say(QT_TRANSLATE_NOOP("Methods",
                                 "Growth under a sustained oxidative load (hydrogen peroxide formed in "
                                 "the cytosol, as by radiation) was computed for %1 samples."))
        .arg(whole(project.stress->expression->samples.size()));
}

QString groupText(const Project &project)
{
    if (!project.groups)
        return {};
    return say(QT_TRANSLATE_NOOP("Methods",
                                 "Fluxes were compared between the values of %1 (test %2; p adjusted by "
                                 "%3 over pairs of groups, and over reactions)."))
        .arg(QString::fromStdString(project.groups->column), word(project, Part::Groups, "group_test"),
             word(project, Part::Groups, "group_adjustment"));
}

} // namespace

QStringList methodsText(const Project &project)
{
    QStringList paragraphs = {dataText(project),        fluxText(project),   networkText(project),
                              explanationText(project), stressText(project), groupText(project)};
    paragraphs.removeAll(QString());
    return paragraphs;
}

QStringList methodsReferences(const Project &project)
{
    QStringList references;
    if (project.flux)
        references << QStringLiteral(
                          "Colijn C et al. Interpreting expression data with metabolic flux models. "
                          "PLoS Comput Biol 2009;5:e1000489.")
                   << QStringLiteral(
                          "Brunk E et al. Recon3D enables a three-dimensional view of gene variation in "
                          "human metabolism. Nat Biotechnol 2018;36:272–281.");
    if (project.training)
        references << QStringLiteral(
                          "Brody S, Alon U, Yahav E. How attentive are graph attention networks? ICLR 2022.")
                   << QStringLiteral(
                          "Gulrajani I et al. Improved training of Wasserstein GANs. NeurIPS 2017.");
    if (project.explanation)
        references << QStringLiteral(
                          "Lundberg SM, Lee S-I. A unified approach to interpreting model predictions. "
                          "NeurIPS 2017.")
                   << QStringLiteral(
                          "Erion G et al. Improving performance of deep learning models with axiomatic "
                          "attribution priors and expected gradients. Nat Mach Intell 2021;3:620–631.");
    if (project.enrichment)
        references << QStringLiteral(
                          "Subramanian A et al. Gene set enrichment analysis. PNAS 2005;102:15545–15550.")
                   << QStringLiteral("Liberzon A et al. The Molecular Signatures Database hallmark gene set "
                                     "collection. Cell Syst 2015;1:417–425.");
    if (project.expression && !project.isExample)
        references << QStringLiteral(
            "Goldman MJ et al. Visualizing and interpreting cancer genomics data via the "
            "Xena platform. Nat Biotechnol 2020;38:675–678.");
    return references;
}

} // namespace pathgan
