// SPDX-License-Identifier: MIT
#include "view/conversation_panel.hpp"

#include "model/mirror.hpp"
#include "model/words.hpp"
#include "presented.hpp"
#include "view/person_menu.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t most_mirrored = 200;

}  // namespace

ConversationPanel::ConversationPanel(wxWindow* parent, Desk& desk, Commands commands)
    : wxPanel(parent), desk_(desk), commands_(std::move(commands)) {
  SetBackgroundColour(solid(desk.colours->canvas));
  header_ = new ChatHeader(this, desk, {commands_.back, [this] { find(); }, [this] { more(); }});
  search_ = new SearchBar(
      this, desk, [this](std::uint64_t place) { canvas_->show_place(place); }, [this] { close_search(); });
  search_->searched = [this](const std::string& words) { canvas_->mark_words(words); };
  canvas_ = new ConversationCanvas(this, desk, [this](const wxString& typed) { composer_->type(typed); });
  canvas_->content_changed = [this] { mirror_messages(); };
  mirror_ = new ListMirror(this, desk, desk.say("Messages"), [this](std::size_t row) {
    if (row < mirrored_places_.size()) canvas_->open_menu_of(mirrored_places_[row], *mirror_);
  });
  strip_ = new wxStaticText(this, wxID_ANY, wxString());
  strip_->SetFont(desk.fonts[Type::small]);
  strip_->SetForegroundColour(solid(desk.colours->secondary_text));
  composer_ = new Composer(
      this, desk, [this](const std::string& text) { send(text); },
      [this] {
        desk_.notes.set_draft(desk_.open_chat, composer_->value());
        commands_.notes_changed();
      });
  composer_->scroll_pages = [this](double pages) { canvas_->scroll_pages(pages); };
  placard_ = new Placard(this, desk);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(header_, wxSizerFlags().Expand());
  sizer->Add(search_, wxSizerFlags().Expand());
  sizer->Add(canvas_, wxSizerFlags(1).Expand());
  sizer->Add(mirror_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
  sizer->Add(strip_, wxSizerFlags().Border(wxLEFT | wxRIGHT, FromDIP(30)));
  sizer->Add(composer_, wxSizerFlags().Expand());
  sizer->Add(placard_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
  search_->Hide();
  strip_->Hide();
  mirror_->Hide();
  open();
}

void ConversationPanel::open() {
  const auto* person = desk_.feed.book().find(desk_.open_chat);
  const bool other = shown_ != desk_.open_chat;
  shown_ = desk_.open_chat;
  arrange(person);
  if (!other || !person) return;
  close_search();
  composer_->set_value(desk_.notes.of(shown_).draft);
  canvas_->open(shown_);
}

void ConversationPanel::arrange(const Person* person) {
  const bool talking =
      person && (person->relation == sdk::Relation::accepted || person->relation == sdk::Relation::asked);
  for (auto* part : std::initializer_list<wxWindow*>{header_, composer_}) part->Show(talking);
  canvas_->Show(talking && !mirrored_);
  mirror_->Show(talking && mirrored_);
  placard_->Show(!talking);
  if (!talking) {
    search_->Hide();
    show_placard(person);
  }
  if (talking) composer_->address(desk_.feed.book().name_of(person->id));
  say(talking && person->relation == sdk::Relation::asked
          ? fill(desk_.say("{name} has not answered yet. What you write waits until they have."),
                 {{"name", visible_line(desk_.feed.book().name_of(person->id))}})
          : std::string());
  header_->refresh();
  Layout();
}

void ConversationPanel::say(const std::string& words) {
  strip_->SetLabel(shown(words));
  strip_->Show(!words.empty());
  Layout();
}

Answer<> ConversationPanel::answered() {
  return lifetime_.hold([this](const sdk::Status& status) {
    if (!status.ok()) say(error_words(status, *desk_.language));
  });
}

void ConversationPanel::show_placard(const Person* person) {
  using Kind = TextButton::Kind;
  if (!person && desk_.feed.book().conversations().empty())
    return placard_->show(desk_.say("Invite a friend"),
                          desk_.say("Give them your invite, or add theirs. There is no account and no server: messages "
                                    "go from you to them, encrypted."),
                          {{desk_.say("Add contact"), commands_.add_contact, Kind::main},
                           {desk_.say("Show my invite"), commands_.my_card, Kind::quiet}});
  if (!person)
    return placard_->show(desk_.say("Choose a chat"),
                          desk_.say("Or begin a new one: messages are end-to-end encrypted."),
                          {{desk_.say("Add contact"), commands_.add_contact, Kind::quiet}});
  const auto who = person->id;
  if (person->relation == sdk::Relation::blocked)
    return placard_->show_person(*person, desk_.say("You have blocked them. Nothing of theirs is shown."),
                                 {{desk_.say("Unblock"), [this, who] { desk_.calls().unblock(who, answered()); }}});
  const auto greeting = person->greeting.empty() ? desk_.say("They want to chat with you.") : person->greeting;
  placard_->show_person(
      *person, greeting,
      {{desk_.say("Accept"), [this, who] { desk_.calls().accept(who, answered()); }, Kind::main},
       {desk_.say("Decline"), [this, who] { desk_.calls().remove(who, Keep::nothing, answered()); }, Kind::quiet},
       {desk_.say("Block"), [this, who] { desk_.calls().block(who, answered()); }, Kind::danger}});
}

void ConversationPanel::take(const Event& event) {
  if (const auto* added = std::get_if<MessageAdded>(&event)) canvas_->take(added->message);
  if (const auto* changed = std::get_if<MessageChanged>(&event)) canvas_->take(changed->message);
  if (std::holds_alternative<BookChanged>(event)) open();
  if (std::holds_alternative<Presence>(event)) header_->refresh();
}

void ConversationPanel::send(const std::string& text) {
  const auto to = desk_.open_chat;
  desk_.notes.set_draft(to, {});
  commands_.notes_changed();
  desk_.calls().send(to, text, lifetime_.hold([this, to, text](const sdk::Status& status, const sdk::Id&) {
    if (status.ok()) return say({});
    // What could not be saved is not lost: it goes back to where it was written.
    desk_.notes.set_draft(to, text);
    if (to == desk_.open_chat && composer_->value().empty()) composer_->set_value(text);
    say(error_words(status, *desk_.language));
  }));
}

void ConversationPanel::find() {
  if (!composer_->IsShown()) return;
  search_->Show();
  Layout();
  search_->focus();
}

void ConversationPanel::close_search() {
  search_->clear();
  search_->Hide();
  canvas_->clear_mark();
  canvas_->mark_words({});
  mirror_newest();
  Layout();
  if (composer_->IsShown()) composer_->focus();
}

void ConversationPanel::more() {
  const auto* person = desk_.feed.book().find(desk_.open_chat);
  if (!person) return;
  PersonMenu(*this, desk_, *person,
             {answered(), lifetime_.hold([this](const std::string& words) { say(words); }),
              lifetime_.hold([this] { header_->refresh(), commands_.notes_changed(); })})
      .show();
}

void ConversationPanel::show_message(std::uint64_t place, const std::string& words) {
  canvas_->mark_words(words);
  canvas_->show_place(place);
}

void ConversationPanel::toggle_mirror() {
  mirrored_ = !mirrored_;
  mirror_newest();
  arrange(desk_.feed.book().find(desk_.open_chat));
  mirror_messages();
  if (mirrored_ && mirror_->IsShown())
    mirror_->SetFocus();
  else if (composer_->IsShown())
    composer_->focus();
}

/// The list has the newest messages, but while something is searched for those around it.
void ConversationPanel::mirror_newest() {
  if (mirrored_ && !canvas_->conversation().at_end()) canvas_->scroll_to_end();
}

void ConversationPanel::mirror_messages() {
  canvas_->read_elsewhere(mirror_->IsShown());
  if (!mirror_->IsShown()) return;
  const auto& messages = canvas_->conversation().messages();
  const auto count = std::min(messages.size(), most_mirrored);
  mirrored_places_.clear();
  std::vector<std::string> lines;
  for (auto row = messages.size() - count; row < messages.size(); ++row) {
    mirrored_places_.push_back(messages[row].place);
    lines.push_back(message_line(messages[row], canvas_->sender_of(messages[row]), desk_.now_ms(), *desk_.language));
  }
  mirror_->show(lines);
}

}  // namespace p2pchat::wx_gui
