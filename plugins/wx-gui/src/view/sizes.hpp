// SPDX-License-Identifier: MIT
#pragma once
#include <wx/timer.h>
#include <wx/window.h>

#include <vector>

namespace p2pchat::wx_gui {

/// The windows within `top` that are on show, but were given less height by GTK than they were set to: the rest of them
/// is not drawn.
std::vector<wxWindow*> cut_short(wxWindow& top);

/// Sees to it that GTK gives every window the size that its sizer set.
///
/// What is shown or changes its size while GTK is busy with sizes it sometimes passes over: wx then says that a child
/// is there, and nothing of it is drawn, or as much as before, until something else changes its size. So this looks at
/// all windows whenever the application has worked off its events. Thread: [main], while there is a wxApp.
class Sizes {
 public:
  Sizes();
  ~Sizes();

 private:
  void look(wxIdleEvent& event);
  void give();
  wxTimer timer_;
  int rounds_ = 0;  // one after another in which some window was cut
};

}  // namespace p2pchat::wx_gui
