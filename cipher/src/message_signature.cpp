// SPDX-License-Identifier: MIT
#include "cipher/message_signature.hpp"

#include "cipher/purposes.hpp"
#include "cipher/scheme.hpp"

#include <algorithm>

namespace p2pchat::cipher {

Status signable(std::span<const bytes> messages) {
  if (messages.size() > largest_batch) return {Errc::too_large, "at most 512 messages are signed at once"};
  if (std::ranges::any_of(messages, reserved))
    return {Errc::invalid, "a message must not begin like what the suite signs by itself"};
  return {};
}

Octets sign_single(const PrivateKey& key, bytes message) {
  Octets out{single_form};
  put(out, view(key.sign({message})));
  return out;
}

Status acceptable_message(bytes message) {
  // What the suite signs by itself is no message: a signature of a batch would pass for one otherwise.
  if (reserved(message)) return {Errc::bad_signature, "a message that begins like what the suite signs by itself"};
  return {};
}

Status check_single(const PublicKey& key, bytes message, bytes signature) {
  Reader reader(signature);
  if (reader.number<std::uint8_t>() != single_form) return {Errc::malformed, "a signature of no known form"};
  const auto acceptable = acceptable_message(message);
  if (!acceptable.ok()) return acceptable;
  return key.verify({message}, reader.rest()) ? Status() : Status(Errc::bad_signature, "the signature does not hold");
}

}  // namespace p2pchat::cipher
