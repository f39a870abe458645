// SPDX-License-Identifier: MIT
#pragma once
#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"

namespace p2pchat::terminal_ui {

inline const sdk::Id bob = test::FakeChat::id(0xB0), ming = test::FakeChat::id(0x5F), carol = test::FakeChat::id(0xCA),
                     dave = test::FakeChat::id(0xDA);
inline const sdk::Id first_bottle = test::FakeBottle::id(1);

inline constexpr std::uint64_t morning = 1'764'064'800'000;  ///< 25 November 2025, 10:00 UTC

}  // namespace p2pchat::terminal_ui
