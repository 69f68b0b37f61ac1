// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/artifact.h"
#include "core/project/store/describe_p.h"

namespace pathgan {

template <class Archive, Is<OptionSetting> Value>
void describe(Archive &a, Value &setting)
{
    a.fields(setting, setting.key, setting.value, setting.matters);
}
template <class Archive, Is<InputKey> Value>
void describe(Archive &a, Value &input)
{
    a.fields(input, input.part, input.key);
}
template <class Archive, Is<SourceFile> Value>
void describe(Archive &a, Value &file)
{
    a.fields(file, file.what, file.path, file.sha256);
}
template <class Archive, Is<Provenance> Value>
void describe(Archive &a, Value &provenance)
{
    a.fields(provenance, provenance.key, provenance.asked, provenance.step, provenance.version,
             provenance.options, provenance.inputs, provenance.files, since(2, provenance.notes),
             provenance.versions, provenance.seed, provenance.started, provenance.seconds,
             provenance.threads);
}

} // namespace pathgan
