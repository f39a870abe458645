// SPDX-License-Identifier: MIT
#include "signed_messages.hpp"

#include <algorithm>
#include <list>

namespace p2pchat::messaging {
namespace {

/// A message on its way to the pool.
struct Outgoing {
  Envelope envelope;
  sdk::StatusFn done;
};

}  // namespace

struct SignedMessages::State : std::enable_shared_from_this<State> {
  State(sdk::Host& h, sdk::Crypto& c, SessionPool& p, Dispatcher& d) : host(h), crypto(c), pool(p), dispatcher(d) {}

  using Place = std::list<Outgoing>::iterator;
  void sign(Place message);
  void finish(Place message, const sdk::Status& status, sdk::bytes signature);

  sdk::Host& host;
  sdk::Crypto& crypto;
  SessionPool& pool;
  Dispatcher& dispatcher;
  SigningQueue* signer = nullptr;
  sdk::Id me;
  std::uint64_t last_seq = 0;
  std::list<Outgoing> outgoing;
  bool stopped = false;
};

void SignedMessages::State::sign(Place message) {
  auto& envelope = message->envelope;
  envelope.sender = me;
  envelope.time_ms = host.now_ms();
  envelope.seq = last_seq = std::max(last_seq + 1, envelope.time_ms * 1000);
  signer->sign(envelope.receiver, signed_bytes(std::string_view(crypto.suite()), envelope),
               [weak = weak_from_this(), message](const sdk::Status& status, sdk::bytes signature) {
                 if (const auto self = weak.lock(); self && !self->stopped) self->finish(message, status, signature);
               });
}

void SignedMessages::State::finish(Place message, const sdk::Status& status, sdk::bytes signature) {
  auto [envelope, done] = std::move(*message);
  outgoing.erase(message);
  if (!status.ok()) {
    if (done) done(status);
    return;
  }
  envelope.sign.assign(signature.ptr, signature.ptr + signature.len);
  pool.send(envelope.receiver, encode_envelope(envelope), std::move(done));
}

SignedMessages::SignedMessages(sdk::Host& host, sdk::Crypto& crypto, SessionPool& pool, Dispatcher& dispatcher)
    : state_(std::make_shared<State>(host, crypto, pool, dispatcher)) {}

void SignedMessages::start(SigningQueue& signer, const sdk::Id& me) {
  state_->signer = &signer;
  state_->me = me;
  for (auto message = state_->outgoing.begin(); message != state_->outgoing.end(); ++message) state_->sign(message);
}

void SignedMessages::stop() {
  state_->stopped = true;
  for (auto& message : std::exchange(state_->outgoing, {}))
    if (message.done) message.done({sdk::Errc::cancelled, "the node is stopping"});
}

void SignedMessages::send(const sdk::Id& to, sdk::str type, sdk::str body, sdk::StatusFn&& done) noexcept {
  sdk::Status status;
  if (state_->stopped)
    status = {sdk::Errc::cancelled, "the node is stopping"};
  else if (!is_message_type(type))
    status = {sdk::Errc::invalid, "a message type is 1 to 40 of a-z 0-9 . - _"};
  else if (body.len > max_body)
    status = {sdk::Errc::too_large, "a body holds at most 64 KiB"};
  else if (!wire::is_utf8(body))
    status = {sdk::Errc::invalid, "a body is UTF-8 text"};
  if (!status.ok()) {
    if (done) state_->host.post([done = std::move(done), status] { done(status); });
    return;
  }
  Envelope envelope{.sender = {}, .receiver = to, .type = std::string(type), .sign = {}, .body = std::string(body)};
  state_->outgoing.push_back({std::move(envelope), std::move(done)});
  if (state_->signer) state_->sign(std::prev(state_->outgoing.end()));
}

sdk::Status SignedMessages::on_message(sdk::str type,
                                       sdk::Fn<void(const sdk::Id&, std::uint64_t, sdk::str)>&& f) noexcept {
  if (!is_message_type(type)) return {sdk::Errc::invalid, "a message type is 1 to 40 of a-z 0-9 . - _"};
  auto listener = [f = std::make_shared<std::decay_t<decltype(f)>>(std::move(f))](
                      const ProvenPeer& from, const Envelope& envelope, const sdk::Id&) {
    if (*f) (*f)(from.id, envelope.time_ms, envelope.body);
  };
  if (state_->dispatcher.on_envelope(type, std::move(listener))) return {};
  return {sdk::Errc::refused, "somebody already listens for messages of type " + std::string(type)};
}

void SignedMessages::peers(const sdk::Fn<void(const sdk::Peer&)>& each) noexcept { state_->pool.each_peer(each); }

}  // namespace p2pchat::messaging
