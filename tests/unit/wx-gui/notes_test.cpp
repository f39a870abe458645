// SPDX-License-Identifier: MIT
#include "shell/note_keeper.hpp"
#include "support/fake_chat.hpp"
#include "support/memory_tables.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {
namespace {

TEST(PersonNote, ComesBackAsItWasWritten) {
  for (const auto& note : {PersonNote{"a draft\nwith lines", true, false}, PersonNote{"", false, true}, PersonNote{}})
    EXPECT_EQ(read_person_note(written(note)), note);
}

TEST(PersonNote, LeavesOutWhatIsNotUnderstood) {
  EXPECT_EQ(read_person_note(""), PersonNote{});
  EXPECT_EQ(read_person_note("pinned  muted\n"), (PersonNote{"", true, false}));
  EXPECT_EQ(read_person_note("verified"), (PersonNote{"", false, true}));
}

struct Keeping : testing::Test {
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  test::TablesDisk disk;
  test::MemoryTables tables{host, disk};
  std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
  std::unique_ptr<NoteKeeper> keeper;
  const sdk::Id bob = test::FakeChat::id(0xB0), ming = test::FakeChat::id(0x5F);

  void SetUp() override {
    host.provide(static_cast<sdk::Tables&>(tables));
    restart();
  }
  void settle(std::uint64_t ms) {
    for (std::uint64_t passed = 0; passed < ms; passed += 10) clock.run_for(10), mailbox->run_all();
  }
  void restart() {
    settle(100);
    keeper = std::make_unique<NoteKeeper>(host, mailbox);
    bool open = false;
    keeper->open([&] { open = true; });
    settle(100);
    EXPECT_TRUE(open);
  }
};

TEST_F(Keeping, HasMarksAndDraftsAfterARestart) {
  keeper->set_muted(bob, true);
  keeper->set_draft(bob, "not yet");
  keeper->set_verified(ming, true);
  keeper->save();
  restart();
  EXPECT_EQ(keeper->of(bob), (PersonNote{"not yet", true, false}));
  EXPECT_EQ(keeper->of(ming), (PersonNote{"", false, true}));
}

TEST_F(Keeping, WritesADraftASecondAfterItsFirstLetter) {
  std::string text;
  for (int letter = 0; letter < 20; ++letter) {
    keeper->set_draft(bob, text += 'a');
    settle(10);
  }
  EXPECT_EQ(disk.writes, 0U);
  settle(1000);
  EXPECT_EQ(disk.writes, 1U);
  restart();
  EXPECT_EQ(keeper->of(bob).draft, text);
}

TEST_F(Keeping, ErasesWhatIsEmptyAgain) {
  keeper->set_muted(bob, true);
  settle(100);
  EXPECT_EQ(disk.entries.size(), 1U);
  keeper->set_muted(bob, false);
  settle(100);
  EXPECT_TRUE(disk.entries.empty());
}

TEST_F(Keeping, ReadsMoreThanOnePage) {
  for (std::uint8_t first = 0; first < 250; ++first)
    for (std::uint8_t last = 0; last < 5; ++last) {
      auto who = test::FakeChat::id(first);
      who.b[31] = last;
      keeper->set_muted(who, true);
    }
  restart();
  EXPECT_EQ(keeper->notes().size(), 1250U);
}

}  // namespace
}  // namespace p2pchat::wx_gui
