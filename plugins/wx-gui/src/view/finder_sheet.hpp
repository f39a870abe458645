// SPDX-License-Identifier: MIT
#pragma once
#include "view/choice_list.hpp"
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// A field, and below it what fits: Up and Down walk, Enter goes there.
class FinderSheet : public Sheet {
 public:
  FinderSheet(wxWindow* parent, Desk& desk, const std::string& title, const std::string& hint);
  void write(const std::string& words);
  void move(int step);
  void choose() { list_->choose(); }
  const std::vector<ChoiceRow>& rows() const { return list_->rows(); }

 protected:
  /// What is written changed.
  virtual void look_for(const std::string& words) = 0;
  /// A row was chosen.
  virtual void go(std::size_t row) = 0;
  /// The last row is the chosen one.
  virtual void at_end() {}
  void show_rows(std::vector<ChoiceRow> rows) { list_->show(std::move(rows)); }
  void add_rows(std::vector<ChoiceRow> rows) { list_->extend(std::move(rows)); }
  Desk& shared_;

 private:
  void on_key(wxKeyEvent& event);
  Field* field_;
  ChoiceList* list_;
};

}  // namespace p2pchat::wx_gui
