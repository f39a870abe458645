// SPDX-License-Identifier: MIT
#include "view/network_side.hpp"

#include "model/network_words.hpp"
#include "view/access.hpp"
#include "view/paragraph.hpp"
#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t most_bars = 12, most_lookups = 4;

/// What is left of a box below `taken`.
Box below(const Box& box, double taken) { return {box.x, box.y + taken, box.width, box.height - taken}; }

}  // namespace

NetworkSide::NetworkSide(wxWindow* parent, const Desk& desk, const NetworkView& network, const LiveLookups& lookups)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE),
      desk_(desk),
      network_(network),
      lookups_(lookups) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetMinSize(FromDIP(wxSize(300, -1)));
  announce();
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
    paint(*this, desk_, desk_.colours->canvas, [this](Painter& painter, const Box& all) { draw(painter, all); });
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) { Refresh(), event.Skip(); });
}

void NetworkSide::announce() {
  const auto verdict = network_verdict(network_, desk_.reach, *desk_.language);
  auto words = desk_.say("State of the network") + ": " + verdict.title + ". " + verdict.words;
  for (const auto& [name, value] : network_figures(network_, lookups_, *desk_.language))
    words += " " + name + ": " + value + ".";
  name_for_access(*this, words, Role::picture);
}

void NetworkSide::draw(Painter& painter, const Box& all) {
  const auto gap = painter.dip(18);
  Box room{painter.dip(4), painter.dip(4), all.width - painter.dip(28), all.height - painter.dip(8)};
  room = below(room, draw_verdict(painter, room) + gap);
  room = below(room, draw_bars(painter, room) + gap);
  room = below(room, draw_lookups(painter, room) + gap);
  draw_figures(painter, room);
}

double NetworkSide::draw_verdict(Painter& painter, const Box& room) {
  const auto& look = painter.look;
  const auto verdict = network_verdict(network_, desk_.reach, *desk_.language);
  const auto inset = painter.dip(14), indent = painter.dip(20);
  const auto words_high = paragraph_height(desk_, verdict.words, room.width - 2 * inset, Type::small);
  const Box card{room.x, room.y, room.width, painter.dip(46) + words_high};
  painter.fill(card, look.card, painter.dip(12));
  painter.frame(card, look.line, painter.dip(1), painter.dip(12));
  const auto colour = verdict.kind == Verdict::Kind::connected  ? look.online
                      : verdict.kind == Verdict::Kind::doubtful ? look.focus
                                                                : look.alert;
  painter.disc(card.x + inset + painter.dip(5), card.y + painter.dip(21), painter.dip(5), colour);
  painter.line_of_text(
      painter.fitting(shown(verdict.title), card.width - 2 * inset - indent, Type::strong, Words::ours),
      card.x + inset + indent, card.y + painter.dip(10), painter.dip(22), Type::strong, look.text);
  paragraph(painter, desk_, verdict.words,
            {card.x + inset, card.y + painter.dip(36), card.width - 2 * inset, words_high + 1}, Type::small,
            look.secondary_text);
  return card.height;
}

double NetworkSide::draw_heading(Painter& painter, const Box& room, const std::string& words) {
  painter.text(painter.fitting(shown(words), room.width, Type::strong, Words::ours), room.x, room.y, Type::strong,
               painter.look.text);
  return painter.dip(26);
}

double NetworkSide::draw_bars(Painter& painter, const Box& room) {
  const auto& look = painter.look;
  auto y = draw_heading(painter, room, desk_.say("Buckets, from far to near"));
  const auto row = painter.dip(21), label = painter.dip(38), number = painter.dip(34);
  for (std::size_t at = 0; at < std::min(network_.bars.size(), most_bars); ++at, y += row) {
    const auto& bar = network_.bars[at];
    const auto top = room.y + y;
    painter.line_of_text(shown(std::to_string(255 - bar.prefix)), room.x, top, row, Type::small, look.secondary_text);
    const Box trough{room.x + label, top + painter.dip(5), room.width - label - number, painter.dip(11)};
    painter.fill(trough, look.pill, trough.height / 2);
    const auto part = std::min(1.0, static_cast<double>(bar.nodes) / bucket_room);
    if (bar.nodes)
      painter.fill({trough.x, trough.y, std::max(trough.height, trough.width * part), trough.height},
                   part >= 1 ? look.accent : mixed(look.pill, look.accent, 0.65), trough.height / 2);
    painter.line_of_text(shown(std::to_string(bar.nodes)), room.x + room.width - number + painter.dip(8), top, row,
                         Type::small, look.secondary_text);
  }
  if (!network_.bars.empty()) return y;
  return y + paragraph(painter, desk_, desk_.say("All are empty."), below(room, y), Type::small, look.secondary_text);
}

double NetworkSide::draw_lookups(Painter& painter, const Box& room) {
  const auto& look = painter.look;
  auto y = draw_heading(painter, room, desk_.say("Lookups"));
  const auto row = painter.dip(20);
  const auto& all = lookups_.all();
  if (all.empty())
    painter.line_of_text(shown(desk_.say("None just now.")), room.x, room.y + y, row, Type::small, look.secondary_text);
  const auto first = all.size() - std::min(all.size(), most_lookups);
  for (auto at = first; at < all.size(); ++at)
    painter.line_of_text(
        painter.fitting(shown(lookup_words(all[at], *desk_.language)), room.width, Type::small, Words::ours), room.x,
        room.y + y + row * static_cast<double>(at - first), row, Type::small,
        all[at].in_vain ? look.alert_text
        : all[at].ended ? look.secondary_text
                        : look.text);
  return y + row * most_lookups;  // so that what is below does not jump
}

void NetworkSide::draw_figures(Painter& painter, const Box& room) {
  const auto& look = painter.look;
  auto y = draw_heading(painter, room, desk_.say("Figures"));
  const auto row = painter.dip(21);
  for (const auto& [name, value] : network_figures(network_, lookups_, *desk_.language)) {
    if (y + row > room.height) return;
    const auto words = shown(value);
    const auto wide = painter.width(words, Type::small);
    painter.line_of_text(painter.fitting(shown(name), room.width - wide - painter.dip(10), Type::small, Words::ours),
                         room.x, room.y + y, row, Type::small, look.secondary_text);
    painter.line_of_text(words, room.x + room.width - wide, room.y + y, row, Type::small, look.text);
    y += row;
  }
}

}  // namespace p2pchat::wx_gui
