// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/ledger.hpp"
#include "flow/surroundings.hpp"
#include "sea/beach.hpp"
#include "sea/mine.hpp"

#include <functional>

namespace p2pchat::bottle {

/// What the disk remembers of an earlier process.
struct Remembered {
  Beach beach;
  Mine mine;
  SeenCache seen;
  std::string quotas;  ///< their snapshot
};

/// The plugin's durable tables: `held`, `mine`, `responses`, `seen`, `quotas`. A change of state is one entry.
/// Thread: [loop].
class Records {
 public:
  explicit Records(Surroundings& around) : around_(around), ledger_(around.host, around.tables) {}
  void save(const Held& held, sdk::StatusFn done);
  void erase(const SeenKey& held);
  void save(const Own& own, sdk::StatusFn done);
  void erase(const Own& own);
  void save(const Id& bottle, std::uint64_t number, const Step& step, sdk::StatusFn done);
  void save_seen(const SeenKey& key, std::uint64_t until_ms);
  void erase_seen(const SeenKey& key);
  void save_quotas(std::string_view snapshot);
  /// Reads everything, then calls `done`. An entry that cannot be read is left out and told in the log.
  void load(std::function<void(const sdk::Status&, Remembered&)> done);

 private:
  Surroundings& around_;
  Ledger ledger_;
};

}  // namespace p2pchat::bottle
