// SPDX-License-Identifier: MIT
#pragma once
#include "greeter.hpp"
#include "responder.hpp"

#include <p2pchat/routing.hpp>

namespace p2pchat::lan_routing {

/// Keeps everybody on this network in `neighbours`: each says now and then to the group that it is here, and whoever
/// hears it asks for proof. It is silent and deaf until it has a contact key to prove itself with. Thread: [loop].
class Mesh {
 public:
  using ListFn = std::function<void(const std::vector<Neighbour>&)>;

  /// `node` outlives it. `group` is the multicast endpoint.
  Mesh(Node& node, std::string group);
  void start();
  void on_datagram(const std::string& from, sdk::bytes octets);
  /// Greets an endpoint that the user or an invite names.
  void visit(const std::string& endpoint);
  /// Who this is, proven within the last ten seconds; asks the whole network for one it does not know.
  void locate(const Id& id, Greeter::Done done);
  /// The nearest to a key, each proven within the last ten seconds; fewer when there are fewer.
  void closest(const Id& key, std::size_t count, ListFn done);
  /// Hears, once, that somebody is there.
  void when_joined(std::function<void()> joined);
  /// Publishes again whether somebody is there, once that was said.
  void describe() const;

 private:
  void announce();
  void announce_often();
  void say_here(const Id& sought);
  void test_silent();
  void on_here(const std::string& from, const Here& here);
  void take(const std::string& endpoint, const std::optional<Neighbour>& who);
  void verify(const Neighbour& neighbour, std::function<void()> done);
  void seek(const Id& id, std::uint32_t times, Greeter::Done done);
  void closest(const Id& key, std::size_t count, std::uint32_t rounds, ListFn done);
  bool is_fresh(const Neighbour& neighbour) const;
  bool is_near(const std::string& endpoint) const;
  void tell();

  Node& node_;
  const std::string group_;
  Greeter greeter_;
  Responder responder_;
  Here here_;
  std::uint32_t announced_ = 0;
  std::vector<std::function<void()>> wait_for_somebody_;
  std::optional<bool> told_;
};

}  // namespace p2pchat::lan_routing
