// SPDX-License-Identifier: MIT
#include "line/json_printer.hpp"

#include "line/json_bottles.hpp"
#include "model/bottle_words.hpp"
#include "model/words.hpp"
#include "presented.hpp"
#include "wire/json_writer.hpp"

#include <wire/hex.hpp>

namespace p2pchat::terminal_ui {
namespace {

/// DEL and the C1 controls, which JSON leaves alone but a terminal may obey, as escapes. They stand in strings only.
std::string without_controls(std::string_view json) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(json.size() + 1);
  for (std::size_t at = 0; at < json.size(); ++at) {
    const auto octet = static_cast<unsigned char>(json[at]);
    const auto next = at + 1 < json.size() ? static_cast<unsigned char>(json[at + 1]) : 0;
    const bool c1 = octet == 0xC2 && next < 0xA0;
    if (octet != 0x7F && !c1) {
      out += json[at];
      continue;
    }
    const auto value = c1 ? next : octet;
    out += {'\\', 'u', '0', '0', digits[value >> 4], digits[value & 15]};
    if (c1) ++at;
  }
  return out;
}

void write_message(wire::JsonWriter& json, const Message& message) {
  json.member("id", wire::to_hex(message.id)).member("peer", wire::to_hex(message.peer));
  json.member("direction", word(message.direction)).member("state", word(message.state));
  json.member("time_ms", message.time_ms).member("seq", message.seq).member("place", message.place);
  json.member("type", repaired(message.type)).member("body", repaired(message.body));
  if (!message.reason.empty()) json.member("reason", repaired(message.reason));
}

}  // namespace

template <class Fill>
void JsonPrinter::object(std::string_view event, Fill fill) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin().member("event", event);
  fill(json);
  json.end();
  sink_(without_controls(text) + "\n");
}

void JsonPrinter::sentence(std::string_view event, std::string_view text) {
  object(event, [&](auto& json) { json.member("text", repaired(text)); });
}

void JsonPrinter::person(std::string_view event, const Person& person) {
  object(event, [&](auto& json) {
    json.member("peer", wire::to_hex(person.id)).member("name", repaired(person.name));
    json.member("relation", word(person.relation));
    if (!person.greeting.empty()) json.member("greeting", repaired(person.greeting));
    json.member("online", person.online).member("unread", person.unread).member("newest_ms", person.newest_ms);
  });
}

void JsonPrinter::change(const Change& change) {
  if (!change.standing_changed) return;
  if (change.kind == Change::Kind::removed)
    return object("contact", [&](auto& json) {
      json.member("peer", wire::to_hex(change.person.id)).member("name", repaired(change.person.name));
      json.member("relation", "removed");
    });
  person(change.person.relation == sdk::Relation::asking ? "request" : "contact", change.person);
}

void JsonPrinter::event(const Event& event) {
  struct Write {
    JsonPrinter& out;
    void operator()(const BecameReady& e) {
      out.object("ready", [&](auto& json) {
        json.member("id", wire::to_hex(e.me.id)).member("name", repaired(e.me.name));
        json.member("invite", repaired(e.me.invite));
      });
    }
    void operator()(const BookChanged& e) {
      for (const auto& change : e.changes) out.change(change);
    }
    void operator()(const MessageAdded& e) {
      out.object("message", [&](auto& json) { write_message(json, e.message); });
    }
    void operator()(const MessageChanged& e) {
      out.object("state", [&](auto& json) {
        json.member("id", wire::to_hex(e.message.id)).member("peer", wire::to_hex(e.message.peer));
        json.member("direction", word(e.message.direction)).member("state", word(e.message.state));
        if (!e.message.reason.empty()) json.member("reason", repaired(e.message.reason));
      });
    }
    void operator()(const Presence& e) {
      out.object(e.online ? "online" : "offline", [&](auto& json) { json.member("peer", wire::to_hex(e.who)); });
    }
    void operator()(const NetworkStatus& e) { out.sentence("status", e.sentence); }
    void operator()(const Notice& e) { out.sentence("notice", e.sentence); }
    void operator()(const BottlesCame& e) {
      for (const auto& bottle : e.bottles) {
        const bool passes = bottle.voyage == sdk::Voyage::passing;
        if (passes && e.first) continue;
        out.object(passes ? "bottle.passing" : "bottle.found", [&](auto& json) { write_found(json, bottle); });
      }
    }
    void operator()(const BottlesMoved& e) {
      for (const auto& news : e.news)
        out.object("bottle." + std::string(word(news.step.voyage)),
                   [&](auto& json) { write_step(json, news.bottle, news.step, news.number); });
    }
  };
  std::visit(Write{*this}, event);
}

void JsonPrinter::help(std::span<const CommandHelp> rows) {
  for (const auto& row : rows)
    object("row", [&](auto& json) {
      json.member("command", row.word).member("arguments", row.arguments).member("text", row.text);
    });
}

void JsonPrinter::me(const Me& me) {
  object("row", [&](auto& json) {
    json.member("id", wire::to_hex(me.id)).member("name", repaired(me.name)).member("invite", repaired(me.invite));
  });
}

void JsonPrinter::people(const std::vector<const Person*>& rows) {
  for (const auto* row : rows) person("row", *row);
}

void JsonPrinter::messages(const std::vector<Message>& rows) {
  for (const auto& row : rows) object("row", [&](auto& json) { write_message(json, row); });
}

void JsonPrinter::network(const NetworkPicture& picture) {
  for (const auto& peer : picture.sessions)
    object("row", [&](auto& json) {
      json.member("kind", "session").member("peer", wire::to_hex(peer.id));
      json.member("endpoint", repaired(peer.endpoint)).member("since_ms", peer.since_ms);
    });
  for (const auto& node : picture.table)
    object("row", [&](auto& json) {
      json.member("kind", "node").member("peer", wire::to_hex(node.id)).member("endpoint", repaired(node.endpoint));
      json.member("rtt_ms", std::uint64_t{node.rtt_ms}).member("bucket", std::uint64_t{node.bucket});
      json.member("age_s", std::uint64_t{node.age_s});
    });
}

void JsonPrinter::beach(const std::vector<const Bottle*>& rows) {
  for (const auto* row : rows) opened(*row);
}

void JsonPrinter::opened(const Bottle& bottle) {
  object("row", [&](auto& json) { write_found(json, bottle); });
}

void JsonPrinter::mine(const std::vector<Journey>& rows) {
  for (const auto& row : rows) object("row", [&](auto& json) { write_mine(json, row.bottle); });
}

void JsonPrinter::journey(const Journey& journey) {
  object("row", [&](auto& json) { write_mine(json, journey.bottle); });
  for (std::size_t i = 0; i < journey.steps.size(); ++i)
    object("row", [&](auto& json) { write_step(json, journey.bottle, journey.steps[i], i + 1); });
}

void JsonPrinter::result(const Result& result) {
  object("result", [&](auto& json) {
    json.member("command", repaired(result.command)).member("ok", result.status.ok());
    if (!result.status.ok())
      json.member("code", word(result.status.code)).member("error", repaired(result.status.text));
    if (result.peer) json.member("peer", wire::to_hex(*result.peer));
    if (result.message) json.member("id", wire::to_hex(*result.message));
    if (result.bottle) json.member("bottle", wire::to_hex(*result.bottle));
    if (result.next) json.member("next", result.next);
  });
}

}  // namespace p2pchat::terminal_ui
