// SPDX-License-Identifier: MIT
#include "greeter.hpp"

namespace p2pchat::lan_routing {
namespace {

constexpr std::uint64_t patience_ms = 2'000;

}  // namespace

void Greeter::greet(const std::string& endpoint, std::uint32_t times, Done done) {
  const auto [at, is_new] = tokens_.try_emplace(endpoint);
  if (is_new) node_.host.random(at->second.data(), at->second.size());
  const auto token = at->second;
  auto& pending = pending_[token];
  pending.waiting.push_back(std::move(done));
  pending.times = std::max(pending.times, times);
  if (!is_new) return;
  pending.endpoint = endpoint;
  pending.mine = one_times_.now();
  pending.greeting = {.token = token, .share = pending.mine->share};
  transmit(token);
}

void Greeter::greet_stranger(const std::string& endpoint, Done done) {
  if (tokens_.contains(endpoint) || strangers_ >= most_strangers) return;
  ++strangers_;
  greet(endpoint, 1, std::move(done));
  pending_[tokens_[endpoint]].is_stranger = true;
}

void Greeter::transmit(const Token& token) {
  auto& pending = pending_[token];
  if (pending.sent == pending.times) return finish(token, std::nullopt);
  ++pending.sent;
  pending.sent_us = node_.host.ticks_us();
  pending.timer = node_.host.after(patience_ms / pending.times, [this, token] { transmit(token); });
  node_.send(pending.endpoint, pending.greeting);
}

void Greeter::on_proof(const std::string& from, const Proof& proof) {
  const auto found = pending_.find(proof.token);
  if (found == pending_.end() || found->second.endpoint != from) return;
  Neighbour who;
  who.endpoint = from;
  if (!holds(found->second, proof, who.id)) return;
  const auto now_us = node_.host.ticks_us();
  who.proven_us = now_us;
  who.rtt_ms = static_cast<std::uint32_t>((now_us - found->second.sent_us + 999) / 1'000);
  finish(proof.token, who);
}

bool Greeter::holds(const Pending& pending, const Proof& proof, Id& owner) const {
  if (!node_.crypto.check(proof.delegation, node_.host.now_ms(), owner).ok()) return false;
  Octets key, tag;
  sdk::OutTo key_out(key), tag_out(tag);
  const auto context = proof_context(pending.greeting, owner);
  return node_.crypto.agree(pending.mine->secret, proof.delegation, context, key_out).ok() &&
         node_.crypto.mac(key, tagged_part(proof), tag_out).ok() && sdk::same(tag, view(proof.tag));
}

void Greeter::finish(const Token& token, const std::optional<Neighbour>& who) {
  const auto ended = pending_.extract(token);
  const auto& pending = ended.mapped();
  tokens_.erase(pending.endpoint);
  node_.host.cancel(pending.timer);
  if (pending.is_stranger) --strangers_;
  for (const auto& done : pending.waiting) done(who);
}

}  // namespace p2pchat::lan_routing
