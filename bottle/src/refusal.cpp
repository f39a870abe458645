// SPDX-License-Identifier: MIT
#include "bottle/refusal.hpp"

#include <array>

namespace p2pchat::bottle {
namespace {

constexpr std::array<std::string_view, refusal_count> words = {
    "",          "peer-rate",   "oversized",     "malformed",  "expired",        "from-the-future", "too-long-lived",
    "forged-id", "light-stamp", "raised-gas",    "blocked",    "seen",           "sender-quota",    "address-quota",
    "busy",      "bad-key",     "bad-signature", "beach-full", "receiver-quota", "off-course"};
static_assert(words.back() == "off-course" && static_cast<std::size_t>(Refusal::off_course) + 1 == refusal_count);

}  // namespace

std::string_view word(Refusal refusal) { return words[static_cast<std::size_t>(refusal)]; }

std::string_view told_word(Refusal refusal) { return word(refusal == Refusal::blocked ? Refusal::busy : refusal); }

}  // namespace p2pchat::bottle
