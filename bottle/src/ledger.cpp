// SPDX-License-Identifier: MIT
#include "bottle/ledger.hpp"

namespace p2pchat::bottle {
namespace {

constexpr std::uint32_t entries_at_once = 256;

}  // namespace

/// How far the reading has come.
struct Ledger::Reading {
  std::vector<Chapter> chapters;
  std::function<void(const sdk::Status&)> done;
  std::size_t chapter = 0;
  std::string from{}, last{};  // keys: where the page begins, and its last
  std::uint32_t count = 0, unread = 0;
};

/// Hands a failed write to whoever waits, or to the log when nobody does.
sdk::StatusFn Ledger::told(sdk::StatusFn done) {
  return [this, done = std::move(done)](const sdk::Status& status) {
    if (done) return done(status);
    if (!status.ok()) host_.log(sdk::Level::warn, "a bottle's record was not written: " + std::string(status.text));
  };
}

void Ledger::put(sdk::str table, sdk::bytes key, sdk::bytes value, sdk::StatusFn done) {
  tables_.put(table, key, value, told(std::move(done)));
}

void Ledger::erase(sdk::str table, sdk::bytes key) { tables_.erase(table, key, told({})); }

void Ledger::read(std::vector<Chapter> chapters, std::function<void(const sdk::Status&)> done) {
  const auto reading = std::make_shared<Reading>();
  reading->chapters = std::move(chapters);
  reading->done = std::move(done);
  read_page(reading);
}

/// One page of one table; then the next of it, or the first of the next table.
void Ledger::read_page(std::shared_ptr<Reading> reading) {
  if (reading->chapter == reading->chapters.size()) return reading->done({});
  reading->count = reading->unread = 0;
  tables_.scan(
      reading->chapters[reading->chapter].table, sdk::bytes::of(reading->from), entries_at_once,
      [reading](sdk::bytes key, sdk::bytes value) {
        ++reading->count;
        reading->last = std::string(key.text());
        if (!reading->chapters[reading->chapter].each(key, value)) ++reading->unread;
      },
      [this, reading](const sdk::Status& status) {
        if (!status.ok()) return reading->done(status);
        if (reading->unread > 0)
          host_.log(sdk::Level::warn, std::to_string(reading->unread) + " entries of table " +
                                          reading->chapters[reading->chapter].table +
                                          " cannot be read and are left out");
        const bool is_last = reading->count < entries_at_once;
        if (is_last) ++reading->chapter;
        reading->from = is_last ? std::string() : reading->last + '\0';
        read_page(reading);
      });
}

}  // namespace p2pchat::bottle
