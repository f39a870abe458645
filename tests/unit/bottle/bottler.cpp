// SPDX-License-Identifier: MIT
#include "bottler.hpp"

#include "note/gas_chain.hpp"
#include "note/note_id.hpp"
#include "note/signed_bytes.hpp"
#include "note/stamp.hpp"
#include "support/sha256.hpp"

namespace p2pchat::test {

using namespace bottle;

sdk::Status CountingCrypto::digest(sdk::bytes data, sdk::Id& id) {
  ++digests;
  return is_broken ? sdk::Status(sdk::Errc::internal, "no memory") : plain_.digest(data, id);
}

sdk::Status CountingCrypto::identify(sdk::bytes public_key, sdk::Id& id) {
  ++identified;
  return plain_.identify(public_key, id);
}

sdk::Status CountingCrypto::verify(sdk::bytes public_key, sdk::bytes message, sdk::bytes signature) {
  ++verified;
  return plain_.verify(public_key, message, signature);
}

Bottler::Bottler(sdk::Crypto& crypto, sdk::SecretKey* key) : crypto_(crypto), key_(key) {
  sdk::Status why;
  if (!key_) key_.reset(crypto.generate(why));
  sdk::OutTo out(public_key_);
  why = key_->public_key(out);
  why = crypto.identify(public_key_, id_);
}

Bottler::~Bottler() = default;

Note Bottler::note(std::string body, std::uint64_t time_ms, std::uint32_t bits) {
  Note note;
  note.time_ms = time_ms;
  note.expiry_ms = time_ms + 7ull * 24 * 3600 * 1000;
  note.sender = id_;
  note.key = public_key_;
  note.body = std::move(body);
  const auto secret = sha256({sdk::bytes::of("gas"), id_.view(), sdk::bytes::of(note.body)});
  note.gas_anchor = gas_anchor(crypto_, secret);
  note.gas_token = gas_token(crypto_, secret, most_gas);
  finish(note, bits);
  return note;
}

void Bottler::finish(Note& note, std::uint32_t bits) {
  note.id = note_id(crypto_, note.time_ms, note.body);
  const auto message = signed_bytes(std::string_view(crypto_.suite()), note);
  note.sign.clear();
  sdk::OutTo sign(note.sign);
  if (!key_->sign(message, sign).ok()) return;
  note.stamp = find_stamp(crypto_, stamp_digest(crypto_, message, note.sign), bits, 0, 1ull << 40).value_or(0);
}

Note Bottler::drifted(Note note, std::uint32_t rounds) {
  for (std::uint32_t i = 0; i < rounds; ++i) {
    --note.gas;
    note.gas_token = next_token(crypto_, note.gas_token);
  }
  return note;
}

sdk::Id id_of(std::uint64_t number) { return sha256({sdk::bytes::of(std::to_string(number))}); }

}  // namespace p2pchat::test
