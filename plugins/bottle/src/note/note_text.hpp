// SPDX-License-Identifier: MIT
#pragma once
#include "note.hpp"
#include "wire/json.hpp"

namespace p2pchat::bottle {

/// The JSON text that travels. The caller keeps the limits.
std::string write_note(const Note& note);

/// Reads it strictly: exactly the members of the protocol page, each in its one form. Errors: `too_large` over a limit,
/// `malformed` for anything else; `note` is then unspecified. Whether it is true is for `judge/check.hpp`.
sdk::Status read_note(wire::JsonParser& parser, std::string_view text, Note& note);

/// Whether a text may be the body of a drift bottle: UTF-8 of 1 to 1,000 characters.
bool is_drift_body(std::string_view text);

}  // namespace p2pchat::bottle
