// SPDX-License-Identifier: MIT
#pragma once
#include "shell/lifetime.hpp"
#include "view/desk.hpp"

#include <functional>
#include <string>

namespace p2pchat::wx_gui {

/// Asks somebody whom a bottle made known to chat; whoever is in the book already need not be asked.
class ChatInvitation {
 public:
  using Begun = std::function<void(const sdk::Id&)>;
  /// `begun` gets them once they were asked, and `refused` why they could not be.
  ChatInvitation(Desk& desk, Begun begun, std::function<void(const std::string&)> refused)
      : desk_(desk), begun_(std::move(begun)), refused_(std::move(refused)) {}
  void send(const sdk::Id& who, const std::string& greeting);

 private:
  Desk& desk_;
  Begun begun_;
  std::function<void(const std::string&)> refused_;
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
