// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// A node that proved its id at its endpoint.
struct NodeEntry {
  Id id;
  char endpoint[92] = {};    ///< in the transport's words, ends with a zero
  std::uint32_t rtt_ms = 0;  ///< smoothed round trip, 0 when unknown
};
static_assert(sizeof(NodeEntry) == 128);

/// Receives nodes, nearest first.
using NodesFn = Fn<void(const Status&, const NodeEntry* nodes, std::uint32_t count)>;

/// Finds nodes; each it returns has proved its id at its endpoint. Thread: [loop]; `done` there within 10 s.
struct P2PCHAT_API Routing : Interface {
  P2PCHAT_INTERFACE(Routing, "p2pchat.routing/1")
  /// Joins through endpoints, one per line (empty: its own). Errors: `not_found`: none, `timed_out`; it goes on trying.
  virtual void join(str endpoints, StatusFn&& done) = 0;
  /// Where this very node is. Errors: `not_found`.
  virtual void locate(const Id& node, Fn<void(const Status&, const NodeEntry&)>&& done) = 0;
  /// The `n` live nodes nearest a key, by lookup. Limit: 1 to 16.
  virtual void closest(const Id& key, std::uint32_t n, NodesFn&& done) = 0;
  /// The `n` nodes nearest a key that the table holds, at once.
  virtual void known(const Id& key, std::uint32_t n, const Fn<void(const NodeEntry&)>& each) = 0;
  /// Keeps a record, signed, under my id or its SHA-256. Limits: 3 KiB, 14 days. Errors: `refused` key, `timed_out`.
  virtual void put(const Id& key, bytes record, std::uint32_t ttl_s, StatusFn&& done) = 0;
  /// Fetches a record. Errors: `unsupported`, `not_found`.
  virtual void get(const Id& key, Fn<void(const Status&, bytes record)>&& done) = 0;
  /// Everything in the table, for a network view. `bucket` is the length of the prefix shared with me.
  virtual void table(const Fn<void(const NodeEntry&, std::uint32_t bucket, std::uint32_t age_s)>& each) = 0;
};
}  // namespace p2pchat::sdk
