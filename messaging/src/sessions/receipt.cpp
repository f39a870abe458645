// SPDX-License-Identifier: MIT
#include "receipt.hpp"

#include "wire/base64.hpp"
#include "wire/json_writer.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace p2pchat::messaging {
namespace {

/// Base64 of `{"receipt":"`, with which each receipt and no envelope begins: telling them apart costs nothing.
constexpr std::string_view beginning = "eyJyZWNlaXB0Ijoi";
constexpr std::array<std::string_view, 3> verdicts = {"delivered", "read", "refused"};
constexpr std::size_t max_messages = 512, max_reason = 40;

sdk::Status bad_receipt(std::string_view what) { return {sdk::Errc::malformed, "receipt: " + std::string(what)}; }

bool is_reason(std::string_view reason) {
  return !reason.empty() && reason.size() <= max_reason && std::ranges::all_of(reason, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool read_messages(const wire::JsonValue* list, std::vector<sdk::Id>& messages) {
  messages.clear();
  if (!list || list->kind != wire::JsonValue::Kind::array) return false;
  if (list->items.empty() || list->items.size() > max_messages) return false;
  for (const auto& item : list->items) {
    const auto id = item.kind == wire::JsonValue::Kind::string ? wire::id_from_hex(item.text) : std::nullopt;
    if (!id) return false;
    messages.push_back(*id);
  }
  return true;
}

}  // namespace

std::string encode_receipt(const Receipt& receipt) {
  std::string json, line;
  wire::JsonWriter writer(json);
  writer.begin().member("receipt", verdicts[static_cast<std::size_t>(receipt.verdict)]).key("messages").begin_array();
  for (const auto& id : receipt.messages) writer.string(wire::to_hex(id));
  writer.end_array();
  if (!receipt.reason.empty()) writer.member("reason", receipt.reason);
  writer.end();
  wire::base64_encode(wire::octets_of(json), wire::Alphabet::standard, line);
  return line;
}

sdk::Status decode_receipt(wire::JsonParser& parser, std::string_view line, Receipt& receipt) {
  if (!line.starts_with(beginning)) return {sdk::Errc::not_found, "not a receipt"};
  std::string json;
  if (!wire::base64_decode(line, wire::Alphabet::standard, json)) return bad_receipt("not base64");
  const auto* object = parser.parse(json);
  if (!object) return bad_receipt("not a strict JSON object");
  if (!object->only({"receipt", "messages", "reason"})) return bad_receipt("unknown members");
  const auto verdict = std::ranges::find(verdicts, object->string("receipt").value_or(""));
  if (verdict == verdicts.end()) return bad_receipt("unknown verdict");
  receipt.verdict = static_cast<Receipt::Verdict>(verdict - verdicts.begin());
  if (!read_messages(object->find("messages"), receipt.messages)) return bad_receipt("messages are not 1 to 512 ids");
  const bool refused = receipt.verdict == Receipt::Verdict::refused;
  if (refused != (object->find("reason") != nullptr))
    return bad_receipt("a reason belongs to a refusal, and only there");
  receipt.reason = object->string("reason").value_or("");
  if (refused && !is_reason(receipt.reason)) return bad_receipt("reason is not 1 to 40 of a-z 0-9 -");
  return {};
}

}  // namespace p2pchat::messaging
