// SPDX-License-Identifier: MIT
#include "model/network_words.hpp"

#include "text/time_words.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

std::string joined(std::initializer_list<std::string> parts) {
  std::string line;
  for (const auto& part : parts)
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  return line;
}

std::size_t buckets_in_use(const NetworkView& view) {
  return static_cast<std::size_t>(std::ranges::count_if(view.bars, [](const BucketBar& bar) { return bar.nodes > 0; }));
}

}  // namespace

Verdict network_verdict(const NetworkView& view, Reach reach, const Language& language) {
  if (view.in_table == 0)
    return {Verdict::Kind::alone, language.say("Nobody found yet"),
            language.say("Nodes that are known are tried again and again. If you know the address of another, join "
                         "through it.")};
  if (view.fresh == 0)
    return {Verdict::Kind::doubtful, language.say("Nobody has answered for a while"),
            language.say("See whether this computer is connected, or join through the address of a node.")};
  return {Verdict::Kind::connected, language.say("Connected"), reach_words(reach, language)};
}

std::string network_summary(const NetworkView& view, const Language& language) {
  return joined({language.count("{n} node", "{n} nodes", view.in_table),
                 language.count("{n} bucket in use", "{n} buckets in use", buckets_in_use(view)),
                 language.count("{n} session", "{n} sessions", view.sessions)});
}

std::vector<std::pair<std::string, std::string>> network_figures(const NetworkView& view, const LiveLookups& lookups,
                                                                 const Language& language) {
  return {
      {language.say("Answered within 15 minutes"),
       fill(language.say("{n} of {all}"), {{"n", std::to_string(view.fresh)}, {"all", std::to_string(view.in_table)}})},
      {language.say("Usual round trip"), rtt_words(view.usual_rtt_ms, language)},
      {language.say("Lookups since the window opened"), std::to_string(lookups.begun())},
      {language.say("Questions in them"), std::to_string(lookups.questions())}};
}

std::string heard_words(const RingNode& node, const Language& language) {
  if (!node.in_table) return language.say("not in the table");
  if (node.node.age_s < 60) return language.say("just now");
  return fill(language.say("{time} ago"), {{"time", span_words(node.node.age_s * 1000ULL, language)}});
}

std::string rtt_words(std::uint32_t rtt_ms, const Language& language) {
  if (rtt_ms == 0) return "–";
  return fill(language.say("{n} ms"), {{"n", std::to_string(rtt_ms)}});
}

std::string node_words(const RingNode& node, std::string_view name, const Language& language) {
  return joined({visible_line(name), visible_line(node.node.endpoint),
                 node.node.rtt_ms ? rtt_words(node.node.rtt_ms, language) : std::string(),
                 language.count("shares {n} bit with you", "shares {n} bits with you", node.node.bucket),
                 node.session ? language.say("session") : std::string(), heard_words(node, language)});
}

std::string lookup_words(const LiveLookup& lookup, const Language& language) {
  const auto where = wire::short_hex(lookup.target);
  const auto asked = language.count("{n} asked", "{n} asked", lookup.asked.size());
  if (!lookup.ended) return fill(language.say("towards {id}: {asked}…"), {{"id", where}, {"asked", asked}});
  if (lookup.in_vain)
    return fill(language.say("towards {id}: {asked}, no end in time"), {{"id", where}, {"asked", asked}});
  return fill(language.say("towards {id}: {asked}, done"), {{"id", where}, {"asked", asked}});
}

std::string join_words(const sdk::Status& status, const Language& language) {
  if (status.code == sdk::Errc::timed_out)
    return language.say("No node answers there. It is tried again and again while the program runs.");
  if (status.code == sdk::Errc::not_found)
    return language.say("This is no address: write a name or a number, a colon and a port.");
  return fill(language.say("That did not work: {detail}"), {{"detail", visible_line(status.text)}});
}

}  // namespace p2pchat::wx_gui
