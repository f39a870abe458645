// SPDX-License-Identifier: MIT
#pragma once
#include "figures.hpp"
#include "options.hpp"

#include <functional>
#include <iosfwd>
#include <map>

namespace p2pchat::simulation {

/// What became of many bottles.
struct DriftingResult {
  std::uint64_t thrown = 0, refused = 0;  ///< `cast` that said ok, or not
  Share nearest;   ///< bottles that all honest of the three nearest have, judged when the last leg ended
  Share exactly;   ///< and no other living node
  Share fair;      ///< none of these was passed over: who has it not is farther than three who had it, and died since
  Share found;     ///< on an honest beach
  Share answered;  ///< answers given that their creator has
  Distribution rounds, beaches, legs, messages, took_ms;
  std::uint64_t raised = 0, raised_accepted = 0, taken_twice = 0, foreign_taken = 0;
  std::uint64_t alive_after_expiry = 0;  ///< seen on a beach, sent or taken, a minute after their end
  std::map<std::string, std::uint64_t> by_type, refusals;
  std::uint64_t deaths = 0, events = 0, trace = 0;
};

/// A sea into which people throw bottles at the pace their quotas allow, and answer those they are the first to find.
/// Some cheat; some leave. A bottle is judged by who lived nearest its id, its creator apart, when its last leg ended.
/// `on_part` hears, after each of `parts` but the last, of the bottles that were thrown three minutes before or
/// earlier.
DriftingResult run_drifting(const Options& options, std::size_t parts = 1,
                            const std::function<void(const DriftingResult&)>& on_part = {});
void print(const DriftingResult& result, std::ostream& out);

}  // namespace p2pchat::simulation
