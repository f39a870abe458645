// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/bottle.hpp>
#include <p2pchat/routing.hpp>
#include <p2pchat/store.hpp>

namespace p2pchat::isolation {

/// The longest text or octets that one side takes of the other at once: what can be carried to another process.
inline constexpr std::uint64_t max_given = 16ULL << 20;

/// What is wrong with a value that a plugin gave, so that it must not be looked at; null when nothing is. Only what can
/// be told without touching what it leads to: a pointer that leads astray crashes whoever follows it.
template <class T>
constexpr const char* flaw(const T&) {
  return nullptr;
}
inline const char* flaw(const sdk::bytes& octets) {
  if (octets.len > max_given) return "octets over 16 MiB";
  return octets.ptr || octets.len == 0 ? nullptr : "octets that are nowhere";
}
inline const char* flaw(const sdk::str& text) {
  if (text.len > max_given) return "a text over 16 MiB";
  return text.ptr || text.len == 0 ? nullptr : "a text that is nowhere";
}
inline const char* flaw(const sdk::Status& status) {
  if (status.code < sdk::Errc::ok || status.code > sdk::Errc::internal) return "an error of no known number";
  return std::memchr(status.text, 0, sizeof status.text) ? nullptr : "an error whose text has no end";
}
inline const char* flaw(const sdk::NodeEntry& node) {
  return std::memchr(node.endpoint, 0, sizeof node.endpoint) ? nullptr : "an endpoint that has no end";
}
inline const char* flaw(const sdk::BottleView& bottle) { return flaw(bottle.body); }
inline const char* flaw(const sdk::BottleStep& step) { return flaw(step.text); }
inline const char* flaw(const sdk::Message& message) {
  for (const auto& text : {message.type, message.body, message.reason})
    if (const auto* found = flaw(text)) return found;
  return nullptr;
}

/// The first flaw among the arguments of a call.
template <class... A>
const char* flaw_among(const A&... each) {
  const char* found = nullptr;
  (void)((found = flaw(each)) || ...);
  return found;
}
/// An array and how long it is.
inline const char* flaw_among(const sdk::Status& status, const sdk::NodeEntry* const& nodes,
                              const std::uint32_t& count) {
  if (count > max_given / sizeof *nodes) return "nodes over 16 MiB";
  if (!nodes && count != 0) return "nodes that are nowhere";
  const auto* found = flaw(status);
  for (std::uint32_t i = 0; i < count && !found; ++i) found = flaw(nodes[i]);
  return found;
}

/// A visitor to which only what has no flaw is shown; `complain` hears of the rest. Borrows `each`.
template <class R, class... A, class Complain>
sdk::Fn<R(A...)> without_flaws(const sdk::Fn<R(A...)>& each, Complain complain) {
  if (!each) return {};
  return [&each, complain = std::move(complain)](A... shown) -> R {
    if (const auto* what = flaw_among(shown...)) return complain(what), R();
    return each(static_cast<A>(shown)...);
  };
}

}  // namespace p2pchat::isolation
