// SPDX-License-Identifier: MIT
#include "view/chat_header.hpp"

#include "model/words.hpp"
#include "presented.hpp"
#include "view/access.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {

ChatHeader::ChatHeader(wxWindow* parent, const Desk& desk, const Commands& commands) : wxPanel(parent), desk_(desk) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  const auto ground = desk.colours->canvas;
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  back_ = new IconButton(this, desk, Icon::back,
                         with_keys(desk.say("Back to the list"), desk.state.keys, Act::back, *desk.language),
                         commands.back, ground);
  back_->Hide();
  sizer->Add(back_, wxSizerFlags().Centre().Border(wxLEFT, FromDIP(8)));
  sizer->AddStretchSpacer();
  const auto centre = wxSizerFlags().Centre().Border(wxRIGHT, FromDIP(8));
  sizer->Add(
      new IconButton(this, desk, Icon::search,
                     with_keys(desk.say("Search in this chat"), desk.state.keys, Act::search_chat, *desk.language),
                     commands.search, ground),
      centre);
  sizer->Add(new IconButton(this, desk, Icon::more, desk.say("More"), commands.more, ground), centre);
  SetSizer(sizer);
  SetMinSize(FromDIP(wxSize(-1, 66)));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    paint(*this, desk_, desk_.colours->canvas, [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
}

void ChatHeader::show_back(bool on) {
  if (!back_->Show(on)) return;
  Layout();
  Refresh();
}

void ChatHeader::refresh() {
  Refresh();
  const auto* person = desk_.feed.book().find(desk_.open_chat);
  if (!person) return;
  const auto name = visible_line(desk_.feed.book().name_of(person->id)) + ", " +
                    standing_words(*person, desk_.notes.of(person->id).verified, *desk_.language);
  if (GetName() != shown(name)) name_for_access(*this, name);
}

void ChatHeader::draw(Painter& painter, const Box& all) {
  const auto& look = painter.look;
  painter.line(0, all.height - 0.5, all.width, all.height - 0.5, look.line);
  const auto* person = desk_.feed.book().find(desk_.open_chat);
  if (!person) return;
  const auto name = visible_line(desk_.feed.book().name_of(person->id));
  const auto side = painter.dip(40), left = painter.dip(back_->IsShown() ? 54 : 24), top = (all.height - side) / 2;
  painter.picture({left, top, side, side}, person->id, name);
  if (person->online) {
    painter.disc(left + side - painter.dip(5), top + side - painter.dip(5), painter.dip(7), look.canvas);
    painter.disc(left + side - painter.dip(5), top + side - painter.dip(5), painter.dip(5), look.online);
  }
  const auto x = left + side + painter.dip(12), room = all.width - x - painter.dip(110);
  painter.text(painter.fitting(shown(name), room, Type::title), x, painter.dip(10), Type::title, look.text);
  const auto standing = shown(standing_words(*person, desk_.notes.of(person->id).verified, *desk_.language));
  painter.text(painter.fitting(standing, room, Type::small, Words::ours), x, painter.dip(38), Type::small,
               person->online ? look.accent_text : look.secondary_text);
}

}  // namespace p2pchat::wx_gui
