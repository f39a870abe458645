// SPDX-License-Identifier: MIT
#pragma once
#include "flow/surroundings.hpp"

#include <functional>
#include <map>

namespace p2pchat::bottle {

/// Hands one message to one node and waits until that node says `handled`.
///
/// Two messages about the same bottle, of the same type, to the same node share one answer. Thread: [loop].
class Handover {
 public:
  static constexpr std::uint64_t patience_ms = 10'000;
  /// `ok` and the verdict's word, or why there is none: `timed_out`, or what `Network::send` said.
  using DoneFn = std::function<void(const sdk::Status& status, std::string_view verdict)>;

  explicit Handover(Surroundings& around) : around_(around) {}
  /// Sends; `done` once, never from inside this call.
  void send(const Id& to, std::string_view type, const Id& bottle, std::string_view body, DoneFn done);
  /// A node says what became of a message. Ignored when none to it is under way.
  void on_handled(const Id& from, std::string_view type, const Id& bottle, std::string_view verdict);
  /// How many messages wait for their answer.
  std::size_t under_way() const { return waiting_.size(); }

 private:
  struct Key {
    Id node;
    std::string type;
    Id bottle;
    auto operator<=>(const Key&) const = default;
  };
  struct Waiting {
    std::uint64_t timer = 0;
    std::vector<DoneFn> done;
  };
  void finish(const Key& key, const sdk::Status& status, std::string_view verdict);

  Surroundings& around_;
  std::map<Key, Waiting> waiting_;
};

}  // namespace p2pchat::bottle
