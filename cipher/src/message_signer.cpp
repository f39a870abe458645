// SPDX-License-Identifier: MIT
#include "cipher/message_signer.hpp"

#include "cipher/message_signature.hpp"
#include "cipher/purposes.hpp"

#include <algorithm>

namespace p2pchat::cipher {
namespace {

/// The salts keep the hashes on one message's path from telling what its short neighbours say.
Octets fresh_salts(std::size_t count) {
  Octets salts(count * salt_length);
  fill_random(salts.data(), salts.size());
  return salts;
}

void put_path(Octets& to, const std::vector<Id>& path) {
  to.clear();
  for (const auto& neighbour : path) put(to, neighbour.view());
}

/// One signature over the root of a tree; `messages` are two or more.
void sign_tree(const Algorithms& algorithms, const PrivateKey& key, std::span<const bytes> messages,
               const SignaturesFn& each) {
  Sha256 hash(algorithms);
  const auto salts = fresh_salts(messages.size());
  const auto salt = [&](std::size_t i) { return slice(view(salts), i * salt_length, salt_length); };
  std::vector<Id> leaves;
  leaves.reserve(messages.size());
  for (std::size_t i = 0; i < messages.size(); ++i) leaves.push_back(merkle_leaf(hash, salt(i), messages[i]));
  const MerkleTree tree(hash, std::move(leaves));
  const auto count = static_cast<std::uint16_t>(messages.size());
  const auto by_key = key.sign({view(batch_message(count, tree.root()))});
  Octets path;
  for (std::uint16_t i = 0; i < count; ++i) {
    put_path(path, tree.path(i));
    each(i, view(encode(BatchSignature{count, i, salt(i), view(by_key), view(path)})));
  }
}

}  // namespace

Status sign_messages(const Algorithms& algorithms, const PrivateKey& key, std::span<const bytes> messages,
                     const SignaturesFn& each) {
  if (messages.size() > largest_batch) return {Errc::too_large, "at most 512 messages share a signature"};
  if (std::ranges::any_of(messages, reserved))
    return {Errc::invalid, "a message must not begin like what the suite signs by itself"};
  if (messages.size() == 1) each(0, view(encode(SingleSignature{view(key.sign({messages[0]}))})));
  if (messages.size() > 1) sign_tree(algorithms, key, messages, each);
  return {};
}

}  // namespace p2pchat::cipher
