// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace p2pchat::transport {

/// The length that goes before every frame: 32 bits, big-endian.
inline constexpr std::size_t frame_header = 4;

/// Writes the length of a frame.
void write_header(std::uint32_t length, std::uint8_t (&header)[frame_header]);

/// Takes the next frame off the beginning of whole frames; nothing when none is left.
std::optional<std::span<const std::uint8_t>> next_frame(std::span<const std::uint8_t>& frames);

/// Cuts what a stream delivers into whole frames: `room`, read into it, `filled`.
///
/// Memory follows what arrived, never what was announced: it at most doubles with each fill, and a length over the
/// limit is refused when its four octets are there.
class FrameCutter {
 public:
  explicit FrameCutter(std::uint32_t max_frame) : max_frame_(max_frame) {}
  /// Where the next octets go; never empty.
  std::span<std::uint8_t> room();
  /// Says that `n` octets of `room` were written. Returns the frames, headers included, that are now whole; they are
  /// valid until the next `room`.
  std::span<const std::uint8_t> filled(std::size_t n);
  /// Whether a frame over the limit was announced: the stream is of no more use.
  bool oversized() const { return oversized_; }
  /// Whether part of a frame has arrived.
  bool inside_frame() const { return size_ > whole_; }

 private:
  void drop_whole();
  std::uint32_t max_frame_;
  std::vector<std::uint8_t> buffer_;
  std::size_t size_ = 0;    // octets that have arrived
  std::size_t whole_ = 0;   // of them, in whole frames already given out
  std::size_t wanted_ = 0;  // octets the unfinished frame takes, 0 while its header is not there
  bool oversized_ = false;
};

}  // namespace p2pchat::transport
