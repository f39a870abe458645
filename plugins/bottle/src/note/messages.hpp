// SPDX-License-Identifier: MIT
#pragma once
#include "note.hpp"
#include "wire/json.hpp"

#include <optional>

namespace p2pchat::bottle {

/// Names on `sdk::Network`: message types.
inline constexpr char bottle_type[] = "bottle", handled_type[] = "handled", found_type[] = "found",
                      reply_type[] = "reply", collect_type[] = "collect", taken_type[] = "taken";

/// Most ids in one `taken`; longest reply, in characters and sealed in octets.
inline constexpr std::size_t most_taken = 64, most_reply_characters = 1000, most_sealed_reply = 8 * 1024;

/// What `handled` is about.
enum class Matter : std::uint8_t { bottle, found, reply };

/// `handled`: the receiver's record is durable, or why it took nothing. The verdict is `ashore`, `passing` or `seen` of
/// a bottle, `queued` or `seen` of `found` and `reply`, or a refusal: any other word, 1 to 40 of `a-z 0-9 -`.
struct Handled {
  Id bottle;
  Matter of = Matter::bottle;
  std::string verdict;
  bool operator==(const Handled&) const = default;
  /// Whether the other side has it now; else it refused.
  bool is_taken() const;
};

/// That somebody held the bottle: gas and token as they came to him.
struct Proof {
  Id bottle;
  std::uint32_t gas = 0;
  Id gas_token;
  bool operator==(const Proof&) const = default;
};

/// `found`: the bottle came ashore at the sender of this, `time_ms` by its clock.
struct Found {
  Proof proof;
  std::uint64_t time_ms = 0;
  bool operator==(const Found&) const = default;
};

/// `reply`: an answer, sealed to the creator with `reply_context`.
struct Reply {
  Proof proof;
  Octets sealed;
  bool operator==(const Reply&) const = default;
};

/// The body of a `collect`: asks for the bottles addressed to its sender.
inline constexpr char collect_body[] = "{}";

std::string write_handled(const Handled& handled);
std::string write_found(const Found& found);
std::string write_reply(const Reply& reply);
std::string write_taken(const std::vector<Id>& bottles);

/// Readers are strict: unknown, missing, doubled or foreign members and values over a limit are nothing.
std::optional<Handled> read_handled(wire::JsonParser& parser, std::string_view text);
std::optional<Found> read_found(wire::JsonParser& parser, std::string_view text);
std::optional<Reply> read_reply(wire::JsonParser& parser, std::string_view text);
/// 1 to 64 ids, no doubles.
std::optional<std::vector<Id>> read_taken(wire::JsonParser& parser, std::string_view text);
bool is_collect(wire::JsonParser& parser, std::string_view text);

}  // namespace p2pchat::bottle
