// SPDX-License-Identifier: MIT
#include "records.hpp"

#include "periods.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t mine_pause_us = 15 * minute_us;

}  // namespace

void Records::put(const Id& key, Octets value, std::uint32_t ttl_s, Spreader::DoneFn done) {
  const auto fail = [&](sdk::Errc code, const char* why) {
    node_.host.post([status = sdk::Status(code, why), done = std::move(done)] { done(status); });
  };
  const std::uint64_t life_ms = ttl_s * 1000ULL;
  if (value.size() > max_value) return fail(sdk::Errc::too_large, "a record has at most 3 KiB");
  if (life_ms == 0 || life_ms > longest_life_ms)
    return fail(sdk::Errc::invalid, "a record lives for a second at least and 14 days at most");
  if (!is_bound(node_.crypto, key, node_.me, value))
    return fail(sdk::Errc::refused, "a record's key is my own id, or the SHA-256 of the record");
  sequence_ = std::max(sequence_ + 1, node_.host.now_ms());  // rises also over restarts
  Record record{.key = key,
                .sequence = sequence_,
                .expiry_ms = node_.host.now_ms() + life_ms,
                .owner_key = {},
                .signature = {},
                .value = std::move(value)};
  identity_.self([this, record = std::move(record), done = std::move(done)](const sdk::Status& status, const Id&,
                                                                            sdk::bytes public_key) mutable {
    if (!status.ok()) return done(status);
    append(record.owner_key, public_key);
    sign(std::move(record), done);
  });
}

void Records::sign(Record record, const Spreader::DoneFn& done) {
  const auto text = signed_text(record);
  identity_.sign(text,
                 [this, record = std::move(record), done](const sdk::Status& status, sdk::bytes signature) mutable {
                   if (!status.ok()) return done(status);
                   append(record.signature, signature);
                   spread_mine(record, done);
                 });
}

void Records::spread_mine(const Record& record, const Spreader::DoneFn& done) {
  auto packed = pack(record);
  mine_[record.key] = {packed, record.expiry_ms, node_.host.ticks_us() + mine_pause_us};
  spreader_.spread(record.key, std::move(packed), done);
}

void Records::tick() {
  const auto now_ms = node_.host.now_ms(), now_us = node_.host.ticks_us();
  keeper_.forget_ended();
  std::erase_if(mine_, [&](const auto& mine) { return mine.second.expiry_ms <= now_ms; });
  for (auto& [key, mine] : mine_) {
    if (now_us < mine.due_us) continue;
    mine.due_us = now_us + mine_pause_us;
    spreader_.spread(key, mine.packed, {});
  }
  for (auto& [key, packed] : keeper_.due()) spreader_.spread(key, std::move(packed), {});
}

}  // namespace p2pchat::kademlia
