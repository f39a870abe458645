// SPDX-License-Identifier: MIT
#include "view/question_sheet.hpp"

namespace p2pchat::wx_gui {

QuestionSheet::QuestionSheet(wxWindow* parent, const Desk& desk, const std::string& title, const std::string& question,
                             const std::string& yes)
    : Sheet(parent, desk, title) {
  add_words(question);
  auto* no = add_button(
      desk.say("Cancel"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      yes, [this] { EndModal(wxID_OK); }, TextButton::Kind::danger);
  finish();
  no->SetFocus();
}

NameSheet::NameSheet(wxWindow* parent, const Desk& desk, const std::string& name)
    : Sheet(parent, desk, desk.say("Rename")) {
  field_ = add_field(desk.say("What do you call them?"), name, Field::Lines::one);
  add_button(
      desk.say("Cancel"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Save name"), [this] { save(); }, TextButton::Kind::main);
  finish();
  field_->text().Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { save(); });
  field_->text().SetFocus();
  field_->text().SelectAll();
}

void NameSheet::save() {
  if (field_->value().find_first_not_of(' ') != std::string::npos) EndModal(wxID_OK);
}

}  // namespace p2pchat::wx_gui
