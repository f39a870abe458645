// SPDX-License-Identifier: MIT
#pragma once
#include "command/command.hpp"
#include "screen/grid.hpp"
#include "screen/key.hpp"
#include "shell/feed.hpp"

#include <functional>
#include <string>

namespace p2pchat::terminal_ui {

/// What the pages share: the node, and ways to act beyond the page.
struct Desk {
  Feed& feed;
  Me me;
  /// Runs a command as if it had been typed.
  std::function<void(const Command&)> run;
  /// Goes to a conversation and, when `place` is not 0, to that message.
  std::function<void(const sdk::Id& peer, std::uint64_t place)> open;
  /// Says something in the status line until the next key.
  std::function<void(std::string sentence, Style style)> say;
};

/// One of the screens behind the function keys. Thread: the UI's.
class Page {
 public:
  virtual ~Page() = default;
  virtual void draw(Grid& grid, const Rect& rect) = 0;
  /// Whether the key meant something here.
  virtual bool key(const Key& key) = 0;
  virtual void hear(const Event&) {}
  /// It is on screen from now on.
  virtual void shown() {}
  /// What the keys do, for the status line.
  virtual std::string hint() const = 0;
};

}  // namespace p2pchat::terminal_ui
