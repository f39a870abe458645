// SPDX-License-Identifier: MIT
#include "wire/invite.hpp"

#include "wire/hex.hpp"

namespace wire {
namespace {

using p2pchat::sdk::bytes, p2pchat::sdk::Id, p2pchat::sdk::Status;

constexpr std::string_view scheme = "p2pchat:";
constexpr std::size_t id_digits = 64, check_digits = 4;

/// The first two bytes of a digest of the id's digits.
std::string check_of(const Digest& digest, std::string_view digits) {
  Id made;
  if (!digest(bytes::of("p2pchat/invite/1:" + std::string(digits)), made)) return {};
  return to_hex(bytes(made.b, check_digits / 2));
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Status malformed(std::string_view sentence) { return {p2pchat::sdk::Errc::malformed, sentence}; }

}  // namespace

std::string invite_text(const Digest& digest, const Id& id) {
  const auto digits = to_hex(id);
  return std::string(scheme) + digits + "-" + check_of(digest, digits);
}

Status read_invite(const Digest& digest, std::string_view text, Id& id) {
  auto rest = trimmed(text);
  const bool line = rest.starts_with(scheme);
  if (line) rest.remove_prefix(scheme.size());
  const auto digits = rest.substr(0, id_digits);
  const auto read = id_from_hex(digits);
  if (!read)
    return malformed("this is no invite: it is p2pchat: and 64 digits 0-9 a-f, a dash, 4 digits; copy it whole");
  rest.remove_prefix(id_digits);
  if (!rest.empty() || line) {
    if (rest.size() != 1 + check_digits || rest[0] != '-')
      return malformed("the invite is cut off or too long: copy it whole");
    if (rest.substr(1) != check_of(digest, digits))
      return malformed("the invite has a typing error: compare or copy it again");
  }
  id = *read;
  return {};
}

}  // namespace wire
