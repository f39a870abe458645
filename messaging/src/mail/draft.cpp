// SPDX-License-Identifier: MIT
#include "draft.hpp"

#include <wire/numbers.hpp>

#include <algorithm>

namespace p2pchat::messaging {
namespace {

constexpr std::string_view sequence_table = "sequence";

/// A shared signature of RSA-4096 with the longest path is below 900 bytes.
constexpr std::size_t largest_signature = 1024, largest_line = 256 * 1024 - 64;

sdk::Status save_number(sdk::Store& store, const sdk::Id& to, std::uint64_t number) {
  std::vector<std::uint8_t> octets;
  sdk::OutTo out(octets);
  wire::append_number(out, number, 8);
  return store.put(sequence_table, to.view(), octets);
}

sdk::Status save_letter(sdk::Store& store, const Letter& letter) {
  const auto& envelope = letter.envelope;
  sdk::Message message;
  message.id = letter.id;
  message.peer = envelope.receiver;
  message.time_ms = envelope.time_ms;
  message.seq = envelope.seq;
  message.type = envelope.type;
  message.body = envelope.body;
  std::uint32_t added = 0;
  return store.add(message, added);
}

sdk::Status name_letter(sdk::Crypto& crypto, Letter& letter) {
  return crypto.digest(signed_bytes(crypto.suite(), letter.envelope), letter.id);
}

}  // namespace

sdk::Status write_letter(sdk::Crypto& crypto, const sdk::Id& me, Draft draft, std::uint64_t number, Letter& letter) {
  letter.envelope = {draft.time_ms, me, draft.to, std::move(draft.type), number, {}, std::move(draft.body)};
  return name_letter(crypto, letter);
}

sdk::Status save_letters(sdk::Store& store, const std::vector<Letter>& letters) {
  LastNumbers given;
  for (const auto& letter : letters) {
    given[letter.envelope.receiver] = letter.envelope.seq;
    if (auto saved = save_letter(store, letter); !saved.ok()) return saved;
  }
  for (const auto& [to, number] : given)
    if (auto saved = save_number(store, to, number); !saved.ok()) return saved;
  return {};
}

sdk::Status load_numbers(sdk::Store& store, LastNumbers& numbers) {
  return store.scan(sequence_table, {}, UINT32_MAX, [&](sdk::bytes key, sdk::bytes value) -> std::uint32_t {
    if (const auto to = wire::id_of(key)) numbers[*to] = wire::read_number(value);
    return 1;
  });
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
