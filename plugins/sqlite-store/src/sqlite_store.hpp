// SPDX-License-Identifier: MIT
#pragma once
#include "database.hpp"
#include "directory.hpp"
#include "entries.hpp"
#include "messages.hpp"
#include "search_index.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/store.hpp>

namespace p2pchat::sqlite_store {

/// A store in one SQLite file, `store.db`; docs/storage.md has its schema and why nothing committed is lost.
///
/// After a failed write its group cannot be committed. Visitors may read and, inside a group, write.
/// Thread: as `sdk::Store`.
class SqliteStore final : public sdk::PluginOf<SqliteStore, sdk::Store> {
 public:
  explicit SqliteStore(sdk::Host& h) : PluginOf(h), entries_(database_), messages_(database_), index_(database_) {}
  ~SqliteStore() { close(); }

  sdk::Status open(sdk::str directory, sdk::Out& notice) override;
  void close() noexcept override;
  sdk::Status begin() override;
  sdk::Status commit() override;
  void rollback() noexcept override;
  sdk::Status put(sdk::str table, sdk::bytes key, sdk::bytes value) override;
  sdk::Status get(sdk::str table, sdk::bytes key, sdk::Out& value) override;
  sdk::Status erase(sdk::str table, sdk::bytes key) override;
  sdk::Status scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                   const sdk::Fn<std::uint32_t(sdk::bytes key, sdk::bytes value)>& each) override;
  sdk::Status add(const sdk::Message& message, std::uint32_t& added) override;
  sdk::Status set_state(const sdk::Id& message, sdk::State state, sdk::str reason) override;
  sdk::Status message(const sdk::Id& id, const sdk::MessageVisitor& each) override;
  sdk::Status history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                      const sdk::MessageVisitor& each) override;
  sdk::Status unsettled(const sdk::MessageVisitor& each) override;
  sdk::Status mark_read(const sdk::Id& peer, std::uint64_t place, const sdk::MessageVisitor& each) override;
  sdk::Status summary(const sdk::Id& peer, std::uint64_t& unread, std::uint64_t& newest_ms) override;
  sdk::Status forget(const sdk::Id& peer) override;
  sdk::Status search(sdk::str words, const sdk::Id& peer, std::uint64_t before, std::uint32_t limit,
                     std::uint64_t& next, const sdk::MessageVisitor& each) override;

 private:
  enum class Phase { closed, open, in_group };
  sdk::Status readable() const;
  sdk::Status writable() const;
  sdk::Status written(sdk::Status status);
  template <class Work>
  sdk::Status as_one(Work work);
  sdk::Status advance(std::uint32_t limit, std::uint32_t& indexed);
  sdk::Status advance_a_little();
  sdk::Status catch_up();
  bool index_is_damaged(const sdk::Status& status) const;

  Phase phase_ = Phase::closed;
  sdk::Status failure_;       ///< why the group cannot be committed
  std::uint32_t writes_ = 0;  ///< of the group
  Directory directory_;
  Database database_;
  Entries entries_;
  Messages messages_;
  SearchIndex index_;
};

}  // namespace p2pchat::sqlite_store
