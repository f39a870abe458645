// SPDX-License-Identifier: MIT
#include "view/choice_list.hpp"

#include "view/access.hpp"
#include "view/text.hpp"

#include <algorithm>
#include <iterator>

namespace p2pchat::wx_gui {

ChoiceList::ChoiceList(wxWindow* parent, const Desk& desk, const std::string& name,
                       std::function<void(std::size_t)> chosen)
    : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE),
      desk_(desk),
      name_(name),
      choose_(std::move(chosen)) {
  SetBackgroundColour(solid(desk.colours->canvas));
  SetMinSize(FromDIP(wxSize(460, 58 * 6)));
  name_for_access(*this, name, Role::list);
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    event.Skip();
    if (const auto row = VirtualHitTest(event.GetY()); row != wxNOT_FOUND)
      SetSelection(row), CallAfter([this] { choose(); });
  });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER) return choose();
    event.Skip();
  });
  Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { announce(); });
}

void ChoiceList::show(std::vector<ChoiceRow> rows) {
  rows_ = std::move(rows);
  SetItemCount(rows_.size());
  if (!rows_.empty()) SetSelection(0);
  announce();
  Refresh();
}

void ChoiceList::extend(std::vector<ChoiceRow> rows) {
  std::ranges::move(rows, std::back_inserter(rows_));
  SetItemCount(rows_.size());
  Refresh();
}

void ChoiceList::move(int step) {
  if (rows_.empty()) return;
  SetSelection(std::clamp(GetSelection() + step, 0, static_cast<int>(rows_.size()) - 1));
  announce();
}

void ChoiceList::choose() {
  const auto row = GetSelection();
  if (row >= 0 && static_cast<std::size_t>(row) < rows_.size()) choose_(static_cast<std::size_t>(row));
}

/// Those who cannot see the rows hear the chosen one.
void ChoiceList::announce() {
  const auto row = GetSelection();
  if (row < 0 || static_cast<std::size_t>(row) >= rows_.size()) return name_for_access(*this, name_);
  const auto& chosen = rows_[static_cast<std::size_t>(row)];
  name_for_access(*this, chosen.title + ", " + chosen.second);
}

void ChoiceList::OnDrawItem(wxDC& device, const wxRect& place, size_t index) const {
  if (index >= rows_.size()) return;
  std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::CreateFromUnknownDC(device));
  if (!context) return;
  Painter painter(*context, desk_, *this);
  const auto& row = rows_[index];
  const auto& look = painter.look;
  const Box tile{static_cast<double>(place.x), place.y + painter.dip(2), static_cast<double>(place.width),
                 place.height - painter.dip(4)};
  if (IsSelected(index)) painter.fill(tile, look.side_selected, painter.dip(10));
  const auto side = painter.dip(38);
  painter.picture({tile.x + painter.dip(8), tile.y + (tile.height - side) / 2, side, side}, row.who, row.title);
  const auto left = tile.x + side + painter.dip(20);
  auto right = tile.x + tile.width - painter.dip(12);
  if (!row.badge.empty())
    right -= painter.badge(row.badge, right, tile.y + tile.height / 2, look.accent, look.on_accent) + painter.dip(8);
  if (!row.right.empty()) {
    const auto wide = painter.width(shown(row.right), Type::small);
    painter.text(shown(row.right), right - wide, tile.y + painter.dip(9), Type::small, look.secondary_text);
    right -= wide + painter.dip(8);
  }
  painter.text(painter.fitting(shown(row.title), right - left, Type::strong), left, tile.y + painter.dip(6),
               Type::strong, look.text);
  painter.text(painter.fitting(shown(row.second), right - left, Type::small), left, tile.y + painter.dip(30),
               Type::small, look.secondary_text);
}

}  // namespace p2pchat::wx_gui
