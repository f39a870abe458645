// SPDX-License-Identifier: MIT
#include "session_pool.hpp"

#include "correspondents.hpp"
#include "handshake_limits.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <set>

namespace p2pchat::messaging {
namespace {

constexpr std::uint64_t sweep_ms = 60'000, idle_us = 600'000'000;
constexpr std::uint64_t closing_ms = 3'000, redial_ms = 100;
constexpr int max_redials = 100;
constexpr std::ptrdiff_t max_half_open = 256;

}  // namespace

struct SessionPool::State final : LinkEvents, std::enable_shared_from_this<State> {
  State(sdk::Host& h, sdk::Crypto& c, sdk::Transport& t, sdk::Routing& r)
      : host(h), crypto(c), transport(t), routing(r), nodes(h, [this](const sdk::Id& id) { open(id); }) {}

  bool wanted(const Link& link) override { return nodes.wanted(link); }
  bool may_deliver(const Link& link) override { return nodes.may_deliver(link); }
  void established(const std::shared_ptr<Link>& link) override;
  void lines(const Link& link, std::span<const std::string_view> lines) override;
  void goodbye(const std::shared_ptr<Link>& link) override { nodes.retire(link); }
  void ended(const std::shared_ptr<Link>& link, const sdk::Status& why) override;

  void open(const sdk::Id& id);
  void dial(const sdk::Id& id, const std::string& endpoint, int redials);
  void frame(std::string from, sdk::bytes octets);
  void closed(const std::string& endpoint, const sdk::Status& why);
  bool admit(const std::string& from);
  void close(const std::string& endpoint);
  void sweep();
  void finish_stop();
  std::shared_ptr<Link> add_link(const std::string& endpoint, sdk::Role role, const sdk::Id& wanted);

