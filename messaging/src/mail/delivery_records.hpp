// SPDX-License-Identifier: MIT
#pragma once
#include "delivery.hpp"
#include "sessions/receipt.hpp"

#include <string>
#include <vector>

namespace p2pchat::messaging {

/// How delivery is written down. Each runs inside a group on the store's thread and adds to `changed` the texts whose
/// state is another now; messages of other types are nobody's to see.

/// Lets one thing happen to one outgoing message. Errors: `not_found`, `refused` when it changes nothing.
sdk::Status record_event(sdk::Store& store, const sdk::Id& message, DeliveryEvent event, std::string_view reason,
                         std::vector<sdk::Id>& changed);

/// The same for many, of which those that it does not change are passed over.
sdk::Status record_events(sdk::Store& store, const std::vector<sdk::Id>& messages, DeliveryEvent event,
                          std::string_view reason, std::vector<sdk::Id>& changed);

/// Writes down a peer's word; what is not a message of mine to this peer is passed over. `read` counts for everything
/// before it too: so a lost receipt is made good by the next one.
sdk::Status record_receipt(sdk::Store& store, const sdk::Id& from, const Receipt& receipt,
                           std::vector<sdk::Id>& changed);

/// Writes down that messages on their way, which the caller knows to be mine to this peer, are delivered.
sdk::Status record_delivered(sdk::Store& store, const std::vector<sdk::Id>& messages);

/// Gives up everything that waits for a peer.
sdk::Status record_give_up(sdk::Store& store, const sdk::Id& peer, std::string_view reason,
                           std::vector<sdk::Id>& changed);

}  // namespace p2pchat::messaging
