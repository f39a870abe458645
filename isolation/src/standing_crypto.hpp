// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/crypto.hpp"
#include "place.hpp"
#include "remote.hpp"

namespace p2pchat::isolation {

/// How a key is made again: the file it was read from, or would be written to.
struct Recipe {
  std::string file, passphrase;
  Recipe(std::string its_file, std::string its_passphrase)
      : file(std::move(its_file)), passphrase(std::move(its_passphrase)) {}
  Recipe(const Recipe&) = delete;
  /// Erases it.
  ~Recipe() {
    ::explicit_bzero(file.data(), file.size());
    ::explicit_bzero(passphrase.data(), passphrase.size());
  }
};

/// A key in a worker, which the next worker reads again. What was begun with it, such as a session, ends with its
/// worker.
class StandingKey : public sdk::SecretKey {
 public:
  /// `made` is of the worker with that number, and belongs to this.
  StandingKey(Place& place, sdk::SecretKey* made, std::uint64_t worker, std::unique_ptr<Recipe> recipe)
      : place_(place), recipe_(std::move(recipe)), key_(made, free), worker_(worker) {}

 protected:
  ~StandingKey() = default;
  template <auto pointer, class... A>
  auto carry(Method<pointer>, A&&... arguments) const {
    if constexpr (frees<pointer>)
      return;  // with this object
    else {
      sdk::Status why;
      const auto key = now(why);
      return key ? (key.get()->*pointer)(std::forward<A>(arguments)...)
                 : Caller::failed<pointer>(why, std::forward<A>(arguments)...);
    }
  }

 private:
  static void free(sdk::SecretKey* key) { key->destroy(); }
  std::shared_ptr<sdk::SecretKey> now(sdk::Status& why) const;

  Place& place_;
  const std::unique_ptr<Recipe> recipe_;  // null: it cannot be made again
  mutable std::mutex mutex_;
  mutable std::shared_ptr<sdk::SecretKey> key_;
  mutable std::uint64_t worker_;
};

/// A suite in a worker.
class StandingCrypto : public Standing<sdk::Crypto> {
  using C = sdk::Crypto;

 public:
  using Standing::Standing;

 protected:
  ~StandingCrypto() = default;
  using Standing::carry;
  sdk::str carry(Method<&C::suite>) const;
  sdk::SecretKey* carry(Method<&C::generate>, sdk::Status& why) const;
  sdk::SecretKey* carry(Method<&C::read>, sdk::bytes file, sdk::str passphrase, sdk::Status& why) const;

 private:
  mutable std::mutex suite_mutex_;
  mutable std::string suite_;  // never changes
};

}  // namespace p2pchat::isolation
