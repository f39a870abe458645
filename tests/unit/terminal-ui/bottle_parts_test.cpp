// SPDX-License-Identifier: MIT
#include "model/bottle_sheet.hpp"
#include "screen/choice.hpp"
#include "screen/note_editor.hpp"
#include "shell/refreshing.hpp"
#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

using Kind = SheetRow::Kind;
const auto one = test::FakeBottle::id(1), two = test::FakeBottle::id(2), three = test::FakeBottle::id(3);
constexpr std::uint64_t minute = 60'000;

std::string everyone_bob(const sdk::Id&) { return "bob"; }

Bottle bottle() {
  Bottle bottle;
  bottle.id = one;
  bottle.time_ms = 10 * minute;
  bottle.expiry_ms = 20 * minute;
  bottle.hops = 2;
  bottle.voyage = sdk::Voyage::unread;
  bottle.body = "今天天气很好\n\u202Eturned";
  bottle.name = "b1";
  return bottle;
}

TEST(BottleSheet, SaysWhatABottleIsThenItsTextWrappedAndHarmless) {
  const auto rows = sheet_of(bottle(), everyone_bob, 10, 12 * minute);
  std::string head, text;
  for (const auto& row : rows) (row.kind == Kind::head ? head : text) += row.text + "|";
  EXPECT_EQ(head, "b1 from|bob · 2|hops ·|thrown 2|min ago ·|8 min left|· unread|");
  EXPECT_EQ(text, "|今天天气很|好|<U+202E>tu|rned|");
}

TEST(BottleSheet, MarksTheRowsOfEachStepAndItsAnswer) {
  Journey journey{bottle(), {{sdk::Voyage::adrift, two, 0, 0, {}}, {sdk::Voyage::answered, two, 0, 0, "yes\nI do"}}};
  const auto rows = sheet_of(journey, everyone_bob, 60, 30 * minute);
  EXPECT_NE(rows.front().text.find("its time is over"), std::string::npos);
  EXPECT_EQ(std::ranges::count(rows, 1U, &SheetRow::step), 1);
  EXPECT_EQ(std::ranges::count(rows, 2U, &SheetRow::step), 3);
  EXPECT_EQ(rows.back().text, "    I do");
  EXPECT_EQ(rows.back().kind, Kind::answer);
}

TEST(Choice, StaysWithAThingThoughTheListChanges) {
  Choice choice;
  choice.settle({two, three});
  EXPECT_EQ(choice.chosen(), two) << "the first, when nothing was chosen";
  choice.settle({one, two, three});
  EXPECT_EQ(choice.chosen(), two);
  choice.settle({one, two, three}, 5);
  EXPECT_EQ(choice.chosen(), three);
  choice.settle({one, two});
  EXPECT_EQ(choice.chosen(), two) << "what took its place, or the last";
  choice.settle({});
  EXPECT_FALSE(choice.chosen());
}

TEST(Choice, MovesTheListOnlyAsFarAsNeeded) {
  Choice choice;
  EXPECT_EQ(choice.top(4, 5), 0);
  EXPECT_EQ(choice.top(7, 5), 3);
  EXPECT_EQ(choice.top(4, 5), 3);
  EXPECT_EQ(choice.top(1, 5), 1);
}

TEST(Refreshing, FetchesOneAtATimeAndLetsWhoAsksMeanwhileWaitForTheNext) {
  int fetches = 0;
  std::string done;
  Refreshing refreshing([&] { ++fetches; });
  refreshing.ask([&] { done += "a"; });
  refreshing.ask([&] { done += "b"; });
  refreshing.ask();
  EXPECT_EQ(fetches, 1);
  refreshing.came();
  EXPECT_EQ(done, "a");
  EXPECT_EQ(fetches, 2) << "one more for all who asked meanwhile";
  refreshing.came();
  EXPECT_EQ(done, "ab");
  EXPECT_EQ(fetches, 2);
}

struct Editor : testing::Test {
  std::string submitted, said;
  NoteEditor editor{[this](const sdk::Id&, const std::string& text) { submitted = text; },
                    [this](std::string why) { said = std::move(why); }};
};

TEST_F(Editor, KeepsADraftForEachBottle) {
  editor.open(one, "answer");
  editor.key(Key::typed("to one"));
  editor.key(Key::of(Key::Code::escape));
  EXPECT_FALSE(editor.is_open());
  editor.open(two, "answer");
  editor.key(Key::of(Key::Code::enter));
  EXPECT_EQ(submitted, "") << "there is nothing to send";
  EXPECT_TRUE(editor.is_open());
  editor.open(one, "answer");
  editor.key(Key::of(Key::Code::enter));
  EXPECT_EQ(submitted, "to one");
  EXPECT_FALSE(editor.is_open());
  EXPECT_FALSE(editor.has_drafts());
}

TEST_F(Editor, CountsCharactersNotOctets) {
  editor.open({}, "new");
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "🙂";
  editor.key(Key::typed(text + "x"));
  editor.key(Key::of(Key::Code::enter));
  EXPECT_EQ(said, "1,000 characters fit in: take out 1");
  editor.key(Key::of(Key::Code::backspace));
  editor.key(Key::of(Key::Code::enter));
  EXPECT_EQ(submitted, text);
}

TEST_F(Editor, ForgetsTheDraftForABottleThatIsGone) {
  editor.open(one, "answer");
  editor.key(Key::typed("too late"));
  editor.forget(one);
  EXPECT_FALSE(editor.is_open());
  EXPECT_FALSE(editor.has_drafts());
}

}  // namespace
}  // namespace p2pchat::terminal_ui
