// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/text_layout.hpp"
#include "view/desk.hpp"

namespace p2pchat::wx_gui {

/// Measures text as wx will draw it.
class GraphicsMeasure final : public TextMeasure {
 public:
  GraphicsMeasure(const Desk& desk, Type type) : letters_(*desk.letters), type_(type) {}
  std::vector<double> ends(std::u32string_view line) override;
  double line_height(std::u32string_view text) override;

 private:
  Letters& letters_;
  Type type_;
};

}  // namespace p2pchat::wx_gui
