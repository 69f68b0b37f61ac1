// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/example.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <utility>
#include <vector>

namespace pathgan {

namespace {

/// The example's folder, made once; QTemporaryDir removes it at exit.
QString exampleFolder()
{
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/pathgan-example-XXXXXX"));
    return folder.isValid() ? folder.path() : QString();
}

Result<std::string> unpackExampleFile(const QString &name)
{
    const QString target = exampleFolder() + QLatin1Char('/') + name;
    if (!QFile::exists(target)) {
        QFile::copy(QStringLiteral(":/example/") + name, target);
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
    if (!QFile::exists(target))
        return Error{ErrorCode::WriteFailed, target.toStdString()};
    return target.toStdString();
}

} // namespace

Result<AnalysisConfig> exampleConfig()
{
    AnalysisConfig config;
    config.example = true;
    const std::vector<std::pair<std::string *, const char *>> files = {
        {&config.paths.expression, "expression.tsv.gz"},
        {&config.paths.clinical, "clinical.tsv"},
        {&config.paths.model, "model.xml"},
        {&config.paths.geneSets, "gene_sets.gmt"},
        {&config.paths.interactions, "interactions.tsv"}};
    for (const auto &[path, name] : files) {
        Result<std::string> unpacked = unpackExampleFile(QString::fromLatin1(name));
        if (!unpacked)
            return unpacked.error();
        *path = *std::move(unpacked);
    }
    config.options.gan = GanOptions::fromPreset(GanPreset::Quick);
    config.options.enrich.topGenes = 30;
    config.options.enrich.gsea.minimumSize = 10;
    config.options.explain.shap.seed = config.options.gan.seed;
    return config;
}

} // namespace pathgan
