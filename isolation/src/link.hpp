// SPDX-License-Identifier: MIT
#pragma once
#include "outlet.hpp"

#include <functional>
#include <memory>
#include <thread>

namespace p2pchat::isolation {

/// One end of a socket pair: a thread that reads frames, and writes what did not leave at once.
class Link {
 public:
  struct Reader {
    /// Takes a frame; false when it is malformed, which ends the link. Thread: the link's.
    std::function<bool(std::string frame)> take;
    /// Whether there is room for another; `Outlet::wake` when there is again. Thread: the link's.
    std::function<bool()> ready = [] { return true; };
    /// Nothing is read any more. The last call. Thread: the link's.
    std::function<void()> closed;
  };

  Link(std::shared_ptr<Outlet> outlet, Reader reader);
  /// Closes, and waits for the thread.
  ~Link();
  Outlet& outlet() { return *outlet_; }

 private:
  void run();
  bool read_some(class FrameCutter& cutter);
  const std::shared_ptr<Outlet> outlet_;
  const Reader reader_;
  std::thread thread_;
};

}  // namespace p2pchat::isolation
