// SPDX-License-Identifier: MIT
#include "model/search_hits.hpp"

namespace p2pchat::wx_gui {

void SearchHits::add(const std::vector<Message>& found, std::uint64_t next) {
  for (const auto& message : found) places_.push_back(message.place);
  next_ = next;
}

bool SearchHits::older() {
  if (at_ + 1 >= places_.size()) return false;
  ++at_;
  return true;
}

bool SearchHits::newer() {
  if (at_ == 0) return false;
  --at_;
  return true;
}

std::string SearchHits::words(const Language& language) const {
  if (places_.empty()) return language.say("nothing found");
  const auto all = std::to_string(places_.size()) + (next_ ? "+" : "");
  return fill(language.say("{at} of {all}"), {{"at", std::to_string(at_ + 1)}, {"all", all}});
}

}  // namespace p2pchat::wx_gui
