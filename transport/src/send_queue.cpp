// SPDX-License-Identifier: MIT
#include "transport/send_queue.hpp"

#include "transport/frame_cutter.hpp"

namespace p2pchat::transport {
namespace {

constexpr std::size_t kept_capacity = 262'144;

}  // namespace

bool SendQueue::fits(std::uint64_t frame_size) const {
  const auto free = limit_ - waiting().size();
  return frame_size <= free && frame_header <= free - frame_size;
}

void SendQueue::push(sdk::bytes frame, sdk::StatusFn&& done) {
  if (head_ > buffer_.size() / 2) {  // moves less than was written since the last time
    buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(head_));
    head_ = 0;
  }
  std::uint8_t header[frame_header];
  write_header(static_cast<std::uint32_t>(frame.len), header);
  buffer_.insert(buffer_.end(), header, header + frame_header);
  buffer_.insert(buffer_.end(), frame.ptr, frame.ptr + frame.len);
  pushed_ += frame_header + frame.len;
  if (done) marks_.push_back({pushed_, std::move(done)});
}

void SendQueue::wrote(std::size_t n, std::vector<sdk::StatusFn>& finished) {
  head_ += n;
  written_ += n;
  for (; !marks_.empty() && marks_.front().end <= written_; marks_.pop_front())
    finished.push_back(std::move(marks_.front().done));
  if (!empty()) return;
  buffer_.clear();
  head_ = 0;
  if (buffer_.capacity() > kept_capacity) buffer_.shrink_to_fit();
}

void SendQueue::abandon(std::vector<sdk::StatusFn>& finished) {
  for (auto& mark : marks_) finished.push_back(std::move(mark.done));
  *this = SendQueue(limit_);
}

}  // namespace p2pchat::transport
