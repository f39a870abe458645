// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/bottle.hpp"
#include "isolation/chat.hpp"
#include "isolation/crypto.hpp"
#include "isolation/identity.hpp"
#include "isolation/network.hpp"
#include "isolation/routing.hpp"
#include "isolation/store.hpp"
#include "isolation/tables.hpp"
#include "isolation/transport.hpp"

#include <string_view>

namespace p2pchat::isolation {

/// Calls `f` with the type among these that has this interface id; returns whether there is one.
template <class... Interfaces, class F>
bool with_one_of(std::string_view iid, F&& f) {
  return ((iid == Interfaces::iid && (f(std::type_identity<Interfaces>()), true)) || ...);
}

/// Calls `f` with the type of the interface that has this id, if it is one that a worker may use; returns whether.
/// The store is not among them.
template <class F>
bool with_used(std::string_view iid, F&& f) {
  return with_one_of<sdk::Chat, sdk::Bottle, sdk::Network, sdk::Routing, sdk::Tables, sdk::Transport, sdk::Crypto,
                     sdk::Identity>(iid, f);
}

/// Whether a worker gets an interface only when its manifest names it: with these it signs as me, or takes my place.
inline bool must_be_declared(std::string_view iid) {
  return with_one_of<sdk::Transport, sdk::Crypto, sdk::Identity>(iid, [](auto) {});
}

/// Calls `f` with the type of each interface that a worker may provide, beside `Ui`.
template <class F>
void for_each_provided(F&& f) {
  const auto each = [&]<class... Interfaces>() { (f(std::type_identity<Interfaces>()), ...); };
  each.template operator()<sdk::Bottle, sdk::Routing, sdk::Transport, sdk::Crypto, sdk::Store>();
}

}  // namespace p2pchat::isolation
