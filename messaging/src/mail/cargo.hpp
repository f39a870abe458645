// SPDX-License-Identifier: MIT
#pragma once
#include "draft.hpp"

#include <map>

namespace p2pchat::messaging {

/// Why a message waits for somebody absent.
inline constexpr std::string_view on_the_sea = "waiting on the sea";
inline constexpr std::string_view too_long_for_the_sea = "too long for the sea: goes when they are here";

/// What one bottle takes to an absent contact: messages as a session would carry them; see docs/protocol/cargo.md.
struct Cargo {
  sdk::Id to;
  std::string key;                          ///< their public key
  std::vector<Letter> letters;              ///< the oldest that wait and are not afloat
  std::map<sdk::Id, std::uint64_t> afloat;  ///< those that are, and until when, in ms
  std::vector<std::uint8_t> sealed;
  std::size_t being_signed = 0;
  sdk::Status status;
};

/// What the seal is bound to, so that a box cannot be passed on as somebody else's.
std::vector<std::uint8_t> cargo_binding(const sdk::Id& sender, const sdk::Id& receiver);
/// Loads letters, unsigned, and what is afloat. Thread: the store's.
sdk::Status load_cargo(sdk::Store& store, sdk::Crypto& crypto, const sdk::Id& me, std::uint64_t now_ms, Cargo& cargo);
/// Seals the letters that find room and drops the others. Errors: `too_large` when the first, which stays, finds none.
sdk::Status seal_cargo(sdk::Crypto& crypto, const sdk::Id& me, Cargo& cargo);
/// Writes down why its letters wait and, unless it is 0, until when they are afloat. Thread: the store's, in a group.
sdk::Status record_cargo(sdk::Store& store, Cargo& cargo, std::string_view reason, std::uint64_t until_ms,
                         std::vector<sdk::Id>& changed);
/// The messages of a sender in what was sealed to me, each checked as if it had come over a session; what fails is left
/// out.
std::vector<Letter> unload_cargo(sdk::Crypto& crypto, const sdk::Id& sender, std::string_view key, const sdk::Id& me,
                                 std::string_view lines);

}  // namespace p2pchat::messaging
