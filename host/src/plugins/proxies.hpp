// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/crossing.hpp"

namespace p2pchat::host {

/// An interface as one plugin sees it.
struct Seen {
  void* interface = nullptr;
  std::shared_ptr<void> proxy;  ///< keeps it; empty when the interface is handed through as it is
};

/// Puts the proxy of an interface of the SDK before `target`. An interface the host does not know, which two plugins
/// agreed upon, is handed through: nobody checks or times its calls.
Seen see(std::string_view iid, void* target, Crossing crossing);

}  // namespace p2pchat::host
