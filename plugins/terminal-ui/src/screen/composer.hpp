// SPDX-License-Identifier: MIT
#pragma once
#include "screen/grid.hpp"
#include "screen/key.hpp"
#include "text/edit_buffer.hpp"

#include <p2pchat/abi.hpp>

#include <deque>
#include <map>

namespace p2pchat::terminal_ui {

/// Where texts are written: a draft for each contact, and what was sent before, newest last.
class Composer {
 public:
  /// Writes to somebody from now on; a zero id is nobody, to whom only commands make sense.
  void turn_to(const sdk::Id& peer) { peer_ = peer, recalled_ = 0; }
  bool has_draft(const sdk::Id& peer) const;
  /// Whether any draft waits.
  bool has_drafts() const;
  std::string_view text() const;
  /// Takes the text out of the composer, and remembers it.
  std::string take();
  /// Puts a text back that could not be sent, unless something else was begun.
  void give_back(const sdk::Id& peer, std::string_view text);
  /// Drops the draft for somebody who is gone.
  void forget(const sdk::Id& peer) { drafts_.erase(peer); }
  bool key(const Key& key);
  /// The rows it needs at this width, 1 to `most`.
  int rows(int width, int most) const;
  void draw(Grid& grid, const Rect& rect, bool focused);

 private:
  EditBuffer& buffer() { return drafts_[peer_]; }
  bool recall(int by);
  static int text_width(int width) { return width > 4 ? width - 4 : 1; }
  sdk::Id peer_;
  std::map<sdk::Id, EditBuffer> drafts_;
  std::deque<std::string> sent_;
  std::size_t recalled_ = 0;  ///< how far back, 0 for what is being written
  std::string put_aside_;     ///< what was being written when older texts were looked at
  int width_ = 40;
  std::size_t top_ = 0;
};

}  // namespace p2pchat::terminal_ui
