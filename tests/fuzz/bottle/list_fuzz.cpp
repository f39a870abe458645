// SPDX-License-Identifier: MIT
#include "note/endpoint.hpp"
#include "note/note_text.hpp"

#include <cstdlib>

namespace {

using namespace p2pchat::bottle;

/// A bottle with the input as its list.
std::string bottle_with(std::string_view list) {
  Note note;
  note.time_ms = 1'763'923'200'123;
  note.expiry_ms = note.time_ms + 1;
  note.sign = note.key = {1};
  note.body = "b";
  auto text = write_note(note);
  const std::string_view empty = "\"nearestPeerIdList\":[]";
  return text.replace(text.find(empty) + empty.size() - 2, 2, list);
}

void check_neighbour(const Neighbour& neighbour) {
  if (neighbour.ip.empty() != (neighbour.port == 0)) std::abort();
  if (!neighbour.ip.empty() && (!is_ip(neighbour.ip) || reach(neighbour.ip) == Reach::none)) std::abort();
  const bool global = reach(neighbour.ip) == Reach::global;
  if (!global && !told_to(neighbour, {.id = {}, .ip = "203.0.113.7", .port = 1}).ip.empty()) std::abort();
}

}  // namespace

/// The input as the list of a bottle, and as an endpoint of the routing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_neighbour(neighbour_at({}, text));
  static wire::JsonParser parser;
  Note note;
  if (!read_note(parser, bottle_with(text), note).ok()) return 0;
  if (note.nearest.size() > most_neighbours) std::abort();
  for (const auto& neighbour : note.nearest) check_neighbour(neighbour);
  for (std::size_t i = 0; i < note.nearest.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (note.nearest[i].id == note.nearest[j].id) std::abort();
  return 0;
}
