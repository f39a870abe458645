// SPDX-License-Identifier: MIT
#include "cipher/handshake_parts.hpp"
#include "rsa_fixture.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

/// The four messages between two keys.
class RsaHandshake : public WithKeys {
 protected:
  std::vector<Octets> messages(const SharedPrivateKey& dialler, const SharedPrivateKey& answerer) const {
    const auto dialling = make_initiator({scheme, dialler}, answerer->public_half().id(), Fresh::draw());
    const auto answering = make_responder({scheme, answerer}, Fresh::draw());
    std::vector<Octets> found(1);
    for (int i = 0; i < 5; ++i) {
      Octets next;
      EXPECT_TRUE((i % 2 == 0 ? dialling : answering)->step(view(found.back()), next).ok());
      found.push_back(std::move(next));
    }
    return {found.begin() + 1, found.end() - 1};
  }
};

TEST_F(RsaHandshake, HasTheSizesOfItsDescriptionAtEverySizeOfKey) {
  for (const unsigned bits : {2048u, 3072u, 4096u}) {
    const auto sent = messages(key(0, bits), key(1));
    EXPECT_EQ(sent[1].size(), 630u);
    EXPECT_EQ(sent[2].size(), 4 + 256 + 2 * bits / 8 + 32 + 16);
  }
}

TEST_F(RsaHandshake, NothingThatTravelledIsAnRsaShareThatAThiefCouldOpen) {
  const auto alice = key(0), bob = key(1);
  const auto sent = messages(alice, bob);
  const auto label = carried_label(transcript::shares(*algorithms, view(sent[0]), parse_reply(view(sent[1]))->open));
  for (const auto* message : {&sent[1], &sent[2]})
    for (std::size_t at = 0; at + 256 <= message->size(); ++at)
      for (const auto& stolen : {alice, bob})
        ASSERT_FALSE(rsa_aes::oaep_decrypt(stolen->handle(), view(label), {message->data() + at, 256}));
}

}  // namespace
}  // namespace p2pchat::test
