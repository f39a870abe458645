// SPDX-License-Identifier: MIT
#include "drifting.hpp"

#include "churn.hpp"
#include "durations.hpp"
#include "judge/course.hpp"
#include "people.hpp"

#include <algorithm>
#include <ostream>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t last_words_us = 3 * minute_us;
/// How often everybody throws, a little less than the six an hour that are allowed.
constexpr double throws_an_hour = 5.4;

/// Whether somebody nearer than the three nearest that ever had it has it not.
bool is_passed_over(const Story& story, const sdk::Id& bottle, const sdk::Id& node) {
  if (holds(story.ashore, node)) return false;
  const auto nearer =
      std::ranges::count_if(story.ashore, [&](const sdk::Id& beach) { return bottle::is_nearer(beach, node, bottle); });
  return nearer < std::ptrdiff_t(bottle::beaches);
}

/// Where a bottle is at the end. What cheaters among the nearest did with it is not held against it.
void judge(Sea& sea, const People& people, const sdk::Id& id, const Story& story, DriftingResult& result) {
  const auto is_honest = [&](const sdk::Id& who) { return !people.is_cheater(who); };
  std::size_t missing = story.nearest.size() < bottle::beaches, passed_over = missing;
  for (const auto& node : story.nearest) {
    missing += is_honest(node) && !holds(story.ashore, node);
    passed_over += is_honest(node) && is_passed_over(story, id, node);
  }
  const bool is_elsewhere = std::ranges::any_of(
      story.ashore, [&](const sdk::Id& beach) { return sea.find(beach) && !holds(story.nearest, beach); });
  result.nearest.add(missing == 0);
  result.fair.add(passed_over == 0);
  result.exactly.add(missing == 0 && !is_elsewhere);
  result.found.add(std::ranges::any_of(story.ashore, is_honest));
  result.rounds.add(story.rounds);
  result.beaches.add(story.ashore.size());
  result.legs.add(story.legs);
  result.messages.add(story.messages);
  result.took_ms.add((story.ended_us - story.thrown_us) / 1000);
}

/// Of the answers given to those who still live: how many their creators have.
void count_answers(Sea& sea, Logbook& logbook, const People& people, DriftingResult& result) {
  std::map<sdk::Id, std::uint32_t> had;
  for (const auto number : sea.living())
    sea.node(number)->bottles->mine([&](const sdk::BottleView& view) { had[view.id] = view.answers; });
  for (const auto& [bottle, finder] : people.answers()) {
    const auto& story = logbook.stories().at(bottle);
    const bool is_due = story.thrown_us + last_words_us <= sea.heap().now_us();
    if (is_due && sea.find(story.creator) && sea.find(finder)) result.answered.add(had[bottle] > 0);
  }
}

void kill(Sea& sea, double percent) {
  Chance chance(sea.seed(), Purpose::deaths, 2);
  for (const auto number : std::vector(sea.living()))
    if (chance.happens(percent / 100)) sea.kill(number);
}

/// What can be said now, of all bottles that have had their time.
DriftingResult result_of(Sea& sea, Logbook& logbook, People& people, const Churn& churn) {
  DriftingResult result;
  for (const auto& [id, story] : logbook.stories())
    if (story.thrown_us + last_words_us <= sea.heap().now_us()) judge(sea, people, id, story, result);
  count_answers(sea, logbook, people, result);
  result.thrown = people.thrown, result.refused = people.refused;
  result.raised = logbook.raised, result.raised_accepted = logbook.raised_accepted;
  result.taken_twice = logbook.taken_twice, result.foreign_taken = logbook.foreign_taken;
  result.alive_after_expiry =
      people.overdue + people.count_overdue() + logbook.sent_after_expiry + logbook.taken_after_expiry;
  result.by_type = logbook.by_type, result.refusals = logbook.refusals;
  result.deaths = churn.deaths(), result.events = sea.heap().count(), result.trace = sea.internet().trace.hash();
  return result;
}

}  // namespace

DriftingResult run_drifting(const Options& options, std::size_t parts,
                            const std::function<void(const DriftingResult&)>& on_part) {
  Sea sea(options.seed);
  sea.internet().loss = options.loss_percent / 100;
  Logbook logbook(sea);
  People people(sea, logbook, options);
  sea.grow(options.nodes);
  Churn churn(sea, options);
  churn.begin();
  sea.heap().run_for(static_cast<std::uint64_t>(options.minutes * double(minute_us)));
  kill(sea, options.dead_percent);
  const auto throwers = double(options.nodes) * (100 - options.cheaters_percent) / 100;
  const auto hours = double(options.bottles) / (throws_an_hour * throwers);
  for (std::size_t part = 0; part < parts; ++part) {
    if (part > 0 && on_part) on_part(result_of(sea, logbook, people, churn));
    people.throw_all(options.bottles / parts,
                     static_cast<std::uint64_t>(hours / double(parts) * 60 * double(minute_us)));
  }
  sea.heap().run_for(last_words_us);
  return result_of(sea, logbook, people, churn);
}

void print(const DriftingResult& result, std::ostream& out) {
  const auto list = [&](const char* title, const std::map<std::string, std::uint64_t>& counts) {
    out << title;
    for (const auto& [name, count] : counts) out << ' ' << name << ' ' << count;
    out << '\n';
  };
  out << "thrown, refused          " << result.thrown << ", " << result.refused << "\n"
      << "on the three nearest     " << result.nearest.text() << "\n"
      << "nobody was passed over   " << result.fair.text() << "\n"
      << "and on nobody else       " << result.exactly.text() << "\n"
      << "on an honest beach       " << result.found.text() << "\n"
      << "answers that came        " << result.answered.text() << "\n"
      << "rounds                   " << result.rounds.counts() << "\n"
      << "beaches                  " << result.beaches.counts() << "\n"
      << "legs a bottle            " << result.legs.summary() << "\n"
      << "messages a bottle        " << result.messages.summary() << "\n"
      << "throw to last leg, ms    " << result.took_ms.summary() << "\n"
      << "raised gas, accepted     " << result.raised << ", " << result.raised_accepted << "\n"
      << "taken twice by a node    " << result.taken_twice << "\n"
      << "alive a minute after end " << result.alive_after_expiry << "\n"
      << "cheaters' own taken      " << result.foreign_taken << "\n";
  list("messages                ", result.by_type);
  list("answers to bottles      ", result.refusals);
  out << "deaths " << result.deaths << ", events " << result.events << ", trace " << std::hex << result.trace
      << std::dec << "\n";
}

}  // namespace p2pchat::simulation
