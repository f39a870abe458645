// SPDX-License-Identifier: MIT
#include "cipher/signature_checker.hpp"

#include "cipher/message_signature.hpp"
#include "cipher/purposes.hpp"

namespace p2pchat::cipher {
namespace {

constexpr std::size_t remembered_roots = 1024;

}  // namespace

SignatureChecker::SignatureChecker(SharedAlgorithms algorithms)
    : algorithms_(std::move(algorithms)), held_(remembered_roots) {}

Status SignatureChecker::check(const PublicKey& key, bytes message, bytes signature) {
  const auto parsed = parse_signature(signature);
  if (!parsed) return {Errc::malformed, "a signature of no known form"};
  // What the suite signs by itself is no message: a signature of a batch would pass for one otherwise.
  if (reserved(message)) return {Errc::bad_signature, "a message that begins like what the suite signs by itself"};
  bool holds = false;
  if (const auto* single = std::get_if<SingleSignature>(&*parsed)) {
    holds = key.verify({message}, single->by_key);
  } else {
    const auto& batch = std::get<BatchSignature>(*parsed);
    Sha256 hash(*algorithms_);
    const auto leaf = merkle_leaf(hash, batch.salt, message);
    const auto root = merkle_root(hash, leaf, batch.count, batch.index, batch.path);
    holds = root_holds(hash, key, batch.count, root, batch.by_key);
  }
  return holds ? Status() : Status(Errc::bad_signature, "the signature does not hold");
}

bool SignatureChecker::root_holds(Sha256& hash, const PublicKey& key, std::uint16_t count, const Id& root,
                                  bytes by_key) {
  const auto message = batch_message(count, root);
  const auto fact = hash.of({key.id().view(), view(message), by_key});
  if (held_.contains(fact)) return true;
  if (!key.verify({view(message)}, by_key)) return false;
  held_.insert(fact);
  return true;
}

}  // namespace p2pchat::cipher
