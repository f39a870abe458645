// SPDX-License-Identifier: MIT
#include "model/window_state.hpp"

#include <gtest/gtest.h>

#include <set>

namespace p2pchat::wx_gui {
namespace {

Chord chord(std::string_view text) { return read_chord(text).value(); }

TEST(Chords, AreReadAsTheyAreWritten) {
  for (const auto* text : {"", "F7", "Ctrl+,", "Ctrl++", "Ctrl+=", "Ctrl+Alt+Shift+K", "Alt+Left", "Shift+F10"})
    EXPECT_EQ(chord_text(chord(text)), text);
  for (const auto* text : {"Ctrl+", "ctrl+k", "Ctrl+k", "F13", "F0", "Ctrl+海", "Shift+Ctrl+K", "Ctrl+ ", "Meta+K"})
    EXPECT_FALSE(read_chord(text)) << text;
}

TEST(Chords, ThatTypeOrEditAreNoShortcuts) {
  for (const auto* text : {"K", "Shift+K", "Up", "PageDown"}) EXPECT_EQ(refusal_of(chord(text)), Refusal::bare) << text;
  for (const auto* text : {"Ctrl+C", "Ctrl+V", "Ctrl+Space", "Enter", "Ctrl+Enter", "Alt+Tab", "Escape", "Ctrl+Left",
                           "Ctrl+Shift+U", "Shift+F10"})
    EXPECT_EQ(refusal_of(chord(text)), Refusal::writing) << text;
  for (const auto* text : {"", "F2", "Ctrl+J", "Alt+C", "Ctrl+Shift+K", "Ctrl+PageDown"})
    EXPECT_EQ(refusal_of(chord(text)), Refusal::none) << text;
}

TEST(Keys, UsuallyEveryActHasItsOwn) {
  const KeyMap keys;
  std::set<std::string> all;
  for (const auto act : acts()) {
    EXPECT_TRUE(all.insert(chord_text(keys.of(act))).second) << chord_text(keys.of(act));
    EXPECT_EQ(refusal_of(keys.of(act)), Refusal::none);
    EXPECT_EQ(keys.act_of(keys.of(act)), act);
  }
}

TEST(Keys, AreChosenAndBecomeUsualAgain) {
  KeyMap keys;
  EXPECT_EQ(keys.set(Act::quit, chord("Ctrl+W")), KeyMap::Set::done);
  EXPECT_EQ(keys.act_of(chord("Ctrl+W")), Act::quit);
  EXPECT_FALSE(keys.act_of(chord("Ctrl+Q")));
  EXPECT_TRUE(keys.is_changed(Act::quit));
  EXPECT_EQ(keys.reset(Act::quit), KeyMap::Set::done);
  EXPECT_EQ(keys, KeyMap());
}

TEST(Keys, ThatAnotherActHasAreNotTaken) {
  KeyMap keys;
  EXPECT_EQ(keys.set(Act::quit, chord("Ctrl+K")), KeyMap::Set::taken);
  EXPECT_EQ(keys, KeyMap());
  EXPECT_EQ(set_words(KeyMap::Set::taken, chord("Ctrl+K"), keys, English()),
            "Ctrl+K already means “Go to a chat”. Choose others, or change that first.");
  EXPECT_EQ(keys.set(Act::find_chat, {}), KeyMap::Set::done);
  EXPECT_EQ(keys.set(Act::quit, chord("Ctrl+K")), KeyMap::Set::done);
  EXPECT_EQ(keys.reset(Act::find_chat), KeyMap::Set::taken);
  EXPECT_TRUE(keys.of(Act::find_chat).empty());
}

TEST(Keys, ThatCannotBeSayWhy) {
  KeyMap keys;
  EXPECT_EQ(keys.set(Act::quit, chord("Q")), KeyMap::Set::refused);
  EXPECT_EQ(set_words(KeyMap::Set::refused, chord("Q"), keys, English()),
            "Q alone types something: hold Ctrl or Alt, too, or take F1 to F12.");
  EXPECT_EQ(keys.set(Act::quit, chord("Ctrl+C")), KeyMap::Set::refused);
  EXPECT_EQ(set_words(KeyMap::Set::refused, chord("Ctrl+C"), keys, English()),
            "Ctrl+C is needed for writing and in dialogs.");
}

TEST(Keys, AreRememberedWithTheWindowEvenWhenTwoChangedTheirs) {
  WindowState state;
  state.send_key = SendKey::ctrl_enter;
  ASSERT_EQ(state.keys.set(Act::settings, {}), KeyMap::Set::done);
  ASSERT_EQ(state.keys.set(Act::quit, chord("Ctrl+,")), KeyMap::Set::done);
  ASSERT_EQ(state.keys.set(Act::settings, chord("Ctrl+Q")), KeyMap::Set::done);
  ASSERT_EQ(state.keys.set(Act::mirror, {}), KeyMap::Set::done);
  EXPECT_EQ(read_window_state(written(state)), state);
}

TEST(Keys, ThatAreNotUnderstoodKeepTheUsualOnes) {
  EXPECT_EQ(read_window_state("key.quit=Ctrl+C key.nothing=F2 key.find=boo key.=F3"), WindowState());
}

}  // namespace
}  // namespace p2pchat::wx_gui
