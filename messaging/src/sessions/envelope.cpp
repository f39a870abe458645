// SPDX-License-Identifier: MIT
#include "envelope.hpp"

#include "peer_lines.hpp"
#include "wire/base64.hpp"
#include "wire/json_writer.hpp"

#include <wire/hex.hpp>
#include <wire/numbers.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace p2pchat::messaging {
namespace {

using wire::append_number;

constexpr std::string_view purpose{"p2pchat/message/1", 18};  // the zero byte at its end belongs to it
constexpr std::size_t max_type = 40, max_sign = 4096;

void append_text(sdk::Out& out, std::string_view text) {
  append_number(out, text.size(), 4);
  out.append(text);
}

/// A decimal number as `std::to_string` writes it: no sign, no leading zero, below 2^64.
std::optional<std::uint64_t> read_decimal(std::string_view text) {
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

sdk::Status bad_envelope(std::string_view what) { return {sdk::Errc::malformed, "envelope: " + std::string(what)}; }

/// Members that say who, to whom, when and in which order.
sdk::Status read_address(const wire::JsonValue& object, Envelope& envelope) {
  const auto time = object.string("timestamp"), seq = object.string("seq");
  const auto sender = object.string("sender"), receiver = object.string("receiver");
  const auto time_ms = time ? read_decimal(*time) : std::nullopt;
  const auto number = seq ? read_decimal(*seq) : std::nullopt;
  if (!time_ms) return bad_envelope("timestamp is not a decimal number");
  if (!number || *number == 0) return bad_envelope("seq is not a decimal number from 1");
  const auto from = sender ? wire::id_from_hex(*sender) : std::nullopt;
  const auto to = receiver ? wire::id_from_hex(*receiver) : std::nullopt;
  if (!from || !to) return bad_envelope("sender or receiver is not 64 lowercase hex digits");
  envelope.time_ms = *time_ms;
  envelope.seq = *number;
  envelope.sender = *from;
  envelope.receiver = *to;
  return {};
}

sdk::Status read_content(const wire::JsonValue& object, Envelope& envelope) {
  const auto type = object.string("type"), sign = object.string("sign"), body = object.string("body");
  if (!type || !is_message_type(*type)) return bad_envelope("type is not 1 to 40 of a-z 0-9 . - _");
  if (!sign || sign->empty() || sign->size() > max_sign) return bad_envelope("sign is missing or too long");
  auto signature = wire::base64_decode(*sign, wire::Alphabet::standard);
  if (!signature) return bad_envelope("sign is not base64");
  if (!body) return bad_envelope("body is missing");
  if (body->size() > max_body) return {sdk::Errc::too_large, "envelope: body over 64 KiB"};
  envelope.type = *type;
  envelope.sign = std::move(*signature);
  envelope.body = *body;
  return {};
}

}  // namespace

bool is_message_type(std::string_view type) {
  return !type.empty() && type.size() <= max_type && std::ranges::all_of(type, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
}

std::vector<std::uint8_t> signed_bytes(std::string_view suite, const Envelope& envelope) {
  std::vector<std::uint8_t> octets;
  octets.reserve(purpose.size() + suite.size() + envelope.type.size() + envelope.body.size() + 92);
  sdk::OutTo out(octets);
  out.append(purpose);
  append_text(out, suite);
  append_number(out, envelope.time_ms, 8);
  out.append(envelope.sender.view());
  out.append(envelope.receiver.view());
  append_text(out, envelope.type);
  append_number(out, envelope.seq, 8);
  append_text(out, envelope.body);
  return octets;
}

std::string encode_envelope(const Envelope& envelope) {
  std::string json, sign, line;
  json.reserve(envelope.body.size() + envelope.sign.size() * 4 / 3 + 320);
  wire::base64_encode(envelope.sign, wire::Alphabet::standard, sign);
  wire::JsonWriter(json)
      .begin()
      .member("timestamp", std::to_string(envelope.time_ms))
      .member("sender", wire::to_hex(envelope.sender))
      .member("receiver", wire::to_hex(envelope.receiver))
      .member("type", envelope.type)
      .member("seq", std::to_string(envelope.seq))
      .member("sign", sign)
      .member("body", envelope.body)
      .end();
  wire::base64_encode(wire::octets_of(json), wire::Alphabet::standard, line);
  return line;
}

sdk::Status decode_envelope(wire::JsonParser& parser, std::string_view line, Envelope& envelope) {
  if (line.size() > max_line) return {sdk::Errc::too_large, "envelope: line over 256 KiB - 64"};
  std::string json;
  if (!wire::base64_decode(line, wire::Alphabet::standard, json)) return bad_envelope("not base64");
  const auto* object = parser.parse(json);
  if (!object) return bad_envelope("not a strict JSON object");
  if (object->items.size() != 7) return bad_envelope("not exactly the seven members");
  if (auto read = read_address(*object, envelope); !read.ok()) return read;
  return read_content(*object, envelope);
}

}  // namespace p2pchat::messaging
