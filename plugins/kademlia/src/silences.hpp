// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"
#include "periods.hpp"

#include <algorithm>
#include <map>

namespace p2pchat::kademlia {

/// Who did not answer within the last minute. Pure; 256 at most, the one that was silent first makes room.
class Silences {
 public:
  void note(const Contact& contact, std::uint64_t now_us) {
    if (since_us_.size() >= most && !since_us_.contains(contact))
      since_us_.erase(std::ranges::min_element(since_us_, {}, [](const auto& each) { return each.second; }));
    since_us_[contact] = now_us;
  }
  /// It has answered.
  void forget(const Contact& contact) { since_us_.erase(contact); }
  bool contains(const Contact& contact, std::uint64_t now_us) const {
    const auto found = since_us_.find(contact);
    return found != since_us_.end() && now_us < found->second + minute_us;
  }

 private:
  static constexpr std::size_t most = 256;
  std::map<Contact, std::uint64_t> since_us_;
};

}  // namespace p2pchat::kademlia
