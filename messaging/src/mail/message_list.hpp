// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/chat.hpp>

#include <string>
#include <vector>

namespace p2pchat::messaging {

/// Messages carried from the store's thread to the loop, with texts of their own.
class MessageList {
 public:
  void clear() { rows_.clear(); }
  std::size_t size() const { return rows_.size(); }
  void add(const sdk::Message& message) {
    rows_.push_back({message, std::string(message.type), std::string(message.body), std::string(message.reason)});
  }
  void hand_to(const sdk::MessagesFn& each) const {
    for (const auto& row : rows_) {
      auto message = row.message;
      message.type = row.type;
      message.body = row.body;
      message.reason = row.reason;
      if (each) each(message);
    }
  }

 private:
  struct Row {
    sdk::Message message;  // its texts are those below
    std::string type, body, reason;
  };
  std::vector<Row> rows_;
};

}  // namespace p2pchat::messaging
