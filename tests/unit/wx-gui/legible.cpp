// SPDX-License-Identifier: MIT
#include "unit/wx-gui/legible.hpp"

#include "view/access.hpp"
#include "view/pressable.hpp"
#include "view/sizes.hpp"
#include "view/text.hpp"

#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <regex>

namespace p2pchat::wx_gui {
namespace {

std::string words_of(const wxWindow& window) {
  const auto* label = dynamic_cast<const wxStaticText*>(&window);
  return octets_of(window.GetClassInfo()->GetClassName()) + " '" +
         octets_of(label ? label->GetLabel() : window.GetName()) + "'";
}

std::string sized(const wxSize& size) { return std::to_string(size.x) + " x " + std::to_string(size.y); }

/// What a control needs for its words.
wxSize needed(const wxWindow& window) {
  if (const auto* label = dynamic_cast<const wxStaticText*>(&window)) {
    if (label->GetLabel().empty()) return {0, 0};
    wxSize size;
    window.GetTextExtent(label->GetLabel().BeforeFirst('\n'), &size.x, &size.y);
    const auto best = window.GetBestSize();
    return label->HasFlag(wxST_ELLIPSIZE_END) ? size : best;
  }
  if (dynamic_cast<const Pressable*>(&window)) return window.GetMinSize();
  if (dynamic_cast<const wxTextCtrl*>(&window)) return {0, window.GetCharHeight()};
  return {0, 0};
}

bool needs_name(const wxWindow& window) {
  return dynamic_cast<const Pressable*>(&window) || dynamic_cast<const wxTextCtrl*>(&window) ||
         (window.IsFocusable() && window.AcceptsFocusFromKeyboard() && window.GetChildren().empty() &&
          !dynamic_cast<const wxStaticText*>(&window));
}

void look_at(wxWindow& window, std::vector<std::string>& faults) {
  const auto size = window.GetSize(), wanted = needed(window);
  if (size.x < wanted.x || size.y < wanted.y)
    faults.push_back(words_of(window) + " needs " + sized(wanted) + " and has " + sized(size));
  if (needs_name(window) && name_of_access(window).empty()) faults.push_back(words_of(window) + " has no name");
  const auto room = window.GetClientSize();
  const bool scrolls = dynamic_cast<wxScrolledWindow*>(&window) != nullptr;
  for (auto* child : window.GetChildren()) {
    if (child->IsTopLevel() || !child->IsShown()) continue;
    const auto place = child->GetRect();
    if (place.x < 0 || place.GetRight() >= room.x || (!scrolls && (place.y < 0 || place.GetBottom() >= room.y)))
      faults.push_back(words_of(*child) + " lies outside of " + words_of(window) + " of " + sized(room) + ": " +
                       std::to_string(place.x) + ", " + std::to_string(place.y) + ", " + sized(place.GetSize()));
    look_at(*child, faults);
  }
}

bool is_english(const std::string& words) {
  const bool other_script = std::ranges::any_of(words, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
  return !other_script && std::regex_search(words, std::regex("[A-Za-z]{3,} [a-z]{2,}"));
}

void read(wxWindow& window, std::vector<std::string>& english) {
  const auto* label = dynamic_cast<const wxStaticText*>(&window);
  for (const auto& words : {label ? octets_of(label->GetLabel()) : std::string(), name_of_access(window)})
    if (is_english(words)) english.push_back(words);
  for (auto* child : window.GetChildren())
    if (!child->IsTopLevel() && child->IsShownOnScreen()) read(*child, english);
}

}  // namespace

std::vector<std::string> english_of(wxWindow& window) {
  std::vector<std::string> english;
  read(window, english);
  return english;
}

std::vector<std::string> faults_of(wxWindow& window) {
  std::vector<std::string> faults;
  look_at(window, faults);
  for (auto* blank : cut_short(window)) faults.push_back(words_of(*blank) + " was given less than its height");
  return faults;
}

}  // namespace p2pchat::wx_gui
