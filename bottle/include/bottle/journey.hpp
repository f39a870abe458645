// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/bottle.hpp>

#include <optional>
#include <string>
#include <vector>

namespace p2pchat::bottle {

using sdk::Id;
using sdk::Voyage;

/// One entry of a response queue: what `sdk::BottleStep` shows, owned.
struct Step {
  Voyage voyage = Voyage::adrift;
  Id node;
  std::uint64_t time_ms = 0;
  std::uint32_t hops = 0;
  std::string text{};
};

/// The response queue of one bottle of mine, in order: the only truth about where that bottle is.
///
/// A node counts once for each kind of step, so that what comes twice is one step. Limit: 64 answers.
class Journey {
 public:
  static constexpr std::uint32_t most_answers = 64;

  /// Whether this node has already caused a step of this kind.
  bool has(Voyage voyage, const Id& node) const;
  /// Adds a step and returns its number, which never changes.
  std::uint64_t add(Step step);
  /// Puts back a step read from the disk.
  void restore(std::uint64_t number, Step step);
  /// Takes back a step that could not be made durable.
  void drop(std::uint64_t number);
  /// How many nodes caused a step of this kind.
  std::uint32_t count(Voyage voyage) const;
  /// Where the bottle is, by its steps: answered before expired before ashore before adrift before queued.
  Voyage voyage() const;
  const std::vector<std::pair<std::uint64_t, Step>>& steps() const { return steps_; }
  /// Visits the steps in order.
  void show(const sdk::Fn<void(const sdk::BottleStep&)>& each) const;

 private:
  std::vector<std::pair<std::uint64_t, Step>> steps_;  // rising numbers
  std::uint64_t next_ = 0;
};

/// The key of a step in the table `responses`: `bottle_<id>_FIFO_queue/` and its number, big-endian.
std::string step_key(const Id& bottle, std::uint64_t number);
/// Reads such a key.
std::optional<std::pair<Id, std::uint64_t>> read_step_key(std::string_view key);
/// A step as the table keeps it: a JSON object.
std::string step_record(const Step& step);
std::optional<Step> read_step_record(std::string_view text);

}  // namespace p2pchat::bottle
