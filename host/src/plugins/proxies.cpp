// SPDX-License-Identifier: MIT
#include "plugins/proxies.hpp"

#include "isolation/bottle.hpp"
#include "isolation/chat.hpp"
#include "isolation/identity.hpp"
#include "isolation/network.hpp"
#include "isolation/routing.hpp"
#include "isolation/store.hpp"
#include "isolation/tables.hpp"
#include "isolation/transport.hpp"
#include "plugins/crypto_proxy.hpp"
#include "plugins/ui_proxy.hpp"

namespace p2pchat::host {
namespace {

template <class Interface, Tag tag>
using Proxy = isolation::Forwarder<Interface, ProxyOf<Interface, tag>>;

// Sets `seen` when `iid` is the interface of this proxy.
template <class Interface, class Proxy>
bool see_as(std::string_view iid, void* target, Crossing& crossing, Seen& seen) {
  if (iid != Interface::iid) return false;
  const auto proxy = std::make_shared<Proxy>(*static_cast<Interface*>(target), std::move(crossing));
  seen = {static_cast<Interface*>(proxy.get()), proxy};
  return true;
}

}  // namespace

Seen see(std::string_view iid, void* target, Crossing crossing) {
  Seen seen{target, nullptr};
  (void)(see_as<sdk::Transport, Proxy<sdk::Transport, Tag::loop>>(iid, target, crossing, seen) ||
         see_as<sdk::Routing, Proxy<sdk::Routing, Tag::loop>>(iid, target, crossing, seen) ||
         see_as<sdk::Crypto, CryptoProxy>(iid, target, crossing, seen) ||
         see_as<sdk::Store, Proxy<sdk::Store, Tag::serial>>(iid, target, crossing, seen) ||
         see_as<sdk::Bottle, Proxy<sdk::Bottle, Tag::loop>>(iid, target, crossing, seen) ||
         see_as<sdk::Ui, UiProxy>(iid, target, crossing, seen) ||
         see_as<sdk::Identity, Proxy<sdk::Identity, Tag::loop>>(iid, target, crossing, seen) ||
         see_as<sdk::Network, Proxy<sdk::Network, Tag::loop>>(iid, target, crossing, seen) ||
         see_as<sdk::Tables, Proxy<sdk::Tables, Tag::loop>>(iid, target, crossing, seen) ||
         see_as<sdk::Chat, Proxy<sdk::Chat, Tag::any>>(iid, target, crossing, seen));
  return seen;
}

}  // namespace p2pchat::host
