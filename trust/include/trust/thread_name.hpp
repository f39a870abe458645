// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace p2pchat::trust {

/// Gives the thread the name of a plugin for as long as it lives. Threads that begin meanwhile inherit it, so that they
/// can be told from those of the program, also by `top -H`. Source: prctl(2), PR_SET_NAME; 15 octets of the id.
class ThreadName {
 public:
  explicit ThreadName(const std::string& plugin) noexcept;
  ~ThreadName();
  ThreadName(const ThreadName&) = delete;
  ThreadName& operator=(const ThreadName&) = delete;

 private:
  char before_[16] = {};
};

/// A sentence for each of these plugins, which have all stopped, of which threads still run. One that is ending is
/// given half a second. Thread: any.
std::vector<std::string> threads_left(const std::vector<std::string>& plugins);

}  // namespace p2pchat::trust
