// SPDX-License-Identifier: MIT
#include "view/finder_sheet.hpp"

#include "view/text.hpp"

namespace p2pchat::wx_gui {

FinderSheet::FinderSheet(wxWindow* parent, Desk& desk, const std::string& title, const std::string& hint)
    : Sheet(parent, desk, title), shared_(desk) {
  field_ = add_field(hint, {}, Field::Lines::one);
  list_ = new ChoiceList(this, desk, title, [this](std::size_t row) { go(row); });
  add_view(list_);
  field_->text().Bind(wxEVT_TEXT, [this](wxCommandEvent&) { look_for(field_->value()); });
  field_->text().Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { choose(); });
  field_->text().Bind(wxEVT_KEY_DOWN, &FinderSheet::on_key, this);
  finish();
  field_->text().SetFocus();
}

void FinderSheet::write(const std::string& words) {
  field_->set_value(words);
  look_for(words);
}

void FinderSheet::move(int step) {
  list_->move(step);
  if (list_->GetSelection() + 1 == static_cast<int>(list_->rows().size())) at_end();
}

void FinderSheet::on_key(wxKeyEvent& event) {
  switch (event.GetKeyCode()) {
    case WXK_UP:
      return move(-1);
    case WXK_DOWN:
      return move(1);
    case WXK_PAGEUP:
      return move(-5);
    case WXK_PAGEDOWN:
      return move(5);
    default:
      event.Skip();
  }
}

}  // namespace p2pchat::wx_gui
