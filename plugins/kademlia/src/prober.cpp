// SPDX-License-Identifier: MIT
#include "prober.hpp"

#include "periods.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::size_t asked_at_once = 3;
constexpr std::uint64_t usual_again_us = 40 * second_us, eager_again_us = 10 * second_us, dial_ms = 3'000;
constexpr std::uint64_t unknown_pause_ms = 1'000, closed_pause_ms = 60'000, eager_pause_ms = 5'000,
                        open_pause_ms = 300'000;

std::uint64_t ask_again_ms(Standing standing, bool is_eager) {
  if (standing == Standing::open) return open_pause_ms;
  if (standing == Standing::unknown) return unknown_pause_ms;
  return is_eager ? eager_pause_ms : closed_pause_ms;
}

}  // namespace

void Prober::listening(std::string_view endpoints) {
  std::vector<Address> addresses;
  while (!endpoints.empty()) {
    const auto line = endpoints.substr(0, endpoints.find('\n'));
    endpoints.remove_prefix(std::min(endpoints.size(), line.size() + 1));
    if (const auto address = parse_address(line)) addresses.push_back(*address);
  }
  node_.reach.set_listening(std::move(addresses));
  asked_us_.clear();
  eager_until_us_ = node_.host.ticks_us() + minute_us;
  node_.host.cancel(std::exchange(timer_, 0));
  if (node_.reach.can_test()) tick();
}

void Prober::blocked(bool is_blocked) {
  node_.reach.set_blocked(is_blocked);
  judge();
}

void Prober::dialled(sdk::bytes token) {
  Token name;
  if (token.len != name.size()) return;
  std::copy_n(token.ptr, name.size(), name.begin());
  end(name, true);
}

/// A little later, when more are known: the verdict has me look for my neighbours once more, which is worth little
/// while I know one alone.
void Prober::wake() {
  if (node_.reach.can_test() && timer_ == 0) timer_ = node_.host.after(unknown_pause_ms, [this] { tick(); });
}

void Prober::tick() {
  const auto now_us = node_.host.ticks_us();
  const bool is_eager = now_us < eager_until_us_;
  const auto again_us = is_eager ? eager_again_us : usual_again_us;
  std::erase_if(asked_us_, [&](const auto& asked) { return now_us > asked.second + again_us; });
  std::vector<Contact> known;
  bool is_anybody_there = false;
  node_.table.each([&](const Entry& entry, std::uint32_t) {
    const auto& address = entry.contact.address;
    if (!entry.is_good() || reach(address) != Reach::global) return;
    is_anybody_there = true;
    if (!asked_us_.contains(address)) known.push_back(entry.contact);
  });
  for (std::size_t i = 0; i < std::min(asked_at_once, known.size()); ++i) {
    std::swap(known[i], known[i + node_.random_below(known.size() - i)]);
    ask(known[i]);
  }
  judge();
  const auto standing = node_.reach.standing();
  const bool sleeps = standing == Standing::unknown && !is_anybody_there && trials_.empty();  // until `wake`
  timer_ = sleeps ? 0 : node_.host.after(ask_again_ms(standing, is_eager), [this] { tick(); });
}

void Prober::ask(const Contact& whom) {
  asked_us_[whom.address] = node_.host.ticks_us();
  const auto token = std::make_shared<Token>();
  *token = requests_.ask({.kind = Question::Kind::ping, .whom = whom, .wants = see_me | dial_me},
                         [this, token](const Outcome& outcome) { take(*token, outcome); });
  trials_[*token] = {whom.address};
}

void Prober::take(const Token& token, const Outcome& outcome) {
  const bool dials = outcome.kind == Outcome::Kind::answered && (outcome.flags & will_dial) != 0;
  if (outcome.seen) node_.reach.seen(outcome.who.address, *outcome.seen, node_.host.ticks_us());
  const auto trial = trials_.find(token);
  if (trial != trials_.end() && dials)
    trial->second.timer = node_.host.after(dial_ms, [this, token] { end(token, false); });
  else if (trial != trials_.end())
    trials_.erase(trial);
  judge();
}

void Prober::end(const Token& token, bool has_reached) {
  const auto trial = trials_.extract(token);
  if (!trial) return;
  node_.host.cancel(trial.mapped().timer);
  node_.reach.dialled(trial.mapped().by, has_reached, node_.host.ticks_us());
  judge();
}

void Prober::judge() {
  std::vector<Address> known;
  node_.table.each([&](const Entry& entry, std::uint32_t) {
    if (entry.is_good()) known.push_back(entry.contact.address);
  });
  if (node_.reach.judge(known, node_.host.ticks_us())) changed_();
}

}  // namespace p2pchat::kademlia
