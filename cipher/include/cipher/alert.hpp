// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/suite_numbers.hpp"

namespace p2pchat::cipher {

/// Why a handshake ended. Nobody vouches for it, so it is advice only.
enum class AlertCode : std::uint8_t { failed = 1, no_common_suite = 2 };

/// `u8 code`, then for `no_common_suite` `u8 n | n u16 suites` that its sender speaks.
struct Alert {
  AlertCode code = AlertCode::failed;
  SuiteNumbers suites;
};

Octets encode(const Alert& alert);
/// Takes an alert apart; nothing unless every octet has its place.
std::optional<Alert> parse_alert(bytes message);

/// Takes `u8 n | n u16`, 1 to 16 of them; empty when there is no such list.
SuiteNumbers take_suites(Reader& reader);
void put_suites(Octets& to, const SuiteNumbers& suites);

}  // namespace p2pchat::cipher
