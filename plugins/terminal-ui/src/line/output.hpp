// SPDX-License-Identifier: MIT
#pragma once
#include "shell/mailbox.hpp"

#include <string>
#include <string_view>

namespace p2pchat::terminal_ui {

/// Standard output that a slow reader cannot make deaf: while it waits, a request to quit is heard.
class Output {
 public:
  Output(int descriptor, const Mailbox& mailbox) : descriptor_(descriptor), mailbox_(mailbox) {}
  /// Keeps text until `flush`.
  void add(std::string_view text) { pending_ += text; }
  /// Writes everything; false when nobody reads any more, or when asked to quit while the reader does not read.
  bool flush();

 private:
  int descriptor_;
  const Mailbox& mailbox_;
  std::string pending_;
};

}  // namespace p2pchat::terminal_ui
