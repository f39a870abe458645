// SPDX-License-Identifier: MIT
#include "cargo.hpp"

#include "delivery_records.hpp"

#include <wire/numbers.hpp>

#include <algorithm>

namespace p2pchat::messaging {
namespace {

using namespace std::string_view_literals;
constexpr auto purpose = "p2pchat/addressed/1\0"sv;
constexpr std::string_view afloat_table = "afloat";  // by receiver: ids, each with a time
constexpr std::size_t max_letters = 16, max_lines = 15UL * 1024, row_size = 40;

bool goes_by_sea(std::string_view type) { return type == "text" || type == "accept"; }

}  // namespace

std::vector<std::uint8_t> cargo_binding(const sdk::Id& sender, const sdk::Id& receiver) {
  std::vector<std::uint8_t> octets;
  sdk::OutTo out(octets);
  for (const auto part : {sdk::bytes::of(purpose), sender.view(), receiver.view()}) out.append(part);
  return octets;
}

sdk::Status load_cargo(sdk::Store& store, sdk::Crypto& crypto, const sdk::Id& me, std::uint64_t now_ms, Cargo& cargo) {
  cargo.letters.clear();
  cargo.afloat.clear();
  std::vector<std::uint8_t> rows;
  sdk::OutTo out(rows);
  const auto got = store.get(afloat_table, cargo.to.view(), out);
  if (!got.ok() && got.code != sdk::Errc::not_found) return got;
  std::map<sdk::Id, std::uint64_t> thrown;
  for (std::size_t at = 0; at + row_size <= rows.size(); at += row_size)
    thrown[*wire::id_of({&rows[at], 32})] = wire::read_number({&rows[at + 32], 8});
  std::vector<sdk::Id> ids;
  const auto read = store.unsettled([&](const sdk::Message& m) -> std::uint32_t {
    if (m.peer != cargo.to) return m.peer < cargo.to;  // they come by peer
    const auto at = thrown.find(m.id);
    const std::string_view reason = m.reason;
    if (at != thrown.end() && at->second > now_ms)
      cargo.afloat.insert(*at);
    else if (ids.size() < max_letters && goes_by_sea(m.type) && (reason.empty() || reason == on_the_sea))
      ids.push_back(m.id);
    return 1;
  });
  for (const auto& id : ids)
    if (Letter letter; load_letter(store, crypto, me, id, letter).ok()) cargo.letters.push_back(std::move(letter));
  return read;
}

sdk::Status seal_cargo(sdk::Crypto& crypto, const sdk::Id& me, Cargo& cargo) {
  std::string lines;
  std::size_t packed = 0;
  for (; packed < cargo.letters.size(); ++packed) {
    const auto line = encode_envelope(cargo.letters[packed].envelope);
    if (lines.size() + line.size() >= max_lines) break;
    lines.append(line).push_back('\n');
  }
  cargo.letters.resize(std::max<std::size_t>(packed, 1));
  if (packed == 0) return {sdk::Errc::too_large, "a message too long for the sea"};
  sdk::OutTo out(cargo.sealed);
  return crypto.seal(sdk::bytes::of(cargo.key), cargo_binding(me, cargo.to), sdk::bytes::of(lines), out);
}

sdk::Status record_cargo(sdk::Store& store, Cargo& cargo, std::string_view reason, std::uint64_t until_ms,
                         std::vector<sdk::Id>& changed) {
  std::vector<sdk::Id> ids;
  for (const auto& letter : cargo.letters) {
    ids.push_back(letter.id);
    if (until_ms != 0) cargo.afloat[letter.id] = until_ms;
  }
  if (auto set = record_events(store, ids, DeliveryEvent::put_off, reason, changed); !set.ok()) return set;
  std::string rows;
  sdk::OutTo out(rows);
  for (const auto& [id, until] : cargo.afloat) {
    out.append(id.view());
    wire::append_number(out, until, 8);
  }
  return store.put(afloat_table, cargo.to.view(), sdk::bytes::of(rows));
}

std::vector<Letter> unload_cargo(sdk::Crypto& crypto, const sdk::Id& sender, std::string_view key, const sdk::Id& me,
                                 std::string_view lines) {
  std::vector<Letter> letters;
  wire::JsonParser parser;
  for (auto end = lines.find('\n'); end != lines.npos; end = lines.find('\n')) {
    Letter letter;
    const auto& envelope = letter.envelope;
    const bool read = decode_envelope(parser, lines.substr(0, end), letter.envelope).ok();
    lines.remove_prefix(end + 1);
    if (!read || envelope.sender != sender || envelope.receiver != me || !goes_by_sea(envelope.type)) continue;
    const auto octets = signed_bytes(crypto.suite(), envelope);
    if (!crypto.digest(octets, letter.id).ok()) continue;
    if (crypto.verify(sdk::bytes::of(key), octets, envelope.sign).ok()) letters.push_back(std::move(letter));
  }
  return letters;
}

}  // namespace p2pchat::messaging
