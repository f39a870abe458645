// SPDX-License-Identifier: MIT
#pragma once
#include "view/placeholder.hpp"

#include <optional>

namespace p2pchat::wx_gui {

/// A native text control in a rounded frame. Native, because input methods, selection and accessibility come with it.
class Field final : public wxPanel {
 public:
  enum class Lines { one, several, secret };
  /// `ground` is the colour behind it.
  Field(wxWindow* parent, const Desk& desk, const std::string& name, Lines lines, Colour ground);
  wxTextCtrl& text() { return *text_; }
  std::string value() const;
  void set_value(const std::string& value);
  /// Shows a text where nothing is written; `more` only with several lines, and where there is room for it.
  void hint(const std::string& words, const std::string& more = {});
  /// What is shown where nothing is written.
  wxString hint() const { return placeholder_ ? placeholder_->words() : text_->GetHint(); }

 private:
  void on_paint(wxPaintEvent&);
  const Desk& desk_;
  Colour ground_;
  double radius_;
  wxTextCtrl* text_;
  std::optional<Placeholder> placeholder_;  // with several lines
};

}  // namespace p2pchat::wx_gui
