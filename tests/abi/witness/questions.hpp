// SPDX-License-Identifier: MIT
#pragma once
#include "store.hpp"

#include <p2pchat/chat.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/tables.hpp>

namespace p2pchat::witness {

inline std::string text_of(const sdk::Contact& contact) {
  return told("contact", contact.id, contact.name, contact.greeting, contact.relation, contact.online, contact.unread,
              contact.newest_ms);
}

/// What a plugin asks of its host: every call once. Each answer is published as an event `said`.
class Questions {
 public:
  explicit Questions(sdk::Host& host) : host_(host) {}
  void ask_all() {
    ask_host();
    if (auto* chat = host_.get<sdk::Chat>()) ask_chat(*chat);
    if (auto* identity = host_.get<sdk::Identity>()) ask_identity(*identity);
    if (auto* network = host_.get<sdk::Network>()) ask_network(*network);
    if (auto* tables = host_.get<sdk::Tables>()) ask_tables(*tables);
  }

 private:
  template <class... A>
  void say(std::string_view what, const A&... arguments) {
    host_.publish("said", id(41), sdk::bytes::of(told(what, arguments...)));
  }
  // A callback that says what it got, after a word; a status by its text.
  auto heard(const char* word) {
    return [this, word](const auto&... got) { say(word, shown(got)...); };
  }
  static std::string_view shown(const sdk::Status& status) { return status.text; }
  static std::string shown(const sdk::Message& message) { return text_of(message); }
  static std::string shown(const sdk::Contact& contact) { return text_of(contact); }
  template <class T>
  static const T& shown(const T& other) {
    return other;
  }
  void ask_host() {
    host_.log(sdk::Level::warn, "a line");
    std::string value;
    sdk::OutTo out(value);
    const bool set = host_.config("word", out), unset = host_.config("other", out);
    say("config", set, unset, value);
    const auto before_us = host_.ticks_us();
    say("time", host_.now_ms() > 1'000'000'000'000, host_.ticks_us() >= before_us);
    sdk::Id chance[2];
    host_.random(chance[0].b, 32), host_.random(chance[1].b, 32);
    say("random", chance[0] != chance[1]);
    host_.post([this] { say("post"); });
    host_.after(1, [this] { say("after"); });
    host_.cancel(host_.after(1, [this] { say("what was cancelled"); }));
    host_.offload([this] { work_ = 42; }, [this] { say("offload", work_); });
    host_.subscribe("ech", [this](sdk::str topic, const sdk::Id& subject, sdk::bytes detail) {
      say("event", topic, subject, detail);
    });
    host_.publish("echo", id(42), sdk::bytes::of("detail"));
    say("query", host_.query("p2pchat.chat/1", 0) != nullptr, host_.query("p2pchat.chat/1", 9) != nullptr);
  }
  void ask_chat(sdk::Chat& chat) {
    chat.self(heard("self"));
    chat.rename("new", heard("rename"));
    chat.add_contact("invite", "name", "greeting", heard("add"));
    chat.accept(id(1), heard("accept"));
    chat.remove_contact(id(2), 1, heard("remove"));
    chat.block(id(3), 1, heard("block"));
    chat.name_contact(id(4), "name", heard("name"));
    chat.contacts(heard("each"), heard("contacts"));
    chat.send(id(5), "text", heard("send"));
    chat.retry(id(6), heard("retry"));
    chat.cancel(id(7), heard("cancel"));
    chat.history(id(8), 5'000'000'008, 8, heard("each"), heard("history"));
    chat.message(id(9), heard("each"), heard("message"));
    chat.search("words", id(10), 5'000'000'010, 10, heard("each"), heard("search"));
    chat.mark_read(id(11), 5'000'000'011, heard("mark"));
  }
  void ask_identity(sdk::Identity& identity) {
    identity.self(heard("identity"));
    identity.sign(sdk::bytes::of("message"), heard("sign"));
    identity.open(sdk::bytes::of("aad"), sdk::bytes::of("sealed"), heard("open"));
    identity.delegate(5'000'000'012, heard("delegate"));
  }
  void ask_network(sdk::Network& network) {
    network.send(id(12), "type", "body", heard("network"));
    say("on_message", shown(network.on_message("type", heard("came"))));
    network.peers([this](const sdk::Peer& peer) { say("peer", peer.id, peer.endpoint, peer.since_ms); });
  }
  void ask_tables(sdk::Tables& tables) {
    tables.put("table", sdk::bytes::of("key"), sdk::bytes::of("value"), heard("put"));
    tables.get("table", sdk::bytes::of("key"), heard("get"));
    tables.erase("table", sdk::bytes::of("key"), heard("erase"));
    tables.scan("table", sdk::bytes::of("from"), 13, heard("row"), heard("scan"));
  }

  sdk::Host& host_;
  int work_ = 0;
};

}  // namespace p2pchat::witness
