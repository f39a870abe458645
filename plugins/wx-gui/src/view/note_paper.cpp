// SPDX-License-Identifier: MIT
#include "view/note_paper.hpp"

#include "view/paragraph.hpp"
#include "view/read_only_text.hpp"

#include <wx/sizer.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr int note_curl = 14, note_rim = 6, note_inner = 14, note_scrollbar = 20;  // device-independent pixels
constexpr auto note_pale = rgb(0xFBF3E2), note_edge = rgb(0xD9C49A), note_shade = rgb(0xC2A670),
               note_ink = rgb(0x4A3826);

/// A roll of paper that lies across, lit from above.
void draw_curl(Painter& painter, const Box& box) {
  auto& gc = painter.gc;
  wxGraphicsGradientStops light(solid(note_edge), solid(note_shade));
  light.Add(solid(rgb(0xFFFBF0)), 0.35F);
  light.Add(solid(rgb(0xEFE0BD)), 0.7F);
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateLinearGradientBrush(0, box.y, 0, box.y + box.height, light));
  gc.DrawRoundedRectangle(box.x, box.y, box.width, box.height, box.height / 2);
  painter.frame(box, note_shade, painter.dip(0.8), box.height / 2);
}

}  // namespace

NotePaper::NotePaper(wxWindow* parent, const Desk& desk, const std::string& text, int width)
    : wxPanel(parent), desk_(desk) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  const auto room = width - 2 * FromDIP(note_rim + note_inner);
  const auto lines = paragraph_height(desk, text, room - FromDIP(note_scrollbar), Type::title);
  const auto height = std::clamp(static_cast<int>(lines) + FromDIP(12), FromDIP(44), FromDIP(170));
  auto* note = read_only_text(this, text, desk.say("Note"), wxSize(room, height),
                              {desk.fonts[Type::title], note_ink, note_pale});
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->AddSpacer(FromDIP(note_curl + 8));
  rows->Add(note, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(note_rim + note_inner)));
  rows->AddSpacer(FromDIP(note_curl + 8));
  SetSizer(rows);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    paint(*this, desk_, desk_.colours->canvas, [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) { Refresh(), event.Skip(); });
}

void NotePaper::draw(Painter& painter, const Box& all) {
  const auto roll = painter.dip(note_curl), side = painter.dip(note_rim);
  const Box sheet{side, roll / 2, all.width - 2 * side, all.height - roll};
  painter.fill(sheet, note_pale);
  for (const double x : {sheet.x, sheet.x + sheet.width})
    painter.line(x, sheet.y, x, sheet.y + sheet.height, note_edge, painter.dip(1));
  auto& gc = painter.gc;  // what the upper roll shades
  const auto below = roll + painter.dip(7);
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateLinearGradientBrush(0, roll, 0, below, solid(note_shade, 0.35), solid(note_shade, 0)));
  gc.DrawRectangle(sheet.x, roll, sheet.width, below - roll);
  draw_curl(painter, {painter.dip(1), 1, all.width - painter.dip(2), roll - 1});
  draw_curl(painter, {painter.dip(1), all.height - roll, all.width - painter.dip(2), roll - 1});
}

}  // namespace p2pchat::wx_gui
