// SPDX-License-Identifier: MIT
#include "support/sha256.hpp"

#include <p2pchat/kit/cipher.hpp>

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace p2pchat::kit {
namespace {

Octets hash(const Octets& first, const Octets& second = {}, const Octets& third = {}) {
  return part(test::sha256({bytes::of(first), bytes::of(second), bytes::of(third)}).view());
}

/// Primitives that keep no secret, but notice every change.
struct Plain {
  static constexpr std::string_view suite = "plain/1";
  static constexpr std::size_t secret_size = 32, key_size = 32, share_size = 32, signature_size = 32;
  static Octets random(std::size_t n) {
    std::random_device chance;
    return made(n, [&](auto* out) { std::generate_n(out, n, std::ref(chance)); });
  }
  static Octets digest(const Octets& text) { return hash(text); }
  static Octets derive(const Octets& key, const Octets& text) { return hash(key, text); }
  static Octets stretch(sdk::str passphrase, const Octets& salt) { return hash(Octets(passphrase), salt); }
  static Octets box(const Octets& key, std::uint64_t number, const Octets& text) {
    return text + hash(key, octets_of(number), text);
  }
  static bool unbox(const Octets& key, std::uint64_t number, const Octets& box, Octets& text) {
    if (box.size() < 32) return false;
    text = part(box, 0, box.size() - 32);
    return Plain::box(key, number, text) == box;
  }
  static Octets new_secret() { return random(32); }
  static Octets key_of(const Octets& secret) { return hash("key", secret); }
  static bool is_key(const Octets& key) { return key.size() == key_size; }
  static Octets sign(const Octets& secret, const Octets& text) { return hash(key_of(secret), text); }
  static bool holds(const Octets& key, const Octets& text, const Octets& signature) {
    return hash(key, text) == signature;
  }
  static Octets seal(const Octets& key, const Octets& text) { return box(key, 0, text); }
  static bool open(const Octets& secret, const Octets& sealed, Octets& text) {
    return unbox(key_of(secret), 0, sealed, text);
  }
  static Pair pair() {
    const auto both = random(32);
    return {both, both};
  }
  static bool agree(const Octets& secret, const Octets& share, Octets& both) {
    both = hash("agree", std::min(secret, share), std::max(secret, share));
    return true;
  }
};

using Conversation = SignedSession<Plain>;
constexpr std::size_t sizes[] = {32 + 32, 32 + 32 + 32 + 32, 32 + 32 + 32, 32};  // of the four messages

class SignedSessions : public testing::Test {
 protected:
  SignedSessions() { std::ranges::copy(hash(Plain::key_of(his)), bob.b); }
  Conversation dialling() { return {Plain::key_of(hers), hers, sdk::Role::initiator, bob}; }
  Conversation answering() { return {Plain::key_of(his), his, sdk::Role::responder, {}}; }
  static Octets step(Conversation& session, const Octets& in) {
    Octets out;
    sdk::OutTo sink(out);
    return session.step(bytes::of(in), sink).ok() ? out : Octets();
  }
  const Secret hers{Plain::new_secret()}, his{Plain::new_secret()};
  Id bob;
};

TEST_F(SignedSessions, FourMessagesMakeASessionOfEachSize) {
  auto alice = dialling(), answerer = answering();
  Octets message;
  for (const auto size : sizes) {
    message = step(size == sizes[0] || size == sizes[2] ? alice : answerer, message);
    EXPECT_EQ(message.size(), size);
  }
  step(alice, message);
  EXPECT_TRUE(alice.established() && answerer.established());
}

TEST_F(SignedSessions, ABitInEveryOctetOfTheFourMessagesCounts) {
  for (int victim = 0; victim < 4; ++victim)
    for (std::size_t bit = 0; bit < 8 * sizes[victim]; bit += 5) {
      auto alice = dialling(), answerer = answering();
      Octets message;
      for (int turn = 0; turn < 4; ++turn) {
        message = step(turn % 2 == 0 ? alice : answerer, message);
        if (turn == victim) message[bit / 8] = static_cast<char>(message[bit / 8] ^ 1 << bit % 8);
        if (message.empty()) break;
      }
      if (!message.empty()) step(alice, message);
      ASSERT_FALSE(alice.established()) << victim << " " << bit;
      ASSERT_EQ(answerer.established(), victim == 3) << victim << " " << bit;
    }
}

TEST_F(SignedSessions, WhatIsSignedForOneUseServesNoOther) {
  const Octets text = "text";
  const std::set<Octets> all{for_message(text), for_contact(text), for_responder(text), for_initiator(text)};
  EXPECT_EQ(all.size(), 4u);
  for (const auto& one : all)
    for (const auto& other : all) EXPECT_TRUE(one == other || !one.starts_with(other.substr(0, other.find('\0') + 1)));
}

}  // namespace
}  // namespace p2pchat::kit
