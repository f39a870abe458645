// SPDX-License-Identifier: MIT
#include "joiner.hpp"

#include "introductions.hpp"
#include "periods.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t first_pause_us = second_us;
constexpr std::uint64_t longest_alone_us = 60 * second_us, longest_us = 300 * second_us;
constexpr std::uint32_t named_tries = 6, remembered_tries = 2, remembered_turns = 3;
constexpr std::size_t most_remembered_at_once = 16, most_names = 512, most_ways = 4;

}  // namespace

Joiner::Joiner(Node& node, Requests& requests, Lookups& lookups, std::function<void()> looked_up)
    : node_(node), requests_(requests), lookups_(lookups), looked_up_(std::move(looked_up)) {}

void Joiner::join(const std::vector<std::string>& endpoints, DoneFn done) {
  for (const auto& endpoint : endpoints) add({.endpoint = endpoint});
  waiting_.push_back(std::move(done));
  has_looked_ = false;
  node_.host.cancel(deadline_);
  deadline_ = node_.host.after(Lookups::patience_ms, [this] {
    if (node_.table.has_good()) return answer({});  // the search of my neighbourhood goes on
    answer({sdk::Errc::timed_out, "no known node answered in time; going on trying"});
  });
  node_.host.post([this] {
    wake();
    if (node_.table.has_good()) look_up_self();
    settle();
  });
}

void Joiner::remember(const std::vector<Contact>& contacts) {
  is_loaded_ = true;
  for (const auto& contact : in_turns(contacts, node_.me))
    add({.endpoint = to_text(contact.address), .remembered = contact});
  wake();
  settle();
}

void Joiner::add(Name name) {
  const bool known = std::ranges::any_of(names_, [&](const Name& each) { return each.endpoint == name.endpoint; });
  if (!known && names_.size() < most_names) names_.push_back(std::move(name));
}

/// Whoever is remembered is wanted until he had his turns, also after others answered: those may be liars.
bool Joiner::is_wanted(const Name& name, bool alone) const {
  if (name.is_asking || name.is_me) return false;
  if (alone) return true;
  if (name.has_answered) return false;
  return !name.remembered || (name.failures < remembered_turns && node_.table.wants(*name.remembered));
}

void Joiner::wake() {
  if (is_stopped_ || !is_loaded_) return;
  const auto now_us = node_.host.ticks_us();
  const bool alone = !node_.table.has_good();
  auto asking = std::ranges::count_if(names_, [](const Name& name) { return name.is_asking && name.remembered; });
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto& name = names_[i];
    if (!is_wanted(name, alone) || name.due_us > now_us) continue;
    if (name.remembered && asking >= std::ptrdiff_t(most_remembered_at_once)) continue;
    asking += name.remembered.has_value();
    ask(i);
  }
  sleep();
}

void Joiner::ask(std::size_t index) {
  auto& name = names_[index];
  name.is_asking = true;
  const Question question{.kind = Question::Kind::greet,
                          .whom = name.remembered,
                          .endpoint = name.endpoint,
                          .tries = name.remembered ? remembered_tries : named_tries};
  requests_.ask(question, [this, index](const Outcome& outcome) { take(index, outcome); });
}

void Joiner::take(std::size_t index, const Outcome& outcome) {
  auto& name = names_[index];
  const bool alone = !node_.table.has_good();
  name.is_asking = false;
  name.is_me = outcome.who.id == node_.me;
  const bool answered = outcome.kind == Outcome::Kind::answered || outcome.kind == Outcome::Kind::somebody_else;
  if (answered && !name.is_me) {
    name.has_answered = true;
    name.failures = 0;
    add_way(name, outcome.who);
    look_up_self();
  } else {
    ++name.failures;
  }
  const auto longest = alone ? longest_alone_us : longest_us;
  const auto pause_us = std::min(longest, first_pause_us << std::min<std::uint32_t>(name.failures, 16));
  name.due_us = node_.host.ticks_us() + pause_us / 2 + node_.random_below(pause_us);
  wake();
  settle();
}

/// Neither who was named nor who was remembered can leave no place to the others.
void Joiner::add_way(const Name& name, const Contact& who) {
  const auto taken = name.remembered ? remembered_ways_ : ways_.size() - remembered_ways_;
  if (taken >= most_ways) return;
  remembered_ways_ += name.remembered.has_value();
  ways_.push_back(who);
}

/// Sets the one timer to the next name that is due.
void Joiner::sleep() {
  node_.host.cancel(timer_);
  const bool alone = !node_.table.has_good();
  std::optional<std::uint64_t> next_us;
  for (const auto& name : names_)
    if (is_wanted(name, alone)) next_us = std::min(next_us.value_or(name.due_us), name.due_us);
  if (!next_us) return;
  const auto now_us = node_.host.ticks_us();
  const auto wait_us = std::max(*next_us > now_us ? *next_us - now_us : 0, second_us / 10);
  timer_ = node_.host.after(wait_us / 1000, [this] { wake(); });
}

void Joiner::look_up_self() {
  if (is_stopped_) return;
  if (std::exchange(is_looking_, true)) {
    look_again_ = true;
    return;
  }
  Wish wish{.target = node_.me, .width = bucket_size, .announce = true};
  if (looked_through_ < ways_.size()) wish.from = {ways_[looked_through_++]};
  lookups_.start(wish, [this](const sdk::Status&, const auto&, const auto&) {
    is_looking_ = false;
    has_looked_ = true;
    if (is_stopped_) return;
    const bool is_through = looked_through_ == ways_.size();
    if (is_through) looked_up_();
    if (std::exchange(look_again_, false) || !is_through) look_up_self();
    settle();
  });
}

/// Tells those who wait for `join`, as soon as there is something to tell.
void Joiner::settle() {
  if (waiting_.empty()) return;
  if (has_looked_ && node_.table.has_good()) return answer({});
  if (is_looking_ || !is_loaded_) return;
  if (names_.empty())
    return answer({sdk::Errc::not_found, "no node to join through: set plugin.kademlia.bootstrap to host:port of one"});
  const bool all_failed =
      std::ranges::all_of(names_, [](const Name& name) { return !name.is_asking && name.failures > 0; });
  if (all_failed) answer({sdk::Errc::timed_out, "no known node answered; going on trying"});
}

void Joiner::answer(const sdk::Status& status) {
  node_.host.cancel(deadline_);
  for (auto& done : std::exchange(waiting_, {})) done(status);
}

void Joiner::stop() {
  is_stopped_ = true;
  answer({sdk::Errc::cancelled, "the node stops"});
}

}  // namespace p2pchat::kademlia
