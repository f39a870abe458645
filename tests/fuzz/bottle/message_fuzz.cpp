// SPDX-License-Identifier: MIT
#include "note/messages.hpp"

#include <cstdlib>

/// The input as each of the small messages. What is read is written and read again as the same, and is of one type
/// only.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace p2pchat::bottle;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static wire::JsonParser parser;
  const auto handled = read_handled(parser, text);
  const auto found = read_found(parser, text);
  const auto reply = read_reply(parser, text);
  const auto taken = read_taken(parser, text);
  if (handled.has_value() + found.has_value() + reply.has_value() + taken.has_value() + is_collect(parser, text) > 1)
    std::abort();
  if (handled && read_handled(parser, write_handled(*handled)) != handled) std::abort();
  if (found && (found->proof.gas > most_gas || read_found(parser, write_found(*found)) != found)) std::abort();
  if (reply && (reply->sealed.size() > most_sealed_reply || read_reply(parser, write_reply(*reply)) != reply))
    std::abort();
  if (taken && (taken->empty() || taken->size() > most_taken || read_taken(parser, write_taken(*taken)) != taken))
    std::abort();
  return 0;
}
