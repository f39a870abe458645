// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <atomic>
#include <thread>

namespace p2pchat::host {

/// Which thread a call may come from; the tags of the SDK.
enum class Tag : unsigned { any, loop, serial, main };

/// Which thread is which. Each thread claims its tag when it begins; nobody is on a tag that nobody claimed.
class Threads {
 public:
  /// Makes the calling thread the one of this tag.
  void claim(Tag tag) { owners_[static_cast<unsigned>(tag)] = std::this_thread::get_id(); }
  /// Whether the calling thread may make calls of this tag. Thread: any.
  bool on(Tag tag) const {
    return tag == Tag::any ||
           owners_[static_cast<unsigned>(tag)].load(std::memory_order_relaxed) == std::this_thread::get_id();
  }

 private:
  std::array<std::atomic<std::thread::id>, 4> owners_{};
};

}  // namespace p2pchat::host
