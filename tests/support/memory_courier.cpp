// SPDX-License-Identifier: MIT
#include "support/memory_courier.hpp"

#include <memory>

namespace p2pchat::test {

CourierNetwork::CourierNetwork(MemoryCourier& courier, sdk::Host& host, const sdk::Id& me)
    : courier_(courier), host_(host), me_(me) {
  courier_.nodes_[me] = this;
}

CourierNetwork::~CourierNetwork() {
  courier_.nodes_.erase(me_);
  std::erase_if(courier_.met_, [this](const auto& pair) {
    if (pair.first != me_ && pair.second != me_) return false;
    const auto other = courier_.nodes_.find(pair.first == me_ ? pair.second : pair.first);
    if (other != courier_.nodes_.end()) other->second->host_.publish("peer.offline", me_, {});
    return true;
  });
}

void CourierNetwork::send(const sdk::Id& to, sdk::str type, sdk::str body, sdk::StatusFn&& done) noexcept {
  courier_.send(*this, to, std::string(type), std::string(body), std::move(done));
}

sdk::Status CourierNetwork::on_message(sdk::str type,
                                       sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&& f) noexcept {
  if (listeners_.try_emplace(std::string(type), std::move(f)).second) return {};
  return {sdk::Errc::refused, "somebody already listens"};
}

void CourierNetwork::peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept {
  for (const auto& [a, b] : courier_.met_)
    if (a == me_ || b == me_) each({.id = a == me_ ? b : a, .endpoint = "192.0.2.1:12476"});
}

void MemoryCourier::meet(const sdk::Id& a, const sdk::Id& b) {
  if (!met_.insert(std::minmax(a, b)).second) return;
  for (const auto& [here, there] : {std::pair(a, b), std::pair(b, a)})
    if (const auto node = nodes_.find(here); node != nodes_.end())
      node->second->host_.publish("peer.online", there, {});
}

void MemoryCourier::send(CourierNetwork& from, const sdk::Id& to, std::string type, std::string body,
                         sdk::StatusFn&& done) {
  const bool there = nodes_.contains(to) && to != from.me_, reached = !reachable || reachable(from.me_, to);
  const auto answer = [&](std::uint64_t in_ms, const sdk::Status& status) {
    if (done) from.host_.after(in_ms, [done = std::move(done), status] { done(status); });
  };
  if (!there) return answer(1'000, {sdk::Errc::not_found, "nobody knows this node"});
  if (!reached) return answer(unreachable_ms, {sdk::Errc::timed_out, "no answer"});
  clock_.at(clock_.now_us() + latency_ms * 1000,
            [this, sender = from.me_, to, type = std::move(type), body = std::move(body)]() mutable {
              if (carry && carry(sender, to, type, body) == Fate::lose) return;
              deliver(sender, to, type, std::move(body));
            });
  answer(latency_ms, {});
}

void MemoryCourier::deliver(const sdk::Id& from, const sdk::Id& to, const std::string& type, std::string body) {
  const auto node = nodes_.find(to);
  if (node == nodes_.end()) return;
  if (nodes_.contains(from)) meet(from, to);
  const auto listener = node->second->listeners_.find(type);
  if (listener == node->second->listeners_.end()) return;
  ++arrived[type];
  listener->second(from, node->second->host_.now_ms(), body);
}

}  // namespace p2pchat::test
