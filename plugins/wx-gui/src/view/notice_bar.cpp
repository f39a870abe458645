// SPDX-License-Identifier: MIT
#include "view/notice_bar.hpp"

#include "view/text.hpp"

namespace p2pchat::wx_gui {

NoticeBar::NoticeBar(wxWindow* parent, const Desk& desk) : wxPanel(parent), desk_(desk) {
  SetBackgroundColour(solid(desk.colours->pill));
  Hide();
}

void NoticeBar::tell(Matter matter, Notice notice) {
  const auto before = words();
  notices_[matter] = std::move(notice);
  if (words() != before) show();
}

void NoticeBar::settle(Matter matter) {
  const auto before = words();
  if (notices_.erase(matter) && words() != before) show();
}

void NoticeBar::show() {
  DestroyChildren();
  if (!notices_.empty()) {
    const auto& notice = notices_.begin()->second;
    auto* label =
        new wxStaticText(this, wxID_ANY, shown(notice.words), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    label->SetFont(desk_.fonts[Type::body]);
    label->SetForegroundColour(solid(desk_.colours->text));
    label->SetToolTip(shown(notice.words));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, wxSizerFlags(1).Centre().Border(wxALL, FromDIP(10)));
    if (!notice.button.empty())
      row->Add(new TextButton(
                   this, desk_, notice.button, [this, action = notice.action] { CallAfter(action); },
                   TextButton::Kind::quiet, desk_.colours->pill),
               wxSizerFlags().Centre().Border(wxRIGHT, FromDIP(10)));
    SetSizer(row, true);
  }
  Show(!notices_.empty());
  GetParent()->Layout();
}

}  // namespace p2pchat::wx_gui
