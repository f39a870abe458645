// SPDX-License-Identifier: MIT
#include "responder.hpp"

#include "periods.hpp"

#include <numeric>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t epoch_us = 30 * second_us, held_us = 10 * second_us;
constexpr std::uint64_t session_us = 13 * 3600 * second_us;
constexpr std::uint64_t dial_pause_us = 10 * second_us;
constexpr std::size_t most_held = 256, amplification = 3;
/// From this share of its greetings per second on a node asks for cookies: 300 of 500.
constexpr std::uint32_t calm_percent = 60;

}  // namespace

Responder::Responder(Node& node, Keeper& keeper, Others others)
    : node_(node), keeper_(keeper), others_(std::move(others)) {
  node_.host.random(secret_.data(), secret_.size());
}

void Responder::on_request(const Address& from, const Received& received, std::size_t size) {
  // Whom nobody can reach answers only those who may call him, so that no table keeps him.
  if (node_.reach.is_client() && reach(from) == Reach::global && !others_.is_relay(from)) return;
  if (received.packet.kind != Kind::hello) return on_tagged(from, received);
  if (!is_admitted(from, received.packet)) return;
  if (node_.key.is_ready()) return on_hello(from, received.packet, size);
  if (held_.size() >= most_held) held_.pop_front();
  held_.push_back({from, received.packet, size, node_.host.ticks_us()});
}

void Responder::on_key() {
  guests_.forget_half_open();
  const auto now_us = node_.host.ticks_us();
  for (const auto& held : std::exchange(held_, {}))
    if (now_us < held.came_us + held_us) on_hello(held.from, held.hello, held.size);
}

void Responder::forget_old() {
  const auto now_us = node_.host.ticks_us();
  if (now_us < session_us || now_us < forgot_us_ + hour_us) return;
  forgot_us_ = now_us;
  guests_.forget_before(now_us - session_us);
}

/// A cookie shows that its bearer hears me, so those who bear one are counted apart from those who may be made up.
bool Responder::is_admitted(const Address& from, const Packet& hello) {
  const auto now_us = node_.host.ticks_us(), epoch = now_us / epoch_us;
  const bool shown = !hello.cookie.empty() && (sdk::same(hello.cookie, cookie(from, hello, epoch)) ||
                                               (epoch > 0 && sdk::same(hello.cookie, cookie(from, hello, epoch - 1))));
  if (!shown && (!by_source_.take(from, now_us) || hellos_.is_used(calm_percent, now_us))) {
    ++node_.counters.limited;
    send_retry(from, hello, cookie(from, hello, epoch));
    return false;
  }
  if ((!shown || by_shown_source_.take(from, now_us)) && hellos_.take(now_us)) return true;
  ++node_.counters.limited;
  return false;
}

void Responder::on_hello(const Address& from, const Packet& hello, std::size_t size) {
  Octets what(hello.request.begin(), hello.request.end());
  append(what, hello.share);
  const auto derived = keyed("session", from, what);
  if (derived.size() < sizeof(Token)) return;
  Token session;
  std::copy_n(derived.begin(), session.size(), session.begin());
  auto* guest = guests_.find({session, from});
  if (!guest) {
    const auto key = node_.key.agree(hello.share, session_context(hello.request, session, node_.me, hello.share));
    if (!key || key->size() != sizeof(SharedKey)) {
      ++node_.counters.bad_proof;
      return;
    }
    guest = &guests_.add({session, from}, {});
    std::ranges::copy(*key, guest->key.begin());
  }
  guest->sender = hello.sender;
  guest->used_us = node_.host.ticks_us();
  std::uint64_t flags = hello.sender && node_.table.wants({*hello.sender, from}) ? would_greet : 0;
  std::string found;
  if (hello.target) {
    const auto parts = welcome(hello, session, *guest, flags | nodes_follow);
    const auto used = std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                                      [](std::size_t sum, const std::string& part) { return sum + part.size(); });
    if (used < amplification * size) found = nodes(from, *guest, hello, amplification * size - used);
    if (!found.empty()) flags |= nodes_follow;
  }
  std::size_t left = amplification * size;
  for (const auto& part : welcome(hello, session, *guest, flags)) {
    if (part.size() > left) return;
    left -= part.size();
    node_.send(to_text(from), part);
  }
  if (!found.empty()) node_.send(to_text(from), found);
}

void Responder::on_tagged(const Address& from, const Received& received) {
  const auto& packet = received.packet;
  const Guests::Key key{packet.session.value_or(Token{}), from};
  if (!guests_.find(key)) {
    ++node_.counters.unknown_session;
    return send_retry(from, packet, {});
  }
  if (!tag_holds(node_.crypto, view(guests_.find(key)->key), received)) {
    ++node_.counters.bad_proof;
    return;
  }
  auto& guest = guests_.prove(key);
  guest.used_us = node_.host.ticks_us();
  if (!guest.requests.take(guest.used_us)) {
    ++node_.counters.limited;
    return;
  }
  const bool is_client = packet.kind == Kind::ping && (packet.flags & hold_me) != 0;
  if (packet.sender) guest.sender = packet.sender;
  if (is_client) guest.sender.reset();  // he is named to be held, not to be greeted
  answer(key, guest, packet);
  if (guest.sender && node_.table.wants({*guest.sender, from})) others_.greet({*guest.sender, from});
}

