// SPDX-License-Identifier: MIT
#include "view/ring_view.hpp"

#include "model/network_words.hpp"
#include "presented.hpp"
#include "view/access.hpp"
#include "view/graphics_measure.hpp"
#include "view/text.hpp"

#include <algorithm>
#include <cmath>

namespace p2pchat::wx_gui {

/// Where the picture lies in the window.
struct RingView::Field {
  double x = 0, y = 0, radius = 0;
  std::uint32_t rings = 1;
  wxPoint2DDouble at(const RingPlace& place) const {
    return {x + radius * place.radius * std::cos(place.angle), y + radius * place.radius * std::sin(place.angle)};
  }
};

RingView::RingView(wxWindow* parent, const Desk& desk, const NetworkView& network, const LiveLookups& lookups)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS),
      desk_(desk),
      network_(network),
      lookups_(lookups) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  name_for_access(*this, desk.say("Ring of nodes"), Role::picture);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    paint(*this, desk_, desk_.colours->canvas, [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) { Refresh(), event.Skip(); });
  Bind(wxEVT_LEFT_UP, &RingView::on_click, this);
  Bind(wxEVT_KEY_DOWN, &RingView::on_key, this);
  for (const auto& event : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
    Bind(event, [this](wxFocusEvent& focus) { Refresh(), focus.Skip(); });
}

TextLayout RingView::caption(const Box& all) const {
  const auto* looked_at = chosen();
  const auto words = looked_at ? node_words(*looked_at, desk_.feed.book().name_of(chosen_), *desk_.language)
                               : desk_.say("Each node lies by its distance to you: the nearest ids are inside.");
  GraphicsMeasure measure(desk_, Type::small);
  return lay_out(visible_line(words), all.width - FromDIP(24), measure);
}

RingView::Field RingView::field_of(const Box& all) const {
  const auto words = FromDIP(14) + caption(all).height();
  return {all.width / 2, (all.height - words) / 2,
          std::max(10.0, std::min(all.width, all.height - words) / 2 - FromDIP(24)), network_.rings};
}

void RingView::draw(Painter& painter, const Box& all) {
  const auto field = field_of(all);
  draw_rings(painter, field);
  for (const auto& node : network_.nodes) {
    if (!node.session) continue;
    const auto end = field.at(node.place);
    painter.line(field.x, field.y, end.m_x, end.m_y, mixed(painter.look.canvas, painter.look.accent, 0.45),
                 painter.dip(1.2));
  }
  for (const auto& lookup : lookups_.all()) draw_lookup(painter, field, lookup);
  for (const auto& node : network_.nodes) draw_node(painter, field, node);
  draw_me(painter, field);
  draw_caption(painter, all);
}

void RingView::draw_caption(Painter& painter, const Box& all) {
  const auto words = caption(all);
  auto y = all.height - painter.dip(6) - words.height();
  for (const auto& line : words.lines) {
    const auto text = std::u32string_view(words.text).substr(line.begin, line.end - line.begin);
    painter.centred(shown(text), {0, y, all.width, words.line_height}, Type::small, painter.look.secondary_text);
    y += words.line_height;
  }
}

void RingView::draw_rings(Painter& painter, const Field& field) {
  const auto& look = painter.look;
  for (std::uint32_t ring = 1; ring <= field.rings; ++ring) {
    const auto radius = field.radius * ring / field.rings;
    const bool labelled = (field.rings - ring) % 2 == 0;
    wxGraphicsPenInfo pen(solid(mixed(look.line, look.secondary_text, labelled ? 0.25 : 0.1)), painter.dip(1));
    painter.gc.SetPen(painter.gc.CreatePen(pen.Style(labelled ? wxPENSTYLE_SOLID : wxPENSTYLE_DOT)));
    painter.gc.SetBrush(*wxTRANSPARENT_BRUSH);
    painter.gc.DrawEllipse(field.x - radius, field.y - radius, 2 * radius, 2 * radius);
    if (!labelled || radius < painter.dip(40)) continue;  // near the middle is my picture
    const auto words = shown("2^" + std::to_string(256 - (field.rings - ring)));
    const auto wide = painter.width(words, Type::tiny) + painter.dip(8);
    const Box label{field.x - wide / 2, field.y - radius - painter.dip(7), wide, painter.dip(14)};
    painter.fill(label, look.canvas);
    painter.centred(words, label, Type::tiny, look.secondary_text);
  }
}

