// SPDX-License-Identifier: MIT
#include "view/list_mirror.hpp"

#include "view/access.hpp"
#include "view/clipboard.hpp"
#include "view/painter.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {

ListMirror::ListMirror(wxWindow* parent, const Desk& desk, const std::string& name,
                       std::function<void(std::size_t)> open)
    : wxListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxLB_SINGLE | wxBORDER_NONE) {
  SetFont(desk.fonts[Type::body]);
  SetBackgroundColour(solid(desk.colours->canvas));
  SetForegroundColour(solid(desk.colours->text));
  name_for_access(*this, name);
  const auto choose = [this, open = std::move(open)] {
    if (const auto row = GetSelection(); row != wxNOT_FOUND) open(static_cast<std::size_t>(row));
  };
  Bind(wxEVT_LISTBOX_DCLICK, [choose](wxCommandEvent&) { choose(); });
  Bind(wxEVT_KEY_DOWN, [this, choose](wxKeyEvent& event) {
    const auto key = event.GetKeyCode();
    if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) return choose();
    if (key != 'C' || !event.ControlDown() || GetSelection() == wxNOT_FOUND) return event.Skip();
    copy_to_clipboard(octets_of(GetStringSelection()));
  });
}

void ListMirror::show(const std::vector<std::string>& lines) {
  const auto chosen = GetSelection();
  const bool last = chosen == wxNOT_FOUND || chosen + 1 == static_cast<int>(GetCount());
  wxArrayString all;
  for (const auto& line : lines) all.push_back(shown(line));
  Set(all);
  if (lines.empty()) return;
  const auto end = static_cast<int>(lines.size()) - 1;
  SetSelection(last ? end : std::min(chosen, end));
  EnsureVisible(GetSelection());
}

}  // namespace p2pchat::wx_gui
