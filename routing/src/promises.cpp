// SPDX-License-Identifier: MIT
#include "routing/promises.hpp"

namespace p2pchat::routing {

void Promises::begin() {
  has_begun_ = true;
  const auto end = next_;
  for (auto at = owed_.begin(); at != owed_.end() && at->first < end;) {
    const auto begin = at->second.begin;  // which may answer, and so take it out
    const auto number = at->first;
    begin();
    at = owed_.upper_bound(number);
  }
}

void Promises::fail(std::uint64_t number, const sdk::Status& status) {
  const auto found = owed_.find(number);
  if (found == owed_.end()) return;
  const auto fail = found->second.fail;  // which takes it out
  fail(status);
}

void Promises::fail_all(const sdk::Status& status) {
  const auto end = next_;
  while (!owed_.empty() && owed_.begin()->first < end) fail(owed_.begin()->first, status);
}

void Promises::end(const sdk::Status& status) {
  is_over_ = true;
  fail_all(status);
}

}  // namespace p2pchat::routing
