// SPDX-License-Identifier: MIT
#include "view/search_bar.hpp"

#include "model/words.hpp"
#include "view/pressable.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint32_t page_hits = 50;

}  // namespace

SearchBar::SearchBar(wxWindow* parent, Desk& desk, std::function<void(std::uint64_t)> look_at,
                     std::function<void()> closed)
    : wxPanel(parent), desk_(desk), look_at_(std::move(look_at)), closed_(std::move(closed)) {
  const auto ground = desk.colours->side;
  SetBackgroundColour(solid(ground));
  field_ = new Field(this, desk, desk.say("Search in this chat"), Field::Lines::one, ground);
  field_->hint(desk.say("Search in this chat"));
  count_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(110, -1)),
                            wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE);
  count_->SetForegroundColour(solid(desk.colours->secondary_text));
  count_->SetFont(desk.fonts[Type::small]);
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(field_, wxSizerFlags(1).Border(wxALL, FromDIP(8)));
  const auto centre = wxSizerFlags().Centre();
  sizer->Add(count_, centre);
  sizer->Add(new IconButton(
                 this, desk, Icon::up, desk.say("Older"), [this] { older(); }, ground),
             centre);
  sizer->Add(new IconButton(
                 this, desk, Icon::down, desk.say("Newer"), [this] { newer(); }, ground),
             centre);
  sizer->Add(new IconButton(
                 this, desk, Icon::close, desk.say("Close"), [this] { closed_(); }, ground),
             centre);
  SetSizer(sizer);
  field_->text().Bind(wxEVT_TEXT_ENTER,
                      [this](wxCommandEvent&) { field_->value() == searched_ ? older() : search(field_->value()); });
  field_->text().Bind(wxEVT_KEY_DOWN, &SearchBar::on_key, this);
}

void SearchBar::on_key(wxKeyEvent& event) {
  const auto key = event.GetKeyCode();
  if (key == WXK_ESCAPE) return CallAfter([this] { closed_(); });
  if (key == WXK_UP) return older();
  if (key == WXK_DOWN) return newer();
  event.Skip();
}

void SearchBar::focus() {
  field_->text().SetFocus();
  field_->text().SelectAll();
}

void SearchBar::clear() {
  ++generation_;
  hits_.clear();
  searched_.clear();
  count_->SetLabel(wxString());
}

void SearchBar::search(const std::string& words) {
  clear();
  searched_ = words;
  if (searched) searched(words);
  if (!words.empty()) fetch(0);
}

void SearchBar::fetch(std::uint64_t before) {
  const bool first = before == 0;
  desk_.calls().search(
      searched_, desk_.open_chat, before, page_hits,
      lifetime_.hold([this, first, mine = generation_](const sdk::Status& status, const MessagePage& page) {
        if (mine != generation_) return;
        if (!status.ok()) return count_->SetLabel(shown(error_words(status, *desk_.language)));
        hits_.add(page.messages, page.next);
        if (!first) hits_.older();
        tell();
      }));
}

void SearchBar::older() {
  if (const auto next = hits_.wanted()) return fetch(next);
  hits_.older();
  tell();
}

void SearchBar::newer() {
  hits_.newer();
  tell();
}

void SearchBar::tell() {
  count_->SetLabel(shown(words()));
  if (hits_.current()) look_at_(hits_.current());
}

}  // namespace p2pchat::wx_gui
