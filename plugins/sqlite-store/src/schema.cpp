// SPDX-License-Identifier: MIT
#include "schema.hpp"

#include <string>

namespace p2pchat::sqlite_store {
namespace {

// docs/storage.md says what each column means, and why each index is there.
constexpr const char* version_1 = R"sql(
CREATE TABLE entries(
  name TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,
  PRIMARY KEY(name, key)) WITHOUT ROWID, STRICT;

CREATE TABLE peers(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;

CREATE TABLE messages(
  rank INTEGER PRIMARY KEY,
  id_head INTEGER NOT NULL, id_rest BLOB NOT NULL,
  peer INTEGER NOT NULL REFERENCES peers(number),
  place INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  state INTEGER NOT NULL,
  type TEXT NOT NULL,
  reason TEXT NOT NULL,
  body TEXT NOT NULL) STRICT;
CREATE INDEX messages_by_id ON messages(id_head);
CREATE INDEX messages_by_place ON messages(peer, place);
CREATE INDEX messages_by_seq ON messages(peer, direction, seq, place);
CREATE INDEX messages_unsettled ON messages(peer, seq) WHERE direction = 0 AND state < 2;
CREATE INDEX messages_unread ON messages(peer, place) WHERE direction = 1 AND state = 2;
CREATE VIEW rows AS
  SELECT rank, id_head, id_rest, id AS peer_id, place, time_ms, seq, direction, state, type, reason, body, peer
  FROM messages CROSS JOIN peers ON number = peer;

CREATE VIRTUAL TABLE words USING fts5(body, content = '', columnsize = 0, tokenize = 'p2pchat');
CREATE TABLE search_mark(indexed_up_to INTEGER NOT NULL) STRICT;
INSERT INTO search_mark VALUES(0);
)sql";

constexpr const char* steps_so_far[] = {version_1};

}  // namespace

std::span<const char* const> migrations() { return steps_so_far; }

sdk::Status read_version(Database& database, std::int64_t& version) {
  auto select = database.statement("PRAGMA user_version");
  version = select.row() ? select.number(0) : 0;
  return select.status();
}

sdk::Status migrate(Database& database, std::span<const char* const> steps) {
  const auto known = static_cast<std::int64_t>(steps.size());
  std::int64_t version = 0;
  if (auto status = read_version(database, version); !status.ok()) return status;
  if (version > known || version < 0)
    return {sdk::Errc::unsupported, "the message store is of version " + std::to_string(version) +
                                        ", this p2pchat knows up to " + std::to_string(known) + ": use a newer one"};
  if (version == known) return {};
  auto status = database.run("BEGIN IMMEDIATE");
  for (; status.ok() && version < known; ++version) status = database.run(steps[static_cast<std::size_t>(version)]);
  if (status.ok()) status = database.run(("PRAGMA user_version = " + std::to_string(known)).c_str());
  if (status.ok()) status = database.run("COMMIT");
  if (!status.ok() && database.in_transaction()) (void)database.run("ROLLBACK");
  return status;
}

}  // namespace p2pchat::sqlite_store
