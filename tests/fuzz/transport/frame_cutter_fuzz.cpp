// SPDX-License-Identifier: MIT
#include "transport/frame_cutter.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

// The first octet says in which pieces the rest arrives. However it is cut, the same frames must come out, none over
// the limit, and memory must follow what arrived.
namespace {

using namespace p2pchat::transport;

constexpr std::uint32_t max_frame = 5'000;

struct Outcome {
  std::vector<std::string> frames;
  bool oversized = false, inside = false;
  bool operator==(const Outcome&) const = default;
};

Outcome cut(std::span<const std::uint8_t> stream, std::size_t piece) {
  FrameCutter cutter(max_frame);
  Outcome outcome;
  std::size_t arrived = 0;
  while (arrived < stream.size() && !cutter.oversized()) {
    const auto room = cutter.room();
    if (room.empty() || room.size() > std::max<std::size_t>(4'096, 2 * arrived)) std::abort();
    const auto size = std::min({piece, stream.size() - arrived, room.size()});
    std::copy_n(stream.begin() + static_cast<std::ptrdiff_t>(arrived), size, room.begin());
    arrived += size;
    auto whole = cutter.filled(size);
    while (const auto frame = next_frame(whole)) outcome.frames.emplace_back(frame->begin(), frame->end());
    if (!whole.empty()) std::abort();
  }
  for (const auto& frame : outcome.frames)
    if (frame.size() > max_frame) std::abort();
  outcome.oversized = cutter.oversized();
  outcome.inside = cutter.inside_frame();
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span stream(data + 1, size - 1);
  const auto whole = cut(stream, stream.size() + 1);
  if (!(cut(stream, std::size_t{data[0]} + 1) == whole)) std::abort();
  return 0;
}
