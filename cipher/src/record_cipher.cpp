// SPDX-License-Identifier: MIT
#include "cipher/record_cipher.hpp"

#include "cipher/hkdf.hpp"

#include <algorithm>

namespace p2pchat::cipher {
namespace {

using namespace std::string_view_literals;
constexpr auto key_label = "p2pchat/record/1 key"sv, vector_label = "p2pchat/record/1 iv"sv,
               next_label = "p2pchat/record/1 next"sv;
constexpr auto worn_out_text = "the session has carried its most records: begin a new one";

Secret<12> vector_of(const Algorithms& algorithms, const Secret<32>& secret) {
  const auto expanded = hkdf_expand(algorithms, view(secret), {bytes::of(vector_label)}, 12);
  Secret<12> out;
  std::copy(expanded.begin(), expanded.end(), out.data());
  return out;
}

Aead cipher_of(const Algorithms& algorithms, Aead::Direction direction, const Secret<32>& secret) {
  return {algorithms, direction, view(hkdf_key(algorithms, view(secret), {bytes::of(key_label)}))};
}

std::array<std::uint8_t, 4> length_octets(std::uint64_t length) {
  return {static_cast<std::uint8_t>(length >> 24), static_cast<std::uint8_t>(length >> 16),
          static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length)};
}

}  // namespace

RecordKeys::RecordKeys(SharedAlgorithms algorithms, Aead::Direction direction, const Secret<32>& traffic_secret,
                       RecordLimits limits)
    : algorithms_(std::move(algorithms)),
      direction_(direction),
      limits_(limits),
      secret_(traffic_secret),
      vector_(vector_of(*algorithms_, secret_)),
      cipher_(cipher_of(*algorithms_, direction_, secret_)) {}

Nonce RecordKeys::nonce() const {
  Nonce nonce;
  std::copy_n(vector_.data(), nonce.size(), nonce.begin());
  for (std::size_t i = 0; i < 8; ++i) nonce[11 - i] ^= static_cast<std::uint8_t>(sequence_ >> (8 * i));
  return nonce;
}

void RecordKeys::passed(std::uint64_t plain_octets) {
  ++sequence_;
  ++records_under_key_;
  octets_under_key_ += plain_octets;
  if (records_under_key_ >= limits_.records_per_key || octets_under_key_ >= limits_.octets_per_key) replace();
}

void RecordKeys::replace() {
  secret_ = hkdf_key(*algorithms_, view(secret_), {bytes::of(next_label)});
  vector_ = vector_of(*algorithms_, secret_);
  cipher_ = cipher_of(*algorithms_, direction_, secret_);
  records_under_key_ = octets_under_key_ = 0;
}

RecordSealer::RecordSealer(SharedAlgorithms algorithms, const Secret<32>& traffic_secret, RecordLimits limits)
    : keys_(std::move(algorithms), Aead::Direction::seal, traffic_secret, limits) {}

Status RecordSealer::seal(bytes plain, sdk::Out& record) {
  if (plain.len > largest_record) return {Errc::too_large, "a record holds at most 256 KiB"};
  if (keys_.worn_out()) return {Errc::expired, worn_out_text};
  auto* out = record.grow(plain.len + tag_length);
  if (!out) return {Errc::too_large, "no room for the record"};
  keys_.cipher().seal(keys_.nonce(), view(length_octets(plain.len + tag_length)), plain, out);
  keys_.passed(plain.len);
  return {};
}

RecordOpener::RecordOpener(SharedAlgorithms algorithms, const Secret<32>& traffic_secret, RecordLimits limits)
    : keys_(std::move(algorithms), Aead::Direction::open, traffic_secret, limits) {}

Status RecordOpener::open(bytes record, sdk::Out& plain) {
  if (record.len < tag_length || record.len > largest_record + tag_length)
    return {Errc::bad_signature, "a record of impossible length"};
  if (keys_.worn_out()) return {Errc::expired, worn_out_text};
  const auto length = record.len - tag_length;
  std::uint8_t nothing = 0;  // a sink asked for no octets may answer null
  auto* out = length != 0 ? plain.grow(length) : &nothing;
  if (!out) return {Errc::too_large, "no room for the record's text"};
  if (!keys_.cipher().open(keys_.nonce(), view(length_octets(record.len)), record, out))
    return {Errc::bad_signature, "a record that was changed, repeated, left out or moved"};
  keys_.passed(length);
  return {};
}

}  // namespace p2pchat::cipher
