// SPDX-License-Identifier: MIT
#include "view/sizes.hpp"

#include <dlfcn.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

/// A function of GTK, which is there because wx is; its headers are not needed for three functions.
template <class Function>
Function* of_gtk(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_DEFAULT, name));
}

bool has_no_size(wxWindow* child) {
  auto* height = of_gtk<int(void*)>("gtk_widget_get_allocated_height");
  return height && child->IsShown() && child->GetHandle() && child->GetSize().y > 1 && height(child->GetHandle()) <= 1;
}

/// Hands a widget the place that it has once more; it then hands theirs to its children.
void give(void* widget) {
  struct Place {
    int x, y, width, height;
  } place;
  auto* place_of = of_gtk<void(void*, Place*)>("gtk_widget_get_allocation");
  auto* allocate = of_gtk<void(void*, const Place*)>("gtk_widget_size_allocate");
  if (!place_of || !allocate) return;
  place_of(widget, &place);
  allocate(widget, &place);
}

}  // namespace

Sizes::Sizes(wxWindow& panel) : panel_(panel) {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (!panel_.IsShownOnScreen() || std::ranges::none_of(panel_.GetChildren(), has_no_size)) return;
    give(panel_.GetHandle());
  });
}

}  // namespace p2pchat::wx_gui
