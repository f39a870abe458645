// SPDX-License-Identifier: MIT
#include "view/network_strip.hpp"

#include "model/told_words.hpp"
#include "view/join_sheet.hpp"
#include "view/paragraph.hpp"

namespace p2pchat::wx_gui {

NetworkStrip::NetworkStrip(wxWindow* parent, Desk& desk, int width) : wxPanel(parent), desk_(desk), width_(width) {
  const auto ground = desk.colours->side;
  SetBackgroundColour(solid(ground));
  words_ = new wxStaticText(this, wxID_ANY, wxString());
  words_->SetFont(desk.fonts[Type::small]);
  words_->SetForegroundColour(solid(desk.colours->secondary_text));
  // Not while the button is still at it: whoever joins needs it no more.
  join_ = new TextButton(
      this, desk, desk.say("Join through…"), [this] { CallAfter([this] { join(); }); }, TextButton::Kind::quiet,
      ground);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(words_, wxSizerFlags().Expand());
  rows->Add(join_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
  SetSizer(rows);
  refresh();
}

void NetworkStrip::refresh() {
  words_->SetLabel(wrapped(desk_, told_words(desk_.network, *desk_.language), width_, Type::small));
  join_->Show(tells_of_nobody(desk_.network));
  InvalidateBestSize();
  GetParent()->Layout();
}

void NetworkStrip::join() {
  JoinSheet sheet(this, desk_);
  sheet.ShowModal();
}

}  // namespace p2pchat::wx_gui
