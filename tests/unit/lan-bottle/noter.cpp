// SPDX-License-Identifier: MIT
#include "noter.hpp"

namespace p2pchat::test {

Noter::Noter(sdk::Crypto& crypto) : crypto_(crypto) {
  sdk::Status why;
  key_.reset(crypto.generate(why));
  sdk::OutTo out(public_key_);
  why = key_->public_key(out);
  why = crypto.identify(public_key_, id_);
}

lan_bottle::Note Noter::note(std::string body, std::uint64_t time_ms) { return note_to({}, std::move(body), time_ms); }

lan_bottle::Note Noter::note_to(const sdk::Id& receiver, std::string base64, std::uint64_t time_ms) {
  lan_bottle::Note note{.id = {}, .sender = id_, .receiver = receiver, .time_ms = time_ms};
  note.expiry_ms = time_ms + 7ull * 24 * 3600 * 1000;
  note.salt.b[0] = ++made_;
  note.body = std::move(base64);
  note.key = public_key_;
  finish(note);
  return note;
}

void Noter::finish(lan_bottle::Note& note) {
  note.id = lan_bottle::note_id(crypto_, note);
  note.sign.clear();
  sdk::OutTo sign(note.sign);
  (void)key_->sign(lan_bottle::signed_bytes(std::string_view(crypto_.suite()), note.id), sign);
}

}  // namespace p2pchat::test
