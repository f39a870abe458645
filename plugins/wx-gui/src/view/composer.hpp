// SPDX-License-Identifier: MIT
#pragma once
#include "view/field.hpp"
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// Where messages are written. Ctrl+Enter sends, and Enter if the person wants it so.
class Composer final : public wxPanel {
 public:
  Composer(wxWindow* parent, Desk& desk, std::function<void(const std::string&)> send, std::function<void()> changed);
  std::string value() const { return field_->value(); }
  void set_value(const std::string& value);
  void type(const wxString& text);
  /// Says, where nothing is written, to whom one writes.
  void address(const std::string& name);
  wxString hint() const { return field_->hint(); }
  void focus() { field_->text().SetFocus(); }
  /// Sends what is written, if it is more than spaces.
  void send();
  /// The keys that scroll the conversation.
  std::function<void(double)> scroll_pages;

 private:
  void on_char(wxKeyEvent& event);
  void fit();
  Desk& desk_;
  Field* field_;
  std::function<void(const std::string&)> send_;
};

}  // namespace p2pchat::wx_gui
