// SPDX-License-Identifier: MIT
#include "cipher/scheme.hpp"

#include "cipher/message_signature.hpp"

namespace p2pchat::cipher {

Status Scheme::sign(const PrivateKey& key, std::span<const bytes> messages, const SignaturesFn& each) const {
  const auto status = signable(messages);
  if (!status.ok()) return status;
  for (std::uint32_t i = 0; i < messages.size(); ++i) each(i, view(sign_single(key, messages[i])));
  return {};
}

Status Scheme::check(const PublicKey& key, bytes message, bytes signature) const {
  return check_single(key, message, signature);
}

}  // namespace p2pchat::cipher
