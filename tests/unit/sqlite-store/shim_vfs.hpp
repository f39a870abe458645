// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace p2pchat::test {

/// One thing done to a file, or a mark of the test between them.
struct DiskEvent {
  enum class Kind { write, truncate, sync, remove, mark };
  Kind kind;
  std::string file;
  std::uint64_t offset = 0;  ///< of a write; the size of a truncate; the value of a mark
  std::string data;
};

/// While it lives, SQLite reaches its files through it: it records what is written, and can make the disk fail.
/// One at a time.
class ShimVfs {
 public:
  ShimVfs();
  ~ShimVfs();

  std::vector<DiskEvent> events;
  /// Asked before every write and sync with the number of those so far; returns an SQLite error to fail with, or 0.
  std::function<int(std::uint64_t call)> fault;
  std::uint64_t calls = 0;
  bool recording = true;

  void mark(std::uint64_t value) { events.push_back({DiskEvent::Kind::mark, {}, value, {}}); }
};

}  // namespace p2pchat::test
