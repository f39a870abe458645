// SPDX-License-Identifier: MIT
#include "config/nearest.hpp"

#include <algorithm>

namespace p2pchat::host {
namespace {

constexpr std::size_t longest = 100;  // nobody mistypes a longer word by a letter; bounds the work

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > longest) return {};
  std::string best;
  auto best_distance = word.size() / 3 + 2;  // beyond it, a guess would be noise
  for (const auto& each : known) {
    const auto distance = each.size() > longest ? longest : edit_distance(word, each);
    if (distance >= best_distance || distance >= each.size()) continue;
    best_distance = distance;
    best = each;
  }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const auto meant = nearest(word, known);
  return meant.empty() ? "" : "; did you mean `" + meant + "`?";
}

}  // namespace p2pchat::host
