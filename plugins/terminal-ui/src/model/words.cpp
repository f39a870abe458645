// SPDX-License-Identifier: MIT
#include "model/words.hpp"

namespace p2pchat::terminal_ui {

std::string_view word(sdk::State state) {
  switch (state) {
    case sdk::State::queued:
      return "queued";
    case sdk::State::sent:
      return "sent";
    case sdk::State::delivered:
      return "delivered";
    case sdk::State::read:
      return "read";
    case sdk::State::failed:
      return "failed";
  }
  return "unknown";
}

std::string_view word(sdk::Relation relation) {
  switch (relation) {
    case sdk::Relation::asked:
      return "asked";
    case sdk::Relation::asking:
      return "asking";
    case sdk::Relation::accepted:
      return "accepted";
    case sdk::Relation::blocked:
      return "blocked";
  }
  return "unknown";
}

std::string_view word(sdk::Direction direction) { return direction == sdk::Direction::incoming ? "in" : "out"; }

std::string_view word(sdk::Errc code) {
  constexpr std::string_view names[] = {"ok",        "invalid",     "malformed", "bad_signature", "too_large",
                                        "refused",   "not_found",   "timed_out", "expired",       "busy",
                                        "cancelled", "unsupported", "io",        "corrupt",       "internal"};
  const auto at = static_cast<std::size_t>(code);
  return at < std::size(names) ? names[at] : "internal";
}

std::string_view reason_words(std::string_view reason) {
  if (reason == "not-a-contact") return "they have not accepted yet";
  if (reason == "busy") return "they have no room just now";
  if (reason == "cancelled") return "given up";
  if (reason == "waiting on the sea") return "on the sea until they come";
  if (reason == "blocked") return "they are blocked";
  return reason;
}

std::string_view mark(sdk::State state) {
  switch (state) {
    case sdk::State::queued:
      return "·";
    case sdk::State::sent:
      return "→";
    case sdk::State::delivered:
      return "✓";
    case sdk::State::read:
      return "✓✓";
    case sdk::State::failed:
      return "✗";
  }
  return "?";
}

}  // namespace p2pchat::terminal_ui
