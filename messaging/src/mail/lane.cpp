// SPDX-License-Identifier: MIT
#include "lane.hpp"

#include <algorithm>

namespace p2pchat::messaging {
namespace {

using Step = Outgoing::Step;

/// A line is base64 of JSON around the body, plus ids, signature and this bookkeeping.
std::size_t cost_of(const Letter& letter) { return letter.envelope.body.size() * 2 + 2048; }

bool carries_text(const Outgoing& outgoing) { return outgoing.letter.envelope.type == "text"; }

}  // namespace

bool Lane::has_room(bool online) const {
  if (window_.empty()) return true;
  return window_.size() < (online ? max_window : max_window_absent) && bytes_ < max_window_bytes;
}

bool Lane::may_travel(const Outgoing& outgoing) const {
  return !held_ || !carries_text(outgoing) || outgoing.letter.envelope.seq == offered_;
}

void Lane::push(const Letter& letter, bool online) {
  const bool next = behind_.empty() && paging_.empty() && has_room(online);
  if (!next && letter.envelope.type == "text") return push_id(letter.id);
  insert(letter);
  if (auto* outgoing = find(letter.envelope.seq)) outgoing->saved = false;
}

void Lane::saved(std::uint64_t seq) {
  if (auto* outgoing = find(seq)) outgoing->saved = true;
}

void Lane::insert(Letter letter) {
  const auto at = std::ranges::lower_bound(window_, letter.envelope.seq, {},
                                           [](const Outgoing& o) { return o.letter.envelope.seq; });
  if (at != window_.end() && at->letter.envelope.seq == letter.envelope.seq) return;
  Outgoing outgoing{.letter = std::move(letter), .line = {}};
  bytes_ += outgoing.cost = cost_of(outgoing.letter);
  window_.insert(at, std::move(outgoing));
}

void Lane::erase(std::deque<Outgoing>::iterator at) {
  bytes_ -= at->cost;
  window_.erase(at);
}

void Lane::remove(const sdk::Id& id) {
  if (find(id)) return erase(window_.begin() + static_cast<std::ptrdiff_t>(hint_));
  if (std::ranges::find(paging_, id) != paging_.end()) put_back(0);
  std::erase(behind_, id);
}

std::vector<sdk::Id> Lane::wanted(bool online) {
  const auto most = online ? max_window : max_window_absent;
  const bool half_empty = window_.size() <= most / 2 && bytes_ <= max_window_bytes / 2;
  if (!paging_.empty() || behind_.empty() || !half_empty || (held_ && !window_.empty())) return {};
  const auto end = behind_.begin() + static_cast<std::ptrdiff_t>(std::min({behind_.size(), max_page, most}));
  paging_.assign(behind_.begin(), end);
  behind_.erase(behind_.begin(), end);
  return paging_;
}

void Lane::page(const std::vector<sdk::Id>& asked, std::vector<Letter> letters, std::size_t looked_at) {
  if (paging_ != asked) return;
  for (auto& letter : letters) insert(std::move(letter));
  put_back(std::min(looked_at, paging_.size()));
}

void Lane::put_back(std::size_t from) {
  behind_.insert(behind_.begin(), paging_.begin() + static_cast<std::ptrdiff_t>(from), paging_.end());
  paging_.clear();
}

std::vector<Outgoing*> Lane::to_sign(bool online) {
  std::vector<Outgoing*> found;
  for (auto& outgoing : window_) {
    if (!may_travel(outgoing)) continue;
    if (outgoing.step == Step::unsigned_) found.push_back(&outgoing);
    if (!online) break;
  }
  return found;
}

std::vector<Outgoing*> Lane::to_send(bool online) {
  std::vector<Outgoing*> found;
  for (auto& outgoing : window_) {
    if (!may_travel(outgoing)) continue;
    if (!outgoing.saved || outgoing.step == Step::unsigned_ || outgoing.step == Step::signing) break;
    if (outgoing.step == Step::ready) found.push_back(&outgoing);
    if (!online) break;
  }
  return found;
}

Outgoing* Lane::find(std::uint64_t seq) {
  const auto at = std::ranges::lower_bound(window_, seq, {}, [](const Outgoing& o) { return o.letter.envelope.seq; });
  return at != window_.end() && at->letter.envelope.seq == seq ? &*at : nullptr;
}

Outgoing* Lane::find(const sdk::Id& id) {
  // Receipts name messages in the order they were sent: the next one is most likely where the last one was.
  for (std::size_t i = 0; i < window_.size(); ++i) {
    const auto at = (hint_ + i) % window_.size();
    if (window_[at].letter.id != id) continue;
    hint_ = at;
    return &window_[at];
  }
  return nullptr;
}

void Lane::hold() {
  held_ = true;
  offered_ = 0;
}

void Lane::resend() {
  for (auto& outgoing : window_)
    if (outgoing.step == Step::sent) outgoing.step = Step::ready;
}

void Lane::begin_session() {
  resend();
  const auto first = std::ranges::find_if(window_, carries_text);
  offered_ = first == window_.end() ? 0 : first->letter.envelope.seq;
}

void Lane::shrink() {
  put_back(0);
  while (window_.size() > max_window_absent && carries_text(window_.back())) {
    behind_.push_front(window_.back().letter.id);
    erase(window_.end() - 1);
  }
}

bool Lane::moving() const {
  return std::ranges::any_of(window_, [this](const Outgoing& o) { return may_travel(o); }) ||
         (!held_ && !(behind_.empty() && paging_.empty()));
}

}  // namespace p2pchat::messaging
