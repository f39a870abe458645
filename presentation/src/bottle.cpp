// SPDX-License-Identifier: MIT
#include "presentation/bottle.hpp"

namespace p2pchat::presentation {

Bottle Bottle::of(const sdk::BottleView& view) {
  return {view.id,     view.sender, view.time_ms, view.expiry_ms, view.here_ms,
          view.voyage, view.hops,   view.beaches, view.answers,   std::string(view.body),
          {}};
}

Step Step::of(const sdk::BottleStep& step) {
  return {step.voyage, step.node, step.time_ms, step.hops, std::string(step.text)};
}

}  // namespace p2pchat::presentation
