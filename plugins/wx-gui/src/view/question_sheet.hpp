// SPDX-License-Identifier: MIT
#pragma once
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// Asks before something that cannot be undone; `ShowModal` is `wxID_OK` for yes.
class QuestionSheet final : public Sheet {
 public:
  /// `yes` is what the button that does it says.
  QuestionSheet(wxWindow* parent, const Desk& desk, const std::string& title, const std::string& question,
                const std::string& yes);
};

/// Asks what a contact is to be called; `ShowModal` is `wxID_OK` when there is an answer.
class NameSheet final : public Sheet {
 public:
  NameSheet(wxWindow* parent, const Desk& desk, const std::string& name);
  std::string name() const { return field_->value(); }

 private:
  void save();
  Field* field_;
};

}  // namespace p2pchat::wx_gui
