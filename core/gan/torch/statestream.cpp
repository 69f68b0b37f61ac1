// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gan/torch/statestream_p.h"

#include <cstring>

namespace pathgan {

void StateStream::passBytes(void *data, std::size_t size)
{
    if (!m_isReading) {
        m_bytes.append(static_cast<const char *>(data), size);
        return;
    }
    m_isGood = m_isGood && size <= m_bytes.size() - m_at;
    if (!m_isGood || size == 0)
        return;
    std::memcpy(data, m_bytes.data() + m_at, size);
    m_at += size;
}

std::size_t StateStream::passSize(std::size_t size)
{
    auto count = static_cast<std::uint64_t>(size);
    pass(count);
    m_isGood = m_isGood && (!m_isReading || count <= m_bytes.size() - m_at); // a byte each at least
    return m_isGood ? static_cast<std::size_t>(count) : 0;
}

void StateStream::pass(torch::Tensor &tensor)
{
    const torch::NoGradGuard noGradient;
    bool isDefined = tensor.defined();
    pass(isDefined);
    if (!isDefined || !m_isGood)
        return;
    torch::Tensor plain;
    if (!m_isReading)
        plain = tensor.detach().contiguous();
    auto type = m_isReading ? torch::kFloat32 : plain.scalar_type();
    pass(type);
    std::vector<std::int64_t> shape = m_isReading ? std::vector<std::int64_t>() : plain.sizes().vec();
    pass(shape);
    if (!m_isGood)
        return;
    if (m_isReading)
        plain = torch::empty(shape, type);
    passBytes(plain.data_ptr(), plain.nbytes());
    if (!m_isReading)
        return;
    if (!tensor.defined())
        tensor = plain;
    else if (m_isGood && tensor.sizes() == plain.sizes() && tensor.scalar_type() == type)
        tensor.copy_(plain);
    else
        m_isGood = false;
}

void StateStream::pass(const std::vector<torch::Tensor> &tensors)
{
    for (torch::Tensor tensor : tensors)
        pass(tensor);
}

} // namespace pathgan
