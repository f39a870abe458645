// SPDX-License-Identifier: MIT
#include "overlay.hpp"

#include "periods.hpp"
#include "wire/base64.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::size_t most_greeted = 1024;

sdk::NodeEntry to_node_entry(const Contact& contact, std::uint32_t rtt_ms) {
  sdk::NodeEntry entry{.id = contact.id};
  to_text(contact.address).copy(entry.endpoint, sizeof entry.endpoint - 1);
  entry.rtt_ms = rtt_ms;
  return entry;
}

/// What it means to a person.
std::string_view in_words(Standing standing) {
  switch (standing) {
    case Standing::open:
      return ", reachable from outside";
    case Standing::router:
      return ", behind a router: others reach you with the help of a third";
    case Standing::random_router:
      return ", behind a router that hides you: others reach you through a third";
    case Standing::blocked:
      return ", where no datagram comes through: others reach you through a third";
    case Standing::unknown:
      break;
  }
  return {};
}

}  // namespace

Overlay::Overlay(const Surroundings& around, const Id& me)
    : node_{around.host,
            around.transport,
            around.crypto,
            me,
            ContactKey(around.host, around.crypto, around.identity),
            RoutingTable(me),
            {},
            {}},
      requests_(
          node_, [this](const Contact& contact, std::uint32_t rtt_ms) { on_verified(contact, rtt_ms); },
          [this](const Contact& contact) {
            node_.table.failed(contact, node_.host.ticks_us());
            if (!node_.table.has_good()) tell(false);
          }),
      keeper_(node_),
      responder_(node_, keeper_,
                 {[this](const Contact& contact) { greet(contact); },
                  [this](const Contact& contact) { return holdings_.hold(contact); },
                  [this](const Id& id) { return holdings_.holds(id); },
                  [this](const Address& address) { return relays_.includes(address); }}),
      holdings_(node_, requests_),
      relays_(node_, requests_),
      prober_(node_, requests_, [this] { on_reach(); }),
      lookups_(node_, requests_),
      records_(node_, requests_, lookups_, keeper_, around.identity),
      joiner_(node_, requests_, lookups_, [this] { upkeep_.fill(); }),
      upkeep_(node_, requests_, responder_, lookups_, joiner_, records_),
      memory_(node_, around.tables) {}

void Overlay::start() {
  node_.key.start([this] {
    responder_.on_key();
    if (node_.table.has_good()) joiner_.look_up_self();
  });
  upkeep_.start();
  memory_.load([this](const std::vector<Contact>& contacts) { joiner_.remember(contacts); });
}

void Overlay::stop() {
  memory_.write();
  joiner_.stop();
  upkeep_.stop();
  lookups_.stop();
}

void Overlay::on_datagram(const Address& from, sdk::bytes datagram) {
  ++node_.counters.received;
  if (!is_usable(from)) {
    ++node_.counters.bad_address;
    return;
  }
  wire::JsonParser parser;  // for one datagram: what it keeps is more than all else that a node keeps of ten others
  const auto received = from_datagram(parser, datagram);
  if (!received) {
    ++node_.counters.malformed;
    return;
  }
  if (is_request(received->packet.kind))
    responder_.on_request(from, *received, datagram.len);
  else
    requests_.on_answer(from, *received);
}

void Overlay::on_verified(const Contact& contact, std::uint32_t rtt_ms) {
  const auto* entry = node_.table.find(contact.id);
  const bool was_lost = entry && !entry->is_good();
  const auto tested = node_.table.verified(contact, rtt_ms, node_.host.ticks_us());
  memory_.note(contact);
  tell(node_.table.has_good());
  prober_.wake();
  if (tested) requests_.ask({.kind = Question::Kind::ping, .whom = tested}, {});
  if (was_lost) joiner_.look_up_self();  // perhaps a broken network has healed
}

/// Somebody offers himself: he enters the table once he answered me. At most one try a minute at each address, however
/// many ids are offered there; of too many addresses the one tried longest ago is forgotten, so that nobody is kept
/// out.
void Overlay::greet(const Contact& contact) {
  const auto now_us = node_.host.ticks_us();
  if (!is_usable(contact.address) || contact.id == node_.me) return;
  if (now_us >= tidied_us_ + minute_us) {
    tidied_us_ = now_us;
    std::erase_if(greeted_us_, [&](const auto& greeted) { return now_us >= greeted.second + minute_us; });
  }
  const auto before = greeted_us_.find(contact.address);
  if (before != greeted_us_.end() && now_us < before->second + minute_us) return;
  if (before == greeted_us_.end() && greeted_us_.size() >= most_greeted)
    greeted_us_.erase(std::ranges::min_element(greeted_us_, {}, [](const auto& greeted) { return greeted.second; }));
  greeted_us_[contact.address] = now_us;
  requests_.ask({.kind = Question::Kind::greet, .whom = contact}, {});
}

