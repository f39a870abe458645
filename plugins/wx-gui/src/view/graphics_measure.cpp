// SPDX-License-Identifier: MIT
#include "view/graphics_measure.hpp"

#include "view/text.hpp"

#include <cmath>

namespace p2pchat::wx_gui {

GraphicsMeasure::GraphicsMeasure(const Desk& desk, Type type) : context_(wxGraphicsContext::Create()) {
  context_->SetFont(desk.fonts[type], *wxBLACK);
}

std::vector<double> GraphicsMeasure::ends(std::u32string_view line) {
  if (line.empty()) return {};
  wxArrayDouble ends;
  context_->GetPartialTextExtents(shown(line), ends);
  std::vector<double> all(ends.begin(), ends.end());
  all.resize(line.size(), all.empty() ? 0 : all.back());
  return all;
}

double GraphicsMeasure::line_height() {
  double high = 0;
  context_->GetTextExtent(shown("Ag中"), nullptr, &high);
  return std::ceil(high);
}

double GraphicsMeasure::width(const wxString& line) {
  double wide = 0;
  context_->GetTextExtent(line, &wide, nullptr);
  return wide;
}

}  // namespace p2pchat::wx_gui
