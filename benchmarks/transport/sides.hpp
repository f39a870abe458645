// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <vector>

namespace p2pchat::benchmark {

/// A message of a chat, as a frame: about 200 bytes.
inline constexpr std::size_t message_size = 200;

/// Messages a second, one way over loopback, through two instances of the plugin, each on a loop of its own.
double plugin_stream(std::size_t messages);
/// Round trips of one message between the two, in microseconds.
std::vector<double> plugin_echo(std::size_t round_trips);

/// The same bytes by Asio alone: so many messages to each async_write, reads of up to 128 KiB; a thread for either end.
double raw_stream(std::size_t messages, std::size_t messages_per_write);
/// Asio alone, both ends on one thread, so that no wake-up of another thread is part of it.
std::vector<double> raw_echo(std::size_t round_trips);

}  // namespace p2pchat::benchmark
