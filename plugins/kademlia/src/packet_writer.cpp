// SPDX-License-Identifier: MIT
#include "packet.hpp"
#include "wire/base64.hpp"
#include "wire/json_writer.hpp"

namespace p2pchat::kademlia {
namespace {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::ping:
      return "pi";
    case Kind::pong:
      return "po";
    case Kind::find_node:
      return "fn";
    case Kind::nodes:
      return "no";
    case Kind::hello:
      return "he";
    case Kind::welcome:
      return "we";
    case Kind::retry:
      return "rt";
    case Kind::store:
      return "st";
    case Kind::stored:
      return "sd";
    case Kind::get:
      return "ge";
    case Kind::record:
      return "re";
    case Kind::call:
      return "ca";
  }
  return "";
}

class MemberWriter {
 public:
  explicit MemberWriter(std::string& text) : json_(text) {}
  void octets(std::string_view name, sdk::bytes value) {
    if (value.len == 0) return;
    std::string encoded;
    wire::base64_encode(value, wire::Alphabet::url, encoded);
    json_.member(name, encoded);
  }
  void id(std::string_view name, const std::optional<Id>& value) {
    if (value) octets(name, value->view());
  }
  wire::JsonWriter& json() { return json_; }

 private:
  wire::JsonWriter json_;
};

void write_contacts(const Packet& packet, MemberWriter& to) {
  Octets v4, v6;
  pack_v4(packet.contacts, v4);
  pack_v6(packet.contacts, v6);
  to.octets("c", v4);
  to.octets("c6", v6);
}

/// Grows a HELLO's text so that its datagram has `hello_size` bytes.
void pad(std::string& text) {
  constexpr std::string_view before = ",\"z\":\"", after = "\"";
  constexpr std::size_t wanted = hello_size / 4 * 3 - before.size() - after.size() - std::string_view("}").size();
  if (text.size() >= wanted) return;
  const std::string zeros(wanted - text.size(), '0');
  text.append(before).append(zeros).append(after);
}

}  // namespace

std::string text_of(const Packet& packet) {
  std::string text;
  MemberWriter to(text);
  to.json().begin().member("v", std::uint64_t{1}).member("t", name_of(packet.kind));
  to.octets("i", view(packet.request));
  if (packet.session) to.octets("y", view(*packet.session));
  to.octets("x", packet.share);
  to.id("f", packet.sender);
  to.id("k", packet.target);
  to.octets("q", packet.held);
  to.octets("o", packet.cookie);
  if (packet.seen) {
    Octets seen;
    pack(*packet.seen, seen);
    to.octets("a", seen);
  }
  to.octets("r", packet.kind == Kind::welcome ? packet.delegation : packet.record);
  if (packet.part.of > 1)
    to.json().key("p").begin_array().number(packet.part.number).number(packet.part.of).end_array();
  write_contacts(packet, to);
  if (packet.flags != 0) to.json().member("w", packet.flags);
  if (packet.kind == Kind::hello) pad(text);
  return text;
}

std::string to_datagram(std::string text, sdk::bytes tag) {
  if (tag.len != 0) {
    text += ",\"m\":\"";
    wire::base64_encode(tag, wire::Alphabet::url, text);
    text += '"';
  }
  text += '}';
  std::string datagram;
  wire::base64_encode(wire::octets_of(text), wire::Alphabet::url, datagram);
  return datagram;
}

}  // namespace p2pchat::kademlia
