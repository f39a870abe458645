// SPDX-License-Identifier: MIT
#pragma once
#include "view/chat_header.hpp"
#include "view/composer.hpp"
#include "view/conversation_canvas.hpp"
#include "view/list_mirror.hpp"
#include "view/placard.hpp"
#include "view/search_bar.hpp"

namespace p2pchat::wx_gui {

/// The right side of the chats page: a conversation, a request to answer, or what to do when there is neither.
class ConversationPanel final : public wxPanel {
 public:
  struct Commands {
    std::function<void()> add_contact, my_card, notes_changed, back;
  };
  ConversationPanel(wxWindow* parent, Desk& desk, Commands commands);
  /// Shows what belongs to `Desk::open_chat`.
  void open();
  void take(const Event& event);
  void find();
  /// Scrolls to a message of the open conversation, with the words it was found by marked.
  void show_message(std::uint64_t place, const std::string& words);
  /// Changes between the drawn messages and the same as a list.
  void toggle_mirror();
  void show_back(bool on) { header_->show_back(on); }
  void mark_read() { canvas_->mark_read(); }
  void focus() { composer_->focus(); }
  ConversationCanvas& canvas() { return *canvas_; }
  Composer& composer() { return *composer_; }
  SearchBar& search_bar() { return *search_; }
  ListMirror& mirror() { return *mirror_; }
  /// Says something above the composer; empty hides it.
  void say(const std::string& words);

 private:
  void arrange(const Person* person);
  void show_placard(const Person* person);
  void send(const std::string& text);
  void more();
  void close_search();
  void mirror_newest();
  void mirror_messages();
  Answer<> answered();

  Desk& desk_;
  Commands commands_;
  ChatHeader* header_;
  SearchBar* search_;
  ConversationCanvas* canvas_;
  ListMirror* mirror_;
  bool mirrored_ = false;
  std::vector<std::uint64_t> mirrored_places_;
  wxStaticText* strip_;
  Composer* composer_;
  Placard* placard_;
  sdk::Id shown_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
