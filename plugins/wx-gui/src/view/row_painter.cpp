// SPDX-License-Identifier: MIT
#include "view/row_painter.hpp"

#include "presented.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr double bubble_radius = 14;

double widest(const TextLayout& layout) { return std::ceil(layout.width); }

/// Lines from `first` up to `last`, those of a text at `y` that lie in the view.
struct LinesInView {
  std::size_t first = 0, last = 0;
};

LinesInView lines_in_view(const TextLayout& layout, double y, double view_height) {
  const auto high = layout.line_height;
  const auto count = static_cast<double>(layout.lines.size());
  return {static_cast<std::size_t>(std::clamp(-y / high - 1, 0.0, count)),
          static_cast<std::size_t>(std::clamp((view_height - y) / high + 1, 0.0, count))};
}

}  // namespace

RowPainter::RowPainter(const Desk& desk, double scale)
    : desk_(desk), scale_(scale), body_(desk, Type::body), small_(desk, Type::small) {}

const LaidText& RowPainter::text(const Message& message, double width) {
  const auto room = text_room(width, scale_);
  return layouts_.get({message.id, false, static_cast<int>(room)}, [&] {
    LaidText laid{lay_out(visible(message.body), room, body_), {}};
    laid.links = find_links(laid.layout.text);
    return laid;
  });
}

const TextLayout& RowPainter::reason(const Message& message, const std::string& words, double width) {
  const auto make = [&] { return LaidText{lay_out(words, width, small_), {}}; };
  return layouts_.get({message.id, true, static_cast<int>(width)}, make).layout;
}

wxString RowPainter::action_words(const RowFacts& facts) const {
  if (facts.can_retry) return shown(desk_.say("Try again"));
  return facts.can_cancel && !facts.reason.empty() ? shown(desk_.say("Give up")) : wxString();
}

MeasuredRow RowPainter::measure(const Message& message, RowFacts facts, double width) {
  MeasuredRow row{std::move(facts), {}, {}};
  const auto room = text_room(width, scale_);
  RowParts parts;
  parts.incoming = message.incoming();
  parts.grouped = row.facts.grouped;
  parts.day = !row.facts.day.empty();
  parts.unread = !row.facts.unread.empty();
  const auto& laid = text(message, width).layout;
  parts.text_width = widest(laid), parts.text_height = laid.height();
  if (!row.facts.reason.empty()) {
    // The words of a reason change with the state; their layout is made anew whenever the row is.
    layouts_.erase({message.id, true, static_cast<int>(room)});
    const auto& why = reason(message, row.facts.reason, room);
    parts.reason_width = widest(why), parts.reason_height = why.height();
  }
  if (const auto words = action_words(row.facts); !words.empty())
    parts.action_width = desk_.letters->size(Type::small, words).width + 28 * scale_;
  row.meta = row.facts.state.empty() ? row.facts.time : row.facts.time + " · " + row.facts.state;
  parts.meta_width = 110 * scale_;
  parts.small_height = desk_.letters->line_height(Type::tiny, Script::latin);
  row.shape = shape_of(parts, width, scale_);
  return row;
}

void RowPainter::draw_lines(Painter& painter, const TextLayout& layout, double x, double y, double view_height,
                            Type type, Colour colour) {
  const auto high = layout.line_height;
  const auto [first, last] = lines_in_view(layout, y, view_height);
  for (auto i = first; i < last; ++i) {
    const auto& line = layout.lines[i];
    const auto text = std::u32string_view(layout.text).substr(line.begin, line.end - line.begin);
    painter.line_of_text(shown(text), x, y + static_cast<double>(i) * high, high, type, colour);
  }
}

