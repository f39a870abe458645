// SPDX-License-Identifier: MIT
#include "finding.hpp"

namespace p2pchat::lan_bottle {

void Finding::change(const Id& bottle, sdk::StatusFn&& done, const std::function<sdk::Status(Held&)>& change,
                     std::function<void()> next) {
  auto* held = pond_.notes.found(bottle, pond_.now_ms());
  if (!held || pond_.blocked.contains(held->note.sender))
    return pond_.answer(std::move(done), {sdk::Errc::not_found, "no such bottle lies here"});
  if (const auto changed = change(*held); !changed.ok()) return pond_.answer(std::move(done), changed);
  pond_.save(*held, [this, bottle, done = std::move(done), next = std::move(next)](const sdk::Status& status) {
    if (done) done(status);
    if (!status.ok()) return;
    pond_.publish("bottle.beach", bottle);
    if (next) next();
  });
}

void Finding::open(const Id& bottle, sdk::StatusFn&& done) {
  change(bottle, std::move(done), [](Held& held) -> sdk::Status {
    if (held.voyage == Voyage::unread) held.voyage = Voyage::read;
    return {};
  });
}

void Finding::keep(const Id& bottle, sdk::StatusFn&& done) {
  change(bottle, std::move(done), [](Held& held) -> sdk::Status {
    held.voyage = Voyage::kept;
    return {};
  });
}

void Finding::answer(const Id& bottle, std::string_view text, sdk::StatusFn&& done) {
  change(
      bottle, std::move(done), [&](Held& held) { return seal(held, text); }, [this, bottle] { news_.owe(bottle); });
}

sdk::Status Finding::seal(Held& held, std::string_view text) {
  if (!is_drift_body(text)) return {sdk::Errc::invalid, "an answer holds 1 to 1,000 characters of UTF-8 text"};
  if (held.is_answered) return {sdk::Errc::refused, "this bottle is answered already"};
  if (held.note.expiry_ms <= pond_.now_ms()) return {sdk::Errc::expired, "nobody waits for an answer any more"};
  Octets sealed;
  sdk::OutTo out(sealed);
  const auto octets = reply_context(held.note.id);
  if (auto status = pond_.around.crypto.seal(held.note.key, octets, sdk::bytes::of(text), out); !status.ok())
    return status;
  held.is_answered = true;
  held.reply = std::move(sealed);
  if (held.voyage != Voyage::kept) held.voyage = Voyage::answered;
  return {};
}

void Finding::release(const Id& bottle, sdk::StatusFn&& done) {
  const auto let_go = [this](Held& held) -> sdk::Status {
    if (held.note.expiry_ms <= pond_.now_ms()) return {sdk::Errc::expired, "its time is over; it sinks"};
    held.is_gone = true;
    return {};
  };
  change(bottle, std::move(done), let_go, [this, bottle] { throwing_.release(bottle); });
}

}  // namespace p2pchat::lan_bottle
