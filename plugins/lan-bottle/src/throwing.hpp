// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/retries.hpp"
#include "pond.hpp"

#include <memory>
#include <set>

namespace p2pchat::lan_bottle {

/// Brings notes to where they belong: the living nodes nearest to their target, in one round. Thread: [loop].
class Throwing {
 public:
  /// So many addressed notes on their way at once; more are `busy`.
  static constexpr std::size_t most_at_once = 64;

  explicit Throwing(Pond& pond) : pond_(pond) {}
  /// See `sdk::Bottle::cast`, `cast_to`.
  void cast(std::string body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done);
  void cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done);
  /// Brings a released note to one who never had it; then it is no longer here.
  void release(const Id& note);
  /// Goes on with what an earlier process had begun.
  void resume();
  /// A node is there: what found none is tried now.
  void on_online();

 private:
  /// A note on its way to some nodes, one round.
  struct Round {
    Note note;
    std::uint32_t wanted = beaches;                                            ///< nodes that shall take it
    std::set<Id> has{};                                                        ///< those that have it
    enum class Counts : std::uint8_t { all, newcomers } counts = Counts::all;  ///< newcomers: `seen` is not taken
    std::function<void(const Id&)> on_taken{};
    std::function<void(const Round&)> on_done{};
    std::vector<Id> candidates{};  ///< nearest first
    std::size_t next = 0;
    std::uint32_t open = 0, taken = 0, refused = 0;
  };
  using Shared = std::shared_ptr<Round>;
  void sign(Note note, std::function<void(const sdk::Status&, const Note&)> done);
  Note new_note(std::string body, const Id& receiver, std::uint64_t life_ms);
  void begin(Round round);
  void advance(const Shared& round);
  void on_answer(const Shared& round, const Id& node, const sdk::Status& status, const Word& word);
  void attempt(const Id& note);
  void on_attempted(const Id& note, const Round& round);
  std::uint64_t life_ms(std::uint32_t ttl_s) const;

  Pond& pond_;
  Retries<Id> retries_{pond_.around.host, [this](const Id& note) { attempt(note); }};
  std::size_t being_signed_ = 0, addressed_under_way_ = 0;
};

}  // namespace p2pchat::lan_bottle
