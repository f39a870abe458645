// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/flaw.hpp"
#include "logging/log.hpp"
#include "loop/threads.hpp"
#include "trust/call_marker.hpp"
#include "trust/probation.hpp"

#include <atomic>
#include <exception>
#include <functional>
#include <string>

namespace p2pchat::host {

/// Stands before the code of one plugin: checks the thread tag, catches what escapes, times the call, names the
/// culprit.
///
/// What escapes becomes `Errc::internal`. After three times the plugin has failed: no further call reaches it, except
/// `stop` and `destroy`. Thread: any.
class Guard {
 public:
  /// Hears once that the plugin has failed, on whatever thread that happened.
  using FailedFn = std::function<void(const std::string& sentence)>;

  Guard(std::string plugin, const Threads& threads, Log& log, FailedFn on_failed = {});
  const std::string& plugin() const { return plugin_; }
  bool failed() const { return strikes_ >= max_strikes; }

  /// Makes a call. `name` is a literal such as "Routing::join". A call without a result returns how it went; a failed
  /// call with a result that is no Status returns an empty one.
  template <class F>
  auto call(const char* name, Tag tag, F&& f) noexcept {
    using R = std::invoke_result_t<F>;
    return admitted(tag) ? run<R>(name, f) : answer<R>(refusal(name, tag));
  }
  template <class F>
  requires std::is_void_v<std::invoke_result_t<F>> sdk::Status call(const char* name, Tag tag, F&& f)
  noexcept {
    return call(name, tag, [&] {
      f();
      return sdk::Status();
    });
  }
  /// While it is loaded or started: see `trust::Probation`.
  trust::Probation probation(const char* call) {
    return {plugin_, call, [this](const std::string& sentence) { fault(sentence); }};
  }
  /// Makes it failed: it could not start.
  void give_up() noexcept { strikes_ = max_strikes; }
  /// Makes a call that even a failed plugin gets: `stop`, `destroy`.
  template <class F>
  void last_call(const char* name, F&& f) noexcept {
    auto wrapped = [&] {
      f();
      return sdk::Status();
    };
    (void)run<sdk::Status>(name, wrapped);
  }
  /// Logs a breach of the contract, such as a `done` called twice.
  void fault(std::string_view text) noexcept;
  /// Logs that a call gave what must not be looked at; what its caller hears instead. See `isolation::flaw`.
  sdk::Status nonsense(const char* name, const char* what) noexcept;

 private:
  static constexpr int max_strikes = 3;

  bool admitted(Tag tag) const noexcept { return threads_.on(tag) && !failed(); }
  sdk::Status refusal(const char* name, Tag tag) noexcept;
  sdk::Status strike(const char* name, const char* what) noexcept;
  void timed(const char* name, std::uint64_t began_us) noexcept;
  static std::uint64_t now_us() noexcept;

  template <class R>
  static R answer(const sdk::Status& status) noexcept {
    if constexpr (std::is_same_v<R, sdk::Status>)
      return status;
    else
      return R();
  }
  template <class R, class F>
  R run(const char* name, F& f) noexcept {
    const trust::CallMarker marker(plugin_.c_str(), name);
    const auto began_us = now_us();
    try {
      R result = f();
      timed(name, began_us);
      if (const auto* what = isolation::flaw(result)) return answer<R>(nonsense(name, what));
      return result;
    } catch (const std::exception& error) {
      return answer<R>(strike(name, error.what()));
    } catch (...) {
      return answer<R>(strike(name, "threw something that is not a std::exception"));
    }
  }

  const std::string plugin_;
  const Threads& threads_;
  Log& log_;
  const FailedFn on_failed_;
  std::atomic<int> strikes_ = 0;
  std::atomic<std::uint64_t> quiet_until_us_ = 0;
};

}  // namespace p2pchat::host
