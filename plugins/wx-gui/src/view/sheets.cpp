// SPDX-License-Identifier: MIT
#include "view/sheets.hpp"

#include "model/words.hpp"
#include "view/clipboard.hpp"
#include "view/qr_view.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \n\t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \n\t\r") - first + 1);
}

}  // namespace

AddContactSheet::AddContactSheet(wxWindow* parent, Desk& desk, std::function<void(const sdk::Id&)> added)
    : Sheet(parent, desk, desk.say("Add contact")), shared_(desk), added_(std::move(added)) {
  add_words(desk.say("Paste the invite they gave you. They see your greeting and decide."));
  invite_ = add_field(desk.say("Their invite"), {}, Field::Lines::several);
  name_ = add_field(desk.say("What you call them"), {}, Field::Lines::one);
  greeting_ = add_field(desk.say("Greeting"), {}, Field::Lines::one);
  add_button(
      desk.say("Cancel"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Ask"), [this] { ask(); }, TextButton::Kind::main);
  finish();
  invite_->text().SetFocus();
}

void AddContactSheet::fill_in(const std::string& invite, const std::string& name) {
  invite_->set_value(invite);
  name_->set_value(name);
}

void AddContactSheet::ask() {
  shared_.calls().add(trimmed(invite_->value()), trimmed(name_->value()), trimmed(greeting_->value()),
                      lifetime_.hold([this](const sdk::Status& status, const sdk::Id& who) {
                        if (!status.ok()) return say(error_words(status, *shared_.language));
                        added_(who);
                        if (IsModal()) EndModal(wxID_OK);
                      }));
}

MyCardSheet::MyCardSheet(wxWindow* parent, Desk& desk) : Sheet(parent, desk, desk.say("My card")), shared_(desk) {
  add_words(desk.say("Your invite is all that others need to reach you. It is no secret."));
  name_ = add_field(desk.say("My name"), desk.me.name, Field::Lines::one);
  invite_ = add_field(desk.say("My invite"), desk.me.invite, Field::Lines::several);
  invite_->text().SetEditable(false);
  if (auto qr = qr_code(desk.me.invite))
    add_view(new QrView(this, desk, std::move(*qr), desk.say("My invite as a QR code")));
  add_button(
      desk.say("Copy invite"), [this] { copy_invite(); }, TextButton::Kind::main);
  add_button(
      desk.say("Save name"), [this] { rename(); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Close"), [this] { EndModal(wxID_OK); }, TextButton::Kind::quiet);
  finish();
}

void MyCardSheet::copy_invite() {
  copy_to_clipboard(shared_.me.invite);
  say(shared_.say("Copied."));
}

void MyCardSheet::rename() {
  const auto name = trimmed(name_->value());
  shared_.calls().rename(name, lifetime_.hold([this, name](const sdk::Status& status) {
    if (status.ok()) shared_.me.name = name;
    say(status.ok() ? shared_.say("Saved.") : error_words(status, *shared_.language));
  }));
}

}  // namespace p2pchat::wx_gui
