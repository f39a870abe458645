// SPDX-License-Identifier: MIT
// How a person copies their key, and takes one in.
#include "unit/wx-gui/stage.hpp"
#include "view/key_copy_sheets.hpp"
#include "view/text.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {
namespace {

struct Keys : testing::Test {
  Stage stage;
  std::vector<std::string> wishes;  // on the loop
  std::string answer = "0 ";
  void SetUp() override {
    stage.describe_node("true");
    stage.host.subscribe("secret.", [this](sdk::str topic, const sdk::Id&, sdk::bytes detail) {
      wishes.push_back(std::string(topic) + " " + std::string(detail.text()));
      stage.host.publish("key.answer", {}, sdk::bytes::of(answer));
    });
  }
  std::size_t asked() {
    std::size_t count = 0;
    stage.loop.call([&] { count = wishes.size(); });
    return count;
  }
  void says(const KeyCopySheet& sheet, const std::string& words) {
    stage.until([&] { return sheet.said() == words; }, words);
  }
};

TEST_F(Keys, ACopyNeedsAPathAndTwiceTheSamePassphrase) {
  stage.play([&] {
    stage.until([&] { return stage.app().desk().me.id != sdk::Id{}; }, "who I am");
    SaveKeySheet sheet(&stage.frame(), stage.app().desk());
    sheet.Show();
    stage.settle();
    stage.take_picture("key-save");
    sheet.write("copy.p8", "horses", "horses");
    sheet.go();
    says(sheet, "Choose a file, or write its whole path: it begins with /.");
    sheet.write("/tmp/copy.p8", "", "");
    sheet.go();
    says(sheet, "Choose a passphrase: whoever has the file and no passphrase is you.");
    sheet.write("/tmp/copy.p8", "horses", "cows");
    sheet.go();
    says(sheet, "The two passphrases differ.");
    EXPECT_EQ(asked(), 0U);
    sheet.write("/tmp/copy.p8", "\"horses\"", "\"horses\"");
    sheet.go();
    says(sheet, "The copy is written, and opens under the passphrase. Keep both apart.");
    stage.take_picture("key-saved");
  });
  EXPECT_EQ(wishes, std::vector<std::string>{R"(secret.save-key {"file":"/tmp/copy.p8","passphrase":"\"horses\""})"});
}

TEST_F(Keys, TheFirstRunTakesAKeyInAndGoesOnBehindThatStep) {
  stage.tables.entries.clear();
  answer = "5 wrong passphrase: /tmp/copy.p8";
  stage.play([&] {
    stage.press("Go on");
    stage.until([&] { return stage.frame().welcome()->step() == WelcomePage::Step::name; }, "the name");
    stage.press("Go on");
    stage.until([&] { return stage.frame().welcome()->step() == WelcomePage::Step::identity; }, "the key");
    stage.take_picture("welcome-key");
    RestoreKeySheet sheet(&stage.frame(), stage.app().desk());
    sheet.Show();
    sheet.write("/tmp/copy.p8", "cows");
    sheet.go();
    says(sheet, "The passphrase does not open this file.");
    stage.take_picture("key-refused");
    EXPECT_EQ(stage.app().desk().state.welcome_step, 2);
    stage.loop.call([&] { answer = "0 "; });
    sheet.write("/tmp/copy.p8", "horses");
    sheet.go();
    says(sheet, "Your key is back. p2pChat begins again with it.");
  });
  EXPECT_EQ(wishes.back(), R"(secret.restore-key {"file":"/tmp/copy.p8","passphrase":"horses"})");
  Stage again;
  stage.loop.call([&] { again.tables.entries = stage.tables.entries; });
  again.play([&] {
    ASSERT_TRUE(again.frame().welcome());
    EXPECT_EQ(again.frame().welcome()->step(), WelcomePage::Step::network);
  });
}

TEST_F(Keys, EveryRefusalHasItsWords) {
  const English english;
  const auto words = [&](KeyTask task, sdk::Errc code) { return key_words(task, {code, "detail"}, english); };
  EXPECT_EQ(words(KeyTask::save, sdk::Errc::refused), "There is a file of that name already. Choose another name.");
  EXPECT_EQ(words(KeyTask::restore, sdk::Errc::malformed), "This is no key, or a broken one: detail");
  EXPECT_EQ(words(KeyTask::restore, sdk::Errc::not_found), "There is no such file.");
  EXPECT_EQ(words(KeyTask::restore, sdk::Errc::io), "That did not work: detail");
}

}  // namespace
}  // namespace p2pchat::wx_gui
