// SPDX-License-Identifier: MIT
#include "inbox.hpp"

#include <wire/numbers.hpp>

#include <algorithm>

namespace p2pchat::messaging {
namespace {

constexpr std::string_view read_table = "read";
constexpr std::size_t max_receipt = 512;

sdk::Message incoming(const sdk::Id& id, const Envelope& envelope) {
  sdk::Message message;
  message.id = id;
  message.peer = envelope.sender;
  message.time_ms = envelope.time_ms;
  message.seq = envelope.seq;
  message.direction = sdk::Direction::incoming;
  message.state = sdk::State::delivered;
  message.type = envelope.type;
  message.body = envelope.body;
  return message;
}

}  // namespace

Inbox::Inbox(sdk::Host& host, StoreAccess& store, PeerLines& peers, AddressBook& book)
    : host_(host), store_(store), peers_(peers), book_(book) {}

void Inbox::listen(Dispatcher& dispatcher) {
  for (const auto* type : {"text", "request", "accept"})
    dispatcher.on_envelope(type, [this](const ProvenPeer& from, const Envelope& envelope, const sdk::Id& id) {
      came(from.id, envelope, id);
    });
  dispatcher.on_settled([this](const ProvenPeer& from) {
    settle(from.id);
    book_.learn_key(from.id, from.public_key);
  });
}

void Inbox::take(const sdk::Id& from, const std::vector<Letter>& letters) {
  for (const auto& [id, envelope] : letters) came(from, envelope, id);
  settle(from);
}

void Inbox::came(const sdk::Id& from, const Envelope& envelope, const sdk::Id& id) {
  if (envelope.type == "text") return text_came(from, envelope, id);
  auto done = lifetime_.guard([this, from, id](const sdk::Status& status) { answered(from, id, status); });
  if (envelope.type == "request")
    book_.request_came(from, envelope.body, std::move(done));
  else
    book_.accept_came(from, envelope.body, std::move(done));
}

void Inbox::text_came(const sdk::Id& from, const Envelope& envelope, const sdk::Id& id) {
  const auto relation = book_.relation(from);
  if (relation == sdk::Relation::blocked) return;  // not even an answer
  auto& arrival = arriving_[from];
  if (!is_contact(relation)) return arrival.refused.push_back(id);
  if (unstored_[from] + arrival.bytes > max_unstored) return;
  arrival.bytes += envelope.body.size() + sizeof(Letter);
  arrival.texts.push_back({id, envelope});
}

void Inbox::settle(const sdk::Id& from) {
  const auto found = arriving_.find(from);
  if (found == arriving_.end()) return;
  auto arrival = std::move(found->second);
  arriving_.erase(found);
  tell(from, Receipt::Verdict::refused, arrival.refused, "not-a-contact");
  if (!arrival.texts.empty()) store(from, std::move(arrival));
}

void Inbox::store(const sdk::Id& from, Arrival arrival) {
  std::vector<sdk::Id> ids;
  for (const auto& text : arrival.texts) ids.push_back(text.id);
  unstored_[from] += arrival.bytes;
  auto job = [texts = std::move(arrival.texts)](sdk::Store& store, std::vector<sdk::Id>& fresh) {
    for (const auto& text : texts) {
      std::uint32_t added = 0;
      if (auto kept = store.add(incoming(text.id, text.envelope), added); !kept.ok()) return kept;
      if (added) fresh.push_back(text.id);
    }
    return sdk::Status();
  };
  auto stored = [this, from, ids, bytes = arrival.bytes](const sdk::Status& status, const std::vector<sdk::Id>& fresh) {
    if ((unstored_[from] -= bytes) == 0) unstored_.erase(from);
    if (!status.ok()) return complain(status);
    complained_ = false;
    tell(from, Receipt::Verdict::delivered, ids);
    for (const auto& id : fresh) host_.publish("message.added", id, {});
  };
  store_.write<std::vector<sdk::Id>>(std::move(job), lifetime_.guard(std::move(stored)));
}

void Inbox::answered(const sdk::Id& from, const sdk::Id& message, const sdk::Status& status) {
  using sdk::Errc;
  const bool refused = status.code == Errc::busy || status.code == Errc::too_large || status.code == Errc::malformed;
  if (status.ok()) return tell(from, Receipt::Verdict::delivered, {message});
  if (refused) return tell(from, Receipt::Verdict::refused, {message}, status.text);
  if (status.code != Errc::cancelled) complain(status);
}

/// A receipt goes over the session that stands; without one the messages come again, and so does the receipt.
void Inbox::tell(const sdk::Id& peer, Receipt::Verdict verdict, const std::vector<sdk::Id>& messages,
                 std::string reason) {
  if (!peers_.online(peer)) return;
  for (std::size_t at = 0; at < messages.size(); at += max_receipt) {
    const auto first = messages.begin() + static_cast<std::ptrdiff_t>(at);
    const auto count = static_cast<std::ptrdiff_t>(std::min(max_receipt, messages.size() - at));
    peers_.send(peer, encode_receipt({verdict, {first, first + count}, reason}), {});
  }
}

void Inbox::complain(const sdk::Status& status) {
  if (std::exchange(complained_, true)) return;
  const auto sentence = std::string("Messages cannot be saved and wait at their senders: ") + status.text;
  host_.log(sdk::Level::error, sentence);
  host_.publish("notice", {}, sdk::bytes::of(sentence));
}

void Inbox::mark_read(const sdk::Id& peer, std::uint64_t place, sdk::StatusFn done) {
  struct Read {
    std::vector<sdk::Id> ids;
    sdk::Id highest;
    std::uint64_t place = 0;
  };
  auto job = [peer, place](sdk::Store& store, Read& read) {
    auto marked = store.mark_read(peer, place, [&](const sdk::Message& m) -> std::uint32_t {
      if (std::string_view(m.type) != "text") return 1;
      read.ids.push_back(m.id);
      if (m.place >= read.place) read.highest = m.id;
      read.place = std::max(read.place, m.place);
      return 1;
    });
    if (!marked.ok() || read.ids.empty()) return marked;
    return store.put(read_table, peer.view(), read.highest.view());
  };
  auto marked = [this, peer, done = std::move(done)](const sdk::Status& status, const Read& read) {
    if (status.ok() && !read.ids.empty()) {
      if (is_contact(book_.relation(peer))) tell(peer, Receipt::Verdict::read, read.ids);
      for (const auto& id : read.ids) host_.publish("message.state", id, {});
      host_.publish("contact.changed", peer, {});
    }
    if (done) done(status);
  };
  store_.write<Read>(std::move(job), lifetime_.guard(std::move(marked)));
}

void Inbox::peer_online(const sdk::Id& peer) {
  if (!is_contact(book_.relation(peer))) return;
  auto job = [peer](sdk::Store& store, std::string& last) {
    sdk::OutTo out(last);
    return store.get(read_table, peer.view(), out);
  };
  store_.read<std::string>(job, lifetime_.guard([this, peer](const sdk::Status& status, const std::string& last) {
    const auto id = wire::id_of(sdk::bytes::of(last));
    if (status.ok() && id) tell(peer, Receipt::Verdict::read, {*id});
  }));
}

}  // namespace p2pchat::messaging
