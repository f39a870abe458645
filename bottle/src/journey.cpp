// SPDX-License-Identifier: MIT
#include "bottle/journey.hpp"

#include <wire/hex.hpp>
#include <wire/json.hpp>
#include <wire/json_writer.hpp>

#include <algorithm>

namespace p2pchat::bottle {
namespace {

constexpr std::string_view queue_begin = "bottle_", queue_end = "_FIFO_queue/";
constexpr std::size_t key_size = queue_begin.size() + 64 + queue_end.size() + 8;

}  // namespace

bool Journey::has(Voyage voyage, const Id& node) const {
  return std::ranges::any_of(
      steps_, [&](const auto& step) { return step.second.voyage == voyage && step.second.node == node; });
}

std::uint64_t Journey::add(Step step) {
  steps_.emplace_back(next_, std::move(step));
  return next_++;
}

void Journey::restore(std::uint64_t number, Step step) {
  next_ = std::max(next_, number + 1);
  steps_.emplace_back(number, std::move(step));
  std::ranges::sort(steps_, {}, [](const auto& each) { return each.first; });
}

void Journey::drop(std::uint64_t number) {
  std::erase_if(steps_, [number](const auto& step) { return step.first == number; });
}

std::uint32_t Journey::count(Voyage voyage) const {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(steps_, [voyage](const auto& step) { return step.second.voyage == voyage; }));
}

Voyage Journey::voyage() const {
  for (auto voyage : {Voyage::answered, Voyage::expired, Voyage::ashore, Voyage::adrift})
    if (count(voyage) > 0) return voyage;
  return Voyage::queued;
}

void Journey::show(const sdk::Fn<void(const sdk::BottleStep&)>& each) const {
  for (const auto& [number, step] : steps_)
    each({.voyage = step.voyage, .node = step.node, .time_ms = step.time_ms, .hops = step.hops, .text = step.text});
}

std::string step_key(const Id& bottle, std::uint64_t number) {
  std::string key = std::string(queue_begin) + wire::to_hex(bottle) + std::string(queue_end);
  for (int shift = 56; shift >= 0; shift -= 8) key += static_cast<char>(number >> shift & 0xff);
  return key;
}

std::optional<std::pair<Id, std::uint64_t>> read_step_key(std::string_view key) {
  if (key.size() != key_size || !key.starts_with(queue_begin)) return std::nullopt;
  const auto bottle = wire::id_from_hex(key.substr(queue_begin.size(), 64));
  if (!bottle) return std::nullopt;
  std::uint64_t number = 0;
  for (const char octet : key.substr(key_size - 8)) number = number << 8 | static_cast<std::uint8_t>(octet);
  return std::pair(*bottle, number);
}

std::string step_record(const Step& step) {
  std::string text;
  wire::JsonWriter(text)
      .begin()
      .member("voyage", static_cast<std::uint64_t>(step.voyage))
      .member("node", wire::to_hex(step.node))
      .member("time", step.time_ms)
      .member("hops", std::uint64_t{step.hops})
      .member("text", step.text)
      .end();
  return text;
}

std::optional<Step> read_step_record(std::string_view text) {
  wire::JsonParser parser;
  const auto* object = parser.parse(text);
  if (!object) return std::nullopt;
  const auto voyage = object->integer("voyage"), time = object->integer("time"), hops = object->integer("hops");
  const auto node = object->string("node"), words = object->string("text");
  if (!voyage || !time || !hops || !node || !words) return std::nullopt;
  const auto id = wire::id_from_hex(*node);
  if (!id || *voyage > static_cast<std::uint64_t>(Voyage::expired)) return std::nullopt;
  return Step{static_cast<Voyage>(*voyage), *id, *time, static_cast<std::uint32_t>(*hops), std::string(*words)};
}

}  // namespace p2pchat::bottle
