// SPDX-License-Identifier: MIT
#include "batch_signer.hpp"

#include "batch_signature.hpp"
#include "cipher/message_signature.hpp"

namespace p2pchat::cipher::rsa_aes {
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

}  // namespace

Status sign_batch(const Algorithms& algorithms, const PrivateKey& key, std::span<const bytes> messages,
                  const SignaturesFn& each) {
  const auto status = signable(messages);
  if (!status.ok()) return status;
  Sha256 hash(algorithms);
  const auto salts = fresh_salts(messages.size());
  const auto salt = [&](std::size_t i) { return slice(view(salts), i * salt_length, salt_length); };
  std::vector<Id> leaves;
  leaves.reserve(messages.size());
  for (std::size_t i = 0; i < messages.size(); ++i) leaves.push_back(merkle_leaf(hash, salt(i), messages[i]));
  const MerkleTree tree(hash, std::move(leaves));
  const auto count = static_cast<std::uint16_t>(messages.size());
  const auto rsa = key.sign({view(batch_message(count, tree.root()))});
  Octets path;
  for (std::uint16_t i = 0; i < count; ++i) {
    put_path(path, tree.path(i));
    each(i, view(encode(BatchSignature{count, i, salt(i), view(rsa), view(path)})));
  }
  return {};
}

}  // namespace p2pchat::cipher::rsa_aes
