// SPDX-License-Identifier: MIT
#pragma once
#include "view/desk.hpp"
#include "view/toolkit.hpp"

#include <functional>

namespace p2pchat::wx_gui {

/// What can be done with the person of a conversation: rename, verify, mute, export, block, remove.
class PersonMenu {
 public:
  /// How what was asked for went on; all outlive the menu.
  struct Answers {
    Answer<> answered;                            ///< a call ended
    std::function<void(const std::string&)> say;  ///< something is to be said above the composer
    std::function<void()> noted;                  ///< what is kept of the person changed
  };
  PersonMenu(wxWindow& over, Desk& desk, Person person, Answers answers)
      : over_(over), desk_(desk), person_(std::move(person)), answers_(std::move(answers)) {}
  /// Shows it, and does what is chosen.
  void show();

 private:
  void rename();
  void verify();
  void mute();
  void export_conversation();
  void forget();
  std::string name() const;
  wxWindow& over_;
  Desk& desk_;
  Person person_;
  Answers answers_;
};

}  // namespace p2pchat::wx_gui
