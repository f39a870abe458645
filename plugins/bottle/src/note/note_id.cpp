// SPDX-License-Identifier: MIT
#include "note_id.hpp"

namespace p2pchat::bottle {

Id note_id(sdk::Crypto& crypto, std::uint64_t time_ms, std::string_view body) {
  return hash(crypto, sdk::bytes::of(std::to_string(time_ms).append(body)));
}

}  // namespace p2pchat::bottle
