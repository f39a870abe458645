// SPDX-License-Identifier: MIT
#pragma once
#include "model/sea.hpp"

#include <wire/json_writer.hpp>

/// The members of the JSON objects about bottles, as docs/terminal.md lists them.
namespace p2pchat::terminal_ui {

/// A bottle of another that lies or passes here.
void write_found(wire::JsonWriter& json, const Bottle& bottle);
/// A bottle of mine.
void write_mine(wire::JsonWriter& json, const Bottle& bottle);
/// A step of a bottle of mine; `number` from 1, 0 for what is no step of its journey.
void write_step(wire::JsonWriter& json, const Bottle& bottle, const Step& step, std::size_t number);

}  // namespace p2pchat::terminal_ui
