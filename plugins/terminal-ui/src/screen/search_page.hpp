// SPDX-License-Identifier: MIT
#pragma once
#include "screen/page.hpp"
#include "text/edit_buffer.hpp"

#include <optional>

namespace p2pchat::terminal_ui {

/// Words to look for, everywhere or in one conversation, and what was found, newest first.
class SearchPage final : public Page {
 public:
  explicit SearchPage(Desk& desk) : desk_(desk) {}
  /// Where to search from now on; nobody is everywhere.
  void set_scope(std::optional<sdk::Id> peer);
  void search(std::string_view words);
  void draw(Grid& grid, const Rect& rect) override;
  bool key(const Key& key) override;
  std::string hint() const override { return "Enter search, then open · ↑↓ choose · Tab where"; }

 private:
  void fetch(std::uint64_t before);
  void enter();
  void move(int by);
  void draw_field(Grid& grid, const Rect& rect);
  Desk& desk_;
  std::optional<sdk::Id> scope_, other_scope_;
  EditBuffer words_;
  std::string searched_;
  std::vector<Message> found_;
  std::optional<std::size_t> chosen_;
  std::uint64_t next_ = 0, search_ = 0;
  bool fetching_ = false;
  std::size_t top_ = 0;
};

}  // namespace p2pchat::terminal_ui
