// SPDX-License-Identifier: MIT
#include "draft.hpp"

namespace p2pchat::messaging {
namespace {

constexpr std::string_view sequence_table = "sequence";

/// A shared signature of RSA-4096 with the longest path is below 900 bytes.
constexpr std::size_t largest_signature = 1024, largest_line = 256 * 1024 - 64;

sdk::Status last_number(sdk::Store& store, const sdk::Id& to, std::uint64_t& number) {
  std::string text;
  sdk::OutTo out(text);
  const auto read = store.get(sequence_table, to.view(), out);
  number = 0;
  for (const unsigned char octet : text) number = number << 8 | octet;
  return read.code == sdk::Errc::not_found ? sdk::Status() : read;
}

sdk::Status next_number(sdk::Store& store, const sdk::Id& to, LastNumbers& last, std::uint64_t& number) {
  const auto [known, first] = last.try_emplace(to);
  if (first)
    if (auto read = last_number(store, to, known->second); !read.ok()) {
      last.erase(known);
      return read;
    }
  number = ++known->second;
  std::uint8_t octets[8];
  for (std::size_t i = 0; i < 8; ++i) octets[i] = static_cast<std::uint8_t>(number >> (56 - 8 * i));
  return store.put(sequence_table, to.view(), {octets, sizeof octets});
}

sdk::Status name_letter(sdk::Crypto& crypto, Letter& letter) {
  return crypto.digest(signed_bytes(crypto.suite(), letter.envelope), letter.id);
}

}  // namespace

sdk::Status save_draft(sdk::Store& store, sdk::Crypto& crypto, const sdk::Id& me, LastNumbers& last, const Draft& draft,
                       Letter& saved) {
  auto& envelope = saved.envelope;
  envelope = {draft.time_ms, me, draft.to, draft.type, 0, {}, draft.body};
  if (auto numbered = next_number(store, draft.to, last, envelope.seq); !numbered.ok()) return numbered;
  if (auto named = name_letter(crypto, saved); !named.ok()) return named;
  sdk::Message message;
  message.id = saved.id;
  message.peer = draft.to;
  message.time_ms = draft.time_ms;
  message.seq = envelope.seq;
  message.type = draft.type;
  message.body = draft.body;
  std::uint32_t added = 0;
  return store.add(message, added);
}

sdk::Status load_letter(sdk::Store& store, sdk::Crypto& crypto, const sdk::Id& me, const sdk::Id& id, Letter& loaded) {
  bool waits = false;
  auto& envelope = loaded.envelope;
  const auto read = store.message(id, [&](const sdk::Message& m) -> std::uint32_t {
    waits = m.direction == sdk::Direction::outgoing && (m.state == sdk::State::queued || m.state == sdk::State::sent);
    envelope = {m.time_ms, me, m.peer, std::string(m.type), m.seq, {}, std::string(m.body)};
    return 1;
  });
  if (!read.ok()) return read;
  if (!waits) return {sdk::Errc::not_found, "the message no longer waits"};
  if (auto named = name_letter(crypto, loaded); !named.ok()) return named;
  return loaded.id == id ? sdk::Status()
                         : sdk::Status(sdk::Errc::refused, "written as another identity: write it again");
}

bool fits_a_line(const std::string& body) {
  if (body.size() * 8 <= largest_line - 4 * largest_signature) return true;  // six bytes a character, and base64
  Envelope envelope;
  envelope.type = "text";
  envelope.time_ms = envelope.seq = UINT64_MAX;
  envelope.sign.resize(largest_signature);
  envelope.body = body;
  return encode_envelope(envelope).size() <= largest_line;
}

}  // namespace p2pchat::messaging
