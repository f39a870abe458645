// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/aead.hpp"
#include "cipher/secret.hpp"

namespace p2pchat::cipher {

/// The most plain text of a record.
inline constexpr std::uint64_t largest_record = 256ull * 1024;

/// When a key is replaced, and when a session is worn out. AES-GCM stands 2^24.5 records under one key (RFC 8446, 5.5).
struct RecordLimits {
  std::uint64_t records_per_key = 1 << 16;
  std::uint64_t octets_per_key = 64 << 20;
  std::uint64_t records = 1 << 24;
};

/// One direction of a session: a key, the count of records, and the secret the next key comes from.
///
/// Both ends count the same, so nothing of it travels. Each replacement erases the secret before it: who takes the
/// memory later cannot read what passed under earlier keys.
class RecordKeys {
 public:
  RecordKeys(SharedAlgorithms algorithms, Aead::Direction direction, const Secret<32>& traffic_secret,
             RecordLimits limits);
  Aead& cipher() { return cipher_; }
  /// The initial vector with the number of the record in it (RFC 8446, 5.3).
  Nonce nonce() const;
  bool worn_out() const { return sequence_ >= limits_.records; }
  /// Counts a record that passed.
  void passed(std::uint64_t plain_octets);

 private:
  void replace();
  SharedAlgorithms algorithms_;
  Aead::Direction direction_;
  RecordLimits limits_;
  Secret<32> secret_;
  Secret<12> vector_;
  Aead cipher_;
  std::uint64_t sequence_ = 0, records_under_key_ = 0, octets_under_key_ = 0;
};

/// Encrypts the records of one direction: `text | tag`, their length bound in. Thread: one at a time.
class RecordSealer {
 public:
  RecordSealer(SharedAlgorithms algorithms, const Secret<32>& traffic_secret, RecordLimits limits = {});
  /// Errors: `too_large`, `expired`.
  Status seal(bytes plain, sdk::Out& record);

 private:
  RecordKeys keys_;
};

/// Decrypts the records of one direction, in order. Thread: one at a time.
class RecordOpener {
 public:
  RecordOpener(SharedAlgorithms algorithms, const Secret<32>& traffic_secret, RecordLimits limits = {});
  /// Errors: `bad_signature`, `expired`; `plain` may then hold zeros.
  Status open(bytes record, sdk::Out& plain);

 private:
  RecordKeys keys_;
};

}  // namespace p2pchat::cipher
