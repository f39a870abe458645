// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/hash.hpp"
#include "note/note.hpp"

namespace p2pchat::bottle {

/// How many legs of one bottle may be replaced at one node.
inline constexpr std::size_t most_replacements = 5;

/// How far an honest leg can go: to one of the nearest but five, from a node that is nearer. A bottle whose gas is
/// spent stays with no node that is farther, by what it knows itself.
inline constexpr std::size_t near_nodes = beaches + most_replacements + 1;

/// What a node knows when it judges a bottle.
struct View {
  Id me;
  std::vector<Neighbour> known{};  ///< nodes that proved their id (`Routing::known` of the target, 16), in any order
  std::vector<Id> absent{};        ///< of these, those that this bottle did not reach or that refused it
  std::vector<Id> reached{};       ///< those that have it or are on the way to: whom it came from, legs that left
  bool released = false;           ///< thrown back: I keep it no longer, whoever is nearest
};

/// What becomes of a bottle at a node.
struct Course {
  bool ashore = false;               ///< it stays here
  std::vector<Neighbour> targets{};  ///< who must still get it, nearest first, at most three
  std::vector<Id> claimed{};         ///< of the three nearest: who has it only by the word of the list, and may be dead
  std::vector<Neighbour> nearest{};  ///< the list it takes along: the five nearest I know, me among them
  bool operator==(const Course&) const = default;
};

/// The judgement. N is the three nearest to the target among me and the known that are not absent. The creator is never
/// in N, so a throw is the same judgement. Ashore: I am in N, or the gas is spent and I am among the nine nearest.
/// Drift: while gas is left, to each of N that neither the bottle's list names nor `reached` holds. The receiver of an
/// addressed bottle keeps it and sends it nowhere.
///
/// When a leg fails, judge again with that node in `absent`: the next nearest takes its place within the round, which
/// may be me. Those of N that the list names get no leg; but whoever named them may not have known that they are dead,
/// and what falls to the next nearest then nobody else would send: the caller makes sure that the claimed live, and
/// else they are absent, too. Over `most_replacements` absent nodes nobody new is named.
///
/// What only the list names takes nobody's place in N: it proved nothing, and three made-up ids would sink a bottle.
Course judge(const Note& note, const View& view);

/// The bottle as it leaves for one of the targets: with the new list, and one gas less unless I am its creator, who
/// throws it with all of it. Addresses that are not for `to` are left out.
Note leg_of(sdk::Crypto& crypto, const Note& note, const Course& course, const Id& me, const Neighbour& to);

/// Whether `a` is nearer to `target` than `b`, by XOR.
bool is_nearer(const Id& a, const Id& b, const Id& target);

}  // namespace p2pchat::bottle
