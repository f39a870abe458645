// SPDX-License-Identifier: MIT
#pragma once
#include <wx/timer.h>
#include <wx/window.h>

namespace p2pchat::wx_gui {

/// Sees to it that GTK gives the children of a panel the sizes that their sizer set.
///
/// What is shown while GTK is busy with sizes it sometimes passes over: wx then says that a child is there, and nothing
/// of it is drawn, until something else changes its size. Thread: [main].
class Sizes {
 public:
  explicit Sizes(wxWindow& panel);
  /// Something was shown: looks soon whether every child that is shown has been given a size, and gives it.
  void look_soon() { timer_.StartOnce(20); }

 private:
  wxWindow& panel_;
  wxTimer timer_;
};

}  // namespace p2pchat::wx_gui
