// SPDX-License-Identifier: MIT
#include "link.hpp"

#include "record_text.hpp"

#include <utility>

namespace p2pchat::messaging {
namespace {

using Octets = std::vector<std::uint8_t>;
constexpr std::uint64_t handshake_ms = 10'000, goodbye_ms = 3'000;
constexpr std::size_t max_handshake_frame = 16 * 1024;
constexpr std::size_t max_stranger_inbox = 64 * 1024, max_inbox = 8 << 20;

}  // namespace

/// What one handshake step came to.
struct Link::Step {
  Octets answer;
  sdk::Status status;
  bool established = false;
  ProvenPeer peer;
};

Link::Link(const Surroundings& around, std::string where, sdk::SecretKey& key, sdk::Role r, const sdk::Id& dialled)
    : endpoint(std::move(where)), role(r), wanted(dialled), around_(around) {
  if (auto* session = key.session(role, wanted)) session_ = {session, [](sdk::Session* s) { s->destroy(); }};
}

void Link::begin() {
  arm(handshake_ms, "the handshake took over 10 s");
  if (role == sdk::Role::initiator) run_step({});
}

void Link::take(sdk::bytes frame) {
  if (phase_ == Phase::over) return;
  const bool stranger = phase_ == Phase::handshake && role == sdk::Role::responder;
  if (inbox_bytes_ + frame.len > (stranger ? max_stranger_inbox : max_inbox))
    return end({sdk::Errc::busy, "too much arrived before it could be read"});
  inbox_.emplace_back(frame.ptr, frame.ptr + frame.len);
  inbox_bytes_ += frame.len;
  pump();
}

void Link::pump() {
  const auto self = shared_from_this();  // a callback may let go of the last other owner
  while (!inbox_.empty() && !stepping_ && phase_ != Phase::over) {
    if (phase_ != Phase::handshake && (silent_ || !around_.events.may_deliver(*this))) return;
    const auto frame = std::move(inbox_.front());
    inbox_.pop_front();
    inbox_bytes_ -= frame.size();
    phase_ == Phase::handshake ? run_step(frame) : open_record(frame);
  }
  if (closed_ && inbox_.empty() && !stepping_) finish(*closed_);
}

void Link::run_step(Octets message) {
  if (!session_) return end({sdk::Errc::internal, "no memory for a session"});
  if (message.size() > max_handshake_frame) return end({sdk::Errc::malformed, "a handshake message over 16 KiB"});
  stepping_ = true;
  auto step = std::make_shared<Step>();
  around_.host.offload(
      [session = session_, step, message = std::move(message), &crypto = around_.crypto] {
        sdk::OutTo answer(step->answer), key(step->peer.public_key);
        step->status = session->step(message, answer);
        step->established = step->status.ok() && session->established();
        if (step->established) step->status = session->peer(key);
        if (step->established && step->status.ok())
          step->status = crypto.identify(step->peer.public_key, step->peer.id);
      },
      [self = shared_from_this(), step] { self->stepped(*step); });
}

void Link::stepped(const Step& step) {
  stepping_ = false;
  if (phase_ == Phase::over || silent_) return;
  const bool lets_speak = role == sdk::Role::initiator && ++steps_ > 1 && !step.answer.empty() && step.status.ok();
  if (lets_speak && !around_.events.wanted(*this)) return end({sdk::Errc::cancelled, "another session stands"});
  committed_ = committed_ || lets_speak;
  if (!step.answer.empty()) transmit(step.answer, {});
  if (!step.status.ok()) return end(step.status);
  if (step.established) {
    peer_ = step.peer;
    phase_ = Phase::open;
    around_.host.cancel(timer_);
    around_.events.established(shared_from_this());
  }
  pump();
}

void Link::open_record(const Octets& record) {
  std::string text;
  sdk::OutTo out(text);
  if (auto opened = session_->open(record, out); !opened.ok()) return end(opened);
  const auto content = split_record(text);
  if (!content) return end({sdk::Errc::malformed, "a record that is not lines"});
  if (!content->lines.empty()) around_.events.lines(*this, content->lines);
  if ((content->goodbye || content->heard) && phase_ != Phase::over && !silent_) hear(*content);
}

void Link::hear(const RecordText& words) {
  confirmed_ = confirmed_ || (words.heard && phase_ == Phase::leaving);
  if (words.goodbye && !std::exchange(heard_goodbye_, true)) {
    if (auto sent = send(heard_text, {}); !sent.ok()) return end(sent);
    if (phase_ == Phase::open) around_.events.goodbye(shared_from_this());
  }
  if (heard_goodbye_ && confirmed_) end({});
}

sdk::Status Link::send(std::string_view text, sdk::StatusFn done) {
  if (closed_ || phase_ == Phase::over) return {sdk::Errc::io, "the connection is gone"};
  Octets record;
  sdk::OutTo out(record);
  if (auto sealed = session_->seal(sdk::bytes::of(text), out); !sealed.ok()) return sealed;
  transmit(record, std::move(done));
  return {};
}

/// A record that did not leave is missing in the count of the other side, so any error ends the link.
void Link::transmit(sdk::bytes frame, sdk::StatusFn done) {
  if (closed_) return;
  around_.transport.send(endpoint, frame, [self = shared_from_this(), done = std::move(done)](const sdk::Status& sent) {
    if (self->silent_) return;
    if (!sent.ok()) self->end(sent);
    if (done) done(sent);
  });
}

void Link::leave() {
  if (phase_ != Phase::open) return;
  phase_ = Phase::leaving;
  arm(goodbye_ms, "no goodbye came back");
  if (auto sent = send(goodbye_text, {}); !sent.ok()) end(sent);
}

void Link::closed(const sdk::Status& why) {
  closed_ = why.ok() ? sdk::Status(sdk::Errc::io, "the other side closed the connection") : why;
  pump();
}

void Link::end(const sdk::Status& why) {
  if (phase_ == Phase::over) return;
  if (!closed_) around_.transport.close(endpoint);
  finish(why);
}

void Link::finish(const sdk::Status& why) {
  if (phase_ == Phase::over) return;
  phase_ = Phase::over;
  around_.host.cancel(timer_);
  if (!silent_) around_.events.ended(shared_from_this(), why);
}

void Link::silence() {
  silent_ = true;
  around_.host.cancel(timer_);
}

void Link::arm(std::uint64_t ms, const char* what) {
  around_.host.cancel(timer_);
  timer_ = around_.host.after(ms, [link = weak_from_this(), what] {
    if (const auto self = link.lock()) self->end({sdk::Errc::timed_out, what});
  });
}

}  // namespace p2pchat::messaging
