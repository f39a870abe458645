// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/bottle.hpp"
#include "isolation/chat.hpp"
#include "isolation/network.hpp"
#include "isolation/routing.hpp"
#include "isolation/tables.hpp"

#include <string_view>

namespace p2pchat::isolation {

/// Calls `f` with the type of the interface that has this id, if it is one that a worker may use; returns whether.
///
/// `Identity`, the store and the keys are not among them: a worker that is taken over must not sign.
template <class F>
bool with_interface(std::string_view iid, F&& f) {
  const auto offered = [&]<class Interface>(std::type_identity<Interface> type) {
    return iid == Interface::iid && (f(type), true);
  };
  return offered(std::type_identity<sdk::Chat>()) || offered(std::type_identity<sdk::Bottle>()) ||
         offered(std::type_identity<sdk::Network>()) || offered(std::type_identity<sdk::Routing>()) ||
         offered(std::type_identity<sdk::Tables>());
}

}  // namespace p2pchat::isolation
