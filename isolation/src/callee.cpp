// SPDX-License-Identifier: MIT
#include "callee.hpp"

namespace p2pchat::isolation {

bool Callee::take(const Head& head, std::string frame, std::size_t begin) {
  Reader in(std::string_view(frame).substr(begin));
  const auto object = in.number<std::uint32_t>(), method = in.number<std::uint32_t>();
  if (!in.good() || object >= objects_.size() || *callbacks_ > max_callbacks) return false;
  const Return back{outlet_, callbacks_, head.number};
  const auto& called = objects_[object];
  if (!called.lane) return called.serve(method, in, back);
  const auto octets = frame.size();
  line_up(called.lane, octets,
          [&called, method, back, frame = std::move(frame), skipped = begin + 2 * sizeof(std::uint32_t)] {
            Reader arguments(std::string_view(frame).substr(skipped));
            // Also when the caller is gone meanwhile: what it said last counts.
            if (!called.serve(method, arguments, back)) back.outlet->close("sent a malformed call");
          });
  return true;
}

void Callee::line_up(const Lane& lane, std::size_t octets, sdk::Fn<void()>&& f) {
  octets += least_in_line;
  in_line_ += octets;
  lane([self = shared_from_this(), octets, f = std::move(f)] {
    f();
    const auto before = self->in_line_.fetch_sub(octets);
    if (before >= max_in_line && before - octets < max_in_line) self->outlet_->wake();
  });
}

}  // namespace p2pchat::isolation
