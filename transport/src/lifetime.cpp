// SPDX-License-Identifier: MIT
#include "transport/lifetime.hpp"

#include <algorithm>

namespace p2pchat::transport {
namespace {

constexpr std::uint64_t second_us = 1'000'000;
constexpr std::uint64_t first_frame_us = 30 * second_us;
constexpr std::uint64_t reader_us = 60 * second_us;
constexpr std::uint64_t idle_us = 900 * second_us;
constexpr std::uint64_t closing_us = 10 * second_us;

}  // namespace

const char* overdue(const Activity& activity, std::uint64_t now_us) {
  const auto since = [now_us](std::uint64_t then_us) { return now_us > then_us ? now_us - then_us : 0; };
  const auto last_us = std::max({activity.opened_us, activity.heard_us, activity.written_us});
  if (activity.closing_us != 0)
    return since(std::max(activity.closing_us, activity.written_us)) > closing_us ? "closing took too long" : nullptr;
  if (activity.waiting && since(activity.written_us) > reader_us) return "the other side stopped reading";
  if (activity.inbound && activity.heard_us == 0 && since(activity.opened_us) > first_frame_us)
    return "connected and said nothing";
  return since(last_us) > idle_us ? "nothing came or went for 15 minutes" : nullptr;
}

}  // namespace p2pchat::transport
