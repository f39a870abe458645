// SPDX-License-Identifier: MIT
#include "flow/records.hpp"

#include <memory>

namespace p2pchat::bottle {
namespace {

constexpr std::string_view held_table = "held", mine_table = "mine", responses_table = "responses", seen_table = "seen",
                           quotas_table = "quotas";

template <std::size_t N>
sdk::bytes lent(const std::array<std::uint8_t, N>& octets) {
  return {octets.data(), octets.size()};
}

/// Puts one entry of `mine` or `responses` back. False when it is none.
bool restore_own(Mine& mine, sdk::bytes value) {
  auto own = read_own_record(value.text());
  if (own) mine.add(std::move(*own));
  return own.has_value();
}

bool restore_step(Mine& mine, sdk::bytes key, sdk::bytes value) {
  const auto place = read_step_key(key.text());
  auto step = read_step_record(value.text());
  if (!place || !step) return false;
  if (auto* own = mine.find(place->first)) own->journey.restore(place->second, std::move(*step));
  return true;
}

bool restore_held(Remembered& memory, sdk::bytes value, std::uint64_t now_ms) {
  auto held = read_held_record(value.text());
  if (!held) return false;
  memory.seen.add(key_of(held->note), held->note.expiry_ms, now_ms);
  memory.beach.add(std::move(*held));
  return true;
}

bool restore_seen(SeenCache& seen, sdk::bytes row, sdk::bytes value) {
  const auto key = read_seen_row(row);
  const auto until = read_seen_value(value);
  if (key && until) seen.restore(*key, *until);
  return key && until;
}

}  // namespace

void Records::save(const Held& held, sdk::StatusFn done) {
  ledger_.put(held_table, lent(seen_row(key_of(held.note))), sdk::bytes::of(held_record(held)), std::move(done));
}

void Records::erase(const SeenKey& held) { ledger_.erase(held_table, lent(seen_row(held))); }

void Records::save(const Own& own, sdk::StatusFn done) {
  ledger_.put(mine_table, own.note.id.view(), sdk::bytes::of(own_record(own)), std::move(done));
}

/// The record last: a journey without a bottle is nothing, a bottle without its journey would be thrown again.
void Records::erase(const Own& own) {
  for (const auto& [number, step] : own.journey.steps())
    ledger_.erase(responses_table, sdk::bytes::of(step_key(own.note.id, number)));
  ledger_.erase(mine_table, own.note.id.view());
}

void Records::save(const Id& bottle, std::uint64_t number, const Step& step, sdk::StatusFn done) {
  ledger_.put(responses_table, sdk::bytes::of(step_key(bottle, number)), sdk::bytes::of(step_record(step)),
              std::move(done));
}

void Records::save_seen(const SeenKey& key, std::uint64_t until_ms) {
  ledger_.put(seen_table, lent(seen_row(key)), lent(seen_value(until_ms)), {});
}

void Records::erase_seen(const SeenKey& key) { ledger_.erase(seen_table, lent(seen_row(key))); }

void Records::save_quotas(std::string_view snapshot) {
  ledger_.put(quotas_table, sdk::bytes::of("all"), sdk::bytes::of(snapshot), {});
}

void Records::load(std::function<void(const sdk::Status&, Remembered&)> done) {
  const auto memory = std::make_shared<Remembered>();
  const auto now = around_.host.now_ms();
  std::vector<Ledger::Chapter> tables;
  const auto read = [&tables](std::string_view table, Ledger::EachFn each) {
    tables.push_back({std::string(table), std::move(each)});
  };
  read(mine_table, [memory](sdk::bytes, sdk::bytes value) { return restore_own(memory->mine, value); });
  read(responses_table, [memory](sdk::bytes key, sdk::bytes value) { return restore_step(memory->mine, key, value); });
  read(seen_table, [memory](sdk::bytes key, sdk::bytes value) { return restore_seen(memory->seen, key, value); });
  read(held_table, [memory, now](sdk::bytes, sdk::bytes value) { return restore_held(*memory, value, now); });
  read(quotas_table, [memory](sdk::bytes, sdk::bytes value) {
    memory->quotas = std::string(value.text());
    return true;
  });
  ledger_.read(std::move(tables),
               [memory, done = std::move(done)](const sdk::Status& status) { done(status, *memory); });
}

}  // namespace p2pchat::bottle
