// SPDX-License-Identifier: MIT
#include "sea/mine.hpp"

#include "note/note_text.hpp"

#include <wire/hex.hpp>
#include <wire/json_writer.hpp>

#include <algorithm>

namespace p2pchat::bottle {

Own* Mine::find(const Id& bottle) {
  const auto found = all_.find(bottle);
  return found == all_.end() ? nullptr : &found->second;
}

Own& Mine::add(Own own) {
  const auto id = own.note.id;
  return all_[id] = std::move(own);
}

std::vector<const Own*> Mine::newest_first() const {
  std::vector<const Own*> list;
  for (const auto& [id, own] : all_) list.push_back(&own);
  std::ranges::sort(list, std::greater{}, [](const Own* own) { return std::pair(own->note.time_ms, own->note.id); });
  return list;
}

std::size_t Mine::thrown_within_hour(std::uint64_t now_ms) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(all_, [now_ms](const auto& each) { return each.second.here_ms + 3'600'000 > now_ms; }));
}

std::uint32_t Mine::answers() const {
  std::uint32_t count = 0;
  for (const auto& [id, own] : all_) count += own.journey.count(Voyage::answered);
  return count;
}

std::optional<Id> Mine::oldest_over(std::uint64_t now_ms) const {
  if (all_.size() <= most) return std::nullopt;
  const Own* found = nullptr;
  for (const auto& [id, own] : all_)
    if (own.note.expiry_ms < now_ms && (!found || own.here_ms < found->here_ms)) found = &own;
  if (!found) return std::nullopt;
  return found->note.id;
}

std::string own_record(const Own& own) {
  std::string text;
  wire::JsonWriter(text)
      .begin()
      .member("here", own.here_ms)
      .member("secret", wire::to_hex(own.secret))
      .member("time", own.note.time_ms)
      .member("expiry", own.note.expiry_ms)
      .member("body", own.note.body)
      .member("bottle", wire::to_hex(own.note.id))
      .member("thrown", own.is_thrown)
      .member("note", own.is_ready ? write_note(own.note) : std::string())
      .end();
  return text;
}

std::optional<Own> read_own_record(std::string_view text) {
  wire::JsonParser outer, inner;
  const auto* object = outer.parse(text);
  if (!object) return std::nullopt;
  const auto here = object->integer("here"), time = object->integer("time"), expiry = object->integer("expiry");
  const auto secret = object->string("secret"), body = object->string("body"), bottle = object->string("bottle"),
             note = object->string("note");
  const auto* thrown = object->find("thrown");
  if (!here || !time || !expiry || !secret || !body || !bottle || !note || !thrown) return std::nullopt;
  const auto seed = wire::id_from_hex(*secret), id = wire::id_from_hex(*bottle);
  if (!seed || !id) return std::nullopt;
  Own own;
  own.secret = *seed;
  own.here_ms = *here;
  own.is_thrown = thrown->number == 1;
  own.is_ready = !note->empty();
  if (own.is_ready) return read_note(inner, *note, own.note).ok() ? std::optional(std::move(own)) : std::nullopt;
  own.note.id = *id;
  own.note.time_ms = *time;
  own.note.expiry_ms = *expiry;
  own.note.body = std::string(*body);
  return own;
}

}  // namespace p2pchat::bottle
