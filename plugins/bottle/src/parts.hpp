// SPDX-License-Identifier: MIT
#pragma once
#include "bottle.hpp"
#include "flow/collecting.hpp"
#include "flow/finding.hpp"
#include "flow/holding.hpp"
#include "flow/sending.hpp"
#include "flow/throwing.hpp"
#include "flow/upkeep.hpp"

namespace p2pchat::bottle {

/// The parts of one node's flow, in the order in which they need each other.
struct Bottle::Parts {
  explicit Parts(Surroundings surroundings);
  /// Takes over what an earlier process left and goes on with it.
  void restore(Remembered& memory);
  /// Begins to listen to other nodes. Errors: `refused`: somebody else listens.
  sdk::Status listen();

  Shore shore;
  Admission admission{shore};
  Mailbag mailbag{shore};
  Drifting drifting{shore, admission, mailbag};
  ResponseQueue queue{shore};
  Throwing throwing{shore, queue};
  Finding finding{shore, drifting, mailbag};
  Sending sending{shore};
  Collecting collecting{shore};
  Holding holding{shore};
  Upkeep upkeep{shore, queue};

 private:
  void on_handled(const Id& from, std::string_view text);
};

}  // namespace p2pchat::bottle
