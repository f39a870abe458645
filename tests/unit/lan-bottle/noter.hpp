// SPDX-License-Identifier: MIT
#pragma once
#include "lan_bottle.hpp"
#include "note.hpp"
#include "support/sea_world.hpp"

namespace p2pchat::test {

using Pond = SeaOf<lan_bottle::LanBottle>;

/// Somebody who makes notes, honest ones unless asked otherwise.
class Noter {
 public:
  explicit Noter(sdk::Crypto& crypto);
  const sdk::Id& id() const { return id_; }
  /// A note of `body`, thrown at `time_ms`, for seven days.
  lan_bottle::Note note(std::string body, std::uint64_t time_ms);
  /// One that only its receiver can open, as far as anybody can tell.
  lan_bottle::Note note_to(const sdk::Id& receiver, std::string base64, std::uint64_t time_ms);
  /// Names and signs again what was changed.
  void finish(lan_bottle::Note& note);

 private:
  struct Destroy {
    void operator()(sdk::SecretKey* key) const { key->destroy(); }
  };
  sdk::Crypto& crypto_;
  std::unique_ptr<sdk::SecretKey, Destroy> key_;
  bottle::Octets public_key_;
  sdk::Id id_;
  std::uint8_t made_ = 0;
};

}  // namespace p2pchat::test
