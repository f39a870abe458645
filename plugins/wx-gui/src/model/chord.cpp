// SPDX-License-Identifier: MIT
#include "model/chord.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::wx_gui {
namespace {

constexpr std::array<std::string_view, 15> named_keys{"Left",      "Right",  "Up",       "Down",   "Home",
                                                      "End",       "PageUp", "PageDown", "Insert", "Delete",
                                                      "Backspace", "Space",  "Tab",      "Enter",  "Escape"};
// What moves, erases or confirms in a field, with whatever is held.
constexpr std::array<std::string_view, 5> editing_keys{"Backspace", "Space", "Tab", "Enter", "Escape"};
constexpr std::array<std::string_view, 5> moving_keys{"Left", "Right", "Home", "End", "Delete"};

bool is_function_key(std::string_view key) {
  if (key.size() < 2 || key.size() > 3 || key[0] != 'F') return false;
  const auto number = key.substr(1);
  if (number.size() == 1) return number[0] >= '1' && number[0] <= '9';
  return number == "10" || number == "11" || number == "12";
}

bool is_key(std::string_view key) {
  if (key.size() == 1) return key[0] > ' ' && key[0] < 0x7F && !(key[0] >= 'a' && key[0] <= 'z');
  return is_function_key(key) || std::ranges::find(named_keys, key) != named_keys.end();
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string with_held(const Chord& chord, std::string_view key) {
  std::string text;
  if (chord.ctrl) text += "Ctrl+";
  if (chord.alt) text += "Alt+";
  if (chord.shift) text += "Shift+";
  return text.append(key);
}

}  // namespace

std::string chord_text(const Chord& chord) { return chord.empty() ? std::string() : with_held(chord, chord.key); }

std::optional<Chord> read_chord(std::string_view text) {
  Chord chord;
  if (text.empty()) return chord;
  chord.ctrl = take(text, "Ctrl+");
  chord.alt = take(text, "Alt+");
  chord.shift = take(text, "Shift+");
  if (!is_key(text)) return std::nullopt;
  chord.key = text;
  return chord;
}

std::string chord_words(const Chord& chord) {
  if (chord.empty()) return {};
  if (chord.key == "Left") return with_held(chord, "←");
  if (chord.key == "Right") return with_held(chord, "→");
  if (chord.key == "Up") return with_held(chord, "↑");
  if (chord.key == "Down") return with_held(chord, "↓");
  return chord_text(chord);
}

Refusal refusal_of(const Chord& chord) {
  if (chord.empty()) return Refusal::none;
  const auto among = [&](const auto& keys) { return std::ranges::find(keys, chord.key) != keys.end(); };
  if (among(editing_keys) || (chord.shift && chord.key == "F10")) return Refusal::writing;
  if (is_function_key(chord.key)) return Refusal::none;
  if (!chord.ctrl && !chord.alt) return Refusal::bare;
  if (!chord.ctrl || chord.alt) return Refusal::none;
  const bool edits = chord.key.size() == 1 && std::string_view("ACVXZ").find(chord.key) != std::string_view::npos;
  const bool enters_by_number = chord.shift && chord.key == "U";  // GTK: a character by its number
  return edits || enters_by_number || among(moving_keys) ? Refusal::writing : Refusal::none;
}

}  // namespace p2pchat::wx_gui
