// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <vector>

namespace p2pchat::wx_gui {

/// How a lookup ended: by itself, or because its time was over.
enum class LookupEnd { done, in_vain };

/// A search for the nodes nearest a key.
struct LiveLookup {
  sdk::Id target;
  std::vector<sdk::Id> asked;  ///< in order
  std::uint64_t changed_ms = 0;
  bool ended = false;
  bool in_vain = false;
};

/// One question of a lookup: who was asked, and whose answer named them. Questions of the same number went out
/// together.
struct Hop {
  sdk::Id from, to;
  std::uint32_t number = 1;
};

/// A lookup hop by hop, in order; the first come from `me`. Which answer named a node is not told to us: taken is the
/// nearest to the target of those that were asked a whole round before, which is the one that can name nearer ones.
std::vector<Hop> hops_of(const LiveLookup& lookup, const sdk::Id& me);
/// So many questions of a lookup are under way at once: kademlia goes two ways, three on each.
inline constexpr std::size_t questions_at_once = 6;

/// The searches that run, and those that ended a moment ago. Time comes as an argument.
class LiveLookups {
 public:
  void asks(const sdk::Id& target, const sdk::Id& node, std::uint64_t now_ms);
  void ended(const sdk::Id& target, LookupEnd how, std::uint64_t now_ms);
  /// Drops what ended a while ago or was not heard of for long; whether anything is left.
  bool forget(std::uint64_t now_ms);
  /// The newest last, at most `most`.
  const std::vector<LiveLookup>& all() const { return lookups_; }
  /// Since the window opened.
  std::uint64_t begun() const { return begun_; }
  std::uint64_t questions() const { return questions_; }
  static constexpr std::size_t most = 12;

 private:
  LiveLookup* running(const sdk::Id& target);
  std::vector<LiveLookup> lookups_;
  std::uint64_t begun_ = 0, questions_ = 0;
};

}  // namespace p2pchat::wx_gui
