// SPDX-License-Identifier: MIT
#include "judge/course.hpp"
#include "note/note_id.hpp"
#include "note/note_text.hpp"
#include "note/signed_bytes.hpp"

#include <cstdlib>

namespace {

using namespace p2pchat::bottle;

/// Whatever is accepted keeps the limits.
void check_limits(const Note& note) {
  if (note.gas > most_gas || note.nearest.size() > most_neighbours) std::abort();
  if (!is_note_time(note.time_ms) || !is_note_time(note.expiry_ms)) std::abort();
  if (note.sign.empty() || note.key.empty() || note.body.empty()) std::abort();
  if (note.is_addressed() ? note.body.size() > most_addressed_body : !is_drift_body(note.body)) std::abort();
  if (signed_bytes("suite", note).size() != note.body.size() + 175) std::abort();
}

/// Wherever it is judged, it is sent to no more than may be, and not back.
void check_course(const Note& note) {
  View view{.me = note.gas_token, .known = note.nearest};
  view.known.push_back({.id = note.gas_anchor});
  view.known.push_back({.id = note.sender});
  for (const auto reached : {false, true}) {
    if (reached) view.reached.push_back(note.gas_anchor);
    const auto course = judge(note, view);
    if (course.targets.size() > beaches || course.nearest.size() > most_neighbours) std::abort();
    if (note.gas == 0 && !course.targets.empty()) std::abort();
    for (const auto& target : course.targets) {
      const bool back = target.id == view.me || (reached && target.id == note.gas_anchor);
      if (back || target.id == note.sender) std::abort();
      for (const auto& named : note.nearest)
        if (named.id == target.id) std::abort();
    }
  }
}

}  // namespace

/// The input as a bottle. What is read is written and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static wire::JsonParser parser;
  Note first, second;
  if (!read_note(parser, {reinterpret_cast<const char*>(data), size}, first).ok()) return 0;
  check_limits(first);
  check_course(first);
  const auto text = write_note(first);
  if (text.size() > most_note) return 0;  // the input had no escapes where ours has
  if (!read_note(parser, text, second).ok() || first != second || write_note(second) != text) std::abort();
  return 0;
}
