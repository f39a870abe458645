// SPDX-License-Identifier: MIT
#include "cipher/public_keys.hpp"

#include "cipher/sha256.hpp"

namespace p2pchat::cipher {

PublicKeys::PublicKeys(SharedScheme scheme, std::size_t capacity) : scheme_(std::move(scheme)), ring_(capacity) {}

SharedPublicKey PublicKeys::get(bytes spki) {
  if (auto known = find(sha256(*scheme_->algorithms(), {spki}))) return known;
  auto key = scheme_->from_spki(spki);
  if (key) keep(key);
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

}  // namespace p2pchat::cipher
