// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

namespace p2pchat::isolation {

/// Where a second start of the program asks the first to show itself: a socket in the data directory, which is mine
/// alone.
class Door {
 public:
  /// Hears a knock, with where the other process would show itself: lines such as `DISPLAY=:0`. Thread: the door's.
  using KnockFn = std::function<void(const std::string& display)>;

  /// Opens it; where that fails nobody can knock, and that is all.
  Door(const std::filesystem::path& data_directory, KnockFn heard);
  /// Closes it, and waits for a knock that is being heard.
  ~Door();
  Door(const Door&) = delete;
  /// Knocks, with the display of this process. False when nobody is there.
  static bool knock(const std::filesystem::path& data_directory);

 private:
  void listen() const;
  const std::filesystem::path file_;
  const KnockFn heard_;
  int socket_ = -1;
  std::thread thread_;
};

}  // namespace p2pchat::isolation
