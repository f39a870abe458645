// SPDX-License-Identifier: MIT
#include "view/departure_bar.hpp"

#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr int seconds_to_undo = 5;

}  // namespace

DepartureBar::DepartureBar(wxWindow* parent, const Desk& desk, Taker gone, Taker taken_back)
    : wxPanel(parent), desk_(desk), gone_(std::move(gone)), taken_back_(std::move(taken_back)) {
  const auto ground = desk.colours->card;
  SetBackgroundColour(solid(ground));
  words_ = new wxStaticText(this, wxID_ANY, wxString());
  words_->SetFont(desk.fonts[Type::body]);
  words_->SetForegroundColour(solid(desk.colours->text));
  undo_ = new TextButton(
      this, desk, desk.say("Undo"), [this] { take_back(); }, TextButton::Kind::quiet, ground);
  again_ = new TextButton(
      this, desk, desk.say("Write again"), [this] { take_back(); }, TextButton::Kind::quiet, ground);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(words_, wxSizerFlags().Centre().Border(wxALL, FromDIP(12)));
  row->Add(undo_, wxSizerFlags().Centre().Border(wxRIGHT, FromDIP(8)));
  row->Add(again_, wxSizerFlags().Centre().Border(wxRIGHT, FromDIP(8)));
  SetSizer(row);
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
  Hide();
}

void DepartureBar::hold(ThrownNote note) {
  let_go();
  note_ = std::move(note);
  seconds_left_ = seconds_to_undo + 1;
  undo_->Show();
  again_->Hide();
  timer_.Start(1000);
  Show();
  tick();
}

void DepartureBar::refuse(ThrownNote note, const std::string& why) {
  note_ = std::move(note);
  undo_->Hide();
  again_->Show();
  Show();
  say(why);
}

void DepartureBar::tick() {
  if (--seconds_left_ <= 0) return let_go();
  say(desk_.language->count("Your bottle leaves in {n} second.", "Your bottle leaves in {n} seconds.",
                            static_cast<std::uint64_t>(seconds_left_)));
}

void DepartureBar::let_go() {
  if (!waiting()) return;
  timer_.Stop();
  Hide();
  gone_(note_);
}

void DepartureBar::take_back() {
  timer_.Stop();
  Hide();
  taken_back_(note_);
}

void DepartureBar::say(const std::string& words) {
  words_->SetLabel(shown(words));
  GetParent()->Layout();
}

}  // namespace p2pchat::wx_gui
