// SPDX-License-Identifier: MIT
#include "model/beach.hpp"
#include "model/bottle_words.hpp"
#include "model/sea.hpp"
#include "people.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

namespace p2pchat::terminal_ui {
namespace {

using sdk::Voyage;

Bottle bottle(std::uint8_t number, Voyage voyage) {
  Bottle bottle;
  bottle.id = test::FakeBottle::id(number);
  bottle.sender = bob;
  bottle.voyage = voyage;
  bottle.body = "number " + std::to_string(number);
  return bottle;
}

std::string names(const std::vector<Bottle>& bottles) {
  std::string text;
  for (const auto& one : bottles) text += one.name + " ";
  return text;
}

TEST(BottleNames, AreGivenOnceAndNeverToAnother) {
  BottleNames names('b', "here");
  EXPECT_EQ(names.name(test::FakeBottle::id(7)), "b1");
  EXPECT_EQ(names.name(test::FakeBottle::id(8)), "b2");
  EXPECT_EQ(names.name(test::FakeBottle::id(7)), "b1");
  names.retain({test::FakeBottle::id(7)});
  EXPECT_EQ(names.name(test::FakeBottle::id(9)), "b3") << "b2 is gone, and its name with it";
  EXPECT_EQ(std::get<sdk::Status>(names.resolve("b2")).code, sdk::Errc::not_found);
}

TEST(BottleNames, FindABottleByNameNumberOrId) {
  BottleNames names('b', "here");
  const auto seven = test::FakeBottle::id(7);
  names.name(seven);
  for (const auto& text : {std::string("b1"), std::string("1"), std::string("07bbbb"), wire::to_hex(seven)})
    EXPECT_EQ(std::get<sdk::Id>(names.resolve(text)), seven) << text;
  for (const auto* text : {"", "b", "07bbb", "m1", "01", "b2"})
    EXPECT_STREQ(std::get<sdk::Status>(names.resolve(text)).text,
                 ("no bottle '" + std::string(text) + "' here").c_str());
  auto other = seven;
  other.b[31] = 1;
  names.name(other);
  EXPECT_EQ(std::get<sdk::Status>(names.resolve("07bbbb")).code, sdk::Errc::invalid) << "two are meant";
}

TEST(Beach, TellsWhatCameAshoreOrPassesOnce) {
  AddressBook book;
  Beach beach(book);
  EXPECT_EQ(names(beach.replace({bottle(2, Voyage::unread), bottle(1, Voyage::passing)})), "b1 b2 ");
  EXPECT_EQ(names(beach.replace({bottle(2, Voyage::unread), bottle(1, Voyage::passing)})), "");
  EXPECT_EQ(names(beach.replace({bottle(2, Voyage::read), bottle(1, Voyage::unread)})), "b1 ")
      << "what I read is no news; what passed lies here now";
  EXPECT_EQ(beach.unread(), 1U);
}

TEST(Beach, KeepsApartWhatLiesAndWhatPasses) {
  AddressBook book;
  Beach beach(book);
  beach.replace(
      {bottle(4, Voyage::kept), bottle(3, Voyage::passing), bottle(2, Voyage::read), bottle(1, Voyage::unread)});
  ASSERT_EQ(beach.lying().size(), 3U);
  EXPECT_EQ(beach.lying().front()->name, "b4");
  ASSERT_EQ(beach.passing().size(), 1U);
  EXPECT_EQ(beach.passing().front()->name, "b3");
}

TEST(Beach, ShowsNothingOfBlockedPeople) {
  AddressBook book;
  Beach beach(book);
  beach.replace({bottle(1, Voyage::unread)});
  Person person;
  person.id = bob;
  person.relation = sdk::Relation::blocked;
  book.replace({person});
  EXPECT_EQ(beach.find(test::FakeBottle::id(1)), nullptr);
  EXPECT_EQ(beach.lying().size() + beach.unread(), 0U);
  EXPECT_EQ(names(beach.replace({bottle(2, Voyage::unread), bottle(1, Voyage::unread)})), "");
}

Step step(Voyage voyage, const sdk::Id& node, std::uint32_t hops = 0) { return {voyage, node, 5, hops, "text"}; }

TEST(Sea, TellsEachStepOnceAndNothingOfBefore) {
  Sea sea;
  EXPECT_TRUE(sea.replace({{bottle(1, Voyage::adrift), {step(Voyage::adrift, bob)}}}).empty()) << "the first state";
  auto news = sea.replace({{bottle(2, Voyage::queued), {}},
                           {bottle(1, Voyage::ashore), {step(Voyage::adrift, bob), step(Voyage::ashore, ming, 2)}}});
  ASSERT_EQ(news.size(), 2U);
  EXPECT_EQ(news[0].bottle.name, "m1");
  EXPECT_EQ(news[0].step.voyage, Voyage::ashore);
  EXPECT_EQ(news[0].number, 2U);
  EXPECT_EQ(news[1].bottle.name, "m2");
  EXPECT_EQ(news[1].step.voyage, Voyage::queued);
  EXPECT_EQ(news[1].number, 0U) << "it is no step of the journey";
}

TEST(Sea, TellsThatTheTimeIsOverOnceThoughNoStepSaysSo) {
  Sea sea;
  sea.replace({{bottle(1, Voyage::adrift), {}}});
  const auto news = sea.replace({{bottle(1, Voyage::expired), {}}});
  ASSERT_EQ(news.size(), 1U);
  EXPECT_EQ(news[0].step.voyage, Voyage::expired);
  EXPECT_TRUE(sea.replace({{bottle(1, Voyage::expired), {}}}).empty());
  sea.replace({{bottle(2, Voyage::adrift), {}}});
  EXPECT_EQ(sea.replace({{bottle(2, Voyage::expired), {step(Voyage::expired, {})}}}).size(), 1U) << "a step says so";
}

TEST(Sea, KnowsWhoFoundABottle) {
  Journey journey{bottle(1, Voyage::answered), {step(Voyage::adrift, bob), step(Voyage::ashore, ming)}};
  journey.bottle.name = "m1";
  EXPECT_EQ(std::get<sdk::Id>(finder(journey, 2)), ming);
  EXPECT_STREQ(std::get<sdk::Status>(finder(journey, 0)).text, "nobody has answered m1; /mine m1 says who found it");
  for (const std::size_t number : {1, 3})
    EXPECT_EQ(std::get<sdk::Status>(finder(journey, number)).code, sdk::Errc::not_found) << "a carrier, and nothing";
  journey.steps.push_back(step(Voyage::answered, ming));
  EXPECT_EQ(std::get<sdk::Id>(finder(journey, 0)), ming);
  journey.steps.push_back(step(Voyage::answered, bob));
  EXPECT_STREQ(std::get<sdk::Status>(finder(journey, 0)).text,
               "several answered: /chat m1 STEP; /mine m1 has the steps");
}

TEST(BottleWords, SayHowFarABottleOfMineHasCome) {
  Journey journey{bottle(1, Voyage::queued), {}};
  EXPECT_EQ(sea_words(journey), "queued");
  journey.bottle.voyage = Voyage::adrift;
  EXPECT_EQ(sea_words(journey), "in the water");
  journey.steps = {step(Voyage::adrift, bob, 1), step(Voyage::ashore, ming, 2)};
  EXPECT_EQ(sea_words(journey), "in the water, 2 hops");
  journey.bottle.voyage = Voyage::ashore;
  journey.bottle.beaches = 1;
  EXPECT_EQ(sea_words(journey), "ashore on 1 beach");
  journey.bottle.voyage = Voyage::answered;
  journey.bottle.answers = 2;
  EXPECT_EQ(sea_words(journey), "2 answers");
  journey.bottle.voyage = Voyage::expired;
  EXPECT_EQ(sea_words(journey), "expired, 2 answers");
  EXPECT_EQ(step_words(journey.steps[1], "ming"), "ashore with ming after 2 hops");
}

TEST(BottleWords, GreetWithTheFirstLineOfTheBottle) {
  EXPECT_EQ(greeting_to_creator("有人在听吗？\nI am here"), "I found your bottle: \"有人在听吗？\"");
  EXPECT_LT(greeting_to_finder(std::string(1000, 'x')).size(), 150U);
}

}  // namespace
}  // namespace p2pchat::terminal_ui
