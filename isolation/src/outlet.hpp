// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>

namespace p2pchat::isolation {

/// The way out of one end of a socket pair. Owns the descriptor; whoever may have to say something keeps the outlet.
/// Thread: any.
class Outlet {
 public:
  /// What a sender does when the other end does not read.
  enum class Full { ends, waits };

  Outlet(int descriptor, Full full);
  ~Outlet();
  Outlet(const Outlet&) = delete;
  /// Sends a frame, now or when there is room. One over the limit of a frame ends it: somebody would wait for it in
  /// vain. Dropped when it is closed.
  void send(std::string frame);
  /// Ends both ways. The first reason given stays.
  void close(const std::string& reason);
  bool closed() const;
  /// Why, empty when the other end closed.
  std::string reason() const;
  /// Waits until everything has left, at most so long.
  void drain(std::chrono::milliseconds limit);
  /// Makes the link's thread look again whether there is something to do.
  void wake() const;

 private:
  friend class Intake;
  friend class Link;
  bool pending() const;
  void flush();
  void push(const std::unique_lock<std::mutex>& lock);

  const int descriptor_, wake_;
  const Full full_;
  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::deque<std::string> queue_;
  std::size_t queued_ = 0, sent_of_first_ = 0;
  bool closed_ = false;
  std::string reason_;
};

}  // namespace p2pchat::isolation
