// SPDX-License-Identifier: MIT
#include "delivery_records.hpp"

namespace p2pchat::messaging {
namespace {

/// What deciding about a message takes.
struct Known {
  sdk::Id id, peer;
  std::uint64_t place = 0;
  sdk::State state = sdk::State::queued;
  bool outgoing = false, text = false;
};

Known known(const sdk::Message& m) {
  return {m.id, m.peer, m.place, m.state, m.direction == sdk::Direction::outgoing, std::string_view(m.type) == "text"};
}

sdk::Status find(sdk::Store& store, const sdk::Id& id, Known& found) {
  return store.message(id, [&](const sdk::Message& m) -> std::uint32_t {
    found = known(m);
    return 0;
  });
}

sdk::Status change(sdk::Store& store, const Known& message, DeliveryEvent event, std::string_view reason,
                   std::vector<sdk::Id>& changed) {
  const auto next = next_state(message.state, event);
  if (!next) return {};
  auto set = store.set_state(message.id, *next, reason);
  if (set.ok() && message.text) changed.push_back(message.id);
  return set;
}

DeliveryEvent event_of(const Receipt& receipt) {
  if (receipt.verdict == Receipt::Verdict::delivered) return DeliveryEvent::delivered;
  if (receipt.verdict == Receipt::Verdict::read) return DeliveryEvent::read;
  return may_pass(receipt.reason) ? DeliveryEvent::put_off : DeliveryEvent::rejected;
}

/// What stands before a read message and is delivered, but not known to be read. Looks back only so far.
sdk::Status unread_before(sdk::Store& store, const Known& read, std::vector<Known>& found) {
  constexpr std::uint32_t furthest = 4096;
  return store.history(read.peer, read.place, furthest, [&](const sdk::Message& m) -> std::uint32_t {
    const auto earlier = known(m);
    if (!earlier.outgoing) return 1;
    if (earlier.state == sdk::State::read) return 0;
    if (earlier.state == sdk::State::delivered) found.push_back(earlier);
    return 1;
  });
}

}  // namespace

sdk::Status record_event(sdk::Store& store, const sdk::Id& message, DeliveryEvent event, std::string_view reason,
                         std::vector<sdk::Id>& changed) {
  Known found;
  if (auto read = find(store, message, found); !read.ok()) return read;
  if (!found.outgoing) return {sdk::Errc::not_found, "this is not a message of mine"};
  if (!next_state(found.state, event)) return {sdk::Errc::refused, "the message has arrived, or is not failed"};
  return change(store, found, event, reason, changed);
}

sdk::Status record_events(sdk::Store& store, const std::vector<sdk::Id>& messages, DeliveryEvent event,
                          std::string_view reason, std::vector<sdk::Id>& changed) {
  for (const auto& id : messages) {
    Known found;
    const auto read = find(store, id, found);
    if (read.code == sdk::Errc::not_found) continue;
    if (!read.ok()) return read;
    if (auto set = change(store, found, event, reason, changed); !set.ok()) return set;
  }
  return {};
}

sdk::Status record_receipt(sdk::Store& store, const sdk::Id& from, const Receipt& receipt,
                           std::vector<sdk::Id>& changed) {
  const auto event = event_of(receipt);
  for (const auto& id : receipt.messages) {
    Known found;
    const auto read = find(store, id, found);
    if (read.code == sdk::Errc::not_found) continue;
    if (!read.ok()) return read;
    if (!found.outgoing || found.peer != from) continue;
    std::vector<Known> concerned;
    if (event == DeliveryEvent::read)
      if (auto looked = unread_before(store, found, concerned); !looked.ok()) return looked;
    concerned.push_back(found);
    for (const auto& message : concerned)
      if (auto set = change(store, message, event, receipt.reason, changed); !set.ok()) return set;
  }
  return {};
}

sdk::Status record_delivered(sdk::Store& store, const std::vector<sdk::Id>& messages) {
  for (const auto& id : messages) {
    auto set = store.set_state(id, sdk::State::delivered, {});
    if (!set.ok() && set.code != sdk::Errc::not_found) return set;  // not there: the conversation is forgotten
  }
  return {};
}

sdk::Status record_give_up(sdk::Store& store, const sdk::Id& peer, std::string_view reason,
                           std::vector<sdk::Id>& changed) {
  std::vector<Known> waiting;
  auto read = store.unsettled([&](const sdk::Message& m) -> std::uint32_t {
    if (m.peer == peer) waiting.push_back(known(m));
    return m.peer <= peer;  // they come by peer
  });
  if (!read.ok()) return read;
  for (const auto& message : waiting)
    if (auto set = change(store, message, DeliveryEvent::given_up, reason, changed); !set.ok()) return set;
  return {};
}

}  // namespace p2pchat::messaging
