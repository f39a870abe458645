// SPDX-License-Identifier: MIT
#include "lookups.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::size_t most_seeds = 2 * bucket_size, most_others = 16;

}  // namespace

void Lookups::start(const Wish& wish, DoneFn done) {
  if (waiting_.size() >= most_waiting) {
    node_.host.post([done = std::move(done)] {
      if (done) done({sdk::Errc::busy, "too many lookups wait already; try again in some seconds"}, {}, {});
    });
    return;
  }
  const auto number = next_number_++;
  auto sized = wish;
  sized.is_wary = node_.wariness.is_wary();
  sized.network_size = node_.size.estimate();
  auto& active = active_.emplace(number, Active{Lookup(sized, node_.me), std::move(done)}).first->second;
  active.timer = node_.host.after(patience_ms, [this, number] {
    end(number, {sdk::Errc::timed_out, "the lookup did not come to an end in time; try again"});
  });
  if (running_ < most_running)
    begin(number);
  else
    waiting_.push_back(number);
}

void Lookups::begin(std::uint64_t number) {
  auto& active = active_.at(number);
  active.is_running = true;
  ++running_;
  const auto& wish = active.lookup.wish();
  auto seeds = wish.from;
  if (seeds.empty())
    for (const auto& entry : node_.table.nearest(wish.target, most_seeds)) seeds.push_back(entry.contact);
  if (wish.from.empty()) active.lookup.keep_for_suspicion(others_than(seeds));
  active.lookup.begin_at(seeds);
  node_.host.post([this, number] { advance(number); });
}

/// Some of the rest of the table, by chance: who leads astray those near a key need not know them.
std::vector<Contact> Lookups::others_than(const std::vector<Contact>& seeds) const {
  std::vector<Contact> others;
  node_.table.each([&](const Entry& entry, std::uint32_t) {
    if (entry.is_good() && std::ranges::find(seeds, entry.contact) == seeds.end()) others.push_back(entry.contact);
  });
  const auto count = std::min(most_others, others.size());
  for (std::size_t i = 0; i < count; ++i) std::swap(others[i], others[i + node_.random_below(others.size() - i)]);
  others.resize(count);
  return others;
}

void Lookups::advance(std::uint64_t number) {
  const auto found = active_.find(number);
  if (found == active_.end()) return;
  while (const auto contact = found->second.lookup.next()) ask(number, *contact);
  if (found->second.lookup.is_finished()) end(number, {});
}

void Lookups::ask(std::uint64_t number, const Contact& contact) {
  const auto& wish = active_.at(number).lookup.wish();
  node_.host.publish("lookup.asks", contact.id, wish.target.view());
  const Question question{
      .kind = Question::Kind::find_node, .whom = contact, .target = wish.target, .announce = wish.announce};
  requests_.ask(
      question, [this, number, contact](const Outcome& outcome) { take(number, contact, outcome); },
      [this, number, contact] {
        const auto found = active_.find(number);
        if (found == active_.end()) return;
        found->second.lookup.slow(contact);
        advance(number);
      });
}

void Lookups::take(std::uint64_t number, const Contact& asked, const Outcome& outcome) {
  const auto found = active_.find(number);
  if (found == active_.end()) return;
  auto& lookup = found->second.lookup;
  if (outcome.kind == Outcome::Kind::answered) {
    if ((outcome.flags & is_holding) != 0) found->second.holders.push_back(asked);
    lookup.answered(asked, with_proven_addresses(outcome.contacts));
  } else if (outcome.kind == Outcome::Kind::somebody_else) {
    lookup.disproved(asked, outcome.who);
  } else {
    lookup.failed(asked);
  }
  advance(number);
}

/// Where a node proved itself to me counts more than where others say it is.
std::vector<Contact> Lookups::with_proven_addresses(std::vector<Contact> contacts) const {
  for (auto& contact : contacts)
    if (const auto* entry = node_.table.find(contact.id); entry && entry->failures == 0)
      contact.address = entry->contact.address;
  return contacts;
}

void Lookups::end(std::uint64_t number, const sdk::Status& status) {
  auto ended = active_.extract(number);
  if (ended.empty()) return;
  node_.host.cancel(ended.mapped().timer);
  node_.host.publish("lookup.ended", ended.mapped().lookup.wish().target, sdk::bytes::of(status.text));
  if (ended.mapped().is_running)
    --running_;
  else
    std::erase(waiting_, number);
  if (!waiting_.empty() && running_ < most_running) {
    const auto next = waiting_.front();
    waiting_.pop_front();
    begin(next);
  }
  const auto& lookup = ended.mapped().lookup;
  const auto found = lookup.found();
  if (status.ok() && !lookup.wish().sought) {
    node_.size.learn(lookup.wish().target, found);
    node_.wariness.learn(lookup.is_suspicious());
  }
  node_.counters.lookups += 1, node_.counters.alarmed_lookups += lookup.is_alarmed();
  if (ended.mapped().done) ended.mapped().done(status, found, ended.mapped().holders);
}

void Lookups::stop() {
  waiting_.clear();
  while (!active_.empty()) end(active_.begin()->first, {sdk::Errc::cancelled, "the node stops"});
}

}  // namespace p2pchat::kademlia
