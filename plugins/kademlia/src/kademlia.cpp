// SPDX-License-Identifier: MIT
#include "kademlia.hpp"

namespace p2pchat::kademlia {
namespace {

constexpr std::uint32_t most_nodes = 16;

/// Every call is answered within the ten seconds that `Routing` promises.
constexpr std::uint64_t promised_ms = 9'900;
static_assert(Lookups::patience_ms < promised_ms);  // so that a lookup may tell what it found until then

sdk::Status no_records() { return {sdk::Errc::unsupported, "kademlia finds nodes; it does not keep records yet"}; }

bool is_endpoint(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == text.npos || colon == 0 || text.size() - colon < 2 || text.size() - colon > 6) return false;
  return text.find_first_not_of("0123456789", colon + 1) == text.npos && text.find_first_of(" \t") == text.npos;
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
      if (const auto address = parse_address(from); address && overlay_ && !is_stopped_) call(*address, rest...);
    };
  };
  transport_->on_datagram(
      with([this](const Address& from, sdk::bytes datagram) { overlay_->on_datagram(from, datagram); }));
  transport_->on_unreachable(with([this](const Address& address) { overlay_->on_unreachable(address); }));
  identity_->self([this](const sdk::Status& status, const Id& me, sdk::bytes) {
    if (is_stopped_) return;
    if (status.ok()) return begin(me);
    fail_all(status);
  });
  return {};
}

void Kademlia::begin(const Id& me) {
  overlay_ = std::make_unique<Overlay>(
      Overlay::Surroundings{host, *transport_, *crypto_, *identity_, host.get<sdk::Tables>()}, me);
  overlay_->start();
  for (const auto& [number, owed] : owed_) owed.begin();
}

void Kademlia::stop() noexcept {
  if (is_stopped_ || !transport_) return;
  is_stopped_ = true;
  transport_->on_datagram({});
  transport_->on_unreachable({});
  if (overlay_) overlay_->stop();
  fail_all({sdk::Errc::cancelled, "the node stops"});
}

/// Has `ask` do the work once my id is known and hands it the answer to give. `done` hears that, or that time was up or
/// this node stopped, whatever comes first.
template <class... Rest, class Ask>
void Kademlia::owe(sdk::Fn<void(const sdk::Status&, Rest...)>&& done, const Ask& ask) {
  if (is_stopped_) return;
  const auto number = next_call_++;
  const auto shared = std::make_shared<sdk::Fn<void(const sdk::Status&, Rest...)>>(std::move(done));
  const auto answer = [this, number, shared](const sdk::Status& status, Rest... rest) {
    const auto owed = owed_.extract(number);
    if (!owed) return;
    host.cancel(owed.mapped().timer);
    if (*shared) (*shared)(status, rest...);
  };
  auto& owed = owed_[number];
  owed.begin = [ask, answer] { ask(answer); };
  owed.fail = [answer](const sdk::Status& status) { answer(status, std::remove_cvref_t<Rest>{}...); };
  owed.timer = host.after(promised_ms, [this, number] {
    const auto* text = overlay_ ? "no answer in time; try again" : "this node has no key yet; try again";
    fail(number, {sdk::Errc::timed_out, text});
  });
  if (overlay_) ask(answer);
}

void Kademlia::fail(std::uint64_t number, const sdk::Status& status) {
  const auto found = owed_.find(number);
  if (found == owed_.end()) return;
  const auto fail = found->second.fail;  // which takes it out
  fail(status);
}

/// Those who ask again when they hear of it are not meant.
void Kademlia::fail_all(const sdk::Status& status) {
  const auto end = next_call_;
  while (!owed_.empty() && owed_.begin()->first < end) fail(owed_.begin()->first, status);
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

void Kademlia::put(const Id&, sdk::bytes, std::uint32_t, sdk::StatusFn&& done) {
  owe(std::move(done), [this](const auto& answer) { host.post([answer] { answer(no_records()); }); });
}

void Kademlia::get(const Id&, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&& done) {
  owe(std::move(done), [this](const auto& answer) { host.post([answer] { answer(no_records(), {}); }); });
}

void Kademlia::table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t, std::uint32_t)>& each) {
  if (overlay_) overlay_->table(each);
}

}  // namespace p2pchat::kademlia
