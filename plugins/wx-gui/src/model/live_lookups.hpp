// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <vector>

namespace p2pchat::wx_gui {

/// How a lookup ended: by itself, or because its time was over.
enum class LookupEnd { done, in_vain };

/// A search for the nodes nearest a key.
struct LiveLookup {
  sdk::Id target;
  std::vector<sdk::Id> asked;  ///< in order
  std::uint64_t changed_ms = 0;
  bool ended = false;
  bool in_vain = false;
};

/// The searches that run, and those that ended a moment ago. Time comes as an argument.
class LiveLookups {
 public:
  void asks(const sdk::Id& target, const sdk::Id& node, std::uint64_t now_ms);
  void ended(const sdk::Id& target, LookupEnd how, std::uint64_t now_ms);
  /// Drops what ended a while ago or was not heard of for long; whether anything is left.
  bool forget(std::uint64_t now_ms);
  /// The newest last, at most `most`.
  const std::vector<LiveLookup>& all() const { return lookups_; }
  /// Since the window opened.
  std::uint64_t begun() const { return begun_; }
  std::uint64_t questions() const { return questions_; }
  static constexpr std::size_t most = 12;

 private:
  LiveLookup* running(const sdk::Id& target);
  std::vector<LiveLookup> lookups_;
  std::uint64_t begun_ = 0, questions_ = 0;
};

}  // namespace p2pchat::wx_gui
