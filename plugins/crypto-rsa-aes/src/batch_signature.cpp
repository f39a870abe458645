// SPDX-License-Identifier: MIT
#include "batch_signature.hpp"

#include "cipher/purposes.hpp"
#include "cipher/scheme.hpp"

namespace p2pchat::cipher::rsa_aes {

std::optional<BatchSignature> parse_batch_signature(bytes signature) {
  BatchSignature found;
  Reader reader(signature);
  const auto form = reader.number<std::uint8_t>();
  found.count = reader.number<std::uint16_t>();
  found.index = reader.number<std::uint16_t>();
  found.salt = reader.take(salt_length);
  found.rsa = reader.take(reader.number<std::uint16_t>());
  found.path = reader.rest();
  if (!reader.whole() || form != batch_form || found.count < 2 || found.count > largest_batch ||
      found.index >= found.count)
    return std::nullopt;
  if (found.path.len != merkle_path_length(found.count, found.index) * sizeof(Id)) return std::nullopt;
  return found;
}

Octets encode(const BatchSignature& signature) {
  Octets out;
  out.reserve(23 + signature.rsa.len + signature.path.len);
  out.push_back(batch_form);
  put(out, signature.count);
  put(out, signature.index);
  put(out, signature.salt);
  put(out, static_cast<std::uint16_t>(signature.rsa.len));
  put(out, signature.rsa);
  put(out, signature.path);
  return out;
}

Octets batch_message(std::uint16_t count, const Id& root) {
  Octets out;
  put(out, bytes::of(purpose::batch));
  put(out, count);
  put(out, root.view());
  return out;
}

}  // namespace p2pchat::cipher::rsa_aes
