// SPDX-License-Identifier: MIT
#include "parts.hpp"

namespace p2pchat::lan_bottle {

LanBottle::Parts::Parts(const Surroundings& surroundings, const Settings& settings) : pond(surroundings, settings) {
  keeping.on_mine = [this](const Held& held) { inbox.tell(held); };
  keeping.on_ashore = [this](const Held& held) {
    pond.publish("bottle.beach", held.note.id);
    if (held.owes()) news.owe(held.note.id);
  };
}

/// Nobody is heard before everything is read: what was seen must be known.
void LanBottle::Parts::begin(std::function<void(const sdk::Status&)> done) {
  pond.load([this, done = std::move(done)](const sdk::Status& read) {
    if (!read.ok()) return done(read);
    keeping.load([this, done](const sdk::Status& status) {
      auto outcome = status.ok() ? listen() : status;
      if (outcome.ok()) go_on();
      done(outcome);
    });
  });
}

sdk::Status LanBottle::Parts::listen() {
  using Hear = std::function<void(const Id&, std::string_view)>;
  const std::pair<const char*, Hear> all[] = {
      {note_type, [this](const Id& from, std::string_view text) { keeping.on_note(from, text); }},
      {word_type, [this](const Id& from, std::string_view text) { on_word(from, text); }},
      {news_type, [this](const Id& from, std::string_view text) { news.on_news(from, text); }},
      {collect_type, [this](const Id& from, std::string_view text) { keeping.on_collect(from, text); }}};
  for (const auto& [type, hear] : all) {
    const auto status = pond.around.network.on_message(
        type, [hear](const Id& from, std::uint64_t, sdk::str text) { hear(from, text); });
    if (!status.ok()) return status;
  }
  pond.around.host.subscribe("peer.online", [this](sdk::str, const Id& node, sdk::bytes) {
    news.on_online(node);
    keeping.deliver(node);
    throwing.on_online();
  });
  return {};
}

void LanBottle::Parts::on_word(const Id& from, std::string_view text) {
  const auto word = read_word(pond.parser, text);
  if (!word) return pond.refusals.count(Refusal::malformed);
  pond.handover.on_handled(from, word->of == Matter::note ? note_type : news_type, word->note, word->word);
}

void LanBottle::Parts::go_on() {
  pond.blocked.start([this] {
    for (const auto* held : pond.notes.in(Notes::Place::beach))
      if (pond.blocked.contains(held->note.sender)) pond.publish("bottle.beach", held->note.id);
  });
  pond.watch_all();
  throwing.resume();
  news.resume();
  pond.around.host.post([this] { inbox.start(); });  // who hears may call back
}

}  // namespace p2pchat::lan_bottle
