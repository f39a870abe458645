// SPDX-License-Identifier: MIT
#include "signature_checker.hpp"

#include "batch_signature.hpp"
#include "cipher/message_signature.hpp"

namespace p2pchat::cipher::rsa_aes {
namespace {

constexpr std::size_t remembered_roots = 1024;

}  // namespace

SignatureChecker::SignatureChecker(SharedAlgorithms algorithms)
    : algorithms_(std::move(algorithms)), held_(remembered_roots) {}

Status SignatureChecker::check(const PublicKey& key, bytes message, bytes signature) {
  if (signature.len == 0 || signature.ptr[0] != batch_form) return check_single(key, message, signature);
  const auto batch = parse_batch_signature(signature);
  if (!batch) return {Errc::malformed, "a signature of no known form"};
  const auto acceptable = acceptable_message(message);
  if (!acceptable.ok()) return acceptable;
  Sha256 hash(*algorithms_);
  const auto leaf = merkle_leaf(hash, batch->salt, message);
  const auto root = merkle_root(hash, leaf, batch->count, batch->index, batch->path);
  return root_holds(hash, key, batch->count, root, batch->rsa)
             ? Status()
             : Status(Errc::bad_signature, "the signature does not hold");
}

bool SignatureChecker::root_holds(Sha256& hash, const PublicKey& key, std::uint16_t count, const Id& root, bytes rsa) {
  const auto message = batch_message(count, root);
  const auto fact = hash.of({key.id().view(), view(message), rsa});
  if (held_.contains(fact)) return true;
  if (!key.verify({view(message)}, rsa)) return false;
  held_.insert(fact);
  return true;
}

}  // namespace p2pchat::cipher::rsa_aes
