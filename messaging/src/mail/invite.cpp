// SPDX-License-Identifier: MIT
#include "invite.hpp"

#include <wire/hex.hpp>

namespace p2pchat::messaging {
namespace {

constexpr std::string_view scheme = "p2pchat:";
constexpr std::size_t id_digits = 64, check_digits = 4;

/// The first two bytes of a digest of the id's digits.
std::string check_of(sdk::Crypto& crypto, std::string_view digits) {
  sdk::Id digest;
  const auto made = crypto.digest(sdk::bytes::of("p2pchat/invite/1:" + std::string(digits)), digest);
  return made.ok() ? wire::to_hex(sdk::bytes(digest.b, check_digits / 2)) : std::string();
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

sdk::Status malformed(std::string_view sentence) { return {sdk::Errc::malformed, sentence}; }

}  // namespace

std::string invite_text(sdk::Crypto& crypto, const sdk::Id& id) {
  const auto digits = wire::to_hex(id);
  return std::string(scheme) + digits + "-" + check_of(crypto, digits);
}

sdk::Status read_invite(sdk::Crypto& crypto, std::string_view text, sdk::Id& id) {
  auto rest = trimmed(text);
  const bool line = rest.starts_with(scheme);
  if (line) rest.remove_prefix(scheme.size());
  const auto digits = rest.substr(0, id_digits);
  const auto read = wire::id_from_hex(digits);
  if (!read)
    return malformed("this is no invite: it is p2pchat: and 64 digits 0-9 a-f, a dash, 4 digits; copy it whole");
  rest.remove_prefix(id_digits);
  if (!rest.empty() || line) {
    if (rest.size() != 1 + check_digits || rest[0] != '-')
      return malformed("the invite is cut off or too long: copy it whole");
    if (rest.substr(1) != check_of(crypto, digits))
      return malformed("the invite has a typing error: compare or copy it again");
  }
  id = *read;
  return {};
}

}  // namespace p2pchat::messaging
