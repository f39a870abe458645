// SPDX-License-Identifier: MIT
#include "endpoint.hpp"

namespace p2pchat::isolation {

Endpoint::Endpoint(int descriptor, Side side)
    : outlet_(std::make_shared<Outlet>(descriptor, side.full)),
      intake_(std::make_shared<Intake>(
          outlet_, Intake::Reader{.take = [this](std::string frame) { return take(std::move(frame)); },
                                  .ready = [this] { return callee_->ready(); }})) {
  const auto callee = std::make_shared<std::weak_ptr<Callee>>();
  Caller::Post post = [callee, lane = std::move(side.callbacks)](std::size_t octets, sdk::Fn<void()>&& f) {
    if (const auto still = callee->lock(); still && lane) still->line_up(lane, octets, std::move(f));
  };
  caller_ = std::make_shared<Caller>(outlet_, intake_, std::move(post), std::move(side.patience));
  callee_ = std::make_shared<Callee>(outlet_, caller_, side.max_in_line);
  *callee = callee_;
}

void Endpoint::open(std::function<void()> closed) {
  link_ = std::make_unique<Link>(outlet_, intake_, [this, closed = std::move(closed)] {
    caller_->close();
    closed();
  });
}

bool Endpoint::take(std::string frame) {
  Reader in(frame);
  Head head;
  Value<Head>::read(in, head);
  if (!in.good()) return false;
  const auto begin = frame.size() - in.left();
  return head.kind == Kind::call ? callee_->take(head, std::move(frame), begin)
                                 : caller_->take(head, std::move(frame), begin);
}

}  // namespace p2pchat::isolation
