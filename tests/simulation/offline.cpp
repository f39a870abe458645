// SPDX-License-Identifier: MIT
#include "offline.hpp"

#include "churn.hpp"
#include "durations.hpp"
#include "wire/hex.hpp"

#include <algorithm>
#include <ostream>

namespace p2pchat::simulation {
namespace {

constexpr std::uint32_t life_s = 7 * 24 * 3600;

/// One bottle and the two it concerns, by number.
struct Errand {
  std::size_t sender = 0, receiver = 0;
  sdk::Id to{}, bottle{};
  std::vector<std::uint8_t> words{};
  bool is_taken_over = false, is_intact = false;
  std::uint64_t heard = 0, back_us = 0, took_us = 0;
};

/// The people of the errands and what they do.
class Post {
 public:
  Post(Sea& sea, const Options& options)
      : sea_(sea), chance_(options.seed, Purpose::bottles), errands_(options.bottles) {
    for (std::size_t i = 0; i < errands_.size(); ++i)
      errands_[i] = {.sender = 2 * i, .receiver = 2 * i + 1, .to = sea.node(2 * i + 1)->id()};
  }
  std::vector<Errand>& errands() { return errands_; }
  /// The receivers leave, a minute later each sender casts its bottle, and a minute later the senders leave.
  void leave_words() {
    for (const auto& errand : errands_) sea_.kill(errand.receiver);
    sea_.heap().run_for(minute_us);
    for (auto& errand : errands_) cast(errand), sea_.heap().run_for(second_us);
    sea_.heap().run_for(minute_us);
    for (const auto& errand : errands_) sea_.kill(errand.sender);
  }
  void come_back(Errand& errand) {
    sea_.start(errand.receiver);
    errand.back_us = sea_.heap().now_us();
    auto* bottles = sea_.node(errand.receiver)->bottles;
    bottles->on_addressed([this, &errand, bottles](const sdk::Id& bottle, const sdk::Id&, sdk::bytes sealed) {
      errand.bottle = bottle;
      errand.is_intact = std::ranges::equal(std::span<const std::uint8_t>(sealed), errand.words);
      if (errand.heard++ == 0) errand.took_us = sea_.heap().now_us() - errand.back_us;
      bottles->taken(bottle);
    });
  }

 private:
  void cast(Errand& errand) {
    errand.words.resize(200);
    chance_.fill(errand.words.data(), errand.words.size());
    sea_.node(errand.sender)->bottles->cast_to(errand.to, errand.words, life_s, [&errand](const sdk::Status& status) {
      errand.is_taken_over = status.ok();
    });
  }

  Sea& sea_;
  Chance chance_;
  std::vector<Errand> errands_;
};

/// How many records of living nodes hold a text.
std::uint64_t count_records(Sea& sea, std::string_view text) {
  std::uint64_t found = 0;
  for (const auto number : sea.living())
    for (const auto& [key, value] : sea.person(number).disk["held"])
      found += sdk::bytes(value).text().find(text) != std::string_view::npos;
  return found;
}

void judge(Sea& sea, const Errand& errand, OfflineResult& result) {
  result.taken_over.add(errand.is_taken_over);
  if (!errand.is_taken_over) return;
  result.arrived.add(errand.heard > 0);
  if (errand.heard == 0) return;
  result.intact.add(errand.is_intact);
  result.heard.add(errand.heard);
  result.took_s.add(errand.took_us / second_us);
  result.copies_left.add(count_records(sea, wire::to_hex(errand.bottle)));
}

}  // namespace

OfflineResult run_offline(const Options& options) {
  OfflineResult result;
  Sea sea(options.seed);
  sea.with_bottles = true;
  sea.settings = [](std::size_t) -> Settings { return {{"stamp_bits", "4"}}; };
  sea.internet().loss = options.loss_percent / 100;
  sea.grow(options.nodes + 2 * options.bottles);
  const auto wait = [&](double minutes) {
    sea.heap().run_for(static_cast<std::uint64_t>(minutes * double(minute_us)));
  };
  wait(options.minutes);
  Post post(sea, options);
  post.leave_words();
  Churn churn(sea, options);
  churn.begin();
  wait(options.away_min);
  churn.end();
  for (auto& errand : post.errands()) {
    if (errand.is_taken_over) result.copies.add(count_records(sea, wire::to_hex(errand.to)));
    post.come_back(errand);
    sea.heap().run_for(second_us);
  }
  wait(options.minutes + 10);
  for (const auto& errand : post.errands()) judge(sea, errand, result);
  result.deaths = churn.deaths(), result.events = sea.heap().count(), result.trace = sea.internet().trace.hash();
  return result;
}

void print(const OfflineResult& result, std::ostream& out) {
  out << "taken over by a node     " << result.taken_over.text() << "\n"
      << "copies at the return     " << result.copies.counts() << "\n"
      << "arrived after the return " << result.arrived.text() << "\n"
      << "with the same words      " << result.intact.text() << "\n"
      << "times heard              " << result.heard.counts() << "\n"
      << "seconds after the return " << result.took_s.summary() << "\n"
      << "copies left              " << result.copies_left.counts() << "\n"
      << "deaths " << result.deaths << ", events " << result.events << ", trace " << std::hex << result.trace
      << std::dec << "\n";
}

}  // namespace p2pchat::simulation
