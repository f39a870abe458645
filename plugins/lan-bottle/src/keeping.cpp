// SPDX-License-Identifier: MIT
#include "keeping.hpp"

#include <p2pchat/kit/distance.hpp>

#include <wire/hex.hpp>

namespace p2pchat::lan_bottle {
namespace {

using Place = Notes::Place;

constexpr std::uint64_t save_after_ms = 60'000;
constexpr RateLimit in_all{.per_second = 100, .burst = 300};
constexpr std::string_view quotas_table = "quotas", drift_row = "drift", addressed_row = "addressed";
constexpr std::size_t most_row = 127 * 1024;

}  // namespace

void Keeping::on_note(const Id& from, std::string_view text) {
  if (text.size() > most_note) return pond_.refusals.count(Refusal::oversized);
  if (!peers_.take(from, pond_.now_ms())) return pond_.refusals.count(Refusal::peer_rate);
  auto note = read_note(pond_.parser, text);
  if (!note) return pond_.refusals.count(Refusal::malformed);
  note->id = note_id(pond_.around.crypto, *note);
  const auto refusal = judge(*note);
  if (refusal == Refusal::none) return take(from, std::move(*note));
  const auto pending = pending_.find(note->id);
  if (refusal == Refusal::seen && pending != pending_.end()) return pending->second.push_back(from);
  pond_.refuse(from, Matter::note, note->id, refusal);  // `seen` is only said of what is durable
}

/// Cheapest first; one signature at most, and only when everything else holds.
Refusal Keeping::judge(const Note& note) {
  const auto now = pond_.now_ms();
  if (const auto refusal = check_life(note.time_ms, note.expiry_ms, now); refusal != Refusal::none) return refusal;
  if (pond_.blocked.contains(note.sender)) return Refusal::blocked;
  const bool is_known = pond_.seen.contains({note.sender, note.id}) || pending_.contains(note.id);
  if (note.sender == pond_.notes.me || is_known) return Refusal::seen;
  if (!is_near(note)) return Refusal::off_course;
  if (pond_.notes.place_of(note) != Place::inbox && !limit_of(note).has_room(wire::to_hex(note.sender), now))
    return Refusal::sender_quota;
  if (!all_.take(in_all, now)) return Refusal::busy;
  Id owner;
  auto& crypto = pond_.around.crypto;
  if (!crypto.identify(note.key, owner).ok() || owner != note.sender) return Refusal::bad_key;
  const auto octets = signed_bytes(std::string_view(crypto.suite()), note.id);
  return crypto.verify(note.key, octets, note.sign).ok() ? Refusal::none : Refusal::bad_signature;
}

/// Whether an honest node may have brought it here: three are wanted, some of the nearest may be away or have it.
bool Keeping::is_near(const Note& note) {
  if (note.receiver == pond_.notes.me) return true;
  const auto mine = kit::distance(pond_.notes.me, note.target());
  std::uint32_t nearer = 0;
  pond_.around.routing.known(note.target(), near_nodes + 1, [&](const sdk::NodeEntry& node) {
    nearer += node.id != note.sender && kit::distance(node.id, note.target()) < mine;
  });
  return nearer < near_nodes;
}

Refusal Keeping::find_room(const Note& note) {
  if (pending_.size() >= most_pending) return Refusal::busy;
  const auto place = pond_.notes.place_of(note);
  const auto lie = pond_.notes.in(place, [](const Held& held) { return !held.is_gone; }).size();
  if (place == Place::inbox) return lie < Notes::most_in_inbox ? Refusal::none : Refusal::receiver_quota;
  if (place == Place::shelf) {
    const auto of_sender = [&note](const Held& held) { return held.note.sender == note.sender; };
    if (pond_.notes.in(place, of_sender).size() >= Notes::most_of_sender) return Refusal::receiver_quota;
  }
  if (lie < (place == Place::beach ? pond_.settings.beach_capacity : Notes::most_on_shelf)) return Refusal::none;
  const auto gone = pond_.notes.makes_room(note);
  if (!gone) return place == Place::beach ? Refusal::beach_full : Refusal::receiver_quota;
  pond_.erase(*gone);
  if (place == Place::beach) pond_.publish("bottle.beach", *gone);
  return Refusal::none;
}

/// A quota counts what found room: who tries again where there was none uses nothing up.
void Keeping::take(const Id& from, Note note) {
  if (const auto refusal = find_room(note); refusal != Refusal::none)
    return pond_.refuse(from, Matter::note, note.id, refusal);
  if (pond_.notes.place_of(note) != Place::inbox) limit_of(note).take(wire::to_hex(note.sender), pond_.now_ms());
  save_quotas_soon();
  Held held{.note = std::move(note), .here_ms = pond_.now_ms()};
  held.owes_news = !held.note.is_addressed();
  pending_[held.note.id] = {from};
  auto& kept = pond_.notes.add(std::move(held));
  pond_.save(kept, [this, id = kept.note.id](const sdk::Status& status) { on_durable(id, status); });
}

/// Now it may be said and shown.
void Keeping::on_durable(const Id& note, const sdk::Status& status) {
  const auto waiting = pending_.extract(note).mapped();
  const auto* held = pond_.notes.find(note);
  if (!status.ok() || !held) {
    pond_.erase(note);
    for (const auto& node : waiting) pond_.refuse(node, Matter::note, note, Refusal::busy);
    return;
  }
  pond_.refusals.count(Refusal::none);
  pond_.remember(held->note);
  pond_.say(waiting.front(), Matter::note, note, "ashore");
  for (std::size_t i = 1; i < waiting.size(); ++i) pond_.refuse(waiting[i], Matter::note, note, Refusal::seen);
  switch (pond_.notes.place_of(held->note)) {
    case Place::inbox:
      return on_mine(*held);
    case Place::shelf:
      return deliver_if_online(held->note.receiver);
    case Place::beach:
      return on_ashore(*held);
    case Place::mine:
      return;
  }
}

void Keeping::on_collect(const Id& from, std::string_view text) {
  if (!pond_.words.take(from, pond_.now_ms())) return pond_.refusals.count(Refusal::peer_rate);
  if (!is_collect(text)) return pond_.refusals.count(Refusal::malformed);
  deliver(from);
}

/// Whoever is not there is not looked for: he asks when he comes.
void Keeping::deliver_if_online(const Id& receiver) {
  bool is_online = false;
  pond_.around.network.peers([&](const sdk::Peer& peer) { is_online |= peer.id == receiver; });
  if (is_online) deliver(receiver);
}

void Keeping::deliver(const Id& receiver) {
  std::vector<Id> notes;
  for (const auto* held : pond_.notes.in(Place::shelf))
    if (held->note.receiver == receiver) notes.push_back(held->note.id);
  if (!notes.empty() && receivers_.insert(receiver).second) bring(receiver, std::move(notes));
}

/// The oldest first. Who has it, or had it, needs it here no longer; who is gone again asks again.
void Keeping::bring(const Id& receiver, std::vector<Id> notes) {
  const auto* held = notes.empty() ? nullptr : pond_.notes.find(notes.back());
  if (!held) {
    receivers_.erase(receiver);
    return;
  }
  const auto note = held->note.id;
  notes.pop_back();
  pond_.handover.send(receiver, note_type, note, write_note(held->note),
                      [this, receiver, note, notes](const sdk::Status& status, std::string_view word) {
                        const bool is_taken = status.ok() && Word{note, Matter::note, std::string(word)}.is_taken();
                        if (is_taken) pond_.erase(note);
                        bring(receiver, status.ok() ? notes : std::vector<Id>());
                      });
}

void Keeping::load(std::function<void(const sdk::Status&)> done) {
  const auto read = [this](sdk::bytes row, sdk::bytes value) {
    (row.text() == drift_row ? drift_ : addressed_).restore(value.text(), pond_.now_ms());
    return true;
  };
  pond_.ledger.read({{std::string(quotas_table), read}}, std::move(done));
}

/// Not with each note: a minute of counting, of the hour that quotas count by, may be lost with the process.
void Keeping::save_quotas_soon() {
  if (std::exchange(is_saving_, true)) return;
  pond_.around.host.after(save_after_ms, [this] {
    is_saving_ = false;
    for (const auto& [row, limit] : {std::pair(drift_row, &drift_), std::pair(addressed_row, &addressed_)})
      pond_.ledger.put(quotas_table, sdk::bytes::of(row), sdk::bytes::of(limit->snapshot(pond_.now_ms(), most_row)),
                       {});
  });
}

}  // namespace p2pchat::lan_bottle
