// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

namespace p2pchat::sdk {
/// Durable tables of one plugin alone. Implemented by the host. Thread: [loop]; answers in order. Limits as in `Store`.
struct P2PCHAT_API Tables : Interface {
  P2PCHAT_INTERFACE(Tables, "p2pchat.tables/1")
  /// Sets an entry; `done` once it is durable.
  virtual void put(str table, bytes key, bytes value, StatusFn&& done) noexcept = 0;
  /// Reads an entry. Errors: `not_found`.
  virtual void get(str table, bytes key, Fn<void(const Status&, bytes value)>&& done) noexcept = 0;
  /// Removes an entry; `done` once it is durable.
  virtual void erase(str table, bytes key, StatusFn&& done) noexcept = 0;
  /// Visits entries in byte order of their keys, from `from` on, at most `limit`, then calls `done`.
  virtual void scan(str table, bytes from, std::uint32_t limit, Fn<void(bytes key, bytes value)>&& each,
                    StatusFn&& done) noexcept = 0;
};
}  // namespace p2pchat::sdk
