// SPDX-License-Identifier: MIT
#include "flow/mailbag.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::bottle {
namespace {

constexpr std::uint64_t first_errand_wait_ms = 10'000, longest_errand_wait_ms = 3'600'000;

}  // namespace

void Mailbag::owe(const SeenKey& key) {
  if (errands_.try_emplace(key).second) attempt(key);
}

void Mailbag::on_online(const Id& node) {
  std::vector<SeenKey> waiting;
  for (auto& [key, errand] : errands_)
    if (key.sender == node && !errand.is_under_way) waiting.push_back(key);
  for (const auto& key : waiting) attempt(key);
}

void Mailbag::attempt(const SeenKey& key) {
  auto& errand = errands_[key];
  shore_.around.host.cancel(std::exchange(errand.timer, 0));
  const auto* held = shore_.beach.find(key);
  const bool owes = held && (held->owes_found || !held->reply.empty());
  if (!owes || held->note.expiry_ms + answers_for_ms <= shore_.now_ms()) return void(errands_.erase(key));
  errand.is_under_way = true;
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
  errands_[key].is_under_way = false;
  if (!status.ok() || verdict == word(Refusal::busy)) {
    const std::string why = status.ok() ? "it is busy" : status.text;
    shore_.around.host.log(sdk::Level::debug, "a bottle's creator " + wire::short_hex(key.sender) + " waits: " + why);
    return try_later(key);
  }
  settle(key, matter);
}

void Mailbag::settle(const SeenKey& key, Matter matter) {
  auto* held = shore_.beach.find(key);
  if (!held) return void(errands_.erase(key));
  if (matter == Matter::found)
    held->owes_found = false;
  else
    held->reply.clear();
  shore_.records.save(*held, {});
  errands_[key].wait_ms = 0;
  if (held->owes_found || !held->reply.empty()) return attempt(key);
  errands_.erase(key);
  if (on_settled) on_settled(*held);
}

void Mailbag::try_later(const SeenKey& key) {
  auto& errand = errands_[key];
  errand.wait_ms = std::clamp(errand.wait_ms * 2, first_errand_wait_ms, longest_errand_wait_ms);
  errand.timer = shore_.around.host.after(errand.wait_ms, [this, key] { attempt(key); });
}

}  // namespace p2pchat::bottle
