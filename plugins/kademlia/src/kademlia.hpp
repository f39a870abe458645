// SPDX-License-Identifier: MIT
#pragma once
#include "octets.hpp"
#include "overlay.hpp"
#include "routing/promises.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/routing.hpp>

#include <memory>

namespace p2pchat::kademlia {

/// Routing by Kademlia over the transport's datagrams; docs/protocol/addressing.md has the bytes and the rules.
///
/// Settings: `bootstrap`, endpoints to join through, one per line. Records are kept in memory.
class Kademlia final : public sdk::PluginOf<Kademlia, sdk::Routing> {
 public:
  using PluginOf::PluginOf;
  sdk::Status start() override;
  void stop() noexcept override;

  void join(sdk::str endpoints, sdk::StatusFn&& done) override;
  void locate(const Id& node, sdk::Fn<void(const sdk::Status&, const sdk::NodeEntry&)>&& done) override;
  void closest(const Id& key, std::uint32_t n, sdk::NodesFn&& done) override;
  void known(const Id& key, std::uint32_t n, const sdk::Fn<void(const sdk::NodeEntry&)>& each) override;
  void put(const Id& key, sdk::bytes record, std::uint32_t ttl_s, sdk::StatusFn&& done) override;
  void get(const Id& key, sdk::Fn<void(const sdk::Status&, sdk::bytes record)>&& done) override;
  void table(const sdk::Fn<void(const sdk::NodeEntry&, std::uint32_t bucket, std::uint32_t age_s)>& each) override;

  /// What was sent and dropped so far.
  Counters counters() const { return overlay_ ? overlay_->counters() : Counters{}; }

 private:
  void begin(const Id& me);
  void on_event(std::string_view topic, const Id& subject, sdk::bytes detail);
  /// Takes where the transport listens, one endpoint a line: with one that has no addresses nobody can be found.
  void on_listening(std::string_view endpoints);
  /// Answers within the time promised: after `ask`, or why nothing can be asked.
  template <class... Rest, class Ask>
  void owe(sdk::Fn<void(const sdk::Status&, Rest...)>&& done, const Ask& ask);

  sdk::Transport* transport_ = nullptr;
  sdk::Crypto* crypto_ = nullptr;
  sdk::Identity* identity_ = nullptr;
  std::unique_ptr<Overlay> overlay_;
  Promises promises_{host};
  std::string listening_;  // what the transport told before my id was known
  sdk::Status cannot_;     // ok, or why nobody can be found over this transport
  bool is_stopped_ = false;
};

}  // namespace p2pchat::kademlia
