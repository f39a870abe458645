// SPDX-License-Identifier: MIT
#include "wire/base64.hpp"

#include <gtest/gtest.h>

#include <random>

namespace {

using wire::Alphabet;

std::string encoded(std::string_view text, Alphabet alphabet = Alphabet::standard) {
  std::string out;
  wire::base64_encode(wire::octets_of(text), alphabet, out);
  return out;
}

TEST(Base64, EncodesTheVectorsOfRfc4648) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (auto [plain, text] : vectors) {
    EXPECT_EQ(encoded(plain), text);
    std::string back;
    EXPECT_TRUE(wire::base64_decode(text, Alphabet::standard, back));
    EXPECT_EQ(back, plain);
  }
}

TEST(Base64, UrlAlphabetHasNoPadding) {
  EXPECT_EQ(encoded("\xfb\xff", Alphabet::url), "-_8");
  EXPECT_EQ(encoded("\xfb\xff", Alphabet::standard), "+/8=");
}

TEST(Base64, ReturnsWhatWentInForEveryLength) {
  std::mt19937 random(7);
  for (auto alphabet : {Alphabet::standard, Alphabet::url})
    for (std::size_t length = 0; length < 200; ++length) {
      std::string plain(length, '\0');
      for (auto& c : plain) c = static_cast<char>(random());
      std::string back = "kept";
      ASSERT_TRUE(wire::base64_decode(encoded(plain, alphabet), alphabet, back));
      EXPECT_EQ(back, "kept" + plain);
    }
}

TEST(Base64, RefusesWhatIsNotTheOneText) {
  for (auto text :
       {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "Z", "Zm 8", "Zm8=\n", "Zm8-", "====", "=Zm8", "Zg==Zg=="}) {
    std::string out = "kept";
    EXPECT_FALSE(wire::base64_decode(text, Alphabet::standard, out)) << text;
    EXPECT_EQ(out, "kept");
  }
  for (auto text : {"Zg==", "Zh", "Z", "Zm9v=", "+/8"}) EXPECT_FALSE(wire::base64_decode(text, Alphabet::url)) << text;
}

TEST(Base64, EveryOtherTextDecodesToOtherOctetsOrToNone) {
  const auto original = encoded("strict");
  for (std::size_t i = 0; i < original.size(); ++i)
    for (int c = 0; c < 256; ++c) {
      auto changed = original;
      changed[i] = static_cast<char>(c);
      if (changed == original) continue;
      std::string out;
      if (wire::base64_decode(changed, Alphabet::standard, out)) {
        EXPECT_NE(out, "strict");
      }
    }
}

}  // namespace
