// SPDX-License-Identifier: MIT
#pragma once
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// What stands where there is nothing else: a picture, a line, and what can be done about it.
class Placard final : public wxPanel {
 public:
  struct Action {
    std::string words;
    std::function<void()> action;
    TextButton::Kind kind = TextButton::Kind::quiet;
  };
  Placard(wxWindow* parent, const Desk& desk);
  void show(const std::string& title, const std::string& words, const std::vector<Action>& actions);
  /// A person instead of the bottle.
  void show_person(const Person& person, const std::string& words, const std::vector<Action>& actions);

 private:
  void rebuild(const std::vector<Action>& actions);
  void draw(Painter& painter, const Box& all);
  const Desk& desk_;
  std::string title_, words_;
  Person person_;
  bool has_person_ = false;
};

}  // namespace p2pchat::wx_gui
