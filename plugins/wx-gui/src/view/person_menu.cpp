// SPDX-License-Identifier: MIT
#include "view/person_menu.hpp"

#include "model/words.hpp"
#include "view/question_sheet.hpp"
#include "view/text.hpp"
#include "view/verify_sheet.hpp"

#include <wx/filedlg.h>
#include <wx/filefn.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr TranscriptFormat formats[] = {TranscriptFormat::text, TranscriptFormat::html, TranscriptFormat::json};

/// A name as a file may have it: letters of any script, but nothing that means something to a file system.
std::string file_name(std::string_view name) {
  std::string safe;
  for (const char c : name) {
    const auto octet = static_cast<unsigned char>(c);
    safe += octet < 0x30 || octet == 0x7F || std::string_view(":<>?\\|").find(c) != std::string_view::npos ? '_' : c;
  }
  return safe;
}

}  // namespace

void PersonMenu::show() {
  wxMenu menu;
  const auto add = [&](const char* words, void (PersonMenu::*action)()) {
    const auto* item = menu.Append(wxID_ANY, shown(desk_.say(words)));
    menu.Bind(
        wxEVT_MENU, [this, action](wxCommandEvent&) { (this->*action)(); }, item->GetId());
  };
  add("Rename…", &PersonMenu::rename);
  add("Verify…", &PersonMenu::verify);
  const bool muted = desk_.notes.of(person_.id).muted;
  muted ? add("Unmute", &PersonMenu::mute) : add("Mute", &PersonMenu::mute);
  add("Export…", &PersonMenu::export_conversation);
  menu.AppendSeparator();
  const auto* block = menu.Append(wxID_ANY, shown(desk_.say("Block")));
  menu.Bind(
      wxEVT_MENU, [this](wxCommandEvent&) { desk_.calls().block(person_.id, answers_.answered); }, block->GetId());
  add("Remove…", &PersonMenu::forget);
  over_.PopupMenu(&menu);
}

std::string PersonMenu::name() const { return visible_line(desk_.feed.book().name_of(person_.id)); }

void PersonMenu::rename() {
  NameSheet sheet(&over_, desk_, person_.name);
  if (sheet.ShowModal() == wxID_OK) desk_.calls().name_contact(person_.id, sheet.name(), answers_.answered);
}

void PersonMenu::verify() {
  VerifySheet sheet(&over_, desk_, person_.id);
  sheet.ShowModal();
  answers_.noted();
}

void PersonMenu::mute() {
  desk_.notes.set_muted(person_.id, !desk_.notes.of(person_.id).muted);
  answers_.noted();
}

void PersonMenu::export_conversation() {
  const auto kinds =
      desk_.say("Text") + " (*.txt)|*.txt|" + desk_.say("Web page") + " (*.html)|*.html|JSON (*.json)|*.json";
  wxFileDialog dialog(&over_, shown(desk_.say("Export the conversation")), wxString(), shown(file_name(name())),
                      shown(kinds), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto format = formats[std::clamp(dialog.GetFilterIndex(), 0, 2)];
  auto path = octets_of(dialog.GetPath());
  const auto ending = "." + std::string(file_ending(format));
  if (!path.ends_with(ending)) {
    path += ending;
    const auto question = fill(desk_.say("{file} is there already. Replace it?"), {{"file", path}});
    QuestionSheet sheet(&over_, desk_, desk_.say("Export the conversation"), question, desk_.say("Replace"));
    if (wxFileExists(shown(path)) && sheet.ShowModal() != wxID_OK) return;
  }
  answers_.say(desk_.say("Exporting…"));
  ConversationExport::start(desk_.calls(), format, {desk_.me, person_, desk_.now_ms()}, path,
                            [say = answers_.say, desk = &desk_](const sdk::Status& status, std::uint64_t count) {
                              const auto& language = *desk->language;
                              say(status.ok() ? language.count("Exported {n} message.", "Exported {n} messages.", count)
                                              : error_words(status, language));
                            });
}

void PersonMenu::forget() {
  const auto question = fill(desk_.say("Remove {name} and the whole conversation?"), {{"name", name()}});
  QuestionSheet sheet(&over_, desk_, desk_.say("Remove"), question, desk_.say("Remove"));
  if (sheet.ShowModal() != wxID_OK) return;
  desk_.notes.forget(person_.id);
  desk_.calls().remove(person_.id, Keep::nothing, answers_.answered);
}

}  // namespace p2pchat::wx_gui
