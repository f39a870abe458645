// SPDX-License-Identifier: MIT
#pragma once
#include "view/chat_list_view.hpp"
#include "view/conversation_panel.hpp"
#include "view/network_strip.hpp"

namespace p2pchat::wx_gui {

/// The list of conversations beside the one that is open, or one of them at a time where there is no room for both.
class ChatsPage final : public wxPanel {
 public:
  ChatsPage(wxWindow* parent, Desk& desk, std::function<void()> add_contact, std::function<void()> my_card);
  void take(const Event& event);
  void open(const sdk::Id& who);
  void find() { conversation_->find(); }
  /// Where typing goes: to the composer when a chat is open, else to the list.
  void focus();
  void go_to_chat();
  void search_everywhere();
  /// From the conversation to the list, where only one of them is on show.
  void back();
  /// Opens the conversation so many rows below (or above).
  void walk(int rows);
  void open_unread();
  /// Leaves in the list those in whose name this stands.
  void filter(const std::string& text);
  const ChatListView& list() const { return *list_; }
  ConversationPanel& conversation() { return *conversation_; }

 private:
  wxWindow* make_side(std::function<void()> add_contact);
  void arrange();
  bool is_narrow() const;
  Desk& desk_;
  wxWindow *side_ = nullptr, *line_ = nullptr;
  bool narrow_ = false, reading_ = true;
  Field* filter_ = nullptr;
  ChatListView* list_ = nullptr;
  NetworkStrip* network_ = nullptr;
  ConversationPanel* conversation_ = nullptr;
};

}  // namespace p2pchat::wx_gui
