// SPDX-License-Identifier: MIT
#include "view/paragraph.hpp"

#include "presented.hpp"
#include "view/graphics_measure.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {

double paragraph(Painter& painter, const Desk& desk, const std::string& words, const Box& box, Type type,
                 Colour colour) {
  GraphicsMeasure measure(desk, type);
  const auto layout = lay_out(visible(words), box.width, measure);
  auto y = box.y;
  for (const auto& line : layout.lines) {
    if (y + layout.line_height > box.y + box.height) break;
    const auto text = std::u32string_view(layout.text).substr(line.begin, line.end - line.begin);
    painter.text(shown(text), box.x, y, type, colour);
    y += layout.line_height;
  }
  return y - box.y;
}

double paragraph_height(const Desk& desk, const std::string& words, double width, Type type) {
  GraphicsMeasure measure(desk, type);
  return lay_out(visible(words), width, measure).height();
}

wxString wrapped(const Desk& desk, const std::string& words, double width, Type type) {
  GraphicsMeasure measure(desk, type);
  const auto layout = lay_out(visible(words), width, measure);
  wxString text;
  for (const auto& line : layout.lines) {
    if (&line != layout.lines.data()) text += "\n";
    text += shown(std::u32string_view(layout.text).substr(line.begin, line.end - line.begin));
  }
  return text;
}

}  // namespace p2pchat::wx_gui
