// SPDX-License-Identifier: MIT
#include "correspondents.hpp"

#include "record_text.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::messaging {
namespace {

constexpr std::size_t max_waiting = 8 << 20;

/// The node a link is with, as far as this side knows.
const sdk::Id& other_side(const Link& link) { return link.peer().public_key.empty() ? link.wanted : link.peer().id; }

}  // namespace

sdk::Status Correspondents::queue(const sdk::Id& id, std::string_view line, sdk::StatusFn& done) {
  auto& node = all_[id];
  if (node.waiting_bytes + line.size() > max_waiting)
    return {sdk::Errc::busy, "8 MiB already wait for " + wire::short_hex(id) + "; try later"};
  node.waiting.push_back({std::string(line), std::move(done)});
  node.waiting_bytes += line.size();
  return {};
}

void Correspondents::advance(const sdk::Id& id) {
  auto& node = all_[id];
  if (node.waiting.empty()) return;
  if (node.standing) return flush(id, node);
  if (!node.seeking && !node.opening) open_(id);
}

/// One record at a time: what is queued while it leaves makes the next.
void Correspondents::flush(const sdk::Id& id, Correspondent& node) {
  if (node.sending) return;
  std::string text;
  std::size_t count = 0;
  for (; count < node.waiting.size(); ++count) {
    const auto& line = node.waiting[count].text;
    if (text.size() + line.size() + 1 > max_record_text) break;
    text.append(line).push_back('\n');
  }
  auto taken = std::make_shared<std::vector<sdk::StatusFn>>();
  const auto link = node.standing;
  node.sending = true;
  const auto sent = link->send(text, [this, alive = std::weak_ptr(alive_), id, link, taken](const sdk::Status& status) {
    if (alive.expired()) return;
    if (auto& now = all_[id]; now.standing == link) now.sending = false;
    for (auto& done : *taken)
      if (done) done(status);
    advance(id);
  });
  if (!sent.ok()) return link->end(sent);
  node.used_us = host_.ticks_us();
  for (; count > 0; --count) {
    node.waiting_bytes -= node.waiting.front().text.size();
    taken->push_back(std::move(node.waiting.front().done));
    node.waiting.pop_front();
  }
}

void Correspondents::fail_waiting(const sdk::Id& id, const sdk::Status& why) {
  auto& node = all_[id];
  node.waiting_bytes = 0;
  for (auto& line : std::exchange(node.waiting, {}))
    if (line.done) line.done(why);
}

/// The same rule on both sides, though they may see the two links in different order: docs/protocol/envelope.md.
bool Correspondents::beats(const Link& newer, const Link& standing) const {
  if (newer.role == standing.role || newer.began > standing.stood) return true;
  const bool mine = newer.role == sdk::Role::initiator;
  return mine == (me_ < other_side(newer));
}

bool Correspondents::wanted(const Link& opening) const {
  const auto found = all_.find(opening.wanted);
  return found == all_.end() || !found->second.standing || beats(opening, *found->second.standing);
}

bool Correspondents::may_deliver(const Link& link) const {
  const auto found = all_.find(link.peer().id);
  if (found == all_.end() || found->second.standing.get() != &link) return true;
  const auto& node = found->second;
  return node.leaving.empty() && !(node.opening && node.opening->committed());
}

void Correspondents::established(const std::shared_ptr<Link>& link) {
  const auto& id = link->peer().id;
  auto& node = all_[id];
  link->stood = ++count_;
  link->since_ms = host_.now_ms();
  node.used_us = host_.ticks_us();
  if (node.opening == link) node.opening.reset();
  const bool first = !node.standing;
  const bool takes_over = first || beats(*link, *node.standing);
  const auto loser = takes_over ? std::exchange(node.standing, link) : link;
  if (takes_over) node.sending = false;
  if (loser) node.leaving.push_back(loser);
  // Whoever has opened both had lost the older: nothing comes on it any more.
  if (loser && loser != link && loser->role == link->role)
    loser->end({sdk::Errc::cancelled, "the peer has opened another session"});
  else if (loser)
    loser->leave();
  if (first)
    for (auto& tell : std::vector(on_online)) tell(id);
  advance(id);
}

void Correspondents::retire(const std::shared_ptr<Link>& link) {
  const auto id = link->peer().id;
  auto& node = all_[id];
  const bool stood = node.standing == link;
  if (stood) {
    node.standing.reset();
    node.sending = false;
    node.leaving.push_back(link);
  }
  link->leave();
  if (!stood) return;
  for (auto& tell : std::vector(on_offline)) tell(id);
  advance(id);
}

void Correspondents::ended(const std::shared_ptr<Link>& link, const sdk::Status& why) {
  const auto id = other_side(*link);
  const auto found = all_.find(id);
  if (found == all_.end()) return;
  auto& node = found->second;
  const bool stood = node.standing == link;
  const bool lost_some = std::erase(node.leaving, link) > 0 && !link->confirmed();
  if (node.opening == link) {
    node.opening.reset();
    if (!node.standing)
      fail_waiting(id, {why.code, "cannot reach " + wire::short_hex(id) + ": " + std::string(why.text)});
  }
  if (stood) {
    node.standing.reset();
    node.sending = false;
    for (auto& tell : std::vector(on_offline)) tell(id);
  }
  if (const auto survivor = node.standing) {
    if (lost_some)
      for (auto& tell : std::vector(on_online)) tell(id);
    survivor->pump();
  }
  advance(id);
}

void Correspondents::sweep(std::uint64_t idle_since_us) {
  std::vector<std::shared_ptr<Link>> idle;
  for (auto& [id, node] : all_)
    if (node.standing && node.used_us <= idle_since_us) idle.push_back(node.standing);
  for (auto& link : idle) retire(link);
  std::erase_if(all_, [](const auto& entry) { return entry.second.forgettable(); });
}

}  // namespace p2pchat::messaging