  sdk::Host& host;
  sdk::Crypto& crypto;
  sdk::Transport& transport;
  sdk::Routing& routing;
  sdk::SecretKey* key = nullptr;
  sdk::Id me;
  Correspondents nodes;
  HandshakeLimits limits;
  std::map<std::string, std::shared_ptr<Link>> links;  ///< by endpoint
  std::set<std::string> closing;  ///< endpoints whose connection is being closed: nothing from them is new
  LinesFn on_lines;
  bool stopping = false;
  std::function<void()> stopped;
  std::uint64_t sweep_timer = 0;
};

std::shared_ptr<Link> SessionPool::State::add_link(const std::string& endpoint, sdk::Role role, const sdk::Id& wanted) {
  auto link = std::make_shared<Link>(Link::Surroundings{host, crypto, transport, *this}, endpoint, *key, role, wanted);
  nodes.begun(*link);
  links[endpoint] = link;
  return link;
}

void SessionPool::State::open(const sdk::Id& id) {
  if (!key || stopping) return;
  nodes.at(id).seeking = true;
  routing.locate(id, [weak = weak_from_this(), id](const sdk::Status& status, const sdk::NodeEntry& entry) {
    const auto self = weak.lock();
    if (!self) return;
    if (status.ok()) return self->dial(id, entry.endpoint, 0);
    self->nodes.at(id).seeking = false;
    if (self->nodes.at(id).standing) return self->nodes.advance(id);
    self->nodes.fail_waiting(id, {status.code, "cannot find " + wire::short_hex(id) + ": " + status.text});
  });
}

/// A connection that stands at the endpoint belongs to whoever was there before: it is closed first.
void SessionPool::State::dial(const sdk::Id& id, const std::string& endpoint, int redials) {
  auto& node = nodes.at(id);
  node.seeking = false;
  if (stopping || node.waiting.empty() || node.standing) return nodes.advance(id);
  const auto occupant = links.find(endpoint);
  if (occupant == links.end() && !closing.contains(endpoint)) {
    node.opening = add_link(endpoint, sdk::Role::initiator, id);
    return node.opening->begin();
  }
  if (redials == max_redials)
    return nodes.fail_waiting(id, {sdk::Errc::timed_out, "an old connection to " + endpoint + " does not close"});
  node.seeking = true;
  if (occupant != links.end()) occupant->second->end({sdk::Errc::cancelled, "another node is at this endpoint now"});
  host.after(redial_ms, [weak = weak_from_this(), id, endpoint, redials] {
    if (const auto self = weak.lock()) self->dial(id, endpoint, redials + 1);
  });
}

bool SessionPool::State::admit(const std::string& from) {
  if (!key || stopping || !limits.admit(from, host.ticks_us())) return false;
  return std::ranges::count_if(links, [](const auto& entry) {
           return entry.second->role == sdk::Role::responder && entry.second->phase() == Link::Phase::handshake;
         }) < max_half_open;
}

void SessionPool::State::frame(std::string from, sdk::bytes octets) {
  if (const auto found = links.find(from); found != links.end()) return std::shared_ptr(found->second)->take(octets);
  if (closing.contains(from)) return;
  if (!admit(from)) return close(from);
  const auto link = add_link(from, sdk::Role::responder, {});
  link->begin();
  link->take(octets);
}

void SessionPool::State::closed(const std::string& endpoint, const sdk::Status& why) {
  closing.erase(endpoint);
  if (const auto found = links.find(endpoint); found != links.end()) std::shared_ptr(found->second)->closed(why);
}

/// Closes a connection that has no link.
void SessionPool::State::close(const std::string& endpoint) {
  closing.insert(endpoint);
  transport.close(endpoint);
  host.after(closing_ms, [weak = weak_from_this(), endpoint] {
    if (const auto self = weak.lock()) self->closing.erase(endpoint);
  });
}

void SessionPool::State::established(const std::shared_ptr<Link>& link) {
  const auto& id = link->peer().id;
  const bool other = link->role == sdk::Role::initiator && id != link->wanted;
  if (other || id == me) return link->end({sdk::Errc::bad_signature, "the other side is not who was called"});
  if (stopping) return link->end({sdk::Errc::cancelled, "stopping"});
  nodes.established(link);
}

void SessionPool::State::lines(const Link& link, std::span<const std::string_view> lines) {
  nodes.at(link.peer().id).used_us = host.ticks_us();
  if (on_lines) on_lines(link.peer(), lines);
}

void SessionPool::State::ended(const std::shared_ptr<Link>& link, const sdk::Status& why) {
  if (const auto found = links.find(link->endpoint); found != links.end() && found->second == link) links.erase(found);
  if (!link->gone()) close(link->endpoint);
  if (!why.ok()) host.log(sdk::Level::debug, "the session at " + link->endpoint + " ended: " + std::string(why.text));
  nodes.ended(link, why);
  if (stopping && links.empty()) finish_stop();
}

void SessionPool::State::sweep() {
  sweep_timer = host.after(sweep_ms, [weak = weak_from_this()] {
    const auto self = weak.lock();
    if (!self) return;
    const auto now = self->host.ticks_us();
    if (now > idle_us) self->nodes.sweep(now - idle_us);
    self->sweep();
  });
}

void SessionPool::State::finish_stop() {
  if (stopped) host.post([done = std::exchange(stopped, nullptr)] { done(); });
}

SessionPool::SessionPool(sdk::Host& host, sdk::Crypto& crypto, sdk::Transport& transport, sdk::Routing& routing)
    : state_(std::make_shared<State>(host, crypto, transport, routing)) {
  transport.on_frame([weak = std::weak_ptr(state_)](sdk::str from, sdk::bytes frame) {
    if (const auto state = weak.lock()) state->frame(std::string(from), frame);
  });
  transport.on_closed([weak = std::weak_ptr(state_)](sdk::str endpoint, const sdk::Status& why) {
    if (const auto state = weak.lock()) state->closed(std::string(endpoint), why);
  });
  state_->sweep();
}

SessionPool::~SessionPool() {
  state_->host.cancel(state_->sweep_timer);
  for (auto& [endpoint, link] : state_->links) link->silence();
}

void SessionPool::start(sdk::SecretKey& key, const sdk::Id& me) {
  state_->key = &key;
  state_->me = me;
  state_->nodes.set_self(me);
  std::vector<sdk::Id> known;
  for (auto& [id, node] : state_->nodes.all()) known.push_back(id);
  for (auto& id : known) state_->nodes.advance(id);
}

void SessionPool::stop(std::function<void()> done) {
  auto& state = *state_;
  state.stopping = true;
  state.stopped = std::move(done);
  state.host.cancel(state.sweep_timer);
  std::vector<sdk::Id> known;
  for (auto& [id, node] : state.nodes.all()) known.push_back(id);
  for (auto& id : known) state.nodes.fail_waiting(id, {sdk::Errc::cancelled, "the node is stopping"});
  for (auto& [endpoint, link] : std::map(state.links)) {
    if (link->phase() == Link::Phase::open)
      state.nodes.retire(link);
    else if (link->phase() == Link::Phase::handshake)
      link->end({sdk::Errc::cancelled, "the node is stopping"});
  }
  if (state.links.empty()) state.finish_stop();
}

void SessionPool::each_peer(const sdk::Fn<void(const sdk::Peer&)>& each) const {
  for (auto& [id, node] : state_->nodes.all())
    if (node.standing) each({.id = id, .endpoint = node.standing->endpoint, .since_ms = node.standing->since_ms});
}

void SessionPool::send(const sdk::Id& peer, std::string_view line, sdk::StatusFn&& done) {
  sdk::Status status;
  if (state_->stopping)
    status = {sdk::Errc::cancelled, "the node is stopping"};
  else if (line.size() > max_line)
    status = {sdk::Errc::too_large, "a line over 256 KiB - 64"};
  else if (state_->key && peer == state_->me)
    status = {sdk::Errc::invalid, "a message to myself"};
  else
    status = state_->nodes.queue(peer, line, done);
  if (status.ok()) return state_->nodes.advance(peer);
  if (done) state_->host.post([done = std::move(done), status] { done(status); });
}

bool SessionPool::online(const sdk::Id& peer) const {
  const auto found = state_->nodes.all().find(peer);
  return found != state_->nodes.all().end() && found->second.standing;
}

void SessionPool::on_lines(LinesFn f) { state_->on_lines = std::move(f); }
void SessionPool::on_online(ChangeFn f) { state_->nodes.on_online.push_back(std::move(f)); }
void SessionPool::on_offline(ChangeFn f) { state_->nodes.on_offline.push_back(std::move(f)); }

}  // namespace p2pchat::messaging