void RingView::draw_lookup(Painter& painter, const Field& field, const LiveLookup& lookup) {
  const auto& look = painter.look;
  const auto colour = mixed(look.canvas, look.focus, lookup.ended ? 0.5 : 1);
  const auto place = [&](const sdk::Id& node) { return field.at(ring_place(node, desk_.me.id, field.rings)); };
  const auto hops = hops_of(lookup, desk_.me.id);
  const auto last = hops.empty() ? 1 : hops.back().number;
  for (const auto& hop : hops) {  // the newest stand out
    const auto from = hop.from == desk_.me.id ? wxPoint2DDouble(field.x, field.y) : place(hop.from);
    const auto to = place(hop.to);
    const auto ink = mixed(look.canvas, colour, hop.number == last ? 1 : 0.55);
    painter.line(from.m_x, from.m_y, to.m_x, to.m_y, ink, painter.dip(hop.number == last ? 2 : 1.4));
    painter.disc(to.m_x, to.m_y, painter.dip(9), mixed(look.canvas, ink, 0.45));
    const Box number{to.m_x + painter.dip(7), to.m_y - painter.dip(16), painter.dip(12), painter.dip(14)};
    painter.centred(shown(std::to_string(hop.number)), number, Type::tiny, look.secondary_text);
  }
  painter.gc.SetBrush(*wxTRANSPARENT_BRUSH);
  painter.gc.SetPen(painter.gc.CreatePen(wxGraphicsPenInfo(solid(colour), painter.dip(1.6)).Join(wxJOIN_ROUND)));
  const auto target = field.at(ring_place(lookup.target, desk_.me.id, field.rings));
  const auto side = painter.dip(5);
  auto mark = painter.gc.CreatePath();
  mark.MoveToPoint(target.m_x, target.m_y - side);
  mark.AddLineToPoint(target.m_x + side, target.m_y);
  mark.AddLineToPoint(target.m_x, target.m_y + side);
  mark.AddLineToPoint(target.m_x - side, target.m_y);
  mark.CloseSubpath();
  painter.gc.StrokePath(mark);
}

void RingView::draw_node(Painter& painter, const Field& field, const RingNode& node) {
  const auto& look = painter.look;
  const auto at = field.at(node.place);
  const auto colour = node.fresh ? look.accent : node.silent ? look.alert : look.focus;
  painter.disc(at.m_x, at.m_y, painter.dip(7.5), mixed(look.canvas, colour, 0.3));
  painter.disc(at.m_x, at.m_y, painter.dip(4.2), colour);
  if (node.node.id != chosen_) return;
  const auto side = painter.dip(24);
  painter.frame({at.m_x - side / 2, at.m_y - side / 2, side, side}, HasFocus() ? look.focus : look.accent,
                painter.dip(2), side / 2);
}

void RingView::draw_me(Painter& painter, const Field& field) {
  const auto glow = painter.dip(34), side = painter.dip(30);
  painter.gc.SetPen(*wxTRANSPARENT_PEN);
  painter.gc.SetBrush(painter.gc.CreateRadialGradientBrush(
      field.x, field.y, field.x, field.y, glow, solid(painter.look.focus, 0.5), solid(painter.look.focus, 0)));
  painter.gc.DrawEllipse(field.x - glow, field.y - glow, 2 * glow, 2 * glow);
  painter.picture({field.x - side / 2, field.y - side / 2, side, side}, desk_.me.id, desk_.me.name);
}

void RingView::on_click(wxMouseEvent& event) {
  SetFocus();
  const auto size = GetClientSize();
  const auto field = field_of({0, 0, static_cast<double>(size.x), static_cast<double>(size.y)});
  auto nearest = static_cast<double>(FromDIP(16));
  chosen_ = {};
  for (const auto& node : network_.nodes) {
    const auto at = field.at(node.place);
    const auto apart = std::hypot(at.m_x - event.GetX(), at.m_y - event.GetY());
    if (apart >= nearest) continue;
    nearest = apart;
    chosen_ = node.node.id;
  }
  Refresh();
}

void RingView::walk(int step) {
  const auto count = static_cast<std::ptrdiff_t>(network_.nodes.size());
  if (count == 0) return;
  const auto at = chosen() ? chosen() - network_.nodes.data() : (step > 0 ? -1 : count);
  const auto& node = network_.nodes[static_cast<std::size_t>((at + step + count) % count)];
  chosen_ = node.node.id;
  name_for_access(*this, node_words(node, desk_.feed.book().name_of(chosen_), *desk_.language), Role::picture);
  Refresh();
}

void RingView::on_key(wxKeyEvent& event) {
  switch (event.GetKeyCode()) {
    case WXK_LEFT:
    case WXK_UP:
      return walk(-1);
    case WXK_RIGHT:
    case WXK_DOWN:
      return walk(1);
    case WXK_TAB:
      Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
      return;
    default:
      event.Skip();
  }
}

}  // namespace p2pchat::wx_gui
