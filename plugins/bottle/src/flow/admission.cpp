// SPDX-License-Identifier: MIT
#include "flow/admission.hpp"

#include "judge/check.hpp"
#include "note/note_text.hpp"

namespace p2pchat::bottle {
namespace {

constexpr std::uint64_t save_after_ms = 60'000;

}  // namespace

Admission::Admission(Shore& shore)
    : shore_(shore), quotas_({shore.around.settings.sender_per_hour, shore.around.settings.address_per_hour}) {}

Refusal Admission::admit(const Id& from, std::string_view text, std::optional<Note>& note,
                         const std::function<bool(const SeenKey&)>& is_seen) {
  const auto now = shore_.now_ms();
  if (text.size() > most_note) return Refusal::oversized;
  if (const auto refusal = quotas_.arrives(from, now); refusal != Refusal::none) return refusal;
  Note read;
  if (const auto status = read_note(shore_.parser, text, read); !status.ok())
    return status.code == sdk::Errc::too_large ? Refusal::oversized : Refusal::malformed;
  note = std::move(read);
  const auto origin = origin_of(from, *note);
  const Lookup lookup{.me = shore_.around.me,
                      .stamp_bits = shore_.around.settings.stamp_bits,
                      .is_blocked = [this](const Id& sender) { return shore_.blocked.contains(sender); },
                      .is_seen =
                          [&](const Id& sender, const Id& bottle) {
                            return is_seen({sender, bottle});
                          },
                      .quota = [&] { return quotas_.room(origin, now); }};
  return check(shore_.around.crypto, *note, now, lookup);
}

void Admission::count(const Id& from, const Note& note) {
  quotas_.accepted(origin_of(from, note), shore_.now_ms());
  save_soon();
}

Origin Admission::origin_of(const Id& from, const Note& note) {
  Origin origin{.sender = note.sender, .endpoint = from == note.sender ? endpoint_of(from) : std::string()};
  if (note.is_addressed())
    origin.destination = note.receiver == shore_.around.me ? Destination::me : Destination::another;
  return origin;
}

std::string Admission::endpoint_of(const Id& peer) {
  std::string endpoint;
  shore_.around.network.peers([&](const sdk::Peer& each) {
    if (each.id == peer) endpoint = std::string(each.endpoint);
  });
  return endpoint;
}

/// Not with each bottle: a minute of counting, of the hour that quotas count by, may be lost with the process.
void Admission::save_soon() {
  if (std::exchange(is_saving_, true)) return;
  shore_.around.host.after(save_after_ms, [this] {
    is_saving_ = false;
    shore_.records.save_quotas(quotas_.snapshot(shore_.now_ms()));
  });
}

}  // namespace p2pchat::bottle
