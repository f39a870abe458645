// SPDX-License-Identifier: MIT
#pragma once
#include "screen/bottle_rows.hpp"
#include "screen/choice.hpp"
#include "screen/note_editor.hpp"
#include "screen/page.hpp"

#include <optional>

namespace p2pchat::terminal_ui {

/// What the pages about bottles share: a list, the bottle that is opened, and a place to write.
///
/// On a wide screen the opened bottle stands beside the list, else in its place.
class BottlePage : public Page {
 public:
  explicit BottlePage(Desk& desk);
  void draw(Grid& grid, const Rect& rect) final;
  bool key(const Key& key) final;
  std::string hint() const final;
  /// Opens a bottle of this page.
  void open(const sdk::Id& bottle);
  bool has_drafts() const { return editor_.has_drafts(); }
  /// Puts back what could not be thrown (zero id) or answered.
  void give_back(const sdk::Id& bottle, std::string_view text) { editor_.give_back(bottle, text); }

 protected:
  /// A row of the list: a bottle, or a heading.
  struct ListRow {
    std::string heading;
    sdk::Id id;
    BottleRow bottle;
  };
  virtual std::vector<ListRow> list() const = 0;
  virtual std::string_view empty_words() const = 0;
  /// The rows of a bottle of the list.
  virtual std::vector<SheetRow> sheet(const sdk::Id& bottle, int width) const = 0;
  virtual void opened(const sdk::Id& bottle) = 0;
  /// A key that is about the opened bottle.
  virtual void opened_key(const Key& key, const sdk::Id& bottle) = 0;
  /// Moves among the steps; false when there are none to choose.
  virtual bool choose_step(int) { return false; }
  virtual std::size_t chosen_step() const { return 0; }
  virtual std::string opened_hint() const = 0;
  /// Runs a command about a bottle as if it had been typed.
  void run(Verb verb, std::string_view word, const sdk::Id& bottle, std::string text = {}, std::uint32_t step = 0);
  NameOf namer() const;
  std::uint64_t now_ms() const { return desk_.feed.calls().now_ms(); }
  Desk& desk_;
  NoteEditor editor_;

 private:
  void list_key(const Key& key);
  void sheet_key(const Key& key, const sdk::Id& bottle);
  void scroll(int by);
  std::vector<sdk::Id> things() const;
  void draw_list(Grid& grid, const Rect& rect);
  void draw_opened(Grid& grid, const Rect& rect);
  int list_width(int columns) const;
  Choice choice_;
  std::optional<sdk::Id> opened_;
  int top_ = 0;          ///< of the opened bottle
  bool follow_ = false;  ///< whether the chosen step is to come in sight
};

}  // namespace p2pchat::terminal_ui
