// SPDX-License-Identifier: MIT
#include "disk_image.hpp"
#include "node_store.hpp"
#include "shim_vfs.hpp"

namespace p2pchat::test {
namespace {

/// What was acknowledged before a cut: a mark stands after each commit that returned.
std::uint64_t acknowledged(const std::vector<DiskEvent>& events, std::size_t cut) {
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < cut; ++i)
    if (events[i].kind == DiskEvent::Kind::mark) last = events[i].offset;
  return last;
}

std::size_t first_mark(const std::vector<DiskEvent>& events) {
  std::size_t at = 0;
  while (events[at].kind != DiskEvent::Kind::mark) ++at;
  return at;
}

/// Messages in groups of different sizes, searches between them, and the log carried over into the file many times.
std::vector<DiskEvent> record(const std::string& setting) {
  TemporaryDirectory directory;
  NodeStore store;
  EXPECT_TRUE(store.open(directory.path()).ok());
  store->close();
  ShimVfs disk;
  disk.events.push_back({DiskEvent::Kind::write, "store.db", 0, content(directory / "store.db")});
  disk.events.push_back({DiskEvent::Kind::sync, "store.db", 0, {}});
  EXPECT_TRUE(store.open(directory.path()).ok());
  store.sql("PRAGMA wal_autocheckpoint = 30;" + setting);
  disk.mark(0);
  std::uint64_t last = 0;
  for (std::uint64_t group = 1; group <= 40; ++group) {
    const auto size = group % 4 == 0 ? 20 : group % 3 + 1;
    const auto status = store.add(last + 1, last + size, "some 文字 of group " + std::to_string(group));
    EXPECT_TRUE(status.ok()) << status.text;
    disk.mark(last += size);
    EXPECT_EQ(group % 10 == 0 ? store.found("文") : last, last);
  }
  store->close();
  return disk.events;
}

struct Losses {
  int cuts = 0, lost = 0, damaged = 0;
};

Losses cut_everywhere(const std::vector<DiskEvent>& events, std::size_t every) {
  Losses losses;
  std::mt19937 random(1);
  for (std::size_t cut = first_mark(events) + 1; cut <= events.size(); cut += every)
    for (auto fate : {Fate::dropped, Fate::torn}) {
      TemporaryDirectory directory;
      write_image(events, cut, fate, random, directory.path());
      NodeStore store;
      const auto status = store.open(directory.path());
      ++losses.cuts;
      losses.damaged += !status.ok() || !store.notice.empty();
      if (!status.ok()) continue;
      const auto numbers = store.numbers();
      losses.lost += numbers.size() < acknowledged(events, cut);
      EXPECT_EQ(numbers, up_to(numbers.size())) << "cut before event " << cut;
      EXPECT_EQ(store.found("文"), numbers.size()) << "cut before event " << cut;
    }
  return losses;
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
  const auto events = record("");
  const auto losses = cut_everywhere(events, std::max<std::size_t>(1, events.size() / 200));
  EXPECT_GE(losses.cuts, 200);
  EXPECT_EQ(losses.lost, 0);
  EXPECT_EQ(losses.damaged, 0);
}

// The same cuts must find something where commits do not wait for the disk, or they would prove nothing.
TEST(PowerCut, IsNoticedWhenCommitsDoNotWaitForTheDisk) {
  const auto events = record("PRAGMA synchronous = NORMAL");
  const auto losses = cut_everywhere(events, std::max<std::size_t>(1, events.size() / 50));
  EXPECT_GT(losses.lost, 0);
}

}  // namespace
}  // namespace p2pchat::test