void RowPainter::draw_text(Painter& painter, const LaidText& text, const RowMarks& marks, double x, double y,
                           double view_height) {
  const auto& layout = text.layout;
  const auto& look = painter.look;
  const auto [first, last] = lines_in_view(layout, y, view_height);
  if (first == last) return;
  const TextSpan in_view{layout.lines[first].begin, layout.lines[last - 1].end};
  const auto each_box = [&](TextSpan part, const auto& draw) {
    part = {std::max(part.begin, in_view.begin), std::min(part.end, in_view.end)};
    if (part.empty()) return;
    for (const auto& box : boxes_of(layout, part, body_)) draw(Box{x + box.x, y + box.y, box.width, box.height});
  };
  for (const auto& hit : marks.hits)
    each_box(hit, [&](const Box& box) { painter.fill(box, look.hit, painter.dip(3)); });
  each_box(marks.selected, [&](const Box& box) { painter.fill(box, look.selection); });
  draw_lines(painter, layout, x, y, view_height, Type::body, look.text);
  for (const auto& link : text.links)
    each_box({link.begin, link.end}, [&](const Box& box) {
      const auto below = box.y + box.height - painter.dip(2);
      painter.line(box.x, below, box.x + box.width, below, look.accent_text, painter.dip(1));
    });
}

void RowPainter::draw_bands(Painter& painter, const MeasuredRow& row, double top, double width) {
  const auto& look = painter.look;
  if (const auto& day = row.shape.day; day.height > 0) {
    const auto words = shown(row.facts.day);
    const auto wide = painter.width(words, Type::small) + painter.dip(28), high = painter.dip(23);
    const Box pill{(width - wide) / 2, top + day.y + (day.height - high) / 2, wide, high};
    painter.fill(pill, look.pill, high / 2);
    painter.centred(words, pill, Type::small, look.secondary_text);
  }
  if (const auto& band = row.shape.unread; band.height > 0) {
    const auto words = shown(row.facts.unread);
    const auto half = painter.width(words, Type::small) / 2 + painter.dip(12);
    const auto middle = top + band.y + band.height / 2, centre = width / 2;
    painter.line(band.x, middle, centre - half, middle, look.alert);
    painter.line(centre + half, middle, band.x + band.width, middle, look.alert);
    painter.centred(words, {band.x, top + band.y, band.width, band.height}, Type::small, look.alert_text);
  }
}

void RowPainter::draw(Painter& painter, const Message& message, const MeasuredRow& row, const RowMarks& marks,
                      double top, double width, double view_height) {
  const auto& look = painter.look;
  const auto& shape = row.shape;
  const auto at = [top](Box box) { return box.y += top, box; };
  draw_bands(painter, row, top, width);
  if (shape.picture.width > 0)
    painter.picture(at(shape.picture), message.peer, desk_.feed.book().name_of(message.peer));
  const auto bubble = at(shape.bubble);
  const auto radius = painter.dip(bubble_radius);
  painter.fill({bubble.x, bubble.y + painter.dip(1), bubble.width, bubble.height}, rgb(0x000000), radius, 0.06);
  painter.fill(bubble, message.incoming() ? look.bubble_in : look.bubble_out, radius);
  if (message.state == sdk::State::failed) painter.frame(bubble, look.alert, painter.dip(1.5), radius);
  const auto room = text_room(width, scale_);
  draw_text(painter, text(message, width), marks, shape.text.x, top + shape.text.y, view_height);
  if (shape.reason.height > 0)
    draw_lines(painter, reason(message, row.facts.reason, room), shape.reason.x, top + shape.reason.y, view_height,
               Type::small, message.state == sdk::State::failed ? look.alert_text : look.text);
  if (shape.action.width > 0) {
    painter.frame(at(shape.action), look.accent_text, painter.dip(1), painter.dip(12));
    painter.centred(action_words(row.facts), at(shape.action), Type::small, look.text);
  }
  const auto meta = painter.fitting(shown(row.meta), shape.meta.width, Type::tiny, Words::ours);
  const auto x = message.incoming() ? shape.meta.x : shape.meta.x + shape.meta.width - painter.width(meta, Type::tiny);
  painter.text(meta, x, top + shape.meta.y, Type::tiny, look.secondary_text);
}

void RowPainter::draw_focus(Painter& painter, const MeasuredRow& row, double top) {
  auto box = row.shape.bubble;
  const auto gap = painter.dip(3);
  box = {box.x - gap, top + box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
  painter.frame(box, painter.look.focus, painter.dip(2), painter.dip(bubble_radius + 3));
}

}  // namespace p2pchat::wx_gui
