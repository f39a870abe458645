// SPDX-License-Identifier: MIT
#pragma once
#include "screen/composer.hpp"

#include <functional>
#include <string>

namespace p2pchat::terminal_ui {

/// Where the text of a bottle or of an answer is written, with a count of its characters. Each bottle has a draft of
/// its own; a zero id is the one to be thrown.
class NoteEditor {
 public:
  static constexpr std::size_t most_characters = 1000;
  /// `submit` gets what was written; `say` why it cannot be.
  NoteEditor(std::function<void(const sdk::Id& bottle, const std::string& text)> submit,
             std::function<void(std::string)> say)
      : submit_(std::move(submit)), say_(std::move(say)) {}

  void open(const sdk::Id& bottle, std::string title);
  bool is_open() const { return open_; }
  /// Puts the editor away; the draft stays.
  void close() { open_ = false; }
  bool has_drafts() const { return composer_.has_drafts(); }
  void forget(const sdk::Id& bottle);
  /// Puts a text back that could not be used.
  void give_back(const sdk::Id& bottle, std::string_view text);
  /// Whether the key meant something; only while it is open.
  bool key(const Key& key);
  /// The rows it needs at this width, at least 2 and about a third of `height` at most; 0 while it is closed.
  int rows(int width, int height) const;
  void draw(Grid& grid, const Rect& rect);

 private:
  void enter();
  std::function<void(const sdk::Id&, const std::string&)> submit_;
  std::function<void(std::string)> say_;
  Composer composer_;
  sdk::Id bottle_;
  std::string title_;
  bool open_ = false;
};

}  // namespace p2pchat::terminal_ui
