// SPDX-License-Identifier: MIT
#include "../engine_state.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace p2pchat::socket_transport {
namespace {

constexpr std::size_t copied_at_once = 8'192;
constexpr std::chrono::seconds saved_up{4};  // how much of its rate a quiet circuit may use at once

}  // namespace

/// Ends one way of a circuit; the other goes on until its own end.
asio::awaitable<void> copy_octets(EngineState& engine, std::shared_ptr<Stream> from, std::shared_ptr<Stream> to,
                                  std::uint32_t octets_per_second) {
  using Clock = std::chrono::steady_clock;
  std::array<std::uint8_t, copied_at_once> octets;
  asio::steady_timer pause(engine.context);
  auto free_at = Clock::now() - saved_up;
  while (!engine.stopping) {
    const auto room = asio::buffer(octets);
    const auto [error, size] = co_await from->socket.async_read_some(room, as_result);
    if (error) break;
    const auto taken = asio::buffer(octets.data(), size);
    const auto [failed, written] = co_await asio::async_write(to->socket, taken, as_result);
    if (failed) break;
    free_at = std::max(free_at, Clock::now() - saved_up) +
              std::chrono::microseconds(std::uint64_t{size} * 1'000'000 / octets_per_second);
    pause.expires_at(free_at);
    co_await pause.async_wait(as_result);
  }
  boost::system::error_code ignored;
  static_cast<void>(to->socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored));
  engine.tell_ended(from->id);
}

}  // namespace p2pchat::socket_transport
