// SPDX-License-Identifier: MIT
#include "hostile_node.hpp"

namespace p2pchat::test {

using namespace kademlia;

HostileNode::HostileNode(DatagramNetwork& network, std::string endpoint, std::uint64_t seed)
    : network_(network),
      endpoint_(std::move(endpoint)),
      host_(network.clock(), seed),
      crypto_(host_),
      identity_(host_, crypto_) {
  std::vector<std::uint8_t> plain;
  sdk::OutTo secret(secret_), delegation(plain);
  if (!identity_.key().delegate(host_.now_ms() + 86'400'000, secret, delegation).ok()) throw "no delegation";
  delegation_ = crypto_.padded(plain);
  network_.attach(endpoint_, [this](const std::string& from, sdk::bytes payload) { hear(from, payload); });
}

HostileNode::~HostileNode() {
  network_.attach(endpoint_, {});
  host_.drop_callbacks();
}

void HostileNode::send(const std::string& to, const std::string& datagram) {
  const auto octets = sdk::bytes::of(datagram);
  network_.clock().at(network_.clock().now_us() + delay_us,
                      [this, to, payload = std::vector<std::uint8_t>(octets.ptr, octets.ptr + octets.len)] {
                        network_.send({endpoint_, to, payload});
                      });
}

void HostileNode::hear(const std::string& from, sdk::bytes payload) {
  const auto received = from_datagram(parser_, payload);
  if (!received) return;
  const auto& packet = received->packet;
  if (packet.kind == Kind::hello) {
    ++asked;
    return welcome(from, packet);
  }
  if (const auto greeting = greetings_.find(packet.request);
      packet.kind == Kind::welcome && greeting != greetings_.end()) {
    // It hears the honest node: a PING under the session shows that, and asks to be greeted in turn.
    if (greeting->second.take(*received, {}, host_.now_ms()) != WelcomeReader::Progress::proven) return;
    opened_[from] = greeting->second.proof();
    return ping(from, identity_.id());
  }
  if (packet.kind == Kind::pong || packet.kind == Kind::retry) answers.push_back(packet.kind);
  if (!packet.session || !keys_.contains(*packet.session)) return;
  ++asked;
  const auto& key = keys_[*packet.session];
  if (packet.kind == Kind::ping) send(from, sealed(crypto_, key, {.kind = Kind::pong, .request = packet.request}));
  if (packet.kind == Kind::find_node) nodes(from, packet, key);
}

void HostileNode::welcome(const std::string& from, const Packet& hello) {
  Token session;
  host_.random(session.data(), session.size());
  auto& key = keys_[session];
  sdk::OutTo out(key);
  if (!crypto_.agree(secret_, hello.share, session_context(hello.request, session, identity_.id(), hello.share), out)
           .ok())
    return;
  send(from, sealed(crypto_, key,
                    {.kind = Kind::welcome,
                     .request = hello.request,
                     .session = session,
                     .delegation = delegation_,
                     .flags = hello.target ? nodes_follow : 0}));
  if (hello.target) nodes(from, hello, key);
}

void HostileNode::nodes(const std::string& to, const Packet& request, const Octets& key) {
  Packet packet{.kind = Kind::nodes, .request = request.request};
  if (referrals) packet.contacts = referrals(*request.target);
  send(to, sealed(crypto_, key, packet));
}

void HostileNode::ping(const std::string& endpoint, const Id& sender) {
  const auto& proof = opened_.at(endpoint);
  Packet packet{.kind = Kind::ping, .session = proof.session, .sender = sender};
  host_.random(packet.request.data(), packet.request.size());
  send(endpoint, sealed(crypto_, view(proof.key), packet));
}

void HostileNode::offer(const std::string& endpoint) {
  auto pair = std::make_shared<OneTime>();
  sdk::OutTo secret(pair->secret), share(pair->share);
  if (!crypto_.ephemeral(secret, share).ok()) return;
  Packet hello{.kind = Kind::hello, .sender = identity_.id(), .share = pair->share};
  host_.random(hello.request.data(), hello.request.size());
  greetings_.emplace(hello.request, WelcomeReader(crypto_, pair));
  send(endpoint, to_datagram(text_of(hello), {}));
}

}  // namespace p2pchat::test
