// SPDX-License-Identifier: MIT
#pragma once
#include "model/bottle_words.hpp"
#include "model/sea.hpp"

#include <string>

/// Bottles in lines for people, harmless as `TextPrinter` wants them: a text's later lines are indented. No newline
/// at the end.
namespace p2pchat::terminal_ui {

/// One row of the beach.
std::string shore_row(const Bottle& bottle);
/// One row of my bottles.
std::string sea_row(const Journey& journey);
/// A bottle that was opened, and what can be done with it.
std::string opened_text(const Bottle& bottle, const NameOf& name);
/// The way of a bottle of mine, step by step.
std::string journey_text(const Journey& journey, const NameOf& name);
/// That a bottle came.
std::string came_text(const Bottle& bottle);
/// What became of a bottle of mine.
std::string moved_text(const SeaNews& news, const NameOf& name);

}  // namespace p2pchat::terminal_ui
