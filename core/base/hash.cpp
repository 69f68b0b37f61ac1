// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include <openssl/evp.h>

#include <fstream>
#include <vector>

namespace pathgan {

struct Sha256::State
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool ok = false;
};

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    m_state->ok = m_state->context && EVP_DigestInit_ex(m_state->context, EVP_sha256(), nullptr) == 1;
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_state->context);
}

void Sha256::update(std::string_view bytes)
{
    m_state->ok = m_state->ok && EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()) == 1;
}

std::string Sha256::finish()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (!m_state->ok || EVP_DigestFinal_ex(m_state->context, digest, &size) != 1)
        return {};
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 15];
    }
    return text;
}

std::string sha256(std::string_view bytes)
{
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

Result<std::string> sha256File(const std::filesystem::path &path)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return Error{ErrorCode::FileNotFound, path.string()};
    std::ifstream stream(path, std::ios::binary);
    if (!stream || std::filesystem::is_directory(path, failure))
        return Error{ErrorCode::FileUnreadable, path.string()};
    Sha256 hash;
    std::vector<char> buffer(std::size_t{1} << 20);
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hash.update({buffer.data(), static_cast<std::size_t>(stream.gcount())});
    }
    if (stream.bad())
        return Error{ErrorCode::FileUnreadable, path.string()};
    return hash.finish();
}

} // namespace pathgan
