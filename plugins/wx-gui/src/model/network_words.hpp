// SPDX-License-Identifier: MIT
#pragma once
#include "model/live_lookups.hpp"
#include "model/network_view.hpp"
#include "model/reach.hpp"
#include "text/language.hpp"

namespace p2pchat::wx_gui {

/// How I stand in the network, in a title and what can be said or done about it. What is not known is said to be so.
struct Verdict {
  enum class Kind { connected, doubtful, alone };
  Kind kind = Kind::alone;
  std::string title, words;
};
Verdict network_verdict(const NetworkView& view, Reach reach, const Language& language);

/// `30 nodes · 5 buckets in use · 2 sessions`.
std::string network_summary(const NetworkView& view, const Language& language);
/// A name and a value each, for the list of figures.
std::vector<std::pair<std::string, std::string>> network_figures(const NetworkView& view, const LiveLookups& lookups,
                                                                 const Language& language);
/// One node in a line: where it is, how fast it answers, when it last did. `name` is what it is called.
std::string node_words(const RingNode& node, std::string_view name, const Language& language);
/// How long ago a node answered.
std::string heard_words(const RingNode& node, const Language& language);
/// The round trip, or a dash.
std::string rtt_words(std::uint32_t rtt_ms, const Language& language);
/// One lookup in a line.
std::string lookup_words(const LiveLookup& lookup, const Language& language);

/// Why joining through an address failed, and what to do.
std::string join_words(const sdk::Status& status, const Language& language);

}  // namespace p2pchat::wx_gui
