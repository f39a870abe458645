// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/layout_cache.hpp"
#include "model/timeline.hpp"
#include "view/graphics_measure.hpp"
#include "view/painter.hpp"

#include <tuple>

namespace p2pchat::wx_gui {

/// A row of a conversation that has been measured, and how it is drawn.
struct MeasuredRow {
  RowFacts facts;
  RowShape shape;
  std::string meta;  ///< time and state, beside the bubble
};

/// Measures and draws messages; the texts it has broken into lines are kept for a while.
class RowPainter {
 public:
  RowPainter(const Desk& desk, double scale);
  MeasuredRow measure(const Message& message, RowFacts facts, double width);
  /// Draws a row whose top is at `top`, as far as it lies between 0 and `view_height`.
  void draw(Painter& painter, const Message& message, const MeasuredRow& row, double top, double width,
            double view_height);
  /// The ring around the message that is looked at.
  static void draw_focus(Painter& painter, const MeasuredRow& row, double top);
  /// Texts may look different: the size of letters changed.
  void forget() { layouts_.clear(); }

 private:
  using Key = std::tuple<sdk::Id, bool, int>;  // message, whether it is the reason, width
  const TextLayout& layout(const Message& message, double width);
  const TextLayout& reason(const Message& message, const std::string& words, double width);
  void draw_lines(Painter& painter, const TextLayout& layout, double x, double y, double view_height, Type type,
                  Colour colour);
  void draw_bands(Painter& painter, const MeasuredRow& row, double top, double width);
  wxString action_words(const RowFacts& facts) const;

  const Desk& desk_;
  double scale_;
  GraphicsMeasure body_, small_;
  LayoutCache<Key, TextLayout> layouts_{3000};
};

}  // namespace p2pchat::wx_gui
