// SPDX-License-Identifier: MIT
#include "view/sizes.hpp"

#include "view/gtk_function.hpp"

#include <wx/app.h>
#include <wx/toplevel.h>

namespace p2pchat::wx_gui {
namespace {

constexpr auto allocated_height = "gtk_widget_get_allocated_height";
constexpr int settled_ms = 20;  // by then GTK has given out what it was going to
constexpr int most_tries = 5;   // a window that no round helps is not asked after for ever

using HeightOf = int (*)(void* widget);

bool is_cut(wxWindow* window, HeightOf height) {
  return height && window->GetHandle() && window->GetSize().x > 1 && window->GetSize().y > 1 &&
         height(window->GetHandle()) < window->GetSize().y;
}

void add_cut(wxWindow& parent, HeightOf height, std::vector<wxWindow*>& found) {
  for (auto* child : parent.GetChildren()) {
    if (child->IsTopLevel() || !child->IsShown()) continue;
    if (is_cut(child, height))
      found.push_back(child);  // its own children get theirs with it
    else
      add_cut(*child, height, found);
  }
}

/// Hands a widget the place that it has once more; it then hands theirs to its children.
void give_again(void* widget) {
  struct Place {
    int x, y, width, height;
  } place;
  auto* place_of = gtk_function<void(void*, Place*)>("gtk_widget_get_allocation");
  auto* allocate = gtk_function<void(void*, const Place*)>("gtk_widget_size_allocate");
  if (!place_of || !allocate) return;
  place_of(widget, &place);
  allocate(widget, &place);
}

std::vector<wxWindow*> all_cut() {
  std::vector<wxWindow*> found;
  const HeightOf height = gtk_function<int(void*)>(allocated_height);
  for (auto* top : wxTopLevelWindows)
    if (top->IsShown()) add_cut(*top, height, found);
  return found;
}

}  // namespace

std::vector<wxWindow*> cut_short(wxWindow& top) {
  std::vector<wxWindow*> found;
  add_cut(top, gtk_function<int(void*)>(allocated_height), found);
  return found;
}

Sizes::Sizes() {
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { give(); });
  wxTheApp->Bind(wxEVT_IDLE, &Sizes::look, this);
}

Sizes::~Sizes() { wxTheApp->Unbind(wxEVT_IDLE, &Sizes::look, this); }

void Sizes::look(wxIdleEvent& event) {
  event.Skip();
  if (timer_.IsRunning()) return;
  if (all_cut().empty()) {
    rounds_ = 0;
  } else if (rounds_ < most_tries) {
    ++rounds_;
    timer_.StartOnce(settled_ms);
  }
}

void Sizes::give() {
  for (auto* window : all_cut())
    if (auto* parent = window->GetParent(); parent && parent->GetHandle()) give_again(parent->GetHandle());
}

}  // namespace p2pchat::wx_gui
