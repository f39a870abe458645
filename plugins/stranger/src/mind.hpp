// SPDX-License-Identifier: MIT
#pragma once
#include "dice.hpp"
#include "phrases.hpp"

#include <p2pchat/abi.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace p2pchat::stranger {

/// How often a stranger throws bottles of his own: again after minutes, after half an hour, never.
enum class Temper { talkative, calm, silent };

/// Something a stranger does.
struct Deed {
  enum class Kind { cast, answer, accept, say };
  Kind kind = Kind::cast;
  sdk::Id whom;  ///< the bottle or the person
  std::string text;
};

/// Decides what a stranger does and when: throws bottles, answers most that he finds, accepts who asks him, and answers
/// what he is told with something that fits a little.
///
/// Pure: time is an argument, chance comes from the seed. At most 64 deeds wait; of one person at most 60 messages an
/// hour are answered, so that two of his kind do not talk for ever. A silent one answers like the others.
class Mind {
 public:
  Mind(std::string name, std::uint64_t seed, Temper temper, std::uint64_t now_ms);
  /// A bottle lies on my beach.
  void found(const sdk::Id& bottle, std::string_view body, std::uint64_t now_ms);
  /// Somebody asks me to be a contact.
  void asked(const sdk::Id& who, std::string_view greeting, std::uint64_t now_ms);
  /// A contact says something.
  void heard(const sdk::Id& who, std::string_view text, std::uint64_t now_ms);
  /// What is to be done by now, in order.
  std::vector<Deed> take_due(std::uint64_t now_ms);
  /// When the next deed is due.
  std::optional<std::uint64_t> next_ms() const;

 private:
  struct Told {
    std::uint64_t since_ms = 0;
    unsigned answers = 0;
  };
  void plan(std::uint64_t at_ms, Deed deed);
  void plan_bottle(std::uint64_t earliest_ms, std::uint64_t latest_ms, std::uint64_t now_ms);
  std::string answer_to(std::string_view body);
  std::string choose(Occasion occasion, Language language);

  const std::string name_;
  const Temper temper_;
  Dice dice_;
  const Language mother_tongue_;
  std::multimap<std::uint64_t, Deed> deeds_;  // by when
  std::set<sdk::Id> known_;                   // bottles and requests that have been decided upon
  std::map<sdk::Id, Told> told_;
  std::map<std::pair<Occasion, Language>, std::size_t> last_;  // what was said last: not at once again
};

}  // namespace p2pchat::stranger
