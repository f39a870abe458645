// SPDX-License-Identifier: MIT
#pragma once
#include "figures.hpp"
#include "options.hpp"

#include <iosfwd>

namespace p2pchat::simulation {

/// What a table under siege looks like, and what can be found with it.
struct SiegeFigures {
  Share sybils;   ///< entries of the table that are those who besiege
  Share found;    ///< of its questions for the three nearest, those answered right
  Share on_disk;  ///< of the contacts that were written down, those who besiege
};

struct EclipseResult {
  SiegeFigures before;     ///< when they have just come
  SiegeFigures besieged;   ///< after `options.minutes`
  SiegeFigures restarted;  ///< a minute after it was killed and began again, with nothing but its disk
  SiegeFigures later;      ///< nine minutes after that
  std::uint64_t events = 0, trace = 0;
};

/// Many ids in few networks, spread over all buckets of one honest node, try to fill its table: they live as others do,
/// name only each other, and greet it without an end.
EclipseResult run_eclipse(const Options& options);
void print(const EclipseResult& result, std::ostream& out);

}  // namespace p2pchat::simulation
