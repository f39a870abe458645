// SPDX-License-Identifier: MIT
// fill_store DIRECTORY PEER COUNT: adds a conversation to the store of a node that does not run. The oldest message
// holds a word that no other does.
#include "sqlite_store.hpp"
#include "store/corpus.hpp"
#include "support/virtual_host.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace p2pchat;

constexpr std::uint64_t first_ms = 1'700'000'000'000, apart_ms = 40'000;
constexpr std::uint64_t group = 1000;
constexpr auto rare_word = "driftwood, the very first message";

void need(const sdk::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "fill_store: %s\n", status.text);
  std::exit(1);
}

sdk::Id id_from(const char* hex) {
  sdk::Id id;
  for (std::size_t i = 0; i < sizeof id.b; ++i) {
    unsigned octet = 0;
    if (std::sscanf(hex + 2 * i, "%2x", &octet) != 1) need({sdk::Errc::malformed, "a peer is 64 hex digits"});
    id.b[i] = static_cast<std::uint8_t>(octet);
  }
  return id;
}

void fill(sdk::Store& store, const sdk::Id& peer, std::uint64_t count) {
  benchmark::Corpus corpus(7);
  std::uint64_t seq[2] = {0, 0};
  for (std::uint64_t done = 0; done < count;) {
    need(store.begin());
    for (auto message : corpus.make(std::min(group, count - done), 1)) {
      const bool incoming = message.direction == sdk::Direction::incoming;
      message.peer = peer;
      message.seq = ++seq[incoming];
      message.time_ms = first_ms + done * apart_ms;
      message.state = sdk::State::read;
      if (done++ == 0) message.body = rare_word;
      std::uint32_t added = 0;
      need(store.add(message, added));
    }
    need(store.commit());
  }
  std::uint64_t next = 0;  // a search indexes what waits
  need(store.search("driftwood", {}, 0, 1, next, [](const sdk::Message&) { return 1U; }));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4 || std::strlen(argv[2]) != 64) {
    std::fputs("use it as: fill_store DIRECTORY PEER COUNT\n", stderr);
    return 2;
  }
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  auto* store = new sqlite_store::SqliteStore(host);
  std::string notice;
  sdk::OutTo out(notice);
  need(store->open(argv[1], out));
  fill(*store, id_from(argv[2]), std::strtoull(argv[3], nullptr, 10));
  store->destroy();
  return 0;
}
