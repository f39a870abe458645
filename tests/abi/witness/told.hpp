// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <string>
#include <type_traits>

/// Calls as text, so that either side of the ABI can say what it heard and the other compare.
namespace p2pchat::witness {

/// The id all of whose octets are this.
inline sdk::Id id(std::uint8_t octet) {
  sdk::Id made;
  std::memset(made.b, octet, sizeof made.b);
  return made;
}

inline void put(std::string& to, std::string_view text) { to += text; }
inline void put(std::string& to, const sdk::bytes& octets) { to += octets.text(); }
inline void put(std::string& to, const sdk::Id& given) {
  to += given == id(given.b[0]) ? "#" + std::to_string(given.b[0]) : "an id in pieces";
}
template <class N>
requires(std::is_integral_v<N> || std::is_enum_v<N>) void put(std::string& to, N number) {
  to += std::to_string(static_cast<std::int64_t>(number));
}

/// The name of a call and its arguments, with spaces between.
template <class... A>
std::string told(std::string_view call, const A&... arguments) {
  std::string text(call);
  ((text += ' ', put(text, arguments)), ...);
  return text;
}

/// The same as an answer. Limit: that of a `Status`.
template <class... A>
sdk::Status refused(std::string_view call, const A&... arguments) {
  return {sdk::Errc::refused, told(call, arguments...)};
}

}  // namespace p2pchat::witness
