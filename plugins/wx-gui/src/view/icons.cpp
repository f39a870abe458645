// SPDX-License-Identifier: MIT
#include "view/icons.hpp"

#include <algorithm>
#include <initializer_list>

namespace p2pchat::wx_gui {
namespace {

/// Draws on a field of 24 by 24.
class Pen {
 public:
  Pen(Painter& painter, const Box& box, Colour colour)
      : painter_(painter), box_(box), unit_(box.width / 24), colour_(colour) {
    painter.gc.SetPen(painter.gc.CreatePen(
        wxGraphicsPenInfo(solid(colour), std::min(1.8 * unit_, painter.dip(3))).Cap(wxCAP_ROUND).Join(wxJOIN_ROUND)));
    painter.gc.SetBrush(*wxTRANSPARENT_BRUSH);
  }
  void path(std::initializer_list<wxPoint2DDouble> points) {
    auto path = painter_.gc.CreatePath();
    bool first = true;
    for (const auto& point : points) {
      first ? path.MoveToPoint(x(point.m_x), y(point.m_y)) : path.AddLineToPoint(x(point.m_x), y(point.m_y));
      first = false;
    }
    painter_.gc.StrokePath(path);
  }
  void wave(double at) {
    auto path = painter_.gc.CreatePath();
    path.MoveToPoint(x(2), y(at));
    for (double left = 2; left < 22; left += 20.0 / 3)
      path.AddCurveToPoint(x(left + 2), y(at - 3), x(left + 4.6), y(at + 3), x(left + 20.0 / 3), y(at));
    painter_.gc.StrokePath(path);
  }
  void ring(double cx, double cy, double radius) {
    painter_.gc.DrawEllipse(x(cx - radius), y(cy - radius), 2 * radius * unit_, 2 * radius * unit_);
  }
  void rounded(double left, double top, double width, double height, double radius) {
    painter_.gc.DrawRoundedRectangle(x(left), y(top), width * unit_, height * unit_, radius * unit_);
  }
  void dot(double cx, double cy, double radius) { painter_.disc(x(cx), y(cy), radius * unit_, colour_); }

 private:
  double x(double at) const { return box_.x + at * unit_; }
  double y(double at) const { return box_.y + at * unit_; }
  Painter& painter_;
  const Box& box_;
  double unit_;
  Colour colour_;
};

void draw_settings(Pen& pen) {
  for (const auto& [at, knob] : {std::pair{6.0, 16.0}, {12.0, 8.0}, {18.0, 14.0}}) {
    pen.path({{2, at}, {knob - 2.5, at}});
    pen.path({{knob + 2.5, at}, {22, at}});
    pen.ring(knob, at, 2.5);
  }
}

void draw_bottle(Pen& pen) {
  pen.path({{10, 2}, {14, 2}});
  pen.path({{10.2, 2}, {10.2, 8}, {7, 12}, {7, 22}, {17, 22}, {17, 12}, {13.8, 8}, {13.8, 2}});
  pen.rounded(9.5, 14, 5, 5, 1);
}

void draw_plug(Pen& pen) {
  pen.path({{9, 2}, {9, 7}});
  pen.path({{15, 2}, {15, 7}});
  pen.path({{5, 7}, {19, 7}, {19, 11}, {15.5, 16}, {8.5, 16}, {5, 11}, {5, 7}});
  pen.path({{12, 16}, {12, 22}});
}

}  // namespace

void draw(Icon icon, Painter& painter, const Box& box, Colour colour) {
  Pen pen(painter, box, colour);
  switch (icon) {
    case Icon::chats:
      pen.rounded(2, 4, 20, 13, 4);
      return pen.path({{7, 17}, {7, 21}, {12, 17}});
    case Icon::beach:
      for (const auto at : {6.0, 12.0, 18.0}) pen.wave(at);
      return;
    case Icon::network:
      pen.ring(12, 12, 8);
      pen.dot(12, 4, 2.6);
      pen.dot(5, 16, 2.6);
      return pen.dot(19, 16, 2.6);
    case Icon::plugins:
      return draw_plug(pen);
    case Icon::settings:
      return draw_settings(pen);
    case Icon::search:
      pen.ring(10, 10, 6);
      return pen.path({{14.5, 14.5}, {20, 20}});
    case Icon::send:
      pen.path({{5, 12}, {19, 12}});
      return pen.path({{13, 6}, {19, 12}, {13, 18}});
    case Icon::more:
      for (const auto at : {5.0, 12.0, 19.0}) pen.dot(12, at, 1.7);
      return;
    case Icon::add:
      pen.path({{12, 5}, {12, 19}});
      return pen.path({{5, 12}, {19, 12}});
    case Icon::up:
      return pen.path({{6, 15}, {12, 9}, {18, 15}});
    case Icon::down:
      return pen.path({{6, 9}, {12, 15}, {18, 9}});
    case Icon::back:
      return pen.path({{15, 6}, {9, 12}, {15, 18}});
    case Icon::close:
      pen.path({{6, 6}, {18, 18}});
      return pen.path({{18, 6}, {6, 18}});
    case Icon::bottle:
      return draw_bottle(pen);
  }
}

}  // namespace p2pchat::wx_gui
