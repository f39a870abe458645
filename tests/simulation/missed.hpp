// SPDX-License-Identifier: MIT
#pragma once
#include "figures.hpp"
#include "liars.hpp"

#include <iosfwd>

namespace p2pchat::simulation {

/// Why questions were answered wrong: whether those who were asked could have named whom the answer passed over.
struct MissedFigures {
  Distribution knowing;  ///< honest nodes that have one who was passed over in their tables
  Share neighbours;      ///< of the eight honest nodes nearest to him, those who have him in theirs
  Distribution asked;    ///< honest nodes that such a question asked
  Share knew;            ///< of these, those who had him in their tables
  Distribution ages_s;   ///< how long ago those who were passed over began
  Distribution dead_ms;  ///< how long ago those who were named and do not live were killed
};

/// Looks into the tables when an answer is wrong. Reads the world and changes nothing.
class Missed {
 public:
  Missed(Sea& sea, const Liars& liars) : sea_(sea), liars_(liars) {}
  /// Takes such a question: whom it asked, and which honest nodes the answer passed over.
  void add(const std::vector<sdk::Id>& asked, const std::vector<sdk::Id>& passed_over);
  /// It named one who does not live any more.
  void add_dead(std::uint64_t ago_us) { figures_.dead_ms.add(ago_us / 1000); }
  const MissedFigures& figures() const { return figures_; }

 private:
  Sea& sea_;
  const Liars& liars_;
  MissedFigures figures_;
};

/// Of the eight honest nodes nearest to a node, those it has in its table; of 300 honest nodes, or all.
Share known_neighbours(Sea& sea, const Liars& liars);
void print(const MissedFigures& figures, std::ostream& out);

}  // namespace p2pchat::simulation
