// SPDX-License-Identifier: MIT
#include "routing/one_time.hpp"

#include <string>
#include <utility>

namespace p2pchat::routing {
namespace {

constexpr std::uint64_t lifetime_us = 600'000'000;

}  // namespace

std::shared_ptr<const OneTime> OneTimes::now() {
  const auto now_us = host_.ticks_us();
  if (latest_ && now_us < latest_->made_us + lifetime_us) return latest_;
  const auto fresh = std::make_shared<OneTime>();
  fresh->made_us = now_us;
  sdk::OutTo secret(fresh->secret), share(fresh->share);
  const auto made = crypto_.ephemeral(secret, share);
  const bool said = std::exchange(is_failing_, !made.ok());
  if (made.ok()) return latest_ = fresh;
  if (!said) host_.log(sdk::Level::error, std::string("no one-time key, so nobody can be greeted: ") + made.text);
  return std::make_shared<OneTime>();
}

}  // namespace p2pchat::routing
