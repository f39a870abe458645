// SPDX-License-Identifier: MIT
#pragma once
#include "model/chat_list.hpp"
#include "model/window_state.hpp"
#include "shell/feed.hpp"
#include "shell/note_keeper.hpp"
#include "view/fonts.hpp"

#include <memory>

namespace p2pchat::wx_gui {

/// What all views share. It outlives them: a change of look or language makes the views anew.
struct Desk {
  Desk(Feed& its_feed, NoteKeeper& its_notes) : feed(its_feed), notes(its_notes) {}
  Feed& feed;
  NoteKeeper& notes;
  std::unique_ptr<Language> language = std::make_unique<English>();
  WindowState state;
  const Palette* colours = &palette(Theme::light);
  Fonts fonts;
  Me me;
  std::string network;  ///< the sentence about the network
  Newest newest;
  sdk::Id open_chat;  ///< whose conversation is on show; zero for none
  /// Makes the window anew after a change of `state`, and remembers it.
  std::function<void()> state_changed;

  std::string say(const char* english) const { return language->say(english); }
  ChatCalls& calls() const { return feed.calls(); }
  std::uint64_t now_ms() const { return feed.calls().now_ms(); }
};

}  // namespace p2pchat::wx_gui
