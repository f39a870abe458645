// SPDX-License-Identifier: MIT
#pragma once
#include "shell/lifetime.hpp"
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// Asks somebody to be a contact.
class AddContactSheet final : public Sheet {
 public:
  /// `added` gets the id of the one who was asked.
  AddContactSheet(wxWindow* parent, Desk& desk, std::function<void(const sdk::Id&)> added);
  void fill_in(const std::string& invite, const std::string& name);
  void ask();

 private:
  Desk& shared_;
  std::function<void(const sdk::Id&)> added_;
  Field *invite_, *name_, *greeting_;
  Lifetime lifetime_;
};

/// Who I am: my name, and my invite to give to others.
class MyCardSheet final : public Sheet {
 public:
  MyCardSheet(wxWindow* parent, Desk& desk);

 private:
  void copy_invite();
  void rename();
  Desk& shared_;
  Field *name_, *invite_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
