// SPDX-License-Identifier: MIT
#pragma once
#include "view/painter.hpp"

#include <string>
#include <vector>

namespace p2pchat::wx_gui {

/// Words that stand in a native text of several lines until something is written there; GTK shows them only in one
/// line. They are not in the way of an input method: what it composes takes their place.
class Placeholder {
 public:
  /// `text` and `desk` outlive it.
  Placeholder(wxTextCtrl& text, const Desk& desk);
  ~Placeholder();
  Placeholder(const Placeholder&) = delete;
  Placeholder& operator=(const Placeholder&) = delete;
  /// The second part is left out where there is no room for it.
  void say(const std::string& words, const std::string& more);
  /// Both parts, as they were said.
  wxString words() const { return words_ + "   " + more_; }

 private:
  static int drawn(void* widget, void* cairo, Placeholder* self);
  static void composing(void* widget, const char* letters, Placeholder* self);
  void draw(void* cairo);
  wxTextCtrl& text_;
  const Desk& desk_;
  void* widget_ = nullptr;
  std::vector<unsigned long> heard_;
  wxString words_, more_;
  bool composing_ = false;
};

}  // namespace p2pchat::wx_gui
