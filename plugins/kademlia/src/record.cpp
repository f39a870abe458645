// SPDX-License-Identifier: MIT
#include "record.hpp"

#include <algorithm>
#include <string_view>

namespace p2pchat::kademlia {
namespace {

/// How far the owner's clock may be ahead of mine.
constexpr std::uint64_t clock_slack_ms = 5 * 60'000;

void append_number(Octets& to, std::uint64_t number, int octets) {
  for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) to.push_back(static_cast<std::uint8_t>(number >> shift));
}

void append_sized(Octets& to, const Octets& octets) {
  append_number(to, octets.size(), 2);
  append(to, octets);
}

/// Takes octets from the front; what is too short is remembered and reads as nothing.
class OctetReader {
 public:
  explicit OctetReader(sdk::bytes octets) : rest_(octets) {}
  bool ok() const { return ok_; }

  sdk::bytes take(std::uint64_t length) {
    ok_ = ok_ && length <= rest_.len;
    if (!ok_) return {};
    const sdk::bytes taken(rest_.ptr, length);
    rest_ = sdk::bytes(rest_.ptr + length, rest_.len - length);
    return taken;
  }
  std::uint64_t number(int octets) {
    std::uint64_t number = 0;
    const auto taken = take(static_cast<std::uint64_t>(octets));
    for (std::uint64_t i = 0; i < taken.len; ++i) number = number << 8 | taken.ptr[i];
    return number;
  }
  Octets sized() { return octets(take(number(2))); }
  Octets rest() { return octets(take(rest_.len)); }

 private:
  static Octets octets(sdk::bytes taken) { return {taken.ptr, taken.ptr + taken.len}; }
  sdk::bytes rest_;
  bool ok_ = true;
};

}  // namespace

Octets signed_text(const Record& record) {
  Octets text;
  append(text, sdk::bytes::of(std::string_view("p2pchat/record/1\0", 17)));
  append(text, record.key.view());
  append_number(text, record.sequence, 8);
  append_number(text, record.expiry_ms, 8);
  append(text, record.value);
  return text;
}

Octets pack(const Record& record) {
  Octets packed;
  append(packed, record.key.view());
  append_number(packed, record.sequence, 8);
  append_number(packed, record.expiry_ms, 8);
  append_sized(packed, record.owner_key);
  append_sized(packed, record.signature);
  append(packed, record.value);
  return packed;
}

std::optional<Record> unpack_record(sdk::bytes packed) {
  if (packed.len > max_record) return std::nullopt;
  OctetReader from(packed);
  Record record;
  const auto key = from.take(sizeof record.key.b);
  if (!from.ok()) return std::nullopt;
  std::copy_n(key.ptr, key.len, record.key.b);
  record.sequence = from.number(8);
  record.expiry_ms = from.number(8);
  record.owner_key = from.sized();
  record.signature = from.sized();
  record.value = from.rest();
  if (!from.ok()) return std::nullopt;
  return record;
}

bool is_bound(sdk::Crypto& crypto, const Id& key, const Id& owner, sdk::bytes value) {
  if (key == owner) return true;
  Id digest;
  return crypto.digest(value, digest).ok() && digest == key;
}

std::optional<Id> owner_of(sdk::Crypto& crypto, const Record& record, std::uint64_t now_ms) {
  if (record.value.size() > max_value || record.expiry_ms <= now_ms) return std::nullopt;
  if (record.expiry_ms > now_ms + longest_life_ms + clock_slack_ms) return std::nullopt;
  Id owner;
  if (!crypto.identify(record.owner_key, owner).ok()) return std::nullopt;
  if (!is_bound(crypto, record.key, owner, record.value)) return std::nullopt;
  if (!crypto.verify(record.owner_key, signed_text(record), record.signature).ok()) return std::nullopt;
  return owner;
}

}  // namespace p2pchat::kademlia
