// SPDX-License-Identifier: MIT
#include "view/beach_painter.hpp"

#include <algorithm>
#include <cmath>

namespace p2pchat::wx_gui {

void BeachPainter::gradient(const Box& box, Colour top, Colour low) {
  auto& gc = painter_.gc;
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateLinearGradientBrush(0, box.y, 0, box.y + box.height, solid(top), solid(low)));
  gc.DrawRectangle(box.x, box.y, box.width, box.height);
}

void BeachPainter::landscape() {
  sky();
  sea();
  sand();
}

void BeachPainter::sky() {
  auto& gc = painter_.gc;
  const auto high = all_.height * horizon;
  gradient({0, 0, all_.width, high}, scene_.sky_top, scene_.sky_low);
  for (int star = 0; scene_.night && star < 60; ++star) {  // the same ones every night
    const auto across = std::fmod(star * 0.618034, 1.0) * all_.width;
    const auto down = std::fmod(star * star * 0.137 + 0.05, 1.0) * high * 0.9;
    if (down < painter_.dip(64)) continue;  // where the title stands
    painter_.disc(across, down, painter_.dip(star % 3 ? 0.8 : 1.3), mixed(scene_.sky_low, scene_.light, 0.7));
  }
  const auto x = all_.width * 0.66, y = high * (scene_.night ? 0.55 : 0.86), radius = painter_.dip(34);
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(
      gc.CreateRadialGradientBrush(x, y, x, y, radius * 3.4, solid(scene_.light, 0.55), solid(scene_.light, 0)));
  gc.DrawEllipse(x - radius * 3.4, y - radius * 3.4, radius * 6.8, radius * 6.8);
  painter_.disc(x, y, radius, scene_.light);
}

void BeachPainter::wave(double y, double length, double height, double thickness) {
  auto& gc = painter_.gc;
  auto path = gc.CreatePath();
  path.MoveToPoint(-length, y);
  for (double x = -length; x < all_.width + length; x += length)
    path.AddCurveToPoint(x + length / 3, y - height, x + length * 2 / 3, y + height, x + length, y);
  gc.SetPen(gc.CreatePen(wxGraphicsPenInfo(solid(scene_.wave, 0.55), thickness)));
  gc.StrokePath(path);
}

void BeachPainter::sea() {
  const auto top = all_.height * horizon, low = all_.height * (shore + 0.06);
  gradient({0, top, all_.width, low - top}, scene_.sea_far, scene_.sea_near);
  for (int row = 0; row < 9; ++row) {
    const auto part = std::pow((row + 1) / 9.5, 1.6);  // nearer waves are larger and further apart
    wave(top + (low - top) * part, painter_.dip(50 + 110 * part), painter_.dip(2 + 8 * part),
         painter_.dip(0.8 + part * 1.6));
  }
}

void BeachPainter::sand() {
  auto& gc = painter_.gc;
  const auto edge = [&](double lift) {
    auto path = gc.CreatePath();
    const auto y = all_.height * shore - lift;
    path.MoveToPoint(0, y + painter_.dip(14));
    path.AddCurveToPoint(all_.width * 0.3, y - painter_.dip(22), all_.width * 0.62, y + painter_.dip(30), all_.width,
                         y - painter_.dip(20));
    path.AddLineToPoint(all_.width, all_.height);
    path.AddLineToPoint(0, all_.height);
    path.CloseSubpath();
    return path;
  };
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateBrush(wxBrush(solid(scene_.foam))));
  gc.FillPath(edge(painter_.dip(13)));
  const auto top = all_.height * shore;
  gc.SetBrush(gc.CreateLinearGradientBrush(0, top, 0, all_.height, solid(scene_.sand_high), solid(scene_.sand_low)));
  gc.FillPath(edge(0));
  for (int grain = 0; grain < 130; ++grain) {
    const auto x = std::fmod(grain * 0.618034, 1.0) * all_.width;
    const auto y = top + painter_.dip(30) + std::fmod(grain * grain * 0.0731, 1.0) * (all_.height - top);
    painter_.disc(x, y, painter_.dip(1), mixed(scene_.sand_low, scene_.cork, 0.25));
  }
}

