// SPDX-License-Identifier: MIT
#include "view/placard.hpp"

#include "presented.hpp"
#include "view/access.hpp"
#include "view/row_painter.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t most_octets = 2000;  // of a greeting; it may be 64 KiB

}  // namespace

Placard::Placard(wxWindow* parent, const Desk& desk) : wxPanel(parent), desk_(desk) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetBackgroundColour(solid(desk.colours->canvas));
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    paint(*this, desk_, desk_.colours->canvas, [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) { Refresh(), event.Skip(); });
}

void Placard::show(const std::string& title, const std::string& words, const std::vector<Action>& actions) {
  has_person_ = false;
  title_ = title, words_ = words;
  rebuild(actions);
}

void Placard::show_person(const Person& person, const std::string& words, const std::vector<Action>& actions) {
  has_person_ = true;
  person_ = person;
  title_ = desk_.feed.book().name_of(person.id), words_ = words;
  rebuild(actions);
}

void Placard::rebuild(const std::vector<Action>& actions) {
  name_for_access(*this, visible_line(title_) + ". " + visible_line(words_.substr(0, most_octets)));
  DestroyChildren();
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  for (const auto& each : actions)
    row->Add(new TextButton(this, desk_, each.words, each.action, each.kind, desk_.colours->canvas),
             wxSizerFlags().Border(wxALL, FromDIP(5)));
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->AddStretchSpacer(4);
  sizer->Add(row, wxSizerFlags().Centre());
  sizer->AddStretchSpacer(3);
  SetSizer(sizer, true);
  Layout();
  Refresh();
}

void Placard::draw(Painter& painter, const Box& all) {
  const auto& look = painter.look;
  const auto side = painter.dip(84), room_above = all.height * 0.25 - side / 2;
  const auto top = std::max(all.height < painter.dip(640) ? room_above - painter.dip(60) : room_above, painter.dip(20));
  const Box picture{(all.width - side) / 2, top, side, side};
  if (has_person_)
    painter.picture(picture, person_.id, title_);
  else
    wx_gui::draw(Icon::bottle, painter, picture, look.accent);
  painter.centred(painter.fitting(shown(visible_line(title_)), all.width - painter.dip(40), Type::large),
                  {0, top + side + painter.dip(14), all.width, painter.dip(40)}, Type::large, look.text);
  GraphicsMeasure measure(desk_, Type::body);
  const auto room = std::min(all.width - painter.dip(60), painter.dip(520));
  const auto layout = lay_out(visible(words_.substr(0, most_octets)), room, measure);
  auto y = top + side + painter.dip(64);
  const auto end = GetChildren().empty() ? all.height : GetChildren().front()->GetPosition().y - painter.dip(6);
  for (const auto& line : layout.lines) {
    if (y + layout.line_height > end) break;
    const auto text = std::u32string_view(layout.text).substr(line.begin, line.end - line.begin);
    painter.centred(shown(text), {0, y, all.width, layout.line_height}, Type::body, look.secondary_text);
    y += layout.line_height;
  }
}

}  // namespace p2pchat::wx_gui
