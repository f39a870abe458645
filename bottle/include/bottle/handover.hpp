// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/octets.hpp"

#include <p2pchat/host.hpp>
#include <p2pchat/network.hpp>

#include <deque>
#include <functional>
#include <map>
#include <string>

namespace p2pchat::bottle {

/// Hands one message to one node and waits until that node says `handled`.
///
/// The same message to the same node is sent once. Of two that differ, but would have the same answer, the second waits
/// for the first: two bottles may have the same id, when somebody signed another's words. Thread: [loop].
class Handover {
 public:
  static constexpr std::uint64_t patience_ms = 10'000;
  /// `ok` and the verdict's word, or why there is none: `timed_out`, or what `Network::send` said.
  using DoneFn = std::function<void(const sdk::Status& status, std::string_view verdict)>;

  Handover(sdk::Host& host, sdk::Network& network) : host_(host), network_(network) {}
  /// Sends; `done` once, never from inside this call.
  void send(const Id& to, std::string_view type, const Id& bottle, std::string_view body, DoneFn done);
  /// A node says what became of a message. Ignored when none to it is under way.
  void on_handled(const Id& from, std::string_view type, const Id& bottle, std::string_view verdict);
  /// How many messages wait for their answer.
  std::size_t under_way() const { return waiting_.size(); }

 private:
  struct Key {
    Id node;
    std::string type;
    Id bottle;
    auto operator<=>(const Key&) const = default;
  };
  struct Message {
    std::string body;
    std::vector<DoneFn> done;
  };
  struct Waiting {
    std::uint64_t timer = 0;
    std::deque<Message> messages;  // the first is under way
  };
  void send_first(const Key& key);
  void finish(Key key, const sdk::Status& status, std::string_view verdict);

  sdk::Host& host_;
  sdk::Network& network_;
  std::map<Key, Waiting> waiting_;
};

}  // namespace p2pchat::bottle