void BeachPainter::bottle(const BottleLook& look) {
  auto& gc = painter_.gc;
  const auto s = look.size;
  gc.PushState();
  if (look.lies) {
    gc.SetPen(*wxTRANSPARENT_PEN);
    gc.SetBrush(gc.CreateBrush(wxBrush(solid(scene_.shadow, 0.3))));
    gc.DrawEllipse(look.x - s * 0.4, look.y + s * 0.27, s * 0.72, s * 0.17);
  }
  if (look.glows) {
    gc.SetPen(*wxTRANSPARENT_PEN);
    gc.SetBrush(gc.CreateRadialGradientBrush(look.x, look.y, look.x, look.y, s * 0.85, solid(scene_.glow, 0.9),
                                             solid(scene_.glow, 0)));
    gc.DrawEllipse(look.x - s * 0.85, look.y - s * 0.85, s * 1.7, s * 1.7);
  }
  gc.Translate(look.x, look.y);
  gc.Rotate(look.turn);
  const auto opacity = look.faded ? 0.6 : 0.92;
  auto glass = gc.CreatePath();  // upright, its middle at 0
  glass.MoveToPoint(-s * 0.07, -s * 0.42);
  glass.AddLineToPoint(-s * 0.07, -s * 0.2);
  glass.AddCurveToPoint(-s * 0.09, -s * 0.1, -s * 0.18, -s * 0.1, -s * 0.18, s * 0.04);
  glass.AddLineToPoint(-s * 0.18, s * 0.4);
  glass.AddCurveToPoint(-s * 0.18, s * 0.47, s * 0.18, s * 0.47, s * 0.18, s * 0.4);
  glass.AddLineToPoint(s * 0.18, s * 0.04);
  glass.AddCurveToPoint(s * 0.18, -s * 0.1, s * 0.09, -s * 0.1, s * 0.07, -s * 0.2);
  glass.AddLineToPoint(s * 0.07, -s * 0.42);
  glass.CloseSubpath();
  gc.SetBrush(gc.CreateLinearGradientBrush(-s * 0.18, 0, s * 0.18, 0,
                                           solid(mixed(scene_.glass, rgb(0xFFFFFF), 0.35), opacity),
                                           solid(scene_.glass, opacity)));
  gc.SetPen(gc.CreatePen(wxGraphicsPenInfo(solid(scene_.glass_edge, opacity), std::max(1.0, s * 0.018))));
  gc.DrawPath(glass);
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateBrush(wxBrush(solid(rgb(0xFBF6E6), opacity))));
  gc.DrawRoundedRectangle(-s * 0.1, s * 0.06, s * 0.2, s * 0.26, s * 0.02);
  painter_.line(-s * 0.06, s * 0.15, s * 0.06, s * 0.15, scene_.cork, std::max(1.0, s * 0.015));
  painter_.line(-s * 0.06, s * 0.21, s * 0.04, s * 0.21, scene_.cork, std::max(1.0, s * 0.015));
  if (look.corked) painter_.fill({-s * 0.075, -s * 0.52, s * 0.15, s * 0.13}, scene_.cork, s * 0.03, opacity);
  gc.PopState();
}

Box BeachPainter::label_place(const wxString& words, double middle, double top) const {
  const auto wide = painter_.width(words, Type::small) + painter_.dip(22), edge = painter_.dip(4);
  const auto x = std::clamp(middle - wide / 2, edge, std::max(edge, all_.width - wide - edge));
  return {x, top, wide, painter_.dip(23)};
}

void BeachPainter::label(const wxString& words, const Box& box) {
  painter_.fill(box, scene_.label, box.height / 2, 0.95);
  painter_.centred(words, box, Type::small, scene_.on_label);
}

}  // namespace p2pchat::wx_gui
