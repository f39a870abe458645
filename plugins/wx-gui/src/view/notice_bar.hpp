// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

#include <map>

namespace p2pchat::wx_gui {

/// A line above the pages that says what is the matter with the whole window, while it is. The first thing that is
/// wrong is shown; the others wait.
class NoticeBar final : public wxPanel {
 public:
  /// What can be wrong, the most pressing first.
  enum class Matter { slow_store, no_chinese_font };
  struct Notice {
    std::string words;
    std::string button;  ///< empty: nothing can be done here
    std::function<void()> action;
  };
  NoticeBar(wxWindow* parent, const Desk& desk);
  void tell(Matter matter, Notice notice);
  void settle(Matter matter);
  bool tells(Matter matter) const { return notices_.contains(matter); }
  /// What is on show; empty when nothing is the matter.
  std::string words() const { return notices_.empty() ? std::string() : notices_.begin()->second.words; }

 private:
  void show();
  const Desk& desk_;
  std::map<Matter, Notice> notices_;
};

}  // namespace p2pchat::wx_gui
