// SPDX-License-Identifier: MIT
#include "endpoint.hpp"

namespace p2pchat::isolation {

void Endpoint::open(std::function<void()> closed) {
  link_ =
      std::make_unique<Link>(outlet_, Link::Reader{.take = [this](std::string frame) { return take(std::move(frame)); },
                                                   .ready = [this] { return callee_->ready(); },
                                                   .closed =
                                                       [this, closed = std::move(closed)] {
                                                         caller_.close();
                                                         closed();
                                                       }});
}

bool Endpoint::take(std::string frame) {
  Reader in(frame);
  Head head;
  Value<Head>::read(in, head);
  if (!in.good()) return false;
  const auto begin = frame.size() - in.left();
  return head.kind == Kind::call ? callee_->take(head, std::move(frame), begin)
                                 : caller_.take(head, std::move(frame), begin);
}

}  // namespace p2pchat::isolation
