// SPDX-License-Identifier: MIT
#include "trust/signature.hpp"

#include "folder.hpp"
#include "trust/rules.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

// RFC 8032, section 7.1, TEST 2, its key as a SubjectPublicKeyInfo; and another key.
const std::string key = "MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=";
const std::string other_key = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
const std::string message = "\x72";
const std::string signature =
    "\x92\xa0\x09\xa9\xf0\xd4\xca\xb8\x72\x0e\x82\x0b\x5f\x64\x25\x40\xa2\xb2\x7b\x54\x16\x50\x3f\x8f\xb3\x76\x22\x23"
    "\xeb\xdb\x69\xda\x08\x5a\xc1\xe4\x3e\x15\x99\x6e\x45\x8f\x36\x13\xd0\xf1\x1d\x8c\x38\x7b\x2e\xae\xb4\x30\x2a\xee"
    "\xb0\x0d\x29\x16\x12\xbb\x0c" +
    std::string(1, '\0');

bool accepted(const std::string& octets, const std::string& signed_by, const std::vector<std::string>& keys) {
  const Folder folder;
  folder.write("x.so.sig", signed_by);
  return trust::is_signed(folder / "x.so", {reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size()}, keys);
}

TEST(Signature, counts_when_one_of_the_keys_made_it_over_these_octets) {
  EXPECT_TRUE(accepted(message, signature, {other_key, key}));
  EXPECT_FALSE(accepted(message, signature, {other_key}));
  EXPECT_FALSE(accepted(message, signature, {}));
  EXPECT_FALSE(accepted("other octets", signature, {key}));
}

TEST(Signature, of_another_length_or_with_one_bit_flipped_is_none) {
  EXPECT_FALSE(accepted(message, signature + "\n", {key}));
  EXPECT_FALSE(accepted(message, signature.substr(1), {key}));
  EXPECT_FALSE(accepted(message, "", {key}));
  for (std::size_t bit = 0; bit < 8 * signature.size(); bit += 7) {
    auto flipped = signature;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(accepted(message, flipped, {key})) << bit;
  }
}

TEST(Signature, lets_a_file_run_that_is_not_pinned_or_has_another_pin) {
  const Folder folder;
  const auto file = folder.write("x.so", message);
  folder.write("x.so.sig", signature);
  trust::Rules rules;
  EXPECT_EQ(trust::rule(rules, file, "x").ground, trust::Ground::none) << "nobody named the key";
  rules.keys = {key};
  const auto ruling = trust::rule(rules, file, "x");
  EXPECT_EQ(ruling.ground, trust::Ground::signature);
  EXPECT_TRUE(ruling.image);
  rules.lock.pins = {{std::string(64, 'a'), "x", "1", "2026-11-30"}};
  EXPECT_EQ(trust::rule(rules, file, "x").ground, trust::Ground::signature);
  folder.write("x.so", "evil");
  EXPECT_EQ(trust::rule(rules, file, "x").ground, trust::Ground::none);
}

TEST(Key, is_an_ed25519_key_and_nothing_else) {
  EXPECT_TRUE(trust::is_key(key));
  for (const auto* other : {"", "MCow", "ssh-ed25519", "MCowBQYDK2VuAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="})
    EXPECT_FALSE(trust::is_key(other)) << other;
  EXPECT_FALSE(trust::is_key(key + "AAAA"));
}

}  // namespace
}  // namespace p2pchat::test
