// SPDX-License-Identifier: MIT
#pragma once
#include "conversations.hpp"
#include "undo.hpp"

#include <p2pchat/plugin.hpp>
#include <p2pchat/store.hpp>

#include <map>
#include <string>

namespace p2pchat::memory_store {

/// A store that lives as long as its plugin: `close` and `open` keep what was committed, whatever the directory.
///
/// For tests, simulations and identities that leave nothing behind. Visitors may write. Thread: as `sdk::Store`.
class MemoryStore final : public sdk::PluginOf<MemoryStore, sdk::Store> {
 public:
  explicit MemoryStore(sdk::Host& h) : PluginOf(h), conversations_(undo_) {}

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
  using Table = std::map<std::string, std::string>;
  sdk::Status readable() const;
  sdk::Status writable() const;
  void note_entry(const std::string& table, const std::string& key);

  Phase phase_ = Phase::closed;
  Undo undo_;
  std::map<std::string, Table> tables_;
  Conversations conversations_;
};

}  // namespace p2pchat::memory_store
