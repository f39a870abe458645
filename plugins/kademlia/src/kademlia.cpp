// SPDX-License-Identifier: MIT
#include "kademlia.hpp"

namespace p2pchat::kademlia {
namespace {

constexpr std::uint32_t most_nodes = 16;
constexpr std::size_t longest_shown = 46;
constexpr std::string_view listening_topic = "socket.listening";

static_assert(Lookups::patience_ms < Promises::promised_ms);  // so that a lookup may tell what it found until then

bool is_endpoint(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == text.npos || colon == 0 || text.size() - colon < 2 || text.size() - colon > 6) return false;
  return text.find_first_not_of("0123456789", colon + 1) == text.npos && text.find_first_of(" \t") == text.npos;
}

/// IPv4, or IPv6 in brackets, also what `parse_address` does not take: one with a scope is an address all the same.
bool begins_like_address(std::string_view endpoint) {
  return endpoint.front() == '[' || (endpoint.front() >= '0' && endpoint.front() <= '9');
}

/// The endpoints of a text, one per line; says which lines are none.
std::vector<std::string> endpoints_of(std::string_view text, sdk::Host& host) {
  std::vector<std::string> endpoints;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (line.empty()) continue;
    if (is_endpoint(line))
      endpoints.emplace_back(line);
    else
      host.log(sdk::Level::warn, "bootstrap entry left out, write host:port: " + std::string(line));
  }
  return endpoints;
}

}  // namespace

sdk::Status Kademlia::start() {
  transport_ = host.get<sdk::Transport>();
  crypto_ = host.get<sdk::Crypto>();
  identity_ = host.get<sdk::Identity>();
  if (!transport_ || !crypto_ || !identity_)
    return {sdk::Errc::invalid, "kademlia needs a transport, a crypto suite and an identity; add their plugins"};
  const auto with = [this](auto call) {
    return [this, call](sdk::str from, auto... rest) {
      if (const auto address = parse_address(from); address && overlay_ && cannot_.ok() && !is_stopped_)
        call(*address, rest...);
    };
  };
  transport_->on_datagram(
      with([this](const Address& from, sdk::bytes datagram) { overlay_->on_datagram(from, datagram); }));
  transport_->on_unreachable(with([this](const Address& address) { overlay_->on_unreachable(address); }));
  for (const auto* prefix : {"socket.", "reach.dialled", "relay.wanted", "net.describe"})
    host.subscribe(prefix, [this](sdk::str topic, const Id& subject, sdk::bytes detail) {
      if (!is_stopped_) on_event(topic, subject, detail);
    });
  identity_->self([this](const sdk::Status& status, const Id& me, sdk::bytes) {
    if (is_stopped_) return;
    if (status.ok()) return begin(me);
    promises_.fail_all(status);
  });
  return {};
}

void Kademlia::on_event(std::string_view topic, const Id& subject, sdk::bytes detail) {
  if (topic == listening_topic) on_listening(detail.text());
  if (cannot_.ok() && overlay_) return overlay_->on_event(topic, subject, detail);
  if (!cannot_.ok() && topic == "net.describe") host.publish("net.status", {}, sdk::bytes::of(cannot_.text));
}

void Kademlia::on_listening(std::string_view endpoints) {
  listening_ = endpoints;
  if (endpoints.empty() || begins_like_address(endpoints) || !cannot_.ok()) return;
  const auto first = endpoints.substr(0, std::min(endpoints.find('\n'), longest_shown));
  cannot_ = {sdk::Errc::unsupported,
             "kademlia needs IP addresses; this transport listens at " + std::string(first) + "; use lan-routing"};
  if (overlay_) overlay_->stop();
  host.log(sdk::Level::error, cannot_.text);
  host.publish("net.status", {}, sdk::bytes::of(cannot_.text));
  promises_.fail_all(cannot_);
}

template <class... Rest, class Ask>
void Kademlia::owe(sdk::Fn<void(const sdk::Status&, Rest...)>&& done, const Ask& ask) {
  promises_.owe(std::move(done), [this, ask](const auto& answer) {
    if (cannot_.ok()) return static_cast<void>(ask(answer));
    host.post([answer, why = cannot_] { answer(why, std::remove_cvref_t<Rest>{}...); });
  });
}

void Kademlia::begin(const Id& me) {
  if (!cannot_.ok()) return promises_.begin();
  overlay_ = std::make_unique<Overlay>(
      Overlay::Surroundings{host, *transport_, *crypto_, *identity_, host.get<sdk::Tables>()}, me);
  overlay_->start();
  if (!listening_.empty()) overlay_->on_event(listening_topic, me, sdk::bytes::of(listening_));
  promises_.begin();
}

void Kademlia::stop() noexcept {
  if (is_stopped_ || !transport_) return;
  is_stopped_ = true;
  transport_->on_datagram({});
  transport_->on_unreachable({});
  if (overlay_) overlay_->stop();
  promises_.end({sdk::Errc::cancelled, "the node stops"});
}

void Kademlia::join(sdk::str endpoints, sdk::StatusFn&& done) {
  auto names = endpoints_of(endpoints, host);
  if (endpoints.len == 0) {
    std::string setting;
    sdk::OutTo out(setting);
    if (host.config("bootstrap", out)) names = endpoints_of(setting, host);
  }
  owe(std::move(done), [this, names](const auto& answer) { overlay_->join(names, answer); });
}

void Kademlia::locate(const Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) {
  owe(std::move(done), [this, node](const auto& answer) { overlay_->locate(node, answer); });
}

void Kademlia::closest(const Id& key, std::uint32_t n, sdk::NodesFn&& done) {
  owe(std::move(done), [this, key, n](const auto& answer) {
    if (n >= 1 && n <= most_nodes) return overlay_->closest(key, n, answer);
    host.post([answer] { answer({sdk::Errc::invalid, "ask for 1 to 16 nodes"}, nullptr, 0); });
  });
}

void Kademlia::known(const Id& key, std::uint32_t n, const sdk::Fn<void(const sdk::NodeEntry&)>& each) {
  if (overlay_) overlay_->known(key, n, each);
}

void Kademlia::put(const Id& key, sdk::bytes record, std::uint32_t ttl_s, sdk::StatusFn&& done) {
  owe(std::move(done), [this, key, value = Octets(record.ptr, record.ptr + record.len), ttl_s](const auto& answer) {
    overlay_->put(key, value, ttl_s, answer);
  });
}

void Kademlia::get(const Id& key, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) {
  owe(std::move(done), [this, key](const auto& answer) { overlay_->get(key, answer); });
}

void Kademlia::table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) {
  if (overlay_) overlay_->table(each);
}

}  // namespace p2pchat::kademlia
