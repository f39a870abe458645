// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/body.hpp"
#include "note.hpp"
#include "wire/json.hpp"

namespace p2pchat::bottle {

/// The JSON text that travels. The caller keeps the limits.
std::string write_note(const Note& note);

/// Reads it strictly: exactly the members of the protocol page, each in its one form. Errors: `too_large` over a limit,
/// `malformed` for anything else; `note` is then unspecified. Whether it is true is for `judge/check.hpp`.
sdk::Status read_note(wire::JsonParser& parser, std::string_view text, Note& note);

}  // namespace p2pchat::bottle
