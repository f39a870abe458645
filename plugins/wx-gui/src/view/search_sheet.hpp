// SPDX-License-Identifier: MIT
#pragma once
#include "shell/lifetime.hpp"
#include "view/finder_sheet.hpp"

namespace p2pchat::wx_gui {

/// Searches all conversations, the newest first.
class SearchSheet final : public FinderSheet {
 public:
  /// `chosen` gets whose conversation it is, where the message stands in it, and the words it was found by.
  using Chosen = std::function<void(const sdk::Id& peer, std::uint64_t place, const std::string& words)>;
  SearchSheet(wxWindow* parent, Desk& desk, Chosen chosen);

 private:
  void look_for(const std::string& words) override;
  void go(std::size_t row) override;
  void at_end() override;
  void fetch(std::uint64_t before);
  void came(const MessagePage& page);
  Chosen chosen_;
  std::string words_;
  std::vector<Message> found_;
  std::uint64_t next_ = 0, generation_ = 0;
  wxTimer pause_;  // a search waits until the person stops typing
  Lifetime lifetime_;
};

}  // namespace p2pchat::wx_gui
