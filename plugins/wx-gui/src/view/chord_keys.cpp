// SPDX-License-Identifier: MIT
#include "view/chord_keys.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::wx_gui {
namespace {

struct NamedKey {
  int code;
  const char* name;
};

constexpr std::array<NamedKey, 24> key_names{{{WXK_LEFT, "Left"},
                                              {WXK_RIGHT, "Right"},
                                              {WXK_UP, "Up"},
                                              {WXK_DOWN, "Down"},
                                              {WXK_HOME, "Home"},
                                              {WXK_END, "End"},
                                              {WXK_PAGEUP, "PageUp"},
                                              {WXK_PAGEDOWN, "PageDown"},
                                              {WXK_INSERT, "Insert"},
                                              {WXK_DELETE, "Delete"},
                                              {WXK_BACK, "Backspace"},
                                              {WXK_SPACE, "Space"},
                                              {WXK_TAB, "Tab"},
                                              {WXK_RETURN, "Enter"},
                                              {WXK_NUMPAD_ENTER, "Enter"},
                                              {WXK_ESCAPE, "Escape"},
                                              {WXK_NUMPAD_LEFT, "Left"},
                                              {WXK_NUMPAD_RIGHT, "Right"},
                                              {WXK_NUMPAD_UP, "Up"},
                                              {WXK_NUMPAD_DOWN, "Down"},
                                              {WXK_NUMPAD_HOME, "Home"},
                                              {WXK_NUMPAD_END, "End"},
                                              {WXK_NUMPAD_PAGEUP, "PageUp"},
                                              {WXK_NUMPAD_PAGEDOWN, "PageDown"}}};

std::string name_of(int code) {
  if (code >= WXK_F1 && code <= WXK_F12) return "F" + std::to_string(code - WXK_F1 + 1);
  if (const auto found = std::ranges::find(key_names, code, &NamedKey::code); found != key_names.end())
    return found->name;
  if (code <= ' ' || code >= 0x7F) return {};
  return {static_cast<char>(code >= 'a' && code <= 'z' ? code - 'a' + 'A' : code)};
}

}  // namespace

std::optional<Chord> chord_of(const wxKeyEvent& event) {
  Chord chord{event.ControlDown(), event.AltDown(), event.ShiftDown(), name_of(event.GetKeyCode())};
  return chord.empty() ? std::nullopt : std::optional(std::move(chord));
}

}  // namespace p2pchat::wx_gui
