// SPDX-License-Identifier: MIT
#include "flow/mailbag.hpp"

#include <wire/hex.hpp>

namespace p2pchat::bottle {
namespace {

constexpr Waits for_the_creator{.first_ms = 10'000, .longest_ms = 3'600'000};

}  // namespace

void Mailbag::on_online(const Id& node) {
  errands_.on_online([&node](const SeenKey& key) { return key.sender == node; });
}

void Mailbag::attempt(const SeenKey& key) {
  const auto* held = shore_.beach.find(key);
  const bool owes = held && (held->owes_found || !held->reply.empty());
  if (!owes || held->note.expiry_ms + answers_for_ms <= shore_.now_ms()) return errands_.end(key);
  send(key, *held);
}

/// `found` first: the creator sees it ashore before it is answered.
void Mailbag::send(const SeenKey& key, const Held& held) {
  const auto matter = held.owes_found ? Matter::found : Matter::reply;
  const Proof proof{held.note.id, held.note.gas, held.note.gas_token};
  const auto body = matter == Matter::found ? write_found({proof, held.here_ms}) : write_reply({proof, held.reply});
  shore_.handover.send(held.note.sender, matter == Matter::found ? found_type : reply_type, held.note.id, body,
                       [this, key, matter](const sdk::Status& status, std::string_view verdict) {
                         on_answer(key, matter, status, verdict);
                       });
}

/// Only `busy` and silence are tried again: whatever else the creator says, it will say again.
void Mailbag::on_answer(const SeenKey& key, Matter matter, const sdk::Status& status, std::string_view verdict) {
  if (!status.ok() || verdict == word(Refusal::busy)) {
    const std::string why = status.ok() ? "it is busy" : status.text;
    shore_.around.host.log(sdk::Level::debug, "a bottle's creator " + wire::short_hex(key.sender) + " waits: " + why);
    return errands_.later(key, for_the_creator, Hope::somebody_comes);
  }
  settle(key, matter);
}

void Mailbag::settle(const SeenKey& key, Matter matter) {
  errands_.end(key);
  auto* held = shore_.beach.find(key);
  if (!held) return;
  if (matter == Matter::found)
    held->owes_found = false;
  else
    held->reply.clear();
  shore_.records.save(*held, {});
  if (held->owes_found || !held->reply.empty()) return owe(key);
  if (on_settled) on_settled(*held);
}

}  // namespace p2pchat::bottle
