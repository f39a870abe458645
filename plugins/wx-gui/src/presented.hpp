// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/address_book.hpp"
#include "presentation/bottle.hpp"
#include "presentation/bottle_calls.hpp"
#include "presentation/chat_calls.hpp"
#include "presentation/conversation.hpp"
#include "presentation/conversation_export.hpp"
#include "presentation/news_feed.hpp"
#include "presentation/safety_words.hpp"
#include "presentation/transcript_line.hpp"
#include "presentation/utf8.hpp"
#include "presentation/visible.hpp"

/// What every user interface shows is named here as if it were this one's own.
namespace p2pchat::wx_gui {
using namespace presentation;
}  // namespace p2pchat::wx_gui
