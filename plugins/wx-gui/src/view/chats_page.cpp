// SPDX-License-Identifier: MIT
#include "view/chats_page.hpp"

#include "presented.hpp"
#include "view/search_sheet.hpp"
#include "view/switcher_sheet.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr int least_for_both = 640;  // device-independent pixels of the window

}  // namespace

ChatsPage::ChatsPage(wxWindow* parent, Desk& desk, std::function<void()> add_contact, std::function<void()> my_card)
    : wxPanel(parent), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->side));
  side_ = make_side(add_contact);
  conversation_ = new ConversationPanel(
      this, desk, {add_contact, std::move(my_card), [this] { list_->Refresh(); }, [this] { back(); }});
  line_ = new wxWindow(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(1, -1)));
  line_->DisableFocusFromKeyboard();
  line_->SetBackgroundColour(solid(desk.colours->line));
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(side_, wxSizerFlags().Expand());
  sizer->Add(line_, wxSizerFlags().Expand());
  sizer->Add(conversation_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    // Later: GTK loses what is shown or hidden while it gives out sizes.
    if (is_narrow() != narrow_) CallAfter([this] { arrange(); });
    event.Skip();
  });
}

bool ChatsPage::is_narrow() const {
  // The window knows its width before it is on show; a page does not.
  return wxGetTopLevelParent(const_cast<ChatsPage*>(this))->GetClientSize().x < FromDIP(least_for_both);
}

void ChatsPage::arrange() {
  narrow_ = is_narrow();
  const bool reading = desk_.open_chat != sdk::Id{} && reading_;
  bool moved = side_->Show(!narrow_ || !reading);
  moved = line_->Show(!narrow_) || moved;
  moved = conversation_->Show(!narrow_ || reading) || moved;
  if (!moved) return;
  conversation_->show_back(narrow_);
  GetSizer()->GetItem(side_)->SetProportion(narrow_ ? 1 : 0);
  Layout();
}

void ChatsPage::back() {
  if (!narrow_) return;
  reading_ = false;
  arrange();
  list_->SetFocus();
}

void ChatsPage::filter(const std::string& text) {
  filter_->set_value(text);
  list_->set_filter(text);
}

void ChatsPage::go_to_chat() {
  SwitcherSheet sheet(this, desk_, [this](const sdk::Id& who) { open(who); });
  sheet.ShowModal();
}

void ChatsPage::search_everywhere() {
  SearchSheet sheet(this, desk_, [this](const sdk::Id& peer, std::uint64_t place, const std::string& words) {
    open(peer);
    conversation_->show_message(place, words);
  });
  sheet.ShowModal();
}

wxWindow* ChatsPage::make_side(std::function<void()> add_contact) {
  auto* side = new wxPanel(this);
  const auto ground = desk_.colours->side;
  side->SetBackgroundColour(solid(ground));
  filter_ = new Field(side, desk_, desk_.say("Find a chat"), Field::Lines::one, ground);
  filter_->hint(with_keys(desk_.say("Find a chat"), desk_.state.keys, Act::find_chat, *desk_.language));
  list_ = new ChatListView(side, desk_, [this](const sdk::Id& who) { open(who); });
  filter_->text().Bind(wxEVT_TEXT, [this](wxCommandEvent&) { list_->set_filter(filter_->value()); });
  filter_->text().Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
    const auto first = list_->neighbour(-list_->GetSelection());
    if (first != sdk::Id{}) open(first);
  });
  const auto width = FromDIP(desk_.state.list_width), border = FromDIP(14);
  network_ = new NetworkStrip(side, desk_, width - 2 * border);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(filter_, wxSizerFlags().Expand().Border(wxALL, border));
  sizer->Add(list_, wxSizerFlags(1).Expand());
  sizer->Add(
      new TextButton(side, desk_, desk_.say("Add contact"), std::move(add_contact), TextButton::Kind::quiet, ground),
      wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, border));
  sizer->Add(network_, wxSizerFlags().Expand().Border(wxALL, border));
  side->SetSizer(sizer);
  side->SetMinSize(wxSize(width, -1));
  return side;
}

void ChatsPage::open(const sdk::Id& who) {
  desk_.open_chat = who;
  reading_ = true;
  list_->select(who);
  conversation_->open();
  arrange();
  conversation_->focus();
  list_->Refresh();
}

void ChatsPage::focus() {
  if (conversation_->composer().IsShownOnScreen())
    conversation_->focus();
  else
    list_->SetFocus();
}

void ChatsPage::walk(int rows) {
  if (const auto who = list_->neighbour(rows); who != sdk::Id{}) open(who);
}

void ChatsPage::open_unread() {
  if (const auto who = list_->first_unread(); who != sdk::Id{}) open(who);
}

void ChatsPage::take(const Event& event) {
  const auto* added = std::get_if<MessageAdded>(&event);
  const auto* changed = std::get_if<MessageChanged>(&event);
  if (added) list_->newest_changed(added->message.peer);
  if (changed) list_->newest_changed(changed->message.peer);
  if (std::holds_alternative<BookChanged>(event)) list_->refresh_people();
  if (std::holds_alternative<Presence>(event)) list_->Refresh();
  if (std::holds_alternative<NetworkStatus>(event)) network_->refresh();
  conversation_->take(event);
}

}  // namespace p2pchat::wx_gui
