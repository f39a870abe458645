// SPDX-License-Identifier: MIT
#pragma once
#include "screen/composer.hpp"
#include "screen/contact_list.hpp"
#include "screen/conversation_view.hpp"

namespace p2pchat::terminal_ui {

/// Contacts on the left, the conversation with one of them on the right, the composer below it.
///
/// Under 60 columns there is one of the two: the list while it has the focus, else the conversation.
class ChatsPage final : public Page {
 public:
  explicit ChatsPage(Desk& desk) : desk_(desk), list_(desk.feed.book()), view_(desk) {}
  void open(const sdk::Id& peer, std::uint64_t place);
  std::optional<sdk::Id> peer() const { return view_.peer(); }
  Composer& composer() { return composer_; }
  void focus_list() { focus_ = Focus::list; }
  void set_visible(bool visible);
  void go_to_unread();

  void draw(Grid& grid, const Rect& rect) override;
  bool key(const Key& key) override;
  void hear(const Event& event) override;
  std::string hint() const override;

 private:
  enum class Focus { list, composer };
  bool list_key(const Key& key);
  bool view_key(const Key& key);
  void step(int by);
  void submit();
  void draw_conversation(Grid& grid, const Rect& rect);
  void draw_header(Grid& grid, const Rect& rect);
  void draw_welcome(Grid& grid, const Rect& rect);
  Desk& desk_;
  ContactList list_;
  ConversationView view_;
  Composer composer_;
  Focus focus_ = Focus::composer;
};

}  // namespace p2pchat::terminal_ui
