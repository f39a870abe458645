// SPDX-License-Identifier: MIT
#pragma once
#include "flow/shore.hpp"

namespace p2pchat::bottle {

/// Judges what a bottle claims before anything is done about it, and keeps count over restarts. Thread: [loop].
class Admission {
 public:
  explicit Admission(Shore& shore);
  /// Counts again what an earlier process counted.
  void restore(std::string_view snapshot) { quotas_.restore(snapshot, shore_.now_ms()); }
  /// Reads a bottle that a peer brings, cheapest check first: `note` is set unless it could not be read.
  Refusal admit(const Id& from, std::string_view text, std::optional<Note>& note,
                const std::function<bool(const SeenKey&)>& is_seen);
  /// Counts one that found room here: who tries again where there was none uses nothing up.
  void count(const Id& from, const Note& note);

 private:
  Origin origin_of(const Id& from, const Note& note);
  std::string endpoint_of(const Id& peer);
  void save_soon();

  Shore& shore_;
  Quotas quotas_;
  bool is_saving_ = false;
};

}  // namespace p2pchat::bottle
