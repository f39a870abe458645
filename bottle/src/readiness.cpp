// SPDX-License-Identifier: MIT
#include "bottle/readiness.hpp"

#include <string>
#include <utility>

namespace p2pchat::bottle {

void Readiness::settle(const sdk::Status& status) {
  failure_ = status;
  const bool stopping = status.code == sdk::Errc::cancelled;  // before all was read: nothing is wrong
  if (!status.ok() && !stopping) host_.log(sdk::Level::error, "no bottles: " + std::string(status.text));
  stage_ = Stage::ready;
  for (const auto& call : std::exchange(waiting_, {})) call(status);
}

void Readiness::stop() {
  stage_ = Stage::stopped;
  for (const auto& call : std::exchange(waiting_, {})) call({sdk::Errc::cancelled, "the node stops"});
}

void Readiness::later(std::function<void(const sdk::Status&)> call) {
  if (stage_ < Stage::ready) return waiting_.push_back(std::move(call));
  if (failure_.ok()) return call({});
  host_.post([call = std::move(call), failure = failure_] { call(failure); });
}

}  // namespace p2pchat::bottle
