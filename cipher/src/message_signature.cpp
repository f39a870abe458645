// SPDX-License-Identifier: MIT
#include "cipher/message_signature.hpp"

#include "cipher/purposes.hpp"

namespace p2pchat::cipher {
namespace {

constexpr std::uint8_t single = 1, batched = 2;

std::optional<MessageSignature> parse_batched(Reader& reader) {
  BatchSignature found;
  found.count = reader.number<std::uint16_t>();
  found.index = reader.number<std::uint16_t>();
  found.salt = reader.take(salt_length);
  found.by_key = reader.take(reader.number<std::uint16_t>());
  found.path = reader.rest();
  if (!reader.whole() || found.count < 2 || found.count > largest_batch || found.index >= found.count)
    return std::nullopt;
  if (found.path.len != merkle_path_length(found.count, found.index) * sizeof(Id)) return std::nullopt;
  return found;
}

}  // namespace

std::optional<MessageSignature> parse_signature(bytes signature) {
  Reader reader(signature);
  switch (reader.number<std::uint8_t>()) {
    case single:
      return SingleSignature{reader.rest()};
    case batched:
      return parse_batched(reader);
    default:
      return std::nullopt;
  }
}

Octets encode(const SingleSignature& signature) {
  Octets out{single};
  put(out, signature.by_key);
  return out;
}

Octets encode(const BatchSignature& signature) {
  Octets out;
  out.reserve(23 + signature.by_key.len + signature.path.len);
  out.push_back(batched);
  put(out, signature.count);
  put(out, signature.index);
  put(out, signature.salt);
  put(out, static_cast<std::uint16_t>(signature.by_key.len));
  put(out, signature.by_key);
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

}  // namespace p2pchat::cipher
