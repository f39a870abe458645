// SPDX-License-Identifier: MIT
#include "crypto_contract.hpp"

#include <algorithm>

namespace p2pchat::test {
namespace {

TEST_P(CryptoContract, TheSuiteHasAName) { EXPECT_FALSE(std::string_view(crypto().suite()).empty()); }

TEST_P(CryptoContract, TheDigestIsSha256) {
  Id id;
  ASSERT_TRUE(crypto().digest(bytes::of("abc"), id).ok());  // FIPS 180-4, the example of one block
  const std::uint8_t expected[32] = {0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40,
                                     0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17,
                                     0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad};
  EXPECT_TRUE(std::ranges::equal(id.b, expected));
}

TEST_P(CryptoContract, AGeneratedKeySignsAndIsAnotherEachTime) {
  Status why;
  const Key first(crypto().generate(why)), second(crypto().generate(why));
  ASSERT_TRUE(first && second) << why.text;
  EXPECT_NE(id_of(first), id_of(second));
  const auto signature = sign(first, "message");
  EXPECT_TRUE(verify(first, "message", signature.out).ok());
}

TEST_P(CryptoContract, AnIdIsTheDigestOfThePublicKey) {
  const auto mine = key(0);
  Id digest;
  ASSERT_TRUE(crypto().digest(bytes::of(public_key(mine)), digest).ok());
  EXPECT_EQ(id_of(mine), digest);
}

TEST_P(CryptoContract, WhatIsNoPublicKeyIsMalformed) {
  const auto whole = public_key(key(0));
  Id id;
  for (const auto& rubbish : {std::string(), std::string("rubbish"), whole + "x", whole.substr(1)}) {
    EXPECT_EQ(crypto().identify(bytes::of(rubbish), id).code, Errc::malformed);
    EXPECT_EQ(crypto().verify(bytes::of(rubbish), bytes::of("message"), bytes::of("signature")).code, Errc::malformed);
    const auto sealed = into_sink([&](sdk::Out& out) { return crypto().seal(bytes::of(rubbish), {}, {}, out); });
    EXPECT_EQ(sealed.status.code, Errc::malformed);
  }
}

TEST_P(CryptoContract, AKeyFileGivesTheSameKeyBack) {
  const auto mine = key(0);
  const auto file = into_sink([&](sdk::Out& out) { return mine->write("", out); });
  ASSERT_TRUE(file.ok());
  Status why;
  const Key back(crypto().read(bytes::of(file.out), "", why));
  ASSERT_TRUE(back) << why.text;
  EXPECT_EQ(public_key(back), public_key(mine));
  EXPECT_TRUE(verify(mine, "message", sign(back, "message").out).ok());
}

TEST_P(CryptoContract, AKeyFileWithAPassphraseOpensWithThatAlone) {
  const auto mine = key(0);
  const auto file = into_sink([&](sdk::Out& out) { return mine->write("correct horse", out); });
  ASSERT_TRUE(file.ok());
  Status why;
  const Key back(crypto().read(bytes::of(file.out), "correct horse", why));
  ASSERT_TRUE(back) << why.text;
  EXPECT_EQ(public_key(back), public_key(mine));
  for (const auto* wrong : {"", "wrong horse"}) {
    EXPECT_FALSE(Key(crypto().read(bytes::of(file.out), wrong, why)));
    EXPECT_EQ(why.code, Errc::refused);
    EXPECT_GT(std::string_view(why.text).size(), 10u);
  }
}

TEST_P(CryptoContract, ADamagedKeyFileIsMalformed) {
  const auto mine = key(0);
  const auto file = into_sink([&](sdk::Out& out) { return mine->write("", out); }).out;
  for (const auto& damaged : {std::string(), std::string("rubbish"), file.substr(0, file.size() / 2)}) {
    Status why;
    EXPECT_FALSE(Key(crypto().read(bytes::of(damaged), "", why)));
    EXPECT_EQ(why.code, Errc::malformed);
  }
}

TEST_P(CryptoContract, ASignatureHoldsForItsMessageAndKeyAlone) {
  const auto mine = key(0), other = key(1);
  const auto signature = sign(mine, "message");
  ASSERT_TRUE(signature.ok());
  EXPECT_TRUE(verify(mine, "message", signature.out).ok());
  EXPECT_EQ(verify(mine, "Message", signature.out).code, Errc::bad_signature);
  EXPECT_EQ(verify(other, "message", signature.out).code, Errc::bad_signature);
  for (std::size_t bit = 0; bit < 8 * signature.out.size(); bit += 7)
    ASSERT_FALSE(verify(mine, "message", flipped(signature.out, bit)).ok()) << bit;
  EXPECT_FALSE(verify(mine, "message", "").ok());
  EXPECT_FALSE(verify(mine, "message", signature.out + "x").ok());
}

TEST_P(CryptoContract, SignaturesMadeTogetherStandAlone) {
  const auto mine = key(0), other = key(1);
  for (const std::size_t count : {0u, 1u, 2u, 3u, 17u, 512u}) {
    std::vector<std::string> messages;
    for (std::size_t i = 0; i < count; ++i) messages.push_back("message " + std::to_string(i));
    const auto signatures = sign_all(mine, messages);
    for (std::size_t i = 0; i < count; ++i) ASSERT_TRUE(verify(mine, messages[i], signatures[i]).ok()) << i;
    if (count < 2) continue;
    EXPECT_EQ(verify(mine, messages[0], signatures[1]).code, Errc::bad_signature);
    EXPECT_EQ(verify(other, messages[0], signatures[0]).code, Errc::bad_signature);
  }
}

TEST_P(CryptoContract, MoreThan512MessagesAreTooMany) {
  const std::vector<bytes> many(513, bytes::of("message"));
  const sdk::Fn<void(std::uint32_t, bytes)> each = [](std::uint32_t, bytes) { ADD_FAILURE(); };
  EXPECT_EQ(key(0)->sign_all(many.data(), 513, each).code, Errc::too_large);
}

TEST_P(CryptoContract, ABoxOpensForItsOwnerUnderItsHeadingAlone) {
  const auto mine = key(0), other = key(1);
  const auto box = into_sink([&](sdk::Out& out) {
    return crypto().seal(bytes::of(public_key(mine)), bytes::of("heading"), bytes::of("words"), out);
  });
  ASSERT_TRUE(box.ok());
  EXPECT_EQ(box.out.find("words"), std::string::npos);
  const auto opened = [&](const Key& by, std::string_view heading, std::string_view what) {
    return into_sink([&](sdk::Out& out) { return by->open(bytes::of(heading), bytes::of(what), out); });
  };
  EXPECT_EQ(opened(mine, "heading", box.out).out, "words");
  EXPECT_EQ(opened(other, "heading", box.out).status.code, Errc::bad_signature);
  EXPECT_EQ(opened(mine, "Heading", box.out).status.code, Errc::bad_signature);
  for (std::size_t bit = 0; bit < 8 * box.out.size(); bit += 11)
    ASSERT_EQ(opened(mine, "heading", flipped(box.out, bit)).status.code, Errc::bad_signature) << bit;
  for (std::size_t length = 0; length < box.out.size(); length += 3)
    ASSERT_EQ(opened(mine, "heading", box.out.substr(0, length)).status.code, Errc::bad_signature) << length;
}

TEST_P(CryptoContract, ABoxHolds64KiBAndNoMore) {
  const auto mine = key(0);
  const std::string largest(64 * 1024, 'x');
  const auto seal = [&](const std::string& text) {
    return into_sink(
        [&](sdk::Out& out) { return crypto().seal(bytes::of(public_key(mine)), {}, bytes::of(text), out); });
  };
  const auto box = seal(largest);
  ASSERT_TRUE(box.ok());
  EXPECT_EQ(into_sink([&](sdk::Out& out) { return mine->open({}, bytes::of(box.out), out); }).out, largest);
  EXPECT_EQ(seal(largest + "x").status.code, Errc::too_large);
}

}  // namespace
}  // namespace p2pchat::test
