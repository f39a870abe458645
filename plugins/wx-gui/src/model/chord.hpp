// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::wx_gui {

/// Keys pressed together. `key` is a printable ASCII character, letters large, or a name: F1 to F12, Left, Right, Up,
/// Down, Home, End, PageUp, PageDown, Insert, Delete, Backspace, Space, Tab, Enter, Escape. Empty: no keys.
struct Chord {
  bool ctrl = false, alt = false, shift = false;
  std::string key;
  bool empty() const { return key.empty(); }
  bool operator==(const Chord&) const = default;
};

/// `Ctrl+Shift+F`; empty for no keys.
std::string chord_text(const Chord& chord);
/// The inverse; nothing for what is not one. The empty text is no keys.
std::optional<Chord> read_chord(std::string_view text);
/// The same for people: arrows are drawn.
std::string chord_words(const Chord& chord);

/// What keeps a chord from being a shortcut.
enum class Refusal {
  none,
  bare,     ///< it types something: a shortcut needs Ctrl or Alt, or is a function key
  writing,  ///< fields, input methods and dialogs need it
};
Refusal refusal_of(const Chord& chord);

}  // namespace p2pchat::wx_gui
