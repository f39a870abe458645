// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace p2pchat::transport {

/// What one connection still has to write: whole frames in one flat buffer, so that one system call takes them all.
class SendQueue {
 public:
  explicit SendQueue(std::size_t limit) : limit_(limit) {}
  /// Whether a frame of that size can be queued: no more than `limit` octets wait then.
  bool fits(std::uint64_t frame_size) const;
  /// Queues a frame that fits.
  void push(sdk::bytes frame, sdk::StatusFn&& done);
  /// Everything that waits; valid until the next call.
  std::span<const std::uint8_t> waiting() const { return std::span(buffer_).subspan(head_); }
  bool empty() const { return head_ == buffer_.size(); }
  /// Says that the first `n` octets were written; moves the `done` of each frame that is out to `finished`.
  void wrote(std::size_t n, std::vector<sdk::StatusFn>& finished);
  /// Forgets everything; moves each `done` to `finished`.
  void abandon(std::vector<sdk::StatusFn>& finished);

 private:
  struct Mark {
    std::uint64_t end;  // counted from the first octet ever queued
    sdk::StatusFn done;
  };
  std::size_t limit_;
  std::vector<std::uint8_t> buffer_;
  std::size_t head_ = 0;
  std::uint64_t written_ = 0, pushed_ = 0;
  std::deque<Mark> marks_;
};

}  // namespace p2pchat::transport