void Overlay::locate(const Id& id, LocateFn done) {
  const auto* entry = id == node_.me ? nullptr : node_.table.find(id);
  const auto now_us = node_.host.ticks_us();
  if (entry && entry->failures == 0 && now_us < entry->verified_us + minute_us) {
    const auto found = to_node_entry(entry->contact, entry->rtt_ms);
    node_.host.post([done = std::move(done), found] { done({}, found); });
    return;
  }
  if (!entry) return look_up(id, done);
  // It proved itself once: a ping settles whether it is still there, a lookup where it went.
  requests_.ask({.kind = Question::Kind::ping, .whom = entry->contact}, [this, id, done](const Outcome& outcome) {
    if (outcome.kind != Outcome::Kind::answered) return look_up(id, done);
    done({}, entry_of(outcome.who));
  });
}

void Overlay::look_up(const Id& id, const LocateFn& done) {
  lookups_.start({.target = id, .sought = id},
                 [this, id, done](const sdk::Status& status, const std::vector<Contact>& nodes,
                                  const std::vector<Contact>& holders) {
                   if (!nodes.empty() && nodes.front().id == id) return done({}, entry_of(nodes.front()));
                   if (!holders.empty()) return done({}, entry_through(holders, id));
                   if (!status.ok()) return done(status, {});
                   done({sdk::Errc::not_found, "nobody with this id answers; it may be offline"}, {});
                 });
}

void Overlay::closest(const Id& key, std::uint32_t count, const ClosestFn& done) {
  const Wish wish{.target = key, .width = std::max<std::size_t>(count, 8)};
  lookups_.start(wish, [this, count, done](const sdk::Status& status, const std::vector<Contact>& nodes, const auto&) {
    std::vector<sdk::NodeEntry> entries;
    for (const auto& contact : nodes)
      if (entries.size() < count) entries.push_back(entry_of(contact));
    done(entries.empty() ? status : sdk::Status(), entries.data(), static_cast<std::uint32_t>(entries.size()));
  });
}

void Overlay::known(const Id& key, std::uint32_t count, const sdk::Fn<void(const sdk::NodeEntry&)>& each) {
  for (const auto& entry : node_.table.nearest(key, count)) each(to_node_entry(entry.contact, entry.rtt_ms));
}

void Overlay::table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) {
  const auto now_us = node_.host.ticks_us();
  node_.table.each([&](const Entry& entry, std::uint32_t bucket) {
    each(to_node_entry(entry.contact, entry.rtt_ms), bucket,
         static_cast<std::uint32_t>((now_us - entry.verified_us) / second_us));
  });
}

/// What the transport tells: where it listens, who dialled, who wants to be called; and that somebody who came late
/// asks.
void Overlay::on_event(std::string_view topic, const Id& subject, sdk::bytes detail) {
  if (topic == "socket.listening") return prober_.listening(detail.text());
  if (topic == "socket.datagrams") return prober_.blocked(detail.text() == "blocked");
  if (topic == "reach.dialled") return prober_.dialled(detail);
  if (topic == "relay.wanted") return holdings_.call(subject, detail);
  if (topic == "net.describe") describe();
}

/// Who asks is told why nobody was reached; who comes later asks by `net.describe`.
void Overlay::join(const std::vector<std::string>& endpoints, Joiner::DoneFn done) {
  joiner_.join(endpoints, [this, done = std::move(done)](const sdk::Status& status) {
    const bool was_tried = status.code == sdk::Errc::timed_out || status.code == sdk::Errc::not_found;
    if (was_tried && !node_.table.has_good()) told_ = status.text;
    done(status);
  });
}

/// Says again what was said when it changed.
void Overlay::describe() {
  if (!told_.empty()) node_.host.publish("net.status", node_.me, sdk::bytes::of(told_));
  node_.host.publish("net.reach", node_.me, sdk::bytes::of(node_.reach.summary()));
}

/// How I can be reached is known, or changed.
void Overlay::on_reach() {
  const auto summary = node_.reach.summary();
  node_.host.publish("net.reach", node_.me, sdk::bytes::of(summary));
  node_.host.log(sdk::Level::info, "seen from outside: " + summary);
  tell(node_.table.has_good());
  relays_.wake();
  if (!node_.reach.is_client()) joiner_.look_up_self();  // so that my neighbours take me into their tables
}

/// Nobody answers by this id, but some say that they can call it. Which of them is right, the handshake shows: one that
/// lied is not asked again by chance.
sdk::NodeEntry Overlay::entry_through(const std::vector<Contact>& holders, const Id& id) {
  const auto& holder = holders[node_.random_below(holders.size())];
  sdk::NodeEntry entry{.id = id};
  auto endpoint = to_text(holder.address) + '#';
  wire::base64_encode(id.view(), wire::Alphabet::url, endpoint);
  endpoint.copy(entry.endpoint, sizeof entry.endpoint - 1);
  return entry;
}

/// Publishes whether somebody is there, and whether I am for others, when that changes.
void Overlay::tell(bool is_joined) {
  std::string text = is_joined ? "connected to the network" : "no node answers; trying again";
  if (is_joined) text += in_words(node_.reach.standing());
  if (std::exchange(told_, text) != text) node_.host.publish("net.status", node_.me, sdk::bytes::of(text));
}

sdk::NodeEntry Overlay::entry_of(const Contact& contact) const {
  const auto* entry = node_.table.find(contact.id);
  return to_node_entry(contact, entry ? entry->rtt_ms : 0);
}

}  // namespace p2pchat::kademlia
