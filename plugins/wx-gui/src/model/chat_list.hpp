// SPDX-License-Identifier: MIT
#pragma once
#include "model/person_notes.hpp"
#include "presented.hpp"
#include "text/language.hpp"

#include <map>

namespace p2pchat::wx_gui {

/// The newest message of conversations, as far as it was fetched.
using Newest = std::map<sdk::Id, Message>;

/// One row of the list of conversations.
struct ChatRow {
  enum class Second { nothing, text, draft, request };
  sdk::Id who;
  std::string name;
  std::string second;  ///< the line below the name
  Second kind = Second::nothing;
  std::string time;
  std::string badge;  ///< how many are unread, or empty
  bool online = false;
  bool loud = false;  ///< unread or a request, and not muted: shown in bold
  bool muted = false;
};

/// What somebody is called in lists: the name made harmless, or the beginning of the id.
std::string shown_name(const Person& person);

/// What one row shows. Made when it is drawn, so that a long list costs nothing.
ChatRow chat_row(const Person& person, const PersonNotes& notes, const Newest& newest, std::uint64_t now_ms,
                 const Language& language);

/// The letter in somebody's picture: the first of the name, in capitals.
std::string initial_of(std::string_view name);

/// The number on a badge: `99+` above 99, empty for 0.
std::string badge_text(std::uint64_t count);

/// The title of the window: with the number of unread messages when there are any.
std::string window_title(std::uint64_t unread, const Language& language);

}  // namespace p2pchat::wx_gui
