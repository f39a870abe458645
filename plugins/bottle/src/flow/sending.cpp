// SPDX-License-Identifier: MIT
#include "flow/sending.hpp"

#include "flow/making.hpp"

#include <wire/base64.hpp>

#include <algorithm>

namespace p2pchat::bottle {
namespace {

constexpr int enough_keepers = 2;

}  // namespace

void Sending::cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) {
  const auto shared = std::make_shared<sdk::StatusFn>(std::move(done));
  const auto answer = [this, shared](const sdk::Status& status) {
    shore_.around.host.post([shared, status] {
      if (*shared) (*shared)(status);
    });
  };
  const auto life_ms = ttl_s ? ttl_s * 1000ull : shore_.around.settings.ttl_days * 86'400'000ull;
  if (sealed.len > most_sealed) return answer({sdk::Errc::too_large, "an addressed bottle holds at most 16 KiB"});
  if (sealed.len == 0 || receiver == Id{} || receiver == shore_.around.me || life_ms > longest_life_ms)
    return answer({sdk::Errc::invalid, "an addressed bottle is for somebody else, not empty, 14 days at most"});
  if (under_way_ >= most_at_once) return answer({sdk::Errc::busy, "that many addressed bottles are on their way"});
  ++under_way_;
  std::string body;
  wire::base64_encode(sealed, wire::Alphabet::standard, body);
  Id secret;
  shore_.around.host.random(secret.b, sizeof secret.b);
  newest_ms_ = std::max(newest_ms_ + 1, shore_.now_ms());
  auto note = new_note(shore_.around, secret, std::move(body), receiver, newest_ms_, newest_ms_ + life_ms);
  const Done finish = [this, shared](const sdk::Status& status) {
    --under_way_;
    if (*shared) (*shared)(status);
  };
  sign_and_stamp(shore_.around, std::move(note), [this, finish](const sdk::Status& status, const Note& ready) {
    if (!status.ok()) return finish(status);
    throw_it(ready, finish);
  });
}

/// Two nodes that keep it are enough to say so, since one may end at once; the other legs go on. If fewer do, it is at
/// sea when the last leg is made, with whoever took it.
void Sending::throw_it(const Note& note, const Done& done) {
  const auto keepers = std::make_shared<int>(0);
  Round round{.note = note};
  round.on_taken = [keepers, done](const Id&, std::string_view verdict) {
    if (verdict == "ashore" && ++*keepers == enough_keepers) done({});
  };
  round.on_done = [keepers, done](const Tally& tally) {
    if (*keepers >= enough_keepers) return;
    done(tally.taken > 0 ? sdk::Status()
                         : sdk::Status(sdk::Errc::timed_out, "no node took the bottle; try again later"));
  };
  shore_.rounds.begin(std::move(round));
}

}  // namespace p2pchat::bottle
