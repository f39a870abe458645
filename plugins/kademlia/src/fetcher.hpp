// SPDX-License-Identifier: MIT
#pragma once
#include "holders.hpp"
#include "keeper.hpp"

namespace p2pchat::kademlia {

/// Gets records from the nodes that keep them, four asked at a time, nearest first.
///
/// A value named by its digest is there when one copy is; of what an owner may change, three copies are looked at and
/// the newest counts. Copies that are not whole, not signed or of another key count for nothing.
/// Thread: [loop]; no callback comes from inside `fetch`.
class Fetcher {
 public:
  static constexpr std::size_t enough = 3, at_once = 4;
  /// Errors: `not_found`, or why nobody could be asked.
  using DoneFn = std::function<void(const sdk::Status&, sdk::bytes value)>;

  Fetcher(Node& node, Requests& requests, Holders& holders, const Keeper& keeper)
      : node_(node), requests_(requests), holders_(holders), keeper_(keeper) {}
  void fetch(const Id& key, DoneFn done);

 private:
  struct Search;
  struct Copy;
  void ask_next(const std::shared_ptr<Search>& search);
  void ask(const std::shared_ptr<Copy>& copy, std::uint8_t part);
  void take(const std::shared_ptr<Copy>& copy, std::uint8_t part, const Outcome& outcome);
  void end(const std::shared_ptr<Copy>& copy);
  void judge(Search& search, sdk::bytes packed);

  Node& node_;
  Requests& requests_;
  Holders& holders_;
  const Keeper& keeper_;
};

}  // namespace p2pchat::kademlia
