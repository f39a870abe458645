// SPDX-License-Identifier: MIT
#pragma once
#include "view/painter.hpp"

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
  /// Shows a text where nothing is written. Only with one line.
  void hint(const std::string& words) { text_->SetHint(wxString::FromUTF8(words)); }

 private:
  void on_paint(wxPaintEvent&);
  const Desk& desk_;
  Colour ground_;
  double radius_;
  wxTextCtrl* text_;
};

}  // namespace p2pchat::wx_gui
