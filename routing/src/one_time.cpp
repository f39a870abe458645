// SPDX-License-Identifier: MIT
#include "routing/one_time.hpp"

#include <string>

namespace p2pchat::routing {
namespace {

constexpr std::uint64_t lifetime_us = 600'000'000;

}  // namespace

std::shared_ptr<const OneTime> OneTimes::now() {
  const auto now_us = host_.ticks_us();
  if (latest_ && now_us < latest_->made_us + lifetime_us) return latest_;
  auto fresh = std::make_shared<OneTime>();
  fresh->made_us = now_us;
  sdk::OutTo secret(fresh->secret), share(fresh->share);
  if (const auto made = crypto_.ephemeral(secret, share); !made.ok())
    host_.log(sdk::Level::error, std::string("no one-time key, so nobody can be greeted: ") + made.text);
  latest_ = fresh;
  return latest_;
}

}  // namespace p2pchat::routing
