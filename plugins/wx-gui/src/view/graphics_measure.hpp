// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/text_layout.hpp"
#include "view/desk.hpp"

#include <wx/graphics.h>

#include <memory>

namespace p2pchat::wx_gui {

/// Measures text as wx will draw it.
class GraphicsMeasure final : public TextMeasure {
 public:
  GraphicsMeasure(const Desk& desk, Type type);
  std::vector<double> ends(std::u32string_view line) override;
  double line_height() override;
  double width(const wxString& line);

 private:
  std::unique_ptr<wxGraphicsContext> context_;
};

}  // namespace p2pchat::wx_gui
