// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gan/torch/torch_p.h"

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace pathgan {

/// Writes values, or reads them back where one function passes the same in the same order. As they lie in
/// memory: for the machine that wrote them.
class StateStream
{
public:
    StateStream() = default; ///< writes
    explicit StateStream(const std::string &bytes) : m_bytes(bytes), m_isReading(true) {}

    template <class T>
    requires std::is_trivially_copyable_v<T>
    void pass(T &value) { passBytes(&value, sizeof value); }
    template <class T>
    void pass(std::vector<T> &values)
    {
        values.resize(passSize(values.size()));
        for (T &value : values)
            pass(value);
    }
    void pass(std::string &text)
    {
        text.resize(passSize(text.size()));
        passBytes(text.data(), text.size());
    }
    /// Reads into a tensor where one is defined, whose shape must be the same.
    void pass(torch::Tensor &tensor);
    void pass(const std::vector<torch::Tensor> &tensors);

    bool isReading() const { return m_isReading; }
    /// False where what was read did not fit.
    bool isGood() const { return m_isGood; }
    bool isAtEnd() const { return m_at == m_bytes.size(); }
    const std::string &bytes() const { return m_bytes; }

private:
    void passBytes(void *data, std::size_t size);
    std::size_t passSize(std::size_t size);

    std::string m_bytes;
    std::size_t m_at = 0;
    bool m_isReading = false, m_isGood = true;
};

} // namespace pathgan
