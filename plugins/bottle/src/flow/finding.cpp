// SPDX-License-Identifier: MIT
#include "flow/finding.hpp"

#include "note/note_text.hpp"
#include "note/signed_bytes.hpp"

namespace p2pchat::bottle {

void Finding::change(const Id& bottle, sdk::StatusFn&& done, const std::function<sdk::Status(Held&)>& change,
                     std::function<void(const SeenKey&)> next) {
  const auto shared = std::make_shared<sdk::StatusFn>(std::move(done));
  auto* held = shore_.beach.found(bottle);
  const bool is_there = held && held->is_shown(shore_.now_ms()) && !shore_.blocked.contains(held->note.sender);
  const auto changed = is_there ? change(*held) : sdk::Status(sdk::Errc::not_found, "no such bottle lies here");
  if (!changed.ok()) {
    shore_.around.host.post([shared, changed] {
      if (*shared) (*shared)(changed);
    });
    return;
  }
  const auto key = key_of(held->note);
  shore_.records.save(*held, [this, shared, key, next = std::move(next)](const sdk::Status& status) {
    if (*shared) (*shared)(status);
    if (!status.ok()) return;
    shore_.publish("bottle.beach", key.bottle);
    if (next) next(key);
  });
}

void Finding::open(const Id& bottle, sdk::StatusFn&& done) {
  change(bottle, std::move(done), [](Held& held) -> sdk::Status {
    if (held.voyage == Voyage::unread) held.voyage = Voyage::read;
    return {};
  });
}

void Finding::keep(const Id& bottle, sdk::StatusFn&& done) {
  change(bottle, std::move(done),
         [](Held& held) -> sdk::Status {
           held.voyage = Voyage::kept;
           return {};
         },
         {});
}

void Finding::answer(const Id& bottle, std::string_view text, sdk::StatusFn&& done) {
  const auto seal = [&](Held& held) -> sdk::Status {
    if (!is_drift_body(text)) return {sdk::Errc::invalid, "an answer holds 1 to 1,000 characters of UTF-8 text"};
    if (held.is_answered) return {sdk::Errc::refused, "this bottle is answered already"};
    if (held.note.expiry_ms <= shore_.now_ms()) return {sdk::Errc::expired, "nobody waits for an answer any more"};
    Octets sealed;
    sdk::OutTo out(sealed);
    const auto status =
        shore_.around.crypto.seal(held.note.key, reply_context(held.note.id), sdk::bytes::of(text), out);
    if (!status.ok()) return status;
    held.is_answered = true;
    held.reply = std::move(sealed);
    if (held.voyage != Voyage::kept) held.voyage = Voyage::answered;
    return {};
  };
  change(bottle, std::move(done), seal, [this](const SeenKey& key) { mailbag_.owe(key); });
}

void Finding::release(const Id& bottle, sdk::StatusFn&& done) {
  const auto let_go = [this](Held& held) -> sdk::Status {
    if (held.note.expiry_ms <= shore_.now_ms()) return {sdk::Errc::expired, "its time is over; it sinks"};
    held.is_gone = true;
    held.errand = held.note.gas > 0 ? Held::Errand::release : Held::Errand::none;
    return {};
  };
  change(bottle, std::move(done), let_go, [this](const SeenKey& key) { drifting_.travel(key, {}); });
}

}  // namespace p2pchat::bottle
