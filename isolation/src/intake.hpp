// SPDX-License-Identifier: MIT
#pragma once
#include "frame.hpp"
#include "outlet.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace p2pchat::isolation {

/// The way in of one end of a socket pair: one thread at a time reads what comes, and takes the frames in it.
///
/// Whoever waits for something from the other end reads it itself, so that no other thread has to be woken first. The
/// link reads when nobody waits. Thread: any, unless said otherwise.
class Intake {
 public:
  using Clock = std::chrono::steady_clock;
  using Limit = std::optional<Clock::time_point>;
  struct Reader {
    /// Takes a frame; false when it is malformed, which ends the link. Thread: the one that reads; it must not wait.
    std::function<bool(std::string frame)> take;
    /// Whether there is room for another; `Outlet::wake` when there is again. Thread: the one that reads.
    std::function<bool()> ready = [] { return true; };
  };

  Intake(std::shared_ptr<Outlet> outlet, Reader reader);
  ~Intake();
  Intake(const Intake&) = delete;
  /// Waits until something comes, and takes it; false at once when another thread reads, or there is no room. True also
  /// when nothing came until the limit, and at once when what the caller waits for is there: another thread may have
  /// taken it just before.
  bool read(const Limit& limit, const std::function<bool()>& is_there);
  /// The same for a thread that has something else to wait for: a number in `nudge`, an eventfd, which it takes away.
  /// While another thread reads, it waits for that alone, and is nudged when reading is free. Not for a side whose
  /// `ready` may say no.
  void read_or_rest(const Limit& limit, int nudge);
  /// Waits until nobody reads, and lets nobody read any more.
  void close();

 private:
  friend class Link;
  enum class Who { link, other };
  bool begin(Who who, int nudge = -1);
  void end(Who who);
  void read_in_turn(const Limit& limit, int nudge);
  void read_some();
  void watch(std::uint32_t events) const;

  const std::shared_ptr<Outlet> outlet_;
  const Reader reader_;
  const int watched_;  ///< an epoll, readable when something came and nobody but the link is to read it
  FrameCutter cutter_;
  std::mutex mutex_;
  std::condition_variable free_;
  bool taken_ = false, closed_ = false, link_waits_ = false;
  int nudge_ = -1;  ///< of who waits until reading is free
};

}  // namespace p2pchat::isolation
