// SPDX-License-Identifier: MIT
#pragma once
#include "view/painter.hpp"

namespace p2pchat::wx_gui {

/// One row of a list to choose from.
struct ChoiceRow {
  sdk::Id who;
  std::string title, second;
  std::string right;  ///< such as a time
  std::string badge;
};

/// A list of people or messages to choose one from. Arrow keys come from the field above it.
class ChoiceList final : public wxVListBox {
 public:
  ChoiceList(wxWindow* parent, const Desk& desk, const std::string& name, std::function<void(std::size_t)> chosen);
  void show(std::vector<ChoiceRow> rows);
  /// Adds rows at the end; what is chosen stays.
  void extend(std::vector<ChoiceRow> rows);
  const std::vector<ChoiceRow>& rows() const { return rows_; }
  void move(int step);
  void choose();

 private:
  void OnDrawItem(wxDC& device, const wxRect& place, size_t row) const override;
  void OnDrawBackground(wxDC&, const wxRect&, size_t) const override {}
  wxCoord OnMeasureItem(size_t) const override { return FromDIP(58); }
  void announce();
  const Desk& desk_;
  std::string name_;
  std::function<void(std::size_t)> choose_;
  std::vector<ChoiceRow> rows_;
};

}  // namespace p2pchat::wx_gui
