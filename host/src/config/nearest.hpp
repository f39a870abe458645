// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::host {

/// How many letters to insert, remove, change or swap with their neighbour to make one word of the other.
/// Source: optimal string alignment distance (Boytsov 2011, section 2.1).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that was probably meant; empty when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

/// "; did you mean `x`?", or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace p2pchat::host
