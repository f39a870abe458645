// SPDX-License-Identifier: MIT
#include "view/key_copy_sheets.hpp"

#include "view/text.hpp"

#include <wire/hex.hpp>
#include <wx/filedlg.h>
#include <wx/stdpaths.h>

namespace p2pchat::wx_gui {

KeyCopySheet::KeyCopySheet(wxWindow* parent, Desk& desk, KeyTask task, const std::string& title)
    : Sheet(parent, desk, title), shared_(desk), task_(task) {}

void KeyCopySheet::add_rows(const std::string& file, const std::string& do_it) {
  file_ = add_field(shared_.say("File"), file, Field::Lines::one);
  passphrase_ = add_field(shared_.say("Passphrase"), {}, Field::Lines::secret);
  auto* last = passphrase_;
  if (task_ == KeyTask::save)
    last = again_ = add_field(shared_.say("The passphrase once more"), {}, Field::Lines::secret);
  last->text().Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { go(); });
  close_ = add_button(
      shared_.say("Close"), [this] { EndModal(wxID_CANCEL); }, TextButton::Kind::quiet);
  add_button(
      shared_.say("Choose a file…"), [this] { choose_file(); }, TextButton::Kind::quiet);
  add_button(
      do_it, [this] { go(); }, TextButton::Kind::main);
  finish();
  (file.empty() ? file_ : passphrase_)->text().SetFocus();
}

void KeyCopySheet::write(const std::string& file, const std::string& passphrase, const std::string& again) {
  file_->set_value(file);
  passphrase_->set_value(passphrase);
  if (again_) again_->set_value(again);
}

void KeyCopySheet::choose_file() {
  const auto style = task_ == KeyTask::save ? wxFD_SAVE : wxFD_OPEN | wxFD_FILE_MUST_EXIST;
  wxFileDialog chooser(this, shown(shared_.say("Choose a file…")), wxString(), wxString(),
                       wxFileSelectorDefaultWildcardStr, style);
  if (chooser.ShowModal() == wxID_OK) file_->set_value(octets_of(chooser.GetPath()));
  passphrase_->text().SetFocus();
}

void KeyCopySheet::go() {
  if (asking_) return;
  const auto file = file_->value(), passphrase = passphrase_->value();
  const auto wrong = key_form_words(task_, file, passphrase, again_ ? again_->value() : passphrase, *shared_.language);
  if (!wrong.empty()) return tell(wrong, Tone::trouble);
  asking_ = true;
  tell(shared_.say("One moment…"), Tone::calm);
  shared_.feed.ask_for_key(task_, file, passphrase,
                           lifetime_.hold([this](const sdk::Status& status) { answered(status); }));
}

void KeyCopySheet::answered(const sdk::Status& status) {
  asking_ = false;
  if (!status.ok()) return tell(key_words(task_, status, *shared_.language), Tone::trouble);
  done();
  tell(task_ == KeyTask::save ? shared_.say("The copy is written, and opens under the passphrase. Keep both apart.")
                              : shared_.say("Your key is back. p2pChat begins again with it."),
       Tone::calm);
  close_->SetFocus();
}

void KeyCopySheet::tell(const std::string& words, Tone tone) {
  said_words_ = words;
  say(words, tone);
}

SaveKeySheet::SaveKeySheet(wxWindow* parent, Desk& desk)
    : KeyCopySheet(parent, desk, KeyTask::save, desk.say("Save a copy of my key")) {
  add_words(
      desk.say("Whoever has the file and the passphrase is you. Who has neither, once this computer is lost, is "
               "somebody new."));
  const auto home = octets_of(wxStandardPaths::Get().GetDocumentsDir());
  add_rows(home + "/p2pchat-" + wire::short_hex(desk.me.id) + ".p8", desk.say("Save"));
}

void SaveKeySheet::done() {}

RestoreKeySheet::RestoreKeySheet(wxWindow* parent, Desk& desk)
    : KeyCopySheet(parent, desk, KeyTask::restore, desk.say("Take in a key")) {
  add_words(desk.say("Choose the copy of your key. The one that was made here is kept beside it."));
  add_rows({}, desk.say("Take it in"));
}

void RestoreKeySheet::done() {
  if (shared_.state.welcome_step >= 0) ++shared_.state.welcome_step;  // this step is done when the window comes again
  shared_.remember();
}

}  // namespace p2pchat::wx_gui