void Responder::answer(const Guests::Key& session, Guest& guest, const Packet& request) {
  const auto& from = session.second;
  if (request.kind == Kind::ping) return pong(from, guest, request);
  if (request.kind == Kind::call) return take_call(from, guest, request);
  if (request.kind == Kind::find_node) return node_.send(to_text(from), nodes(from, guest, request, max_datagram));
  const auto packet = request.kind == Kind::store ? keeper_.take(session, request) : keeper_.give(request);
  node_.send(to_text(from), sealed(node_.crypto, view(guest.key), packet));
}

void Responder::pong(const Address& from, Guest& guest, const Packet& ping) {
  Packet packet{.kind = Kind::pong, .request = ping.request};
  if (ping.flags != 0) packet.seen = from;
  if ((ping.flags & hold_me) != 0 && ping.sender && others_.hold({*ping.sender, from})) packet.flags |= is_holding;
  const bool dials = (ping.flags & dial_me) != 0 && will_be_dialled(from, guest, ping);
  if (dials) packet.flags |= will_dial;
  node_.send(to_text(from), sealed(node_.crypto, view(guest.key), packet));
}

/// Has the transport dial whoever asked, at the very address he proved to hear me at: nobody else can be meant.
bool Responder::will_be_dialled(const Address& from, Guest& guest, const Packet& ping) {
  const auto now_us = node_.host.ticks_us();
  const bool may = node_.reach.can_test() && (guest.dialled_us == 0 || now_us > guest.dialled_us + dial_pause_us);
  if (!may || !dials_.take(now_us)) return false;
  guest.dialled_us = now_us;
  Octets detail(ping.request.begin(), ping.request.end());
  append(detail, sdk::bytes::of(to_text(from)));
  node_.host.publish("reach.dial", guest.sender.value_or(Id{}), detail);
  return true;
}

/// Somebody wants me, and waits at a node I keep in touch with.
void Responder::take_call(const Address& from, const Guest& guest, const Packet& call) {
  if (!others_.is_relay(from)) return;
  node_.send(to_text(from), sealed(node_.crypto, view(guest.key), {.kind = Kind::pong, .request = call.request}));
  Octets detail = call.cookie;
  append(detail, sdk::bytes::of(to_text(from)));
  node_.host.publish("relay.call", node_.me, detail);
}

/// In as few parts as it takes; empty when it does not fit at all.
std::vector<std::string> Responder::welcome(const Packet& hello, const Token& session, const Guest& guest,
                                            std::uint64_t flags) {
  Packet packet{.kind = Kind::welcome, .request = hello.request, .session = session, .flags = flags};
  const auto& whole = node_.key.delegation();
  if (hello.held == node_.key.mark()) return {sealed(node_.crypto, view(guest.key), packet)};
  for (std::uint8_t count = 1; count <= max_parts; ++count) {
    std::vector<std::string> parts;
    const auto length = (whole.size() + count - 1) / count;
    for (std::uint8_t i = 0; i < count && i * length < whole.size(); ++i) {
      const auto begin = whole.begin() + static_cast<std::ptrdiff_t>(i * length);
      packet.delegation.assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(length, whole.size() - i * length)));
      packet.part = {static_cast<std::uint8_t>(i + 1), count};
      parts.push_back(sealed(node_.crypto, view(guest.key), packet));
      if (parts.back().size() > max_datagram) break;
    }
    if (parts.size() == count && parts.front().size() <= max_datagram) return parts;
  }
  node_.host.log(sdk::Level::error, "my contact key is too long for the network; use a suite with a shorter one");
  return {};
}

/// The nearest good nodes I know that he may be told of, as many as fit; empty when not even none of them does.
std::string Responder::nodes(const Address& from, const Guest& guest, const Packet& request, std::size_t limit) {
  Packet packet{.kind = Kind::nodes, .request = request.request};
  if (others_.holds(*request.target)) packet.flags |= is_holding;
  for (const auto& entry : node_.table.nearest(*request.target, answer_contacts + bucket_size)) {
    const auto& contact = entry.contact;
    if (packet.contacts.size() >= answer_contacts) break;
    if (contact.address != from && contact.id != guest.sender && may_pass(contact.address, from))
      packet.contacts.push_back(contact);
  }
  const auto most = std::min(limit, max_datagram);
  auto datagram = sealed(node_.crypto, view(guest.key), packet);
  while (datagram.size() > most && !packet.contacts.empty()) {
    packet.contacts.pop_back();
    datagram = sealed(node_.crypto, view(guest.key), packet);
  }
  return datagram.size() <= most ? datagram : std::string();
}

void Responder::send_retry(const Address& from, const Packet& packet, Octets cookie) {
  if (!retries_.take(node_.host.ticks_us())) return;
  const Packet retry{.kind = Kind::retry, .request = packet.request, .cookie = std::move(cookie)};
  node_.send(to_text(from), to_datagram(text_of(retry), {}));
}

Octets Responder::keyed(std::string_view purpose, const Address& from, sdk::bytes what) {
  Octets message;
  append(message, sdk::bytes::of(purpose));
  message.push_back(0);
  append(message, view(from.ip));
  message.push_back(static_cast<std::uint8_t>(from.port >> 8));
  message.push_back(static_cast<std::uint8_t>(from.port));
  append(message, what);
  Octets tag;
  sdk::OutTo out(tag);
  if (!node_.crypto.mac(view(secret_), message, out).ok()) tag.clear();
  return tag;
}

Octets Responder::cookie(const Address& from, const Packet& hello, std::uint64_t epoch) {
  Octets what(hello.request.begin(), hello.request.end());
  for (int shift = 56; shift >= 0; shift -= 8) what.push_back(static_cast<std::uint8_t>(epoch >> shift));
  return keyed("cookie", from, what);
}

}  // namespace p2pchat::kademlia
