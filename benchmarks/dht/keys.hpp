// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace dht_benchmark {

/// Ends a key as its interface wants.
struct Destroy {
  void operator()(p2pchat::sdk::SecretKey* key) const { key->destroy(); }
};
using OwnedKey = std::unique_ptr<p2pchat::sdk::SecretKey, Destroy>;

/// That many keys, read from a folder; those it lacks are made on every processor and kept there for the next run.
std::vector<OwnedKey> keys_from(const std::filesystem::path& folder, std::size_t count, p2pchat::sdk::Crypto& crypto);

}  // namespace dht_benchmark
