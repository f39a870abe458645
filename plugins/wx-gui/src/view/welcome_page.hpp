// SPDX-License-Identifier: MIT
#pragma once
#include "model/node_description.hpp"
#include "shell/lifetime.hpp"
#include "view/field.hpp"
#include "view/rail.hpp"

namespace p2pchat::wx_gui {

/// What stands before everything else at the first run: language and look, a name, the key and its copy, the way into
/// the network. Each step can be passed over, and says how it went.
class WelcomePage final : public wxPanel {
 public:
  enum class Step { hello, name, identity, network };
  /// `done` gets the page to go to.
  WelcomePage(wxWindow* parent, Desk& desk, std::function<void(Page)> done);
  void take(const Event& event);
  Step step() const;
  void go_on();
  void go_back();
  void write_name(const std::string& name) { name_->set_value(name); }
  std::string written_name() const { return name_->value(); }
  void write_address(const std::string& address) { address_->set_value(address); }
  void join();
  /// What the step says about how it went.
  std::string said() const { return said_words_; }

 private:
  void rebuild();
  void go(Step step);
  void say(const std::string& words, Tone tone);
  void save_name();
  void hello();
  void name();
  void identity();
  void network();
  wxStaticText* add_words(const std::string& words, Type type, Colour colour);
  Field* add_field(const std::string& name, const std::string& value);
  void add_row(const std::vector<TextButton*>& buttons);
  TextButton* button(const std::string& words, std::function<void()> action, TextButton::Kind kind);

  Desk& desk_;
  std::function<void(Page)> done_;
  wxBoxSizer* rows_ = nullptr;
  Field *name_ = nullptr, *address_ = nullptr;
  wxStaticText* said_ = nullptr;
  std::string said_words_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
