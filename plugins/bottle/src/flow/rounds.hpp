// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/handover.hpp"
#include "flow/surroundings.hpp"
#include "judge/course.hpp"

#include <memory>
#include <set>

namespace p2pchat::bottle {

/// How the legs of a round ended.
struct Tally {
  std::uint32_t taken = 0, refused = 0;  ///< said so, both
};

/// One bottle on its way from here to those who shall have it.
struct Round {
  enum class Kind : std::uint8_t {
    drift,    ///< to each that the judgement names
    release,  ///< to one that never saw it
  };
  Note note;
  Kind kind = Kind::drift;
  std::vector<Id> reached{};  ///< who has it
  bool is_ashore = false;     ///< it is known to stay here
  std::function<void(const Id& node, std::string_view verdict)> on_taken{};
  std::function<void()> on_ashore{};  ///< so many legs failed that it stays here, too
  std::function<void(const Tally&)> on_done{};
};

/// Makes the legs of bottles. A round is not spent on a dead node: after a failed send, a refusal or a silence it is
/// judged again without that node, so that the next nearest takes its place. Who answers after all counts again.
/// Thread: [loop].
class Rounds {
 public:
  /// So long a node may be silent before another gets the bottle, too. The answer to a leg takes four round trips, with
  /// a handshake; that to a ping one.
  static constexpr std::uint64_t leg_ms = 1'500, ping_ms = 600;

  Rounds(Surroundings& around, Handover& handover) : around_(around), handover_(handover) {}
  /// What the judgement says of a bottle now.
  Course course(const Round& round) const;
  /// Makes its legs. `on_done` never comes from inside this call.
  void begin(Round round);
  /// How many rounds are under way.
  std::size_t under_way() const { return under_way_; }

 private:
  enum class Answer : std::uint8_t { to_leg, to_ping };
  using Await = std::pair<Answer, Id>;
  struct Running {
    Round round;
    std::map<Await, std::uint64_t> awaited{};  ///< not silent for long yet, with the timer of that
    std::set<Await> missed{};                  ///< silent for too long, failed or refused
    std::set<Id> pinged{};
    std::uint32_t open = 0;
    Tally tally{};
    bool is_over = false;

    std::vector<Id> absent() const;
    bool is_sending() const;
  };
  using Shared = std::shared_ptr<Running>;
  Course course(const Round& round, const std::vector<Id>& absent) const;
  void advance(const Shared& running);
  void await(const Shared& running, const Await& what);
  void settle(Running& running, const Await& what, bool is_present);
  void make_sure(const Shared& running, const Id& node);
  void send(const Shared& running, const Course& course, const Neighbour& to);
  void on_answer(const Shared& running, const Id& node, const sdk::Status& status, std::string_view verdict);

  Surroundings& around_;
  Handover& handover_;
  std::size_t under_way_ = 0;
};

}  // namespace p2pchat::bottle
