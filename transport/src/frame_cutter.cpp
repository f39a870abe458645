// SPDX-License-Identifier: MIT
#include "transport/frame_cutter.hpp"

#include <algorithm>
#include <cstring>

namespace p2pchat::transport {
namespace {

// A quiet connection costs 4 KiB; a busy one reads up to 64 KiB at a time, which still lies in the cache when it is cut
// and handed over: larger reads are slower.
constexpr std::size_t first_read = 4'096;
constexpr std::size_t largest_read = 65'536;

std::uint32_t read_header(const std::uint8_t* at) {
  return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | at[3];
}

}  // namespace

void write_header(std::uint32_t length, std::uint8_t (&header)[frame_header]) {
  for (std::size_t i = 0; i < frame_header; ++i) header[i] = static_cast<std::uint8_t>(length >> (24 - 8 * i));
}

std::optional<std::span<const std::uint8_t>> next_frame(std::span<const std::uint8_t>& frames) {
  if (frames.size() < frame_header) return std::nullopt;
  const std::size_t length = read_header(frames.data());
  if (frames.size() - frame_header < length) return std::nullopt;
  const auto frame = frames.subspan(frame_header, length);
  frames = frames.subspan(frame_header + length);
  return frame;
}

void FrameCutter::drop_whole() {
  std::memmove(buffer_.data(), buffer_.data() + whole_, size_ - whole_);
  size_ -= whole_;
  whole_ = 0;
  if (buffer_.size() <= largest_read || size_ > largest_read) return;
  buffer_.resize(largest_read);
  buffer_.shrink_to_fit();
}

std::span<std::uint8_t> FrameCutter::room() {
  const bool was_full = size_ == buffer_.size();
  if (whole_ > 0) drop_whole();
  if (was_full && buffer_.size() < largest_read) buffer_.resize(std::max(first_read, 2 * buffer_.size()));
  if (size_ == buffer_.size()) buffer_.resize(std::min(wanted_, 2 * buffer_.size()));
  return {buffer_.data() + size_, buffer_.size() - size_};
}

std::span<const std::uint8_t> FrameCutter::filled(std::size_t n) {
  size_ += n;
  wanted_ = 0;
  while (size_ - whole_ >= frame_header) {
    const auto length = read_header(buffer_.data() + whole_);
    oversized_ = length > max_frame_;
    wanted_ = frame_header + std::size_t{length};
    if (oversized_ || size_ - whole_ < wanted_) break;
    whole_ += wanted_;
    wanted_ = 0;
  }
  return {buffer_.data(), whole_};
}

}  // namespace p2pchat::transport
