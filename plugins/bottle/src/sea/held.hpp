// SPDX-License-Identifier: MIT
#pragma once
#include "note/note.hpp"

#include <p2pchat/bottle.hpp>

#include <optional>

namespace p2pchat::bottle {

using sdk::Voyage;

/// Another's bottle that this node has: it passes, lies here, is kept for its receiver or is addressed to me. One
/// record; each change of its state is one write.
struct Held {
  /// Which legs it still owes, so that they are made after a restart.
  enum class Errand : std::uint8_t { none, drift, release };

  Note note;                  ///< as it came
  std::uint64_t here_ms = 0;  ///< when, by my clock
  Voyage voyage = Voyage::passing;
  Errand errand = Errand::none;
  bool owes_found = false;  ///< its creator does not know yet that it is here
  bool is_answered = false;
  Octets reply{};        ///< sealed; empty unless it still has to reach the creator
  bool is_gone = false;  ///< released: here only for what it owes

  /// Whether it came ashore here for people to find.
  bool is_found() const { return !note.is_addressed() && !is_gone && voyage != Voyage::passing; }
  /// Whether it lies or passes here for people to see, at this time.
  bool is_shown(std::uint64_t now_ms) const {
    return !note.is_addressed() && !is_gone && (voyage == Voyage::kept || now_ms < note.expiry_ms);
  }
  /// When it is forgotten; never when it is kept.
  std::optional<std::uint64_t> ends_ms() const {
    if (owes_found || !reply.empty()) return note.expiry_ms + answers_for_ms;
    if (voyage == Voyage::kept && !is_gone) return std::nullopt;
    return is_gone && errand == Errand::none ? here_ms : note.expiry_ms;
  }
};

/// A held bottle as the table `held` keeps it: a JSON object.
std::string held_record(const Held& held);
std::optional<Held> read_held_record(std::string_view text);

}  // namespace p2pchat::bottle
