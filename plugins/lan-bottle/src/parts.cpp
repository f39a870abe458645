// SPDX-License-Identifier: MIT
#include "parts.hpp"

#include "bottle/hearing.hpp"

namespace p2pchat::lan_bottle {

Parts::Parts(const Around& around, const Settings& settings) : pond(around, settings) {
  keeping.on_mine = [this](const Held& held) { inbox.tell(held); };
  keeping.on_ashore = [this](const Held& held) {
    pond.publish("bottle.beach", held.note.id);
    if (held.owes()) news.owe(held.note.id);
  };
}

/// Nobody is heard before everything is read: what was seen must be known.
void Parts::begin(const Id& me, sdk::bytes public_key, std::function<void(const sdk::Status&)> done) {
  pond.notes.me = me;
  pond.public_key.assign(public_key.ptr, public_key.ptr + public_key.len);
  pond.load([this, done = std::move(done)](const sdk::Status& read) {
    if (!read.ok()) return done(read);
    keeping.load([this, done](const sdk::Status& status) {
      auto outcome = status.ok() ? listen() : status;
      if (outcome.ok()) go_on();
      done(outcome);
    });
  });
}

sdk::Status Parts::listen() {
  const Hearer all[] = {
      {note_type, [this](const Id& from, std::string_view text) { keeping.on_note(from, text); }},
      {word_type, [this](const Id& from, std::string_view text) { on_word(from, text); }},
      {news_type, [this](const Id& from, std::string_view text) { news.on_news(from, text); }},
      {collect_type, [this](const Id& from, std::string_view text) { keeping.on_collect(from, text); }}};
  if (auto status = hear_all(pond.around.network, all); !status.ok()) return status;
  pond.around.host.subscribe("peer.online", [this](sdk::str, const Id& node, sdk::bytes) {
    news.on_online(node);
    keeping.deliver(node);
    throwing.on_online();
  });
  return {};
}

void Parts::on_word(const Id& from, std::string_view text) {
  const auto word = read_word(pond.parser, text);
  if (!word) return pond.refusals.count(Refusal::malformed);
  pond.handover.on_handled(from, word->of == Matter::note ? note_type : news_type, word->note, word->word);
}

void Parts::go_on() {
  pond.blocked.start([this] {
    for (const auto* held : pond.notes.in(Notes::Place::beach))
      if (pond.blocked.contains(held->note.sender)) pond.publish("bottle.beach", held->note.id);
  });
  pond.watch_all();
  throwing.resume();
  news.resume();
  pond.around.host.post([this] { inbox.start(); });  // who hears may call back
}

void Parts::beach(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  for (const auto* held : pond.notes.in(Notes::Place::beach)) {
    const auto& note = held->note;
    if (!pond.notes.found(note.id, pond.now_ms()) || pond.blocked.contains(note.sender)) continue;
    each({.id = note.id,
          .sender = note.sender,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = held->here_ms,
          .voyage = held->voyage,
          .answers = held->is_answered,
          .body = note.body});
  }
}

void Parts::mine(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  for (const auto* own : pond.notes.in(Notes::Place::mine)) {
    const auto& note = own->note;
    each({.id = note.id,
          .sender = note.sender,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = own->here_ms,
          .voyage = own->journey.voyage(),
          .beaches = own->journey.count(Voyage::ashore),
          .answers = own->journey.count(Voyage::answered),
          .body = note.body});
  }
}

void Parts::journey(const Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) {
  if (const auto* own = pond.notes.own(bottle)) own->journey.show(each);
}

}  // namespace p2pchat::lan_bottle
