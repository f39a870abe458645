// SPDX-License-Identifier: MIT
#include "model/chat_list.hpp"

#include "presented.hpp"
#include "text/time_words.hpp"

#include <wire/hex.hpp>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t preview_octets = 200;  // more than any list is wide

std::string preview(std::string_view text) { return visible_line(repaired(text.substr(0, preview_octets))); }

void second_line(ChatRow& row, const Person& person, const PersonNote& note, const Newest& newest,
                 const Language& language) {
  if (person.relation == sdk::Relation::asking) {
    row.kind = ChatRow::Second::request;
    row.second = person.greeting.empty() ? language.say("wants to chat with you") : preview(person.greeting);
    return;
  }
  if (!note.draft.empty()) {
    row.kind = ChatRow::Second::draft;
    row.second = fill(language.say("[Draft] {text}"), {{"text", preview(note.draft)}});
    return;
  }
  const auto found = newest.find(person.id);
  if (found == newest.end()) {
    if (person.relation == sdk::Relation::asked) row.second = language.say("asked, not answered yet");
    if (person.relation == sdk::Relation::blocked) row.second = language.say("blocked");
    return;
  }
  row.kind = ChatRow::Second::text;
  const auto text = preview(found->second.body);
  row.second = found->second.incoming() ? text : fill(language.say("You: {text}"), {{"text", text}});
}

}  // namespace

std::string shown_name(const Person& person) {
  return person.name.empty() ? wire::short_hex(person.id) : visible_line(person.name);
}

ChatRow chat_row(const Person& person, const PersonNotes& notes, const Newest& newest, std::uint64_t now_ms,
                 const Language& language) {
  ChatRow row;
  row.who = person.id;
  row.name = shown_name(person);
  second_line(row, person, notes.of(person.id), newest, language);
  row.time = list_time(person.newest_ms, now_ms, language);
  row.badge = badge_text(person.unread);
  row.online = person.online;
  row.muted = notes.of(person.id).muted;
  row.loud = (person.unread != 0 && !row.muted) || person.relation == sdk::Relation::asking;
  return row;
}

std::string initial_of(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const auto point = code_point_at(name, at);
    at += point.length;
    if (point.value <= ' ' || point.value == '<') continue;
    std::string letter;
    append(letter, point.value >= 'a' && point.value <= 'z' ? point.value - 'a' + 'A' : point.value);
    return letter;
  }
  return "?";
}

std::string badge_text(std::uint64_t count) {
  if (count == 0) return {};
  return count > 99 ? "99+" : std::to_string(count);
}

std::string window_title(std::uint64_t unread, const Language& language) {
  if (unread == 0) return language.say("p2pChat");
  return fill(language.say("({n}) p2pChat"), {{"n", badge_text(unread)}});
}

}  // namespace p2pchat::wx_gui
