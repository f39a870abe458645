// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <charconv>
#include <map>
#include <sstream>
#include <string_view>
#include <variant>

namespace p2pchat::simulation {
namespace {

using Place = std::variant<std::uint64_t*, double*>;

std::map<std::string_view, Place> places(Options& o) {
  return {{"--seed", &o.seed},           {"--nodes", &o.nodes},       {"--sessions", &o.session_min},
          {"--back", &o.back_min},       {"--loss", &o.loss_percent}, {"--dead", &o.dead_percent},
          {"--minutes", &o.minutes},     {"--lookups", &o.lookups},   {"--bottles", &o.bottles},
          {"--life", &o.life_min},       {"--away", &o.away_min},     {"--cheaters", &o.cheaters_percent},
          {"--beach", &o.beach},         {"--forgers", &o.forgers},   {"--haunters", &o.haunters},
          {"--colluders", &o.colluders}, {"--droppers", &o.droppers}, {"--stallers", &o.stallers},
          {"--sybils", &o.sybils},       {"--networks", &o.networks}, {"--filled", &o.filled},
          {"--median", &o.median_min},   {"--weibull", &o.shape}};
}

bool read(std::string_view text, const Place& place) {
  return std::visit(
      [&](auto* number) {
        const auto end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, *number);
        return read.ec == std::errc() && read.ptr == end;
      },
      place);
}

}  // namespace

std::string read_options(int count, const char* const* words, Options& options) {
  const auto known = places(options);
  for (int i = 0; i < count; i += 2) {
    const auto found = known.find(words[i]);
    if (found == known.end()) return std::string("unknown option ") + words[i];
    if (i + 1 == count || !read(words[i + 1], found->second)) return std::string("a number must follow ") + words[i];
  }
  if (!(options.shape > 0)) return "what follows --weibull must be above 0";
  return {};
}

std::string text_of(const Options& options) {
  auto copy = options;
  std::ostringstream out;
  for (const auto& [name, place] : places(copy))
    std::visit([&, &name = name](auto* number) { out << name << ' ' << *number << ' '; }, place);
  auto text = out.str();
  text.pop_back();
  return text;
}

}  // namespace p2pchat::simulation
