// SPDX-License-Identifier: MIT
#include "view/join_sheet.hpp"

#include "model/network_words.hpp"

namespace p2pchat::wx_gui {

JoinSheet::JoinSheet(wxWindow* parent, Desk& desk) : Sheet(parent, desk, desk.say("Join the network")), shared_(desk) {
  add_words(desk.say("Any node will do: yours learns the others from it and remembers them."));
  address_ = add_field(desk.say("Its address, such as node.example.org:12476"), {}, Field::Lines::one);
  add_button(
      desk.say("Close"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      desk.say("Join"), [this] { join(); }, TextButton::Kind::main);
  finish();
  address_->text().Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { join(); });
  address_->text().SetFocus();
}

void JoinSheet::join() {
  const auto address = address_->value();
  if (address.find_first_not_of(' ') == address.npos) return say(shared_.say("Write an address first."));
  say(shared_.say("Asking…"));
  shared_.calls().join(address, lifetime_.hold([this](const sdk::Status& status) {
    if (!status.ok()) return say(join_words(status, *shared_.language));
    if (IsModal()) EndModal(wxID_OK);
  }));
}

}  // namespace p2pchat::wx_gui
