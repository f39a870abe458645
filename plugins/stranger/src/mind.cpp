// SPDX-License-Identifier: MIT
#include "mind.hpp"

#include "ear.hpp"

namespace p2pchat::stranger {
namespace {

constexpr std::uint64_t second = 1'000, minute = 60 * second, hour = 60 * minute;
constexpr std::size_t most_deeds = 64, most_known = 1'024;
constexpr unsigned most_answers = 60;
constexpr std::uint64_t answered_of_ten = 9;

}  // namespace

Mind::Mind(std::string name, std::uint64_t seed, Temper temper, std::uint64_t now_ms)
    : name_(std::move(name)),
      temper_(temper),
      dice_(seed),
      mother_tongue_(dice_.below(2) == 0 ? Language::english : Language::chinese) {
  // Soon, so that who comes to an empty sea finds something; not all at once.
  if (temper_ == Temper::talkative) plan_bottle(4 * second, 20 * second, now_ms);
  if (temper_ == Temper::calm) plan_bottle(15 * second, 90 * second, now_ms);
}

void Mind::found(const sdk::Id& bottle, std::string_view body, std::uint64_t now_ms) {
  if (known_.size() >= most_known) known_.clear();  // asking twice is answered with an error, no more
  if (!known_.insert(bottle).second || dice_.below(10) >= answered_of_ten) return;
  plan(now_ms + dice_.between(2 * second, 10 * second), {Deed::Kind::answer, bottle, answer_to(body)});
}

void Mind::asked(const sdk::Id& who, std::string_view greeting, std::uint64_t now_ms) {
  if (known_.size() >= most_known) known_.clear();
  if (!known_.insert(who).second) return;
  const auto accepted_ms = now_ms + dice_.between(second, 3 * second);
  plan(accepted_ms, {Deed::Kind::accept, who, {}});
  plan(accepted_ms + dice_.between(second, 4 * second),
       {Deed::Kind::say, who, choose(Occasion::begin, language_of(greeting))});
}

void Mind::heard(const sdk::Id& who, std::string_view text, std::uint64_t now_ms) {
  if (told_.size() >= most_known) told_.clear();
  auto& told = told_[who];
  if (now_ms >= told.since_ms + hour) told = {now_ms, 0};
  if (++told.answers > most_answers) return;
  plan(now_ms + dice_.between(second, 4 * second),
       {Deed::Kind::say, who, choose(occasion_of(text), language_of(text))});
}

std::vector<Deed> Mind::take_due(std::uint64_t now_ms) {
  std::vector<Deed> due;
  while (!deeds_.empty() && deeds_.begin()->first <= now_ms)
    due.push_back(std::move(deeds_.extract(deeds_.begin()).mapped()));
  for (const auto& deed : due) {
    if (deed.kind == Deed::Kind::accept) known_.erase(deed.whom);  // should he ask again, he is accepted again
    if (deed.kind != Deed::Kind::cast) continue;
    temper_ == Temper::talkative ? plan_bottle(5 * minute, 10 * minute, now_ms)
                                 : plan_bottle(30 * minute, 60 * minute, now_ms);
  }
  return due;
}

std::optional<std::uint64_t> Mind::next_ms() const {
  return deeds_.empty() ? std::nullopt : std::optional(deeds_.begin()->first);
}

/// That it was found, and something about what it says: of three finders no two are likely to say the same.
std::string Mind::answer_to(std::string_view body) {
  const auto language = language_of(body);
  const auto* gap = language == Language::english ? " " : "";
  return choose(Occasion::found, language) + gap + choose(occasion_of(body), language);
}

void Mind::plan(std::uint64_t at_ms, Deed deed) {
  if (deeds_.size() < most_deeds) deeds_.emplace(at_ms, std::move(deed));
}

void Mind::plan_bottle(std::uint64_t earliest_ms, std::uint64_t latest_ms, std::uint64_t now_ms) {
  plan(now_ms + dice_.between(earliest_ms, latest_ms),
       {Deed::Kind::cast, {}, choose(Occasion::bottle, mother_tongue_)});
}

std::string Mind::choose(Occasion occasion, Language language) {
  const auto texts = phrases(occasion, language);
  auto index = static_cast<std::size_t>(dice_.below(texts.size()));
  const auto [last, is_first] = last_.try_emplace({occasion, language}, texts.size());
  if (!is_first && index == last->second) index = (index + 1) % texts.size();
  last->second = index;
  std::string text(texts[index]);
  if (const auto gap = text.find("{}"); gap != text.npos) text.replace(gap, 2, name_);
  return text;
}

}  // namespace p2pchat::stranger
