// SPDX-License-Identifier: MIT
#include "view/key_sheet.hpp"

#include "view/chord_keys.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {

KeySheet::KeySheet(wxWindow* parent, Desk& desk, Act act)
    : Sheet(parent, desk, act_words(act, *desk.language)), mine_(desk), act_(act) {
  const auto now = chord_words(desk.state.keys.of(act));
  add_words(now.empty() ? desk.say("It has no keys.") : fill(desk.say("Now: {keys}"), {{"keys", now}}));
  add_words(desk.say("Press the new keys: a letter or number with Ctrl or Alt, or one of F1 to F12."));
  if (desk.state.keys.is_changed(act))
    add_button(
        desk.say("The usual keys"), [this] { settle(mine_.state.keys.reset(act_), KeyMap().of(act_)); },
        TextButton::Kind::quiet);
  if (!now.empty())
    add_button(
        desk.say("No keys"), [this] { take({}); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Cancel"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::main)
      ->SetFocus();
  finish();
  Bind(wxEVT_CHAR_HOOK, &KeySheet::on_key, this);
}

void KeySheet::on_key(wxKeyEvent& event) {
  const auto chord = chord_of(event);
  // What walks and presses the buttons is theirs; a bare letter is not, and hears what is missing.
  const bool for_buttons = chord && !chord->ctrl && !chord->alt && chord->key.size() > 1;
  if (!chord || (for_buttons && refusal_of(*chord) != Refusal::none)) return event.Skip();
  take(*chord);
}

void KeySheet::take(const Chord& chord) { settle(mine_.state.keys.set(act_, chord), chord); }

void KeySheet::settle(KeyMap::Set set, const Chord& chord) {
  if (set != KeyMap::Set::done) return say(set_words(set, chord, mine_.state.keys, *mine_.language));
  if (IsModal()) EndModal(wxID_OK);
}

}  // namespace p2pchat::wx_gui
