// SPDX-License-Identifier: MIT
#include "flow/records.hpp"

namespace p2pchat::bottle {
namespace {

constexpr std::uint32_t page = 256;
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

struct Records::Loading {
  Remembered memory;
  std::function<void(const sdk::Status&, Remembered&)> done;
};

/// Hands a failed write to whoever waits, or to the log when nobody does.
sdk::StatusFn Records::told(sdk::StatusFn done) {
  return [this, done = std::move(done)](const sdk::Status& status) {
    if (done) return done(status);
    if (!status.ok())
      around_.host.log(sdk::Level::warn, "a bottle's record was not written: " + std::string(status.text));
  };
}

void Records::save(const Held& held, sdk::StatusFn done) {
  around_.tables.put(held_table, lent(seen_row(key_of(held.note))), sdk::bytes::of(held_record(held)),
                     told(std::move(done)));
}

void Records::erase(const SeenKey& held) { around_.tables.erase(held_table, lent(seen_row(held)), told({})); }

void Records::save(const Own& own, sdk::StatusFn done) {
  around_.tables.put(mine_table, own.note.id.view(), sdk::bytes::of(own_record(own)), told(std::move(done)));
}

/// The record last: a journey without a bottle is nothing, a bottle without its journey would be thrown again.
void Records::erase(const Own& own) {
  for (const auto& [number, step] : own.journey.steps())
    around_.tables.erase(responses_table, sdk::bytes::of(step_key(own.note.id, number)), told({}));
  around_.tables.erase(mine_table, own.note.id.view(), told({}));
}

void Records::save(const Id& bottle, std::uint64_t number, const Step& step, sdk::StatusFn done) {
  around_.tables.put(responses_table, sdk::bytes::of(step_key(bottle, number)), sdk::bytes::of(step_record(step)),
                     told(std::move(done)));
}

void Records::save_seen(const SeenKey& key, std::uint64_t until_ms) {
  around_.tables.put(seen_table, lent(seen_row(key)), lent(seen_value(until_ms)), told({}));
}

void Records::erase_seen(const SeenKey& key) { around_.tables.erase(seen_table, lent(seen_row(key)), told({})); }

void Records::save_quotas(std::string_view snapshot) {
  around_.tables.put(quotas_table, sdk::bytes::of("all"), sdk::bytes::of(snapshot), told({}));
}

void Records::load(std::function<void(const sdk::Status&, Remembered&)> done) {
  const auto loading = std::make_shared<Loading>();
  loading->done = std::move(done);
  auto& memory = loading->memory;
  const auto now = around_.host.now_ms();
  const auto finish = [loading] { loading->done({}, loading->memory); };
  const auto quotas = [=, this, &memory] {
    read_all(
        loading, std::string(quotas_table), {},
        [&memory](sdk::bytes, sdk::bytes value) {
          memory.quotas = std::string(value.text());
          return true;
        },
        finish);
  };
  const auto held = [=, this, &memory] {
    read_all(
        loading, std::string(held_table), {},
        [&memory, now](sdk::bytes, sdk::bytes value) { return restore_held(memory, value, now); }, quotas);
  };
  const auto seen = [=, this, &memory] {
    read_all(
        loading, std::string(seen_table), {},
        [&memory](sdk::bytes key, sdk::bytes value) { return restore_seen(memory.seen, key, value); }, held);
  };
  const auto responses = [=, this, &memory] {
    read_all(
        loading, std::string(responses_table), {},
        [&memory](sdk::bytes key, sdk::bytes value) { return restore_step(memory.mine, key, value); }, seen);
  };
  read_all(
      loading, std::string(mine_table), {},
      [&memory](sdk::bytes, sdk::bytes value) { return restore_own(memory.mine, value); }, responses);
}

/// Visits a whole table, page by page, then goes on with `next`.
void Records::read_all(const std::shared_ptr<Loading>& loading, std::string table, std::string from, EachFn each,
                       NextFn next) {
  struct Page {
    std::uint32_t count = 0, unread = 0;
    std::string last;
  };
  const auto read = std::make_shared<Page>();
  around_.tables.scan(
      table, sdk::bytes::of(from), page,
      [read, each](sdk::bytes key, sdk::bytes value) {
        ++read->count;
        read->last = std::string(key.text());
        if (!each(key, value)) ++read->unread;
      },
      [this, loading, table, read, each, next](const sdk::Status& status) {
        if (!status.ok()) return loading->done(status, loading->memory);
        if (read->unread > 0)
          around_.host.log(sdk::Level::warn, std::to_string(read->unread) + " entries of table " + table +
                                                 " cannot be read and are left out");
        if (read->count < page) return next();
        read_all(loading, table, read->last + '\0', each, next);
      });
}

}  // namespace p2pchat::bottle
