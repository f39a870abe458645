// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <deque>
#include <string_view>
#include <variant>

namespace p2pchat::terminal_ui {

/// The messages seen lately, so that one can be named by the first digits of its id. Bounded.
class MessageNames {
 public:
  void remember(const sdk::Id& id);
  /// A full id, or the beginning (six digits or more) of one seen lately.
  std::variant<sdk::Id, sdk::Status> resolve(std::string_view text) const;

 private:
  std::deque<sdk::Id> seen_;
};

}  // namespace p2pchat::terminal_ui
