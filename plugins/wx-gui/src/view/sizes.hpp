// SPDX-License-Identifier: MIT
#pragma once
#include <wx/timer.h>
#include <wx/window.h>

#include <vector>

namespace p2pchat::wx_gui {

/// The windows within `top` that are on show and have a size, but were given none by GTK: nothing of them is drawn.
std::vector<wxWindow*> without_size(wxWindow& top);

/// Sees to it that GTK gives every window the size that its sizer set.
///
/// What is shown while GTK is busy with sizes it sometimes passes over: wx then says that a child is there, and nothing
/// of it is drawn, until something else changes its size. So this looks at all windows whenever the application has
/// worked off its events. Thread: [main], while there is a wxApp.
class Sizes {
 public:
  Sizes();
  ~Sizes();

 private:
  void look(wxIdleEvent& event);
  void give();
  wxTimer timer_;
  int rounds_ = 0;  // one after another in which some window had no size
};

}  // namespace p2pchat::wx_gui
