// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/layout_cache.hpp"
#include "canvas/text_places.hpp"
#include "model/timeline.hpp"
#include "text/links.hpp"
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

/// A text broken into lines, and the links in it.
struct LaidText {
  TextLayout layout;
  std::vector<Link> links;
};

/// What is marked in the text of a row.
struct RowMarks {
  TextSpan selected;
  std::vector<TextSpan> hits;  ///< of a search
};

/// Measures and draws messages; the texts it has broken into lines are kept for a while.
class RowPainter {
 public:
  RowPainter(const Desk& desk, double scale);
  MeasuredRow measure(const Message& message, RowFacts facts, double width);
  /// Draws a row whose top is at `top`, as far as it lies between 0 and `view_height`.
  void draw(Painter& painter, const Message& message, const MeasuredRow& row, const RowMarks& marks, double top,
            double width, double view_height);
  /// The ring around the message that is looked at.
  static void draw_focus(Painter& painter, const MeasuredRow& row, double top);
  /// The text of a message in a row of this width. Valid until the next call.
  const LaidText& text(const Message& message, double width);
  /// Measures letters as the texts of messages have them.
  TextMeasure& letters() { return body_; }
  /// Texts may look different: the size of letters changed.
  void forget() { layouts_.clear(); }

 private:
  using Key = std::tuple<sdk::Id, bool, int>;  // message, whether it is the reason, width
  const TextLayout& reason(const Message& message, const std::string& words, double width);
  void draw_text(Painter& painter, const LaidText& text, const RowMarks& marks, double x, double y, double view_height);
  static void draw_lines(Painter& painter, const TextLayout& layout, double x, double y, double view_height, Type type,
                         Colour colour);
  void draw_bands(Painter& painter, const MeasuredRow& row, double top, double width);
  wxString action_words(const RowFacts& facts) const;

  const Desk& desk_;
  double scale_;
  GraphicsMeasure body_, small_;
  LayoutCache<Key, LaidText> layouts_{3000};
};

}  // namespace p2pchat::wx_gui
