// SPDX-License-Identifier: MIT
#pragma once
#include "shell/lifetime.hpp"
#include "view/sheet.hpp"

namespace p2pchat::wx_gui {

/// Joins the network through the address of a node.
class JoinSheet final : public Sheet {
 public:
  JoinSheet(wxWindow* parent, Desk& desk);
  void fill_in(const std::string& address) { address_->set_value(address); }
  void join();

 private:
  Desk& shared_;
  Field* address_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
