// SPDX-License-Identifier: MIT
#include "look/palette.hpp"
#include "model/window_state.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {
namespace {

constexpr double readable = 4.5;  // WCAG 2.1, level AA

class Look : public testing::TestWithParam<Theme> {};

TEST_P(Look, KeepsEveryTextReadableOnEveryGround) {
  const auto& p = palette(GetParam());
  for (const auto ground : {p.side, p.canvas, p.card, p.side_selected})
    for (const auto text : {p.text, p.secondary_text, p.accent_text, p.alert_text})
      EXPECT_GE(contrast(text, ground), readable);
  for (const auto bubble : {p.bubble_in, p.bubble_out}) {
    EXPECT_GE(contrast(p.text, bubble), readable);
    EXPECT_GE(contrast(p.secondary_text, p.bubble_in), readable);
  }
  for (const auto mark : {p.selection, p.hit}) EXPECT_GE(contrast(p.text, mark), readable);
  EXPECT_GE(contrast(p.secondary_text, p.pill), readable);
  EXPECT_GE(contrast(p.rail_label, p.rail), readable);
  EXPECT_GE(contrast(p.rail_label, p.rail_selected), readable);
  EXPECT_GE(contrast(p.on_accent, p.accent), readable);
  EXPECT_GE(contrast(p.on_alert, p.alert), readable);
  EXPECT_GE(contrast(p.alert_text, p.bubble_out), readable);
}

INSTANTIATE_TEST_SUITE_P(Themes, Look, testing::Values(Theme::light, Theme::dark));

TEST(Contrast, IsOneForTheSameAndTwentyOneForBlackOnWhite) {
  EXPECT_DOUBLE_EQ(contrast(rgb(0x123456), rgb(0x123456)), 1);
  EXPECT_NEAR(contrast(rgb(0xFFFFFF), rgb(0x000000)), 21, 0.001);
  EXPECT_NEAR(contrast(rgb(0x767676), rgb(0xFFFFFF)), 4.54, 0.01);
}

TEST(Tints, CarryWhiteLetters) {
  for (int first = 0; first < 256; ++first) {
    sdk::Id id;
    id.b[0] = static_cast<std::uint8_t>(first);
    const auto tint = tint_of(id);
    EXPECT_GE(contrast(rgb(0xFFFFFF), tint.from), readable) << first;
    EXPECT_GE(contrast(rgb(0xFFFFFF), tint.to), readable) << first;
  }
}

TEST(Appearance, FollowsTheSystemOnlyWhenAsked) {
  EXPECT_EQ(theme_of(Appearance::automatic, true), Theme::dark);
  EXPECT_EQ(theme_of(Appearance::automatic, false), Theme::light);
  EXPECT_EQ(theme_of(Appearance::light, true), Theme::light);
  EXPECT_EQ(theme_of(Appearance::dark, false), Theme::dark);
}

TEST(WindowState, ComesBackAsItWasWritten) {
  const WindowState state{{10, 20, 900, 700}, true, 260, Appearance::dark, "zh_CN"};
  EXPECT_EQ(read_window_state(written(state)), state);
  EXPECT_EQ(read_window_state(written({})), WindowState{});
}

TEST(WindowState, KnowsThePageAndTheChatOnShow) {
  WindowState state;
  state.chat = sdk::Id{{1, 2, 3}};
  for (const auto page : {Page::chats, Page::beach, Page::network, Page::plugins, Page::settings}) {
    state.page = page;
    EXPECT_EQ(read_window_state(written(state)), state);
  }
  EXPECT_EQ(read_window_state("page=nowhere chat=12"), WindowState{});
}

TEST(WindowState, KeepsItsDefaultsForWhatItDoesNotUnderstand) {
  EXPECT_EQ(read_window_state("x=left width=-3 list=1e9 language=xx nonsense =  appearance="),
            (WindowState{{-1, -1, 440, 780}, false, 300, Appearance::automatic, ""}));
}

TEST(WindowState, IsMovedBackOntoTheScreen) {
  const Frame screen{0, 0, 1400, 900};
  EXPECT_EQ(clamped({3000, 50, 1000, 700}, screen), (Frame{400, 50, 1000, 700}));
  EXPECT_EQ(clamped({100, 100, 5000, 5000}, screen), (Frame{0, 0, 1400, 900}));
  EXPECT_EQ(clamped({-1, -1, 1180, 780}, screen), (Frame{-1, -1, 1180, 780}));
}

TEST(TheLanguage, IsTheOneChosenOrThatOfTheSystem) {
  EXPECT_EQ(language_of("en", "zh_CN.UTF-8"), "en");
  EXPECT_EQ(language_of("", "zh_CN.UTF-8"), "zh_CN");
  EXPECT_EQ(language_of("", "de_DE.UTF-8"), "en");
}

}  // namespace
}  // namespace p2pchat::wx_gui
