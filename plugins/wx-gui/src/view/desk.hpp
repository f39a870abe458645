// SPDX-License-Identifier: MIT
#pragma once
#include "model/chat_list.hpp"
#include "model/section.hpp"
#include "model/window_state.hpp"
#include "shell/feed.hpp"
#include "shell/note_keeper.hpp"
#include "view/letters.hpp"

#include <wx/window.h>

#include <functional>
#include <memory>
#include <optional>

namespace p2pchat::wx_gui {

/// What all views share. It outlives them: a change of look or language makes the views anew.
struct Desk {
  Desk(Feed& its_feed, NoteKeeper& its_notes) : feed(its_feed), notes(its_notes) {}
  Feed& feed;
  NoteKeeper& notes;
  std::unique_ptr<Language> language = std::make_unique<English>();
  WindowState state;
  bool state_known = false;  ///< the store has said what it keeps of the window
  const Palette* colours = &palette(Theme::light);
  Fonts fonts;
  std::unique_ptr<Letters> letters = std::make_unique<Letters>(fonts);
  Me me;
  std::string network;  ///< the sentence about the network
  Reach reach = Reach::unknown;
  std::optional<NodeDescription> node;  ///< what the node said of itself last
  Newest newest;
  Section settings_section = Section::appearance;  ///< which part of the settings is on show
  bool first_run = false;                          ///< nobody has been here before: there is something to say first
  sdk::Id open_chat;                               ///< whose conversation is on show; zero for none
  /// Makes the window anew after a change of `state`, and remembers it.
  std::function<void()> state_changed;
  /// Hears of painted words of ours that had no room, as tests want to; nothing: nobody asks.
  std::function<void(const wxWindow& where, const std::string& words)> cut_off;
  /// Remembers `state`, nothing else.
  std::function<void()> remember;

  std::string say(const char* english) const { return language->say(english); }
  ChatCalls& calls() const { return feed.calls(); }
  std::uint64_t now_ms() const { return feed.calls().now_ms(); }
};

}  // namespace p2pchat::wx_gui
