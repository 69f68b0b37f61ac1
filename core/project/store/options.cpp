// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/store/describe_p.h"

namespace pathgan {

void encodeOptions(Encoder &to, const ConstOptionsRef &options)
{
    const std::vector<OptionField> &fields = options.table().fields();
    to.count(fields.size());
    for (const OptionField &field : fields) {
        to.text(field.key);
        to.value(options.value(field));
    }
}

void decodeOptions(Decoder &from, const OptionsRef &options)
{
    for (std::size_t left = from.length(2); left > 0 && from.isFine(); --left) {
        const std::string key = from.text();
        OptionValue value;
        from.value(value);
        const OptionField *field = options.table().find(key);
        if (field && from.isFine() && field->accepts(value))
            options.put(*field, value);
    }
}

} // namespace pathgan
