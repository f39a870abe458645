// SPDX-License-Identifier: MIT
#include "cipher/alert.hpp"

#include "cipher/handshake_messages.hpp"

namespace p2pchat::cipher {

SuiteNumbers take_suites(Reader& reader) {
  SuiteNumbers suites(reader.number<std::uint8_t>());
  if (suites.size() > most_suites) return {};
  for (auto& suite : suites) suite = reader.number<std::uint16_t>();
  return suites;
}

void put_suites(Octets& to, const SuiteNumbers& suites) {
  to.push_back(static_cast<std::uint8_t>(suites.size()));
  for (const auto suite : suites) put(to, suite);
}

Octets encode(const Alert& alert) {
  const bool lists = alert.code == AlertCode::no_common_suite;
  auto out = begin_message(MessageType::alert, lists ? 2 + 2 * alert.suites.size() : 1);
  out.push_back(static_cast<std::uint8_t>(alert.code));
  if (lists) put_suites(out, alert.suites);
  return out;
}

std::optional<Alert> parse_alert(bytes message) {
  const auto body = body_of(MessageType::alert, message);
  if (!body) return std::nullopt;
  Reader reader(*body);
  Alert found{static_cast<AlertCode>(reader.number<std::uint8_t>()), {}};
  const bool lists = found.code == AlertCode::no_common_suite;
  if (lists) found.suites = take_suites(reader);
  if (!reader.whole() || found.suites.empty() == lists) return std::nullopt;
  return found;
}

}  // namespace p2pchat::cipher
