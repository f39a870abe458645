// SPDX-License-Identifier: MIT
#include "view/network_page.hpp"

#include "model/network_words.hpp"
#include "view/join_sheet.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

constexpr int tick_ms = 500;
constexpr unsigned ticks_a_look = 4;
constexpr int least_for_figures = 720;  // device-independent pixels

}  // namespace

NetworkPage::NetworkPage(wxWindow* parent, Desk& desk) : wxPanel(parent), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->canvas));
  auto* top = make_top();
  ring_ = new RingView(this, desk, network_, lookups_);
  table_ = new NodeTable(this, desk);
  side_ = new NetworkSide(this, desk, network_, lookups_);
  auto* middle = new wxBoxSizer(wxHORIZONTAL);
  middle->Add(ring_, wxSizerFlags(1).Expand());
  middle->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(28)));
  middle->Add(side_, wxSizerFlags().Expand());
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->AddSpacer(FromDIP(20));
  rows->Add(top, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(28)));
  rows->Add(middle, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(14)));
  SetSizer(rows);
  choose(Sight::ring);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { arrange(); });
  });
  Hide();  // so that it hears when it is shown
  clock_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tick(); });
  Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
    event.Skip();
    if (!event.IsShown()) return clock_.Stop();
    look();
    clock_.Start(tick_ms);
  });
}

wxSizer* NetworkPage::make_top() {
  const auto ground = desk_.colours->canvas;
  auto* title = new wxStaticText(this, wxID_ANY, shown(desk_.say("Network")));
  title->SetFont(desk_.fonts[Type::large]);
  title->SetForegroundColour(solid(desk_.colours->text));
  summary_ = new wxStaticText(this, wxID_ANY, shown(desk_.say("Looking…")), wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END);
  summary_->SetFont(desk_.fonts[Type::body]);
  summary_->SetForegroundColour(solid(desk_.colours->secondary_text));
  summary_->SetMinSize(FromDIP(wxSize(60, -1)));
  ring_choice_ = new TextButton(
      this, desk_, desk_.say("Ring"), [this] { choose(Sight::ring); }, TextButton::Kind::quiet, ground);
  table_choice_ = new TextButton(
      this, desk_, desk_.say("Table"), [this] { choose(Sight::table); }, TextButton::Kind::quiet, ground);
  heading_ = new wxBoxSizer(wxHORIZONTAL);
  heading_->Add(title, wxSizerFlags().CentreVertical());
  heading_->AddSpacer(FromDIP(14));
  heading_->Add(summary_, wxSizerFlags(1).CentreVertical());
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  for (auto* button :
       {ring_choice_, table_choice_,
        new TextButton(
            this, desk_, desk_.say("Join through…"), [this] { join(); }, TextButton::Kind::quiet, ground)})
    buttons->Add(button, wxSizerFlags().Centre().Border(wxRIGHT, FromDIP(8)));
  top_ = new wxBoxSizer(wxHORIZONTAL);
  top_->Add(heading_, wxSizerFlags(1).Expand());
  top_->Add(buttons, wxSizerFlags().Border(wxTOP, FromDIP(4)));
  return top_;
}

void NetworkPage::arrange() {
  const bool narrow = GetClientSize().x < FromDIP(least_for_figures);
  if (side_->IsShown() == !narrow) return;
  side_->Show(!narrow);
  top_->SetOrientation(narrow ? wxVERTICAL : wxHORIZONTAL);
  heading_->SetOrientation(narrow ? wxVERTICAL : wxHORIZONTAL);
  const auto beside = wxSizerFlags().CentreVertical(), below = wxSizerFlags().Expand();
  heading_->GetItem(summary_)->SetFlag((narrow ? below : beside).GetFlags());
  Layout();
}

void NetworkPage::choose(Sight sight) {
  ring_->Show(sight == Sight::ring);
  table_->Show(sight == Sight::table);
  ring_choice_->choose(sight == Sight::ring);
  table_choice_->choose(sight == Sight::table);
  Layout();
}

void NetworkPage::join() {
  JoinSheet sheet(this, desk_);
  sheet.ShowModal();
  look();
}

void NetworkPage::look() {
  desk_.calls().network(lifetime_.hold([this](const sdk::Status&, const NetworkPicture& picture) { came(picture); }));
}

void NetworkPage::came(const NetworkPicture& picture) {
  looked_ = true;
  network_ = network_view(picture, desk_.me.id);
  summary_->SetLabel(shown(network_summary(network_, *desk_.language)));
  table_->show(network_);
  ring_->Refresh();
  side_->Refresh();
  side_->announce();
}

void NetworkPage::tick() {
  const bool moving = !lookups_.all().empty();
  lookups_.forget(desk_.now_ms());
  if (++ticks_ % ticks_a_look == 0) return look();
  if (moving) ring_->Refresh(), side_->Refresh();
}

void NetworkPage::take(const Event& event) {
  if (const auto* asked = std::get_if<LookupAsks>(&event)) lookups_.asks(asked->target, asked->node, desk_.now_ms());
  if (const auto* ended = std::get_if<LookupEnded>(&event)) lookups_.ended(ended->target, ended->how, desk_.now_ms());
  const bool news = std::holds_alternative<Presence>(event) || std::holds_alternative<NetworkStatus>(event) ||
                    std::holds_alternative<ReachFound>(event);
  if (news && IsShownOnScreen()) look();
}

}  // namespace p2pchat::wx_gui
