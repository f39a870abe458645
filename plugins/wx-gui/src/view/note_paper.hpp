// SPDX-License-Identifier: MIT
#pragma once
#include "view/painter.hpp"

#include <wx/panel.h>

namespace p2pchat::wx_gui {

/// A note as it comes out of a bottle: a sheet of paper, unrolled, its ends still curled. The text is in a control that
/// scrolls and can be selected from. It is pale by night, too.
class NotePaper final : public wxPanel {
 public:
  /// `width` in pixels, of all.
  NotePaper(wxWindow* parent, const Desk& desk, const std::string& text, int width);

 private:
  void draw(Painter& painter, const Box& all);
  const Desk& desk_;
};

}  // namespace p2pchat::wx_gui
