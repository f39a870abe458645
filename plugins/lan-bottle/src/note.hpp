// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/body.hpp"
#include "bottle/hash.hpp"
#include "bottle/life.hpp"

#include <wire/json.hpp>

#include <optional>
#include <string>

namespace p2pchat::lan_bottle {

using namespace bottle;

/// How many nodes keep a note, and how near to it a node must be to take it, by what it knows itself.
inline constexpr std::uint32_t beaches = 3, near_nodes = 9;

/// Most octets that an addressed note seals, of its base64, and of a note as JSON.
inline constexpr std::size_t most_sealed = 16 * 1024, most_addressed_body = 24 * 1024, most_note = 32 * 1024;

/// One note as it travels; docs/protocol/lan-bottle.md has each member. Everything but key and signature makes its id,
/// and the id is signed: whoever changes anything has another note, which its sender did not sign.
struct Note {
  Id id;                ///< `note_id`; does not travel
  Id sender, receiver;  ///< `receiver` is zero for a drift bottle
  std::uint64_t time_ms = 0, expiry_ms = 0;
  Id salt{};             ///< random: two notes of the same words differ, and nobody guesses an id
  std::string body{};    ///< UTF-8; of an addressed note base64 of what is sealed
  Octets key{}, sign{};  ///< the sender's public key; over `signed_bytes`
  bool operator==(const Note&) const = default;

  bool is_addressed() const { return receiver != Id{}; }
  /// To whom or what it is brought near.
  const Id& target() const { return is_addressed() ? receiver : id; }
};

/// What names a note.
Id note_id(sdk::Crypto& crypto, const Note& note);

/// What its sender signs. `suite` is `Crypto::suite`.
Octets signed_bytes(std::string_view suite, const Id& note);

/// What an answer is sealed with, so that it answers this note and no other.
Octets reply_context(const Id& note);

/// The JSON text that travels. The caller keeps the limits.
std::string write_note(const Note& note);

/// Reads it strictly, `id` left zero; nothing when it is over a limit or not exactly of the form of the protocol page.
std::optional<Note> read_note(wire::JsonParser& parser, std::string_view text);

}  // namespace p2pchat::lan_bottle
