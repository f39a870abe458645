// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace p2pchat::bottle {

/// Whether a plugin knows who it is and what its disk remembers; calls that come earlier wait for that. Thread: [loop].
class Readiness {
 public:
  explicit Readiness(sdk::Host& host) : host_(host) {}
  /// The reading begins.
  void begin() { stage_ = Stage::reading; }
  /// Everything is read, or why not: what waited is done, or answered with that error.
  void settle(const sdk::Status& status);
  /// The node stops: what waits is answered with `cancelled`.
  void stop();
  bool is_reading() const { return stage_ == Stage::reading; }
  bool is_ready() const { return stage_ == Stage::ready; }
  bool is_stopped() const { return stage_ == Stage::stopped; }

  /// Has `act` take `done` now, or once everything is read. With an error `done` hears that, in a step of its own.
  template <class... Rest, class Act>
  void owe(sdk::Fn<void(const sdk::Status&, Rest...)>&& done, Act act) {
    const auto shared = std::make_shared<sdk::Fn<void(const sdk::Status&, Rest...)>>(std::move(done));
    later([shared, act = std::move(act)](const sdk::Status& status) {
      if (status.ok()) return act(std::move(*shared));
      if (*shared) (*shared)(status, std::remove_cvref_t<Rest>{}...);
    });
  }

 private:
  enum class Stage : std::uint8_t { new_born, reading, ready, stopped };
  void later(std::function<void(const sdk::Status&)> call);

  sdk::Host& host_;
  std::vector<std::function<void(const sdk::Status&)>> waiting_;
  sdk::Status failure_;
  Stage stage_ = Stage::new_born;
};

}  // namespace p2pchat::bottle
