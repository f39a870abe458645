// SPDX-License-Identifier: MIT
#include "view/composer.hpp"

#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {

Composer::Composer(wxWindow* parent, Desk& desk, std::function<void(const std::string&)> send,
                   std::function<void()> changed)
    : wxPanel(parent), desk_(desk), send_(std::move(send)) {
  const auto ground = desk.colours->canvas;
  SetBackgroundColour(solid(ground));
  field_ = new Field(this, desk, desk.say("Message"), Field::Lines::several, ground);
  auto* button = new IconButton(
      this, desk, Icon::send, desk.say("Send"), [this] { this->send(); }, ground, IconButton::Kind::filled);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(field_, wxSizerFlags(1).Expand());
  row->AddSpacer(FromDIP(8));
  row->Add(button, wxSizerFlags().Bottom().Border(wxLEFT | wxBOTTOM, FromDIP(3)));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(row, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
  SetSizer(sizer);
  // A character event comes only for keys that the input method did not take, so Enter within one does not send.
  field_->text().Bind(wxEVT_CHAR, &Composer::on_char, this);
  field_->text().Bind(wxEVT_TEXT, [this, changed = std::move(changed)](wxCommandEvent&) { fit(), changed(); });
  fit();
}

void Composer::set_value(const std::string& value) {
  field_->set_value(value);
  field_->text().SetInsertionPointEnd();
  fit();
}

void Composer::address(const std::string& name) {
  field_->hint(fill(desk_.say("Write to {name}…"), {{"name", visible_line(name)}}),
               send_words(desk_.state.send_key, *desk_.language));
}

void Composer::type(const wxString& text) {
  focus();
  field_->text().SetInsertionPointEnd();
  field_->text().WriteText(text);
}

void Composer::send() {
  const auto text = value();
  if (text.find_first_not_of(" \n\t") == std::string::npos) return;
  set_value({});
  send_(text);
}

void Composer::on_char(wxKeyEvent& event) {
  const auto key = event.GetKeyCode();
  const bool enter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
  const bool sends = event.ControlDown() || desk_.state.send_key == SendKey::enter;
  if (enter && sends && !event.ShiftDown() && !event.AltDown()) return send();
  if (scroll_pages && key == WXK_PAGEUP) return scroll_pages(-0.9);
  if (scroll_pages && key == WXK_PAGEDOWN) return scroll_pages(0.9);
  if (key == WXK_TAB) {
    Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
    return;
  }
  event.Skip();
}

void Composer::fit() {
  // As high as what is written, from one line to six.
  const auto lines = std::clamp(field_->text().GetNumberOfLines(), 1, 6);
  const auto high = lines * field_->text().GetCharHeight() + FromDIP(26);
  if (field_->GetMinSize().y == high) return;
  field_->SetMinSize(wxSize(-1, high));
  GetParent()->Layout();
}

}  // namespace p2pchat::wx_gui
