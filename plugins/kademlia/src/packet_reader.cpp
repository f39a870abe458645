// SPDX-License-Identifier: MIT
#include "packet.hpp"
#include "wire/base64.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

using wire::JsonValue;

std::optional<Kind> kind_of(std::string_view name) {
  if (name == "pi") return Kind::ping;
  if (name == "po") return Kind::pong;
  if (name == "fn") return Kind::find_node;
  if (name == "no") return Kind::nodes;
  if (name == "he") return Kind::hello;
  if (name == "we") return Kind::welcome;
  if (name == "rt") return Kind::retry;
  if (name == "st") return Kind::store;
  if (name == "sd") return Kind::stored;
  if (name == "ge") return Kind::get;
  if (name == "re") return Kind::record;
  if (name == "ca") return Kind::call;
  return std::nullopt;
}

/// The members each kind may have, and of these the ones it must have.
bool has_form(const JsonValue& value, Kind kind) {
  const auto has = [&](auto... names) { return (value.find(names) && ...); };
  switch (kind) {
    case Kind::ping:
      return value.only({"v", "t", "i", "y", "f", "w", "m"}) && has("y", "m");
    case Kind::pong:
      return value.only({"v", "t", "i", "a", "w", "m"}) && has("m");
    case Kind::find_node:
      return value.only({"v", "t", "i", "y", "f", "k", "m"}) && has("y", "k", "m");
    case Kind::nodes:
      return value.only({"v", "t", "i", "c", "c6", "w", "m"}) && has("m");
    case Kind::hello:
      return value.only({"v", "t", "i", "x", "f", "k", "q", "o", "z"}) && has("x");
    case Kind::welcome:
      return value.only({"v", "t", "i", "y", "r", "p", "w", "m"}) && has("y", "m");
    case Kind::retry:
      return value.only({"v", "t", "i", "o"});
    case Kind::store:
      return value.only({"v", "t", "i", "y", "k", "q", "r", "p", "m"}) && has("y", "k", "q", "r", "m");
    case Kind::stored:
      return value.only({"v", "t", "i", "w", "m"}) && has("m");
    case Kind::get:
      return value.only({"v", "t", "i", "y", "k", "w", "m"}) && has("y", "k", "m");
    case Kind::record:
      return value.only({"v", "t", "i", "r", "p", "m"}) && has("m");
    case Kind::call:
      return value.only({"v", "t", "i", "y", "o", "m"}) && has("y", "o", "m");
  }
  return false;
}

/// Reads members one after the other and remembers whether all were well formed. Members that are missing stay empty.
class MemberReader {
 public:
  explicit MemberReader(const JsonValue& object) : object_(object) {}
  bool ok() const { return ok_; }

  void octets(std::string_view name, std::size_t least, std::size_t most, Octets& out) {
    if (!object_.find(name)) return;
    const auto text = object_.string(name);
    auto decoded = text ? wire::base64_decode(*text, wire::Alphabet::url) : std::nullopt;
    ok_ = ok_ && decoded && decoded->size() >= least && decoded->size() <= most;
    if (ok_) out = std::move(*decoded);
  }
  template <std::size_t N>
  void exactly(std::string_view name, std::optional<std::array<std::uint8_t, N>>& out) {
    Octets read;
    octets(name, N, N, read);
    if (read.size() == N) std::copy(read.begin(), read.end(), out.emplace().begin());
  }
  void id(std::string_view name, std::optional<Id>& out) {
    Octets read;
    octets(name, sizeof(Id), sizeof(Id), read);
    if (read.size() == sizeof(Id)) std::copy(read.begin(), read.end(), out.emplace().b);
  }
  void number(std::string_view name, std::uint64_t& out) {
    if (!object_.find(name)) return;
    const auto read = object_.integer(name);
    ok_ = ok_ && read;
    if (read) out = *read;
  }
  void part(std::string_view name, std::uint64_t most, Part& out) {
    const auto* value = object_.find(name);
    if (!value) return;
    const auto is_number = [](const JsonValue& item) { return item.kind == JsonValue::Kind::number; };
    ok_ = ok_ && value->kind == JsonValue::Kind::array && value->items.size() == 2 &&
          std::ranges::all_of(value->items, is_number);
    if (!ok_) return;
    const auto number = value->items[0].number, of = value->items[1].number;
    ok_ = number >= 1 && number <= of && of >= 2 && of <= most;
    if (ok_) out = {static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(of)};
  }
  void address(std::string_view name, std::optional<Address>& out) {
    Octets read;
    octets(name, address_size_v4, address_size_v6, read);
    if (!read.empty()) ok_ = unpack(read, out);
  }
  void contacts(std::vector<Contact>& out) {
    Octets v4, v6;
    octets("c", contact_size_v4, max_datagram, v4);
    octets("c6", contact_size_v6, max_datagram, v6);
    ok_ = ok_ && unpack_v4(v4, out) && unpack_v6(v6, out);
  }

 private:
  const JsonValue& object_;
  bool ok_ = true;
};

std::optional<Packet> read_packet(const JsonValue& value, std::optional<Tag>& tag) {
  const auto name = value.string("t");
  const auto kind = name ? kind_of(*name) : std::nullopt;
  if (!kind || value.integer("v") != 1 || !has_form(value, *kind)) return std::nullopt;
  Packet packet{.kind = *kind};
  std::optional<Token> request;
  MemberReader from(value);
  from.exactly("i", request);
  from.exactly("y", packet.session);
  from.octets("x", 8, 128, packet.share);
  from.id("f", packet.sender);
  from.id("k", packet.target);
  from.octets("q", 8, 8, packet.held);
  from.octets("o", 16, 16, packet.cookie);
  from.address("a", packet.seen);
  from.octets("r", 1, max_datagram, *kind == Kind::welcome ? packet.delegation : packet.record);
  from.part("p", *kind == Kind::welcome ? max_parts : max_record_parts, packet.part);
  from.contacts(packet.contacts);
  from.number("w", packet.flags);
  from.exactly("m", tag);
  if (!from.ok() || !request) return std::nullopt;
  packet.request = *request;
  return packet;
}

/// What the tag covers: the text before `,"m":"<22 characters>"}`, whose place is fixed, so it must be last.
std::optional<std::string_view> tagged_part(std::string_view text) {
  constexpr std::string_view before = ",\"m\":\"", after = "\"}";
  constexpr std::size_t tail = before.size() + 22 + after.size();
  if (text.size() <= tail) return std::nullopt;
  const auto end = text.substr(text.size() - tail);
  if (!end.starts_with(before) || !end.ends_with(after)) return std::nullopt;
  return text.substr(0, text.size() - tail);
}

}  // namespace

std::optional<Received> from_datagram(wire::JsonParser& parser, sdk::bytes datagram) {
  if (datagram.len > max_datagram) return std::nullopt;
  std::string text;
  if (!wire::base64_decode(datagram.text(), wire::Alphabet::url, text)) return std::nullopt;
  const auto* value = parser.parse(text, 2);
  if (!value) return std::nullopt;
  Received received;
  auto packet = read_packet(*value, received.tag);
  if (!packet) return std::nullopt;
  received.packet = std::move(*packet);
  if (received.tag) {
    const auto covered = tagged_part(text);
    if (!covered) return std::nullopt;
    received.text = *covered;
  }
  return received;
}

}  // namespace p2pchat::kademlia
