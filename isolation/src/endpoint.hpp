// SPDX-License-Identifier: MIT
#pragma once
#include "callee.hpp"
#include "caller.hpp"
#include "link.hpp"

namespace p2pchat::isolation {

/// What makes one end a node's or a worker's.
struct Side {
  Outlet::Full full = Outlet::Full::ends;
  Callee::Lane callbacks = {};  ///< runs callbacks that this end gave away
  std::size_t max_in_line = Callee::few;
  Patience patience = {};
};

/// One end of the conversation between a node and a worker: it calls and is called.
class Endpoint {
 public:
  /// Owns the descriptor.
  Endpoint(int descriptor, Side side);
  Outlet& outlet() { return *outlet_; }
  Caller& caller() { return *caller_; }
  std::shared_ptr<Caller> shared_caller() { return caller_; }
  Callee& callee() { return *callee_; }
  /// Begins to read; what is offered first is there. `closed` is told when the other end is gone, on the link's thread.
  void open(std::function<void()> closed);
  /// Closes, and waits until nobody reads. Harmless when done before. Thread: any but the link's.
  void close() { link_.reset(); }
  /// For a thread that reads while it has nothing else to do.
  const std::shared_ptr<Intake>& intake() { return intake_; }
  /// Takes a frame; false when it is malformed. Thread: the one that reads.
  bool take(std::string frame);

 private:
  const std::shared_ptr<Outlet> outlet_;
  const std::shared_ptr<Intake> intake_;
  std::shared_ptr<Caller> caller_;
  std::shared_ptr<Callee> callee_;
  std::unique_ptr<Link> link_;
};

}  // namespace p2pchat::isolation
