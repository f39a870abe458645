// SPDX-License-Identifier: MIT
#pragma once
#include "abi.hpp"
#include "fn.hpp"

namespace p2pchat::sdk {

/// Durable key-value tables of one plugin, in the node's store; no other plugin sees them. Implemented by the host.
/// Thread: [loop]; callbacks on the loop, in the order of the calls. Limits as in `Store`. Calls made before the
/// store is open wait for it.
struct P2PCHAT_API Tables : Interface {
  static constexpr char iid[] = "p2pchat.tables/1";

  /// Sets an entry; `done` once it is durable.
  virtual void put(str table, bytes key, bytes value, Fn<void(const Status&)>&& done) noexcept = 0;
  /// Reads an entry. Errors: `not_found`.
  virtual void get(str table, bytes key, Fn<void(const Status&, bytes value)>&& done) noexcept = 0;
  /// Removes an entry; `done` once it is durable.
  virtual void erase(str table, bytes key, Fn<void(const Status&)>&& done) noexcept = 0;
  /// Visits entries in byte order of their keys, from `from` on, at most `limit`, then calls `done`.
  virtual void scan(str table, bytes from, std::uint32_t limit, Fn<void(bytes key, bytes value)>&& each,
                    Fn<void(const Status&)>&& done) noexcept = 0;

 protected:
  ~Tables() = default;
};

}  // namespace p2pchat::sdk
