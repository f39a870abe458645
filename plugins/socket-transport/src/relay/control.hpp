// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace p2pchat::socket_transport {

using Octets = std::vector<std::uint8_t>;

/// What the first frame of a connection may say instead of opening a session; docs/protocol/reachability.md.
enum class Word : std::uint8_t {
  connect = 1,   ///< give me a way to this id
  answer = 2,    ///< I am whom this call is for
  joined = 3,    ///< what follows is from the other end, which is seen at `text`
  refused = 4,   ///< there is no way
  here = 5,      ///< this connection goes past the relay
  dialled = 6,   ///< you asked to be dialled: you can be
  datagrams = 7  ///< what follows are datagrams
};

/// Why a relay refused; others are read as `not_here`.
enum class Refusal : std::uint8_t { not_here = 1, full = 2, not_a_relay = 3, no_answer = 4 };

/// A control frame: `72 01 | u8 word | u8 n | n octets of name | text`.
struct Control {
  Word word = Word::connect;
  Octets name{};       ///< an id of 32 octets, a call of 16, a request of 12, a reason of 1
  std::string text{};  ///< of `joined`: an endpoint
};

/// The frame with its length before it, ready to be written.
Octets to_octets(const Control& control);

/// Whether a frame is meant as control, well formed or not: no message of a handshake begins so.
bool is_control(std::span<const std::uint8_t> frame);

/// Reads a frame strictly; nothing for unknown words and lengths that are not the word's.
std::optional<Control> read_control(std::span<const std::uint8_t> frame);

}  // namespace p2pchat::socket_transport
