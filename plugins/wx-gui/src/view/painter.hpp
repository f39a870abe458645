// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/row_shape.hpp"
#include "view/desk.hpp"
#include "view/toolkit.hpp"

namespace p2pchat::wx_gui {

/// Whose words a text is: what people wrote may be shortened, what the window says may not.
enum class Words { ours, theirs };

wxColour solid(Colour colour, double opacity = 1);

/// Draws the parts all views are made of. Lengths are pixels; `dip` turns device-independent ones into them.
class Painter {
 public:
  Painter(wxGraphicsContext& context, const Desk& desk, const wxWindow& window)
      : gc(context), look(*desk.colours), desk_(desk), window_(window), scale_(window.FromDIP(100) / 100.0) {}
  double dip(double length) const { return length * scale_; }

  void fill(const Box& box, Colour colour, double radius = 0, double opacity = 1);
  void frame(const Box& box, Colour colour, double thickness, double radius);
  void line(double x1, double y1, double x2, double y2, Colour colour, double thickness = 1);
  void disc(double x, double y, double radius, Colour colour);
  void text(const wxString& text, double x, double y, Type type, Colour colour);
  /// In the middle of a line that is `high`.
  void line_of_text(const wxString& text, double x, double y, double high, Type type, Colour colour);
  /// In the middle of a box, in both directions.
  void centred(const wxString& text, const Box& box, Type type, Colour colour);
  /// The text, or what of it fits the width, with an ellipsis.
  wxString fitting(const wxString& text, double width, Type type, Words whose = Words::theirs);
  double width(const wxString& text, Type type) { return letters().size(type, text).width; }
  /// Somebody's picture: a disc of their colour with their letter.
  void picture(const Box& box, const sdk::Id& who, std::string_view name);
  /// A number in a pill whose right end is at `right`; returns its width.
  double badge(const std::string& text, double right, double middle, Colour ground, Colour letters);

  wxGraphicsContext& gc;
  const Palette& look;

 private:
  void put(const wxString& text, double x, double y, Type type, Colour colour);
  void use(Type type, Colour colour);
  Letters& letters() { return *desk_.letters; }
  const Desk& desk_;
  const wxWindow& window_;
  double scale_;
};

/// Draws into a window that is being painted: makes the context, fills the ground, calls `draw`.
template <class Draw>
void paint(wxWindow& window, const Desk& desk, Colour ground, Draw draw) {
  wxAutoBufferedPaintDC device(&window);
  std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(device));
  if (!context) return;
  Painter painter(*context, desk, window);
  const auto size = window.GetClientSize();
  const Box all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
  painter.fill(all, ground);
  draw(painter, all);
}

}  // namespace p2pchat::wx_gui
