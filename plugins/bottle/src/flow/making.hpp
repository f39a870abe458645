// SPDX-License-Identifier: MIT
#pragma once
#include "flow/surroundings.hpp"
#include "note/note.hpp"

#include <functional>

namespace p2pchat::bottle {

/// What a bottle of mine says, named and with its gas chain; not signed yet. `time_ms` has 13 digits.
Note new_note(Surroundings& around, const Id& secret, std::string body, const Id& receiver, std::uint64_t time_ms,
              std::uint64_t expiry_ms);

/// Signs a bottle of mine and stamps it on a worker, about 2^stamp_bits hashes. `done` once, on the loop.
void sign_and_stamp(Surroundings& around, Note note, std::function<void(const sdk::Status&, const Note&)> done);

}  // namespace p2pchat::bottle
