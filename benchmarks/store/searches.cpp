// SPDX-License-Identifier: MIT
#include "corpus.hpp"
#include "open_store.hpp"
#include "sections.hpp"

#include <cstdio>

namespace p2pchat::benchmark {
namespace {

constexpr std::uint32_t small_rows = 5000;  // about 50 of each peer

double fill(OpenStore& opened, Corpus& corpus, std::uint32_t rows, unsigned peers) {
  double cpu = 0;
  for (std::uint32_t done = 0; done < rows; done += 500) {
    const auto& made = corpus.make(500, peers);
    cpu += cpu_of([&] {
      std::uint32_t added = 0;
      if (!opened->begin().ok()) std::abort();
      for (auto message : made) {
        message.state = message.id.b[0] < 3 ? message.state : sdk::State::read;  // few are unread or on their way
        if (!opened->add(message, added).ok()) std::abort();
      }
      if (!opened->commit().ok()) std::abort();
    });
  }
  return cpu;
}

std::uint64_t search(OpenStore& opened, const std::string& words, const sdk::Id& peer = {}) {
  std::uint64_t next = 0, found = 0;
  if (!opened->search(words, peer, 0, 50, next, [&](const sdk::Message&) { return ++found, 1U; }).ok()) std::abort();
  return found;
}

std::uint64_t last_50(OpenStore& opened, const sdk::Id& peer) {
  std::uint64_t found = 0;
  if (!opened->history(peer, 0, 50, [&](const sdk::Message&) { return ++found, 1U; }).ok()) std::abort();
  return found;
}

struct Query {
  const char* name;
  std::string words;
};

std::vector<Query> queries(const Corpus& corpus) {
  const auto c = [&](std::size_t n) { return corpus.character(n); };
  return {{"1 character, common", c(3)},
          {"1 character, rare", c(3000)},
          {"2 characters, common", c(1) + c(2)},
          {"2 characters, rare", c(200) + c(300)},
          {"4 characters", c(1) + c(0) + c(2) + c(5)},
          {"4 characters, absent", c(3000) + c(3001) + c(3002) + c(3003)},
          {"English word, common", corpus.word(3)},
          {"English word, rare", corpus.word(15'000)},
          {"two English words", corpus.word(3) + " " + corpus.word(900)},
          {"beginning of 2 letters", corpus.word(3).substr(0, 2)},
          {"English word, absent", "zzzzzzzzzz"}};
}

void against_scan(OpenStore& opened, const Corpus& corpus, unsigned repeats) {
  std::printf("newest 50 of              found   CPU ms median (range)    scan ms      scan / search\n");
  for (const auto& query : queries(corpus)) {
    const auto scan = "SELECT rank FROM messages WHERE body LIKE '%" + query.words + "%' ORDER BY rank DESC LIMIT 50";
    std::vector<double> ours, scans;
    std::uint64_t found = 0;
    for (unsigned i = 0; i < repeats; ++i) {
      ours.push_back(cpu_of([&] { found = search(opened, query.words); }) / 1000);
      scans.push_back(cpu_of([&] { opened.sql(scan); }) / 1000);
    }
    const auto mine = spread(ours), theirs = spread(scans);
    std::printf("%-24s %6llu %8.3f (%.3f - %.3f) %10.2f %12.1f\n", query.name, static_cast<unsigned long long>(found),
                mine.median, mine.low, mine.high, theirs.median, theirs.median / mine.median);
  }
}

}  // namespace

void searches(std::uint32_t rows, unsigned repeats) {
  OpenStore large, small;
  Corpus corpus(2), few(3);
  const auto stored = fill(large, corpus, rows, 20);
  fill(small, few, small_rows, 100);
  large.reopen();  // carries the log over into the file
  const auto before = large.bytes_on_disk();
  const auto indexed = cpu_of([&] { search(large, "zzzz"); });
  large.reopen();
  std::printf("%u rows: %.2f us CPU each to store, %.2f to index; %.1f MB, index %.1f MB\n", rows, stored / rows,
              indexed / rows, static_cast<double>(large.bytes_on_disk()) / 1e6,
              static_cast<double>(large.bytes_on_disk() - before) / 1e6);
  against_scan(large, corpus, repeats);

  std::vector<double> in_large, in_small, opening, summaries, of_peer;
  for (unsigned i = 0; i < repeats * 3; ++i) {
    std::uint64_t shown = 0;  // the small store may have fewer than 50 of a peer: compared by message
    const auto of_large = cpu_of([&] { shown = last_50(large, corpus.peer(7)); });
    in_large.push_back(of_large / static_cast<double>(shown));
    const auto of_small = cpu_of([&] { shown = last_50(small, few.peer(7)); });
    in_small.push_back(of_small / static_cast<double>(shown));
    std::uint64_t unread = 0, newest = 0;
    summaries.push_back(cpu_of([&] { (void)large->summary(corpus.peer(7), unread, newest); }) / 1000);
    of_peer.push_back(cpu_of([&] { search(large, corpus.word(3), corpus.peer(7)); }) / 1000);
    opening.push_back(cpu_of([&] { large.reopen(), last_50(large, corpus.peer(7)); }) / 1000);
  }
  std::printf("newest 50 of a peer, per message: of %u rows %.2f us, of %u rows %.2f us: ratio %.2f\n", rows,
              spread(in_large).median, small_rows, spread(in_small).median,
              spread(in_large).median / spread(in_small).median);
  std::printf("summary %.4f ms; search in one of 100 peers %.3f ms; open and read the last 50: %.2f ms\n",
              spread(summaries).median, spread(of_peer).median, spread(opening).median);
  const auto full = cpu_of([&] { large.sql("PRAGMA integrity_check"); }) / 1000;
  const auto quick = cpu_of([&] { large.sql("PRAGMA quick_check"); }) / 1000;
  std::printf("integrity_check %.0f ms, quick_check %.0f ms\n", full, quick);
}

}  // namespace p2pchat::benchmark
