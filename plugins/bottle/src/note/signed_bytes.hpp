// SPDX-License-Identifier: MIT
#pragma once
#include "note.hpp"

namespace p2pchat::bottle {

/// What the creator signs: typed bytes of the decoded values, never the JSON text. `suite` is `Crypto::suite`.
Octets signed_bytes(std::string_view suite, const Note& note);

/// What a reply is sealed with (`aad` of `Crypto::seal`), so that it answers this bottle and no other.
Octets reply_context(const Id& bottle);

}  // namespace p2pchat::bottle
