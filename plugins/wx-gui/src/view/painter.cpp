// SPDX-License-Identifier: MIT
#include "view/painter.hpp"

#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {

wxColour solid(Colour colour, double opacity) {
  return {colour.red, colour.green, colour.blue, static_cast<unsigned char>(opacity * 255)};
}

void Painter::fill(const Box& box, Colour colour, double radius, double opacity) {
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateBrush(wxBrush(solid(colour, opacity))));
  if (radius > 0)
    gc.DrawRoundedRectangle(box.x, box.y, box.width, box.height, std::min({radius, box.width / 2, box.height / 2}));
  else
    gc.DrawRectangle(box.x, box.y, box.width, box.height);
}

void Painter::frame(const Box& box, Colour colour, double thickness, double radius) {
  gc.SetBrush(*wxTRANSPARENT_BRUSH);
  gc.SetPen(gc.CreatePen(wxGraphicsPenInfo(solid(colour), thickness)));
  gc.DrawRoundedRectangle(box.x + thickness / 2, box.y + thickness / 2, box.width - thickness, box.height - thickness,
                          std::min(radius, (box.height - thickness) / 2));
}

void Painter::line(double x1, double y1, double x2, double y2, Colour colour, double thickness) {
  gc.SetPen(gc.CreatePen(wxGraphicsPenInfo(solid(colour), thickness)));
  gc.StrokeLine(x1, y1, x2, y2);
}

void Painter::disc(double x, double y, double radius, Colour colour) {
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateBrush(wxBrush(solid(colour))));
  gc.DrawEllipse(x - radius, y - radius, 2 * radius, 2 * radius);
}

void Painter::use(Type type, Colour colour) { gc.SetFont(letters().font(type, colour)); }

void Painter::text(const wxString& text, double x, double y, Type type, Colour colour) {
  if (!text.empty()) put(text, x, y, type, colour);
}

void Painter::put(const wxString& text, double x, double y, Type type, Colour colour) {
  use(type, colour);
  gc.DrawText(text, x, y);
  if (!desk_.cut_off) return;
  const auto right = x + width(text, type), room = static_cast<double>(window_.GetClientSize().x);
  if (x < -1 || right > room + 1) desk_.cut_off(window_, octets_of(text));
}

void Painter::line_of_text(const wxString& text, double x, double y, double high, Type type, Colour colour) {
  if (text.empty()) return;
  // Letters of another font may be higher or lower.
  put(text, x, y + (high - letters().size(type, text).height) / 2, type, colour);
}

void Painter::centred(const wxString& text, const Box& box, Type type, Colour colour) {
  const auto [wide, high] = letters().size(type, text);
  put(text, box.x + (box.width - wide) / 2, box.y + (box.height - high) / 2, type, colour);
}

wxString Painter::fitting(const wxString& text, double room, Type type, Words whose) {
  if (width(text, type) <= room) return text;
  if (whose == Words::ours && desk_.cut_off) desk_.cut_off(window_, octets_of(text));
  const wxString ellipsis = shown("…");
  const auto left = room - width(ellipsis, type);
  const auto ends = letters().ends(type, text);
  std::size_t count = 0;
  while (count < ends.size() && ends[count] <= left) ++count;
  return text.substr(0, count) + ellipsis;
}

void Painter::picture(const Box& box, const sdk::Id& who, std::string_view name) {
  const auto tint = tint_of(who);
  gc.SetPen(*wxTRANSPARENT_PEN);
  gc.SetBrush(gc.CreateLinearGradientBrush(box.x, box.y, box.x + box.width, box.y + box.height, solid(tint.from),
                                           solid(tint.to)));
  gc.DrawEllipse(box.x, box.y, box.width, box.height);
  centred(shown(initial_of(name)), box,
          box.width > dip(60)   ? Type::large
          : box.width > dip(40) ? Type::title
                                : Type::strong,
          rgb(0xFFFFFF));
}

double Painter::badge(const std::string& text, double right, double middle, Colour ground, Colour letters) {
  const auto words = shown(text);
  const auto high = dip(18), wide = std::max(width(words, Type::tiny) + dip(10), high);
  const Box box{right - wide, middle - high / 2, wide, high};
  fill(box, ground, high / 2);
  centred(words, box, Type::tiny, letters);
  return wide;
}

}  // namespace p2pchat::wx_gui
