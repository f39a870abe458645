// SPDX-License-Identifier: MIT
#pragma once
#include "view/field.hpp"
#include "view/pressable.hpp"

namespace p2pchat::wx_gui {

/// A dialog in the colours of the window: a title, rows that its makers add, buttons below. Escape closes it,
/// Ctrl+Enter does what its main button does.
class Sheet : public wxDialog {
 public:
  Sheet(wxWindow* parent, const Desk& desk, const std::string& title);

 protected:
  void add_words(const std::string& words);
  /// One line in large letters.
  wxStaticText* add_heading(const std::string& words);
  /// Anything else, which keeps its own size.
  void add_view(wxWindow* view);
  /// A note on paper, see `NotePaper`.
  void add_paper(const std::string& text);
  /// A link word for word, in a control that scrolls and can be selected from.
  void add_quote(const std::string& link);
  /// Lines of a program, as they are; long ones scroll.
  void add_listing(const std::string& text);
  Field* add_field(const std::string& name, const std::string& value, Field::Lines lines);
  /// A small line that may change, such as how much room there is.
  wxStaticText* add_note(const std::string& words);
  /// Some of which one is chosen, beside what they are about; `choose` hears which.
  void add_choices(const std::string& name, const std::vector<std::string>& words, std::size_t chosen,
                   std::function<void(std::size_t)> choose);
  /// A button among the rows, about what stands above it.
  void add_action(const std::string& words, std::function<void()> action);
  /// What ends the sheet, if it is open, and then passes on whom it was about.
  std::function<void(const sdk::Id&)> closed_then(std::function<void(const sdk::Id&)> next);
  TextButton* add_button(const std::string& words, std::function<void()> action, TextButton::Kind kind);
  /// Below everything: what went wrong, or that it went well.
  void say(const std::string& words, Tone tone = Tone::trouble);
  /// To be called when everything was added.
  void finish();
  const Desk& desk_;

 private:
  wxBoxSizer *rows_, *buttons_;
  wxStaticText* said_;
  TextButton* main_ = nullptr;
};

}  // namespace p2pchat::wx_gui
