// SPDX-License-Identifier: MIT
#include "view/verify_sheet.hpp"

#include "presented.hpp"
#include "view/clipboard.hpp"
#include "view/qr_view.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t words_in_line = 4;

}  // namespace

VerifySheet::VerifySheet(wxWindow* parent, Desk& desk, const sdk::Id& who)
    : Sheet(parent, desk, fill(desk.say("Verify {name}"), {{"name", visible_line(desk.feed.book().name_of(who))}})),
      shared_(desk),
      who_(who),
      chinese_(language_of(desk.state.language, "") == "zh_CN") {
  add_words(
      desk.say("Read these words to each other, on the phone or face to face. If both of you see the same, nobody "
               "stands between you."));
  words_ = add_heading("");
  const auto code = safety_code(desk.me.id, who);
  if (auto qr = qr_code(code)) add_view(new QrView(this, desk, std::move(*qr), desk.say("The same as a QR code")));
  code_ = add_field(desk.say("Or paste the code their device shows"), {}, Field::Lines::one);
  code_->text().Bind(wxEVT_TEXT, [this](wxCommandEvent&) { compare(code_->value()); });
  add_button(
      desk.say("Copy my code"), [this, code] { copy_to_clipboard(code), say(shared_.say("Copied.")); },
      TextButton::Kind::quiet);
  add_button(
      "中文 / English", [this] { chinese_ = !chinese_, show_words(), Fit(); }, TextButton::Kind::quiet);
  if (desk.notes.of(who).verified)
    add_button(
        desk.say("No longer verified"), [this] { settle(false); }, TextButton::Kind::danger);
  else
    add_button(
        desk.say("They differ"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      desk.say("They are the same"), [this] { settle(true); }, TextButton::Kind::main);
  show_words();
  finish();
}

std::string VerifySheet::words() const {
  std::string lines;
  std::size_t at = 0;
  for (const auto word : safety_words(shared_.me.id, who_, chinese_ ? WordList::chinese : WordList::english)) {
    if (at) lines += at % words_in_line ? "   " : "\n";
    lines += word;
    ++at;
  }
  return lines;
}

void VerifySheet::show_words() { words_->SetLabel(shown(words())); }

void VerifySheet::compare(const std::string& code) {
  if (code.empty()) return say({});
  if (!is_safety_code(code, shared_.me.id, who_)) return say(shared_.say("This is another code: do not trust it."));
  shared_.notes.set_verified(who_, true);
  say(shared_.say("It is the same: verified."), Tone::calm);
}

void VerifySheet::settle(bool verified) {
  shared_.notes.set_verified(who_, verified);
  if (IsModal()) EndModal(wxID_OK);
}

}  // namespace p2pchat::wx_gui
