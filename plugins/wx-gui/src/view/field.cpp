// SPDX-License-Identifier: MIT
#include "view/field.hpp"

#include "view/access.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {

namespace {

/// The frame is ours: the one of GTK, which a theme may draw within it, is taken away.
struct Frameless final : wxTextCtrl {
  Frameless(wxWindow* parent, long style)
      : wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, style | wxBORDER_NONE) {
    GTKApplyCssStyle("*, *:focus { border: none; box-shadow: none; outline: none; min-height: 0; }");
  }
};

}  // namespace

Field::Field(wxWindow* parent, const Desk& desk, const std::string& name, Lines lines, Colour ground)
    : wxPanel(parent), desk_(desk), ground_(ground), radius_(lines == Lines::several ? 22 : 18) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  auto style = lines == Lines::several ? wxTE_MULTILINE | wxTE_NO_VSCROLL : wxTE_PROCESS_ENTER;
  if (lines == Lines::secret) style |= wxTE_PASSWORD;
  text_ = new Frameless(this, style);
  text_->SetFont(desk.fonts[Type::body]);
  text_->SetBackgroundColour(solid(desk.colours->card));
  text_->SetForegroundColour(solid(desk.colours->text));
  name_for_access(*text_, name);
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  if (lines != Lines::several)
    sizer->Add(text_, wxSizerFlags(1).Align(wxALIGN_CENTRE_VERTICAL).Border(wxLEFT | wxRIGHT, FromDIP(12)));
  else {
    auto* inner = new wxBoxSizer(wxVERTICAL);
    placeholder_.emplace(*text_, desk);
    inner->Add(text_, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(11)));
    sizer->Add(inner, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(16)));
  }
  SetSizer(sizer);
  SetMinSize(wxSize(-1, FromDIP(38)));
  Bind(wxEVT_PAINT, &Field::on_paint, this);
  for (const auto& event : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
    text_->Bind(event, [this](wxFocusEvent& focus) { Refresh(), focus.Skip(); });
}

std::string Field::value() const { return octets_of(text_->GetValue()); }

void Field::set_value(const std::string& value) { text_->ChangeValue(shown(value)); }

void Field::hint(const std::string& words, const std::string& more) {
  if (placeholder_) return placeholder_->say(words, more);
  text_->SetHint(shown(words));
}

void Field::on_paint(wxPaintEvent&) {
  paint(*this, desk_, ground_, [this](Painter& painter, const Box& all) {
    painter.fill(all, painter.look.card, painter.dip(radius_));
    const auto& edge = text_->HasFocus() ? painter.look.accent : painter.look.line;
    painter.frame(all, edge, painter.dip(text_->HasFocus() ? 1.5 : 1), painter.dip(radius_));
  });
}

}  // namespace p2pchat::wx_gui
