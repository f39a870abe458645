// SPDX-License-Identifier: MIT
#pragma once
#include "wire/json.hpp"

#include <p2pchat/abi.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::messaging {

/// A session's word about messages that arrived over it or an earlier session with the same peer.
///
/// Not signed: the session proves who says it, and nobody else needs to be convinced (docs/decisions/0003).
struct Receipt {
  enum class Verdict : std::uint8_t {
    delivered,  ///< my store has committed it
    read,       ///< a person has seen it
    refused     ///< not wanted now, such as text from somebody who is not a contact; `reason` says why
  };
  Verdict verdict = Verdict::delivered;
  std::vector<sdk::Id> messages;  ///< 1 to 512 message ids
  std::string reason;             ///< one short word for programs, such as `not-a-contact`; empty unless refused
};

/// The line that travels: standard base64 of a JSON object that no envelope can be mistaken for.
std::string encode_receipt(const Receipt& receipt);

/// Whether a line is a receipt (ok), something else (`not_found`) or a broken receipt (`malformed`).
sdk::Status decode_receipt(wire::JsonParser& parser, std::string_view line, Receipt& receipt);

}  // namespace p2pchat::messaging
