// SPDX-License-Identifier: MIT
#include "entries.hpp"

namespace p2pchat::sqlite_store {

sdk::Status Entries::put(sdk::str table, sdk::bytes key, sdk::bytes value) {
  if (table.len > 64) return {sdk::Errc::too_large, "the table name is longer than 64 bytes"};
  if (key.len > 256) return {sdk::Errc::too_large, "the key is longer than 256 bytes"};
  if (value.len > 1U << 20) return {sdk::Errc::too_large, "the value is longer than 1 MiB"};
  return database_
      .statement(
          "INSERT INTO entries(name, key, value) VALUES(?1, ?2, ?3) "
          "ON CONFLICT(name, key) DO UPDATE SET value = excluded.value")
      .bind(table, key, value)
      .run();
}

sdk::Status Entries::get(sdk::str table, sdk::bytes key, sdk::Out& value) {
  auto select = database_.statement("SELECT value FROM entries WHERE name = ?1 AND key = ?2");
  if (!select.bind(table, key).row()) {
    const auto status = select.status();
    return status.ok() ? sdk::Status(sdk::Errc::not_found, "the table has no such entry") : status;
  }
  if (!value.append(select.blob(0))) return {sdk::Errc::too_large, "the caller has no room for the entry"};
  return {};
}

sdk::Status Entries::erase(sdk::str table, sdk::bytes key) {
  return database_.statement("DELETE FROM entries WHERE name = ?1 AND key = ?2").bind(table, key).run();
}

sdk::Status Entries::scan(sdk::str table, sdk::bytes from, std::uint32_t limit,
                          const sdk::Fn<std::uint32_t(sdk::bytes, sdk::bytes)>& each) {
  auto select =
      database_.statement("SELECT key, value FROM entries WHERE name = ?1 AND key >= ?2 ORDER BY key LIMIT ?3");
  select.bind(table, from, limit);
  while (select.row())
    if (!each(select.blob(0), select.blob(1))) return {};
  return select.status();
}

}  // namespace p2pchat::sqlite_store
