// SPDX-License-Identifier: MIT
#include "line/json_bottles.hpp"

#include "model/bottle_words.hpp"
#include "presented.hpp"

#include <wire/hex.hpp>

namespace p2pchat::terminal_ui {
namespace {

void write_bottle(wire::JsonWriter& json, const Bottle& bottle) {
  json.member("id", wire::to_hex(bottle.id)).member("name", bottle.name);
  json.member("sender", wire::to_hex(bottle.sender)).member("voyage", word(bottle.voyage));
  json.member("time_ms", bottle.time_ms).member("expiry_ms", bottle.expiry_ms).member("here_ms", bottle.here_ms);
}

}  // namespace

void write_found(wire::JsonWriter& json, const Bottle& bottle) {
  write_bottle(json, bottle);
  json.member("hops", std::uint64_t{bottle.hops}).member("body", repaired(bottle.body));
}

void write_mine(wire::JsonWriter& json, const Bottle& bottle) {
  write_bottle(json, bottle);
  json.member("beaches", std::uint64_t{bottle.beaches}).member("answers", std::uint64_t{bottle.answers});
  json.member("body", repaired(bottle.body));
}

void write_step(wire::JsonWriter& json, const Bottle& bottle, const Step& step, std::size_t number) {
  json.member("id", wire::to_hex(bottle.id)).member("name", bottle.name).member("voyage", word(step.voyage));
  if (number) json.member("step", std::uint64_t{number});
  if (step.node != sdk::Id{}) json.member("node", wire::to_hex(step.node));
  json.member("time_ms", step.time_ms).member("hops", std::uint64_t{step.hops});
  if (step.voyage == sdk::Voyage::answered) json.member("text", repaired(step.text));
  if (step.voyage == sdk::Voyage::queued) json.member("body", repaired(bottle.body));
}

}  // namespace p2pchat::terminal_ui
