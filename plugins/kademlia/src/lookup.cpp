// SPDX-License-Identifier: MIT
#include "lookup.hpp"

#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::kademlia {

Lookup::Candidate* Lookup::find(const Contact& contact) {
  const auto found = candidates_.find(distance(wish_.target, contact.id));
  return found != candidates_.end() && found->second.address == contact.address ? &found->second : nullptr;
}

void Lookup::refer(const std::vector<Contact>& contacts, const Id& referrer) {
  for (const auto& contact : contacts) {
    if (contact.id == me_) continue;
    const auto key = distance(wish_.target, contact.id);
    const auto known = candidates_.find(key);
    if (known == candidates_.end()) {
      candidates_.emplace(key, Candidate{contact.address, referrer});
    } else if (known->second.state == State::failed && known->second.address != contact.address) {
      known->second = {contact.address, referrer};  // perhaps it lives there now
    }
  }
  while (candidates_.size() > most_candidates) {
    const auto farthest = std::find_if(candidates_.rbegin(), candidates_.rend(), [](const auto& candidate) {
      return candidate.second.state == State::fresh || candidate.second.state == State::failed;
    });
    if (farthest == candidates_.rend()) return;
    candidates_.erase(std::next(farthest).base());
  }
}

std::optional<Contact> Lookup::next() {
  if (is_finished() || requests_ >= most_requests) return std::nullopt;
  std::size_t in_flight = 0, alive = 0;
  for (const auto& [key, candidate] : candidates_) in_flight += candidate.state == State::asked;
  if (in_flight >= in_flight_limit_) return std::nullopt;
  for (auto& [key, candidate] : candidates_) {
    if (candidate.state == State::fresh) {
      candidate.state = State::asked;
      ++requests_;
      return Contact{distance(wish_.target, key), candidate.address};
    }
    // A slow one is counted as dead here, so that its replacement is asked at once.
    alive += candidate.state == State::asked || candidate.state == State::answered;
    if (alive >= wish_.width) return std::nullopt;
  }
  return std::nullopt;
}

void Lookup::answered(const Contact& contact, const std::vector<Contact>& contacts) {
  auto* candidate = find(contact);
  if (!candidate) return;
  candidate->state = State::answered;
  refer(contacts, contact.id);
}

void Lookup::slow(const Contact& contact) {
  in_flight_limit_ = wide;
  if (auto* candidate = find(contact); candidate && candidate->state == State::asked) candidate->state = State::slow;
}

void Lookup::failed(const Contact& contact) {
  if (auto* candidate = find(contact); candidate && candidate->state != State::answered)
    candidate->state = State::failed;
}

bool Lookup::is_settled() const {
  std::size_t answered = 0;
  for (const auto& [key, candidate] : candidates_) {
    if (candidate.state == State::failed) continue;
    if (candidate.state == State::fresh && requests_ >= most_requests) continue;
    if (candidate.state != State::answered) return false;
    if (++answered >= wish_.width) return true;
  }
  return true;
}

bool Lookup::is_finished() const {
  if (wish_.sought) {
    const auto sought = candidates_.find(distance(wish_.target, *wish_.sought));
    if (sought != candidates_.end() && sought->second.state == State::answered) return true;
  }
  return is_settled();
}

std::vector<Contact> Lookup::found() const {
  std::vector<Contact> found;
  for (const auto& [key, candidate] : candidates_)
    if (candidate.state == State::answered) found.push_back({distance(wish_.target, key), candidate.address});
  return found;
}

}  // namespace p2pchat::kademlia
