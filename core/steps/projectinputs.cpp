// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/steps/projectinputs.h"

namespace pathgan {

MatrixReader matrixReader()
{
    return [](const std::filesystem::path &path, const Provenance &provenance, const TaskContext &context) {
        ReadRules rules;
        const OptionsRef all(rules);
        for (const OptionSetting &setting : provenance.options)
            if (const OptionField *field = all.table().find(setting.key);
                field && field->accepts(setting.value))
                all.put(*field, setting.value);
        ReadReport report;
        return readExpression(path, rules, report, context);
    };
}

} // namespace pathgan
