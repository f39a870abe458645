// SPDX-License-Identifier: MIT
#include "plugins/guard.hpp"

#include <array>
#include <chrono>

namespace p2pchat::host {
namespace {

constexpr std::uint64_t slow_us = 50'000;
constexpr std::uint64_t quiet_us = 10'000'000;  // between two lines about slowness of the same plugin
constexpr std::array<const char*, 4> tag_names{"any", "loop", "serial", "main"};

}  // namespace

Guard::Guard(std::string plugin, const Threads& threads, Log& log, FailedFn on_failed)
    : plugin_(std::move(plugin)), threads_(threads), log_(log), on_failed_(std::move(on_failed)) {}

std::uint64_t Guard::now_us() noexcept {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

void Guard::fault(std::string_view text) noexcept { log_.write(sdk::Level::error, plugin_, text); }

sdk::Status Guard::nonsense(const char* name, const char* what) noexcept {
  fault(std::string(name) + " gave " + what);
  return {sdk::Errc::internal, plugin_ + ": " + name + " gave " + what};
}

sdk::Status Guard::refusal(const char* name, Tag tag) noexcept {
  const auto index = static_cast<unsigned>(tag);
  const std::string text = failed() ? plugin_ + " has failed and is not called any more; see the log"
                                    : std::string(name) + " of " + plugin_ + " was called off its thread, [" +
                                          tag_names[index] + "]: post it there";
  if (!failed()) fault(text);
  return {sdk::Errc::internal, text};
}

sdk::Status Guard::strike(const char* name, const char* what) noexcept {
  const sdk::Status status(sdk::Errc::internal, plugin_ + ": " + name + ": " + what);
  fault(std::string(name) + " let an exception escape: " + what);
  if (++strikes_ != max_strikes) return status;
  const auto sentence =
      plugin_ + " failed three times and is not called any more; see the log, then update or remove it";
  fault(sentence);
  if (on_failed_) on_failed_(sentence);
  return status;
}

void Guard::timed(const char* name, std::uint64_t began_us) noexcept {
  const auto now = now_us();
  if (now - began_us < slow_us || !threads_.on(Tag::loop) || now < quiet_until_us_) return;
  quiet_until_us_ = now + quiet_us;
  log_.write(sdk::Level::warn, plugin_,
             std::string(name) + " held the loop for " + std::to_string((now - began_us) / 1000) + " ms");
}

}  // namespace p2pchat::host
