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
  ++posted_;
  called.lane([self = shared_from_this(), &called, method, back, frame = std::move(frame),
               skipped = begin + 2 * sizeof(std::uint32_t)] {
    Reader arguments(std::string_view(frame).substr(skipped));
    if (!self->outlet_->closed() && !called.serve(method, arguments, back))
      self->outlet_->close("sent a malformed call");
    if (self->posted_-- == max_posted) self->outlet_->wake();
  });
  return true;
}

}  // namespace p2pchat::isolation
