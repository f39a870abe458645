// SPDX-License-Identifier: MIT
#include "public_keys.hpp"

#include "spki.hpp"

namespace p2pchat::rsa_aes {

PublicKeys::PublicKeys(SharedAlgorithms algorithms, std::size_t capacity)
    : algorithms_(std::move(algorithms)), ring_(capacity) {}

SharedPublicKey PublicKeys::get(bytes spki) {
  if (!modulus_of(spki)) return nullptr;
  if (auto known = find(sha256(*algorithms_, {spki}))) return known;
  auto key = PublicKey::from_spki(algorithms_, spki);
  keep(key);
  return key;
}

SharedPublicKey PublicKeys::find(const Id& id) {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(id);
  return found != keys_.end() ? found->second : nullptr;
}

void PublicKeys::keep(SharedPublicKey key) {
  const std::lock_guard lock(mutex_);
  const auto id = key->id();
  if (!keys_.emplace(id, std::move(key)).second) return;
  if (keys_.size() > ring_.size()) keys_.erase(ring_[next_]);
  ring_[next_] = id;
  next_ = (next_ + 1) % ring_.size();
}

}  // namespace p2pchat::rsa_aes
