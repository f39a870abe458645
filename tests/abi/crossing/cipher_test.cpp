// SPDX-License-Identifier: MIT
// The same for a cipher, its keys and its sessions.
#include "abi/crossing/crossing.hpp"

#include <p2pchat/crypto.hpp>

namespace p2pchat::witness {
namespace {

sdk::bytes of(std::string_view text) { return sdk::bytes::of(text); }

// What a call wrote and answered, as text.
template <class F>
std::string written(const F& call) {
  std::string text;
  sdk::OutTo out(text);
  const sdk::Status status = call(out);
  EXPECT_EQ(status.code, sdk::Errc::refused);
  return text + "; " + status.text;
}
template <class F>
std::string written_twice(const F& call) {
  std::string second;
  sdk::OutTo more(second);
  const auto first = written([&](sdk::Out& out) { return call(out, more); });
  return second + ", " + first;
}

TEST_F(Crossing, carries_Crypto) {
  with<sdk::Crypto>([&](sdk::Crypto& it) {
    EXPECT_EQ(told("", it.suite()), " witness/1");
    sdk::Status why;
    EXPECT_EQ(it.read(of("file"), "passphrase", why), nullptr);
    EXPECT_STREQ(why.text, "Crypto::read file passphrase");
    sdk::Id made;
    EXPECT_STREQ(it.digest(of("data"), made).text, "Crypto::digest data");
    EXPECT_EQ(made, id(11));
    EXPECT_STREQ(it.identify(of("key"), made).text, "Crypto::identify key");
    EXPECT_EQ(made, id(12));
    EXPECT_STREQ(it.verify(of("key"), of("message"), of("signature")).text, "Crypto::verify key message signature");
    EXPECT_EQ(written([&](sdk::Out& out) { return it.seal(of("key"), of("aad"), of("plain"), out); }),
              "sealed; Crypto::seal key aad plain");
    EXPECT_STREQ(it.check(of("delegation"), 5'000'000'001, made).text, "Crypto::check delegation 5000000001");
    EXPECT_EQ(made, id(13));
    EXPECT_EQ(written_twice([&](sdk::Out& a, sdk::Out& b) { return it.ephemeral(a, b); }),
              "share, secret; Crypto::ephemeral");
    EXPECT_EQ(written([&](sdk::Out& out) { return it.agree(of("a"), of("b"), of("c"), out); }),
              "key; Crypto::agree a b c");
    EXPECT_EQ(written([&](sdk::Out& out) { return it.mac(of("key"), of("message"), out); }),
              "tag; Crypto::mac key message");
  });
}

TEST_F(Crossing, carries_SecretKey) {
  with<sdk::Crypto>([&](sdk::Crypto& crypto) {
    sdk::Status why;
    auto* key = crypto.generate(why);
    ASSERT_NE(key, nullptr) << why.text;
    EXPECT_EQ(written([&](sdk::Out& out) { return key->public_key(out); }), "public; SecretKey::public_key");
    EXPECT_EQ(written([&](sdk::Out& out) { return key->sign(of("message"), out); }),
              "signature; SecretKey::sign message");
    const sdk::bytes messages[] = {of("first"), of("second")};
    EXPECT_STREQ(key->sign_all(messages, 2, hear()).text, "SecretKey::sign_all 2");
    EXPECT_EQ(written([&](sdk::Out& out) { return key->open(of("aad"), of("sealed"), out); }),
              "plain; SecretKey::open aad sealed");
    EXPECT_EQ(written_twice([&](sdk::Out& a, sdk::Out& b) { return key->delegate(5'000'000'002, a, b); }),
              "delegation, secret; SecretKey::delegate 5000000002");
    EXPECT_EQ(written([&](sdk::Out& out) { return key->write("passphrase", out); }),
              "file; SecretKey::write passphrase");
    key->destroy();
  });
  expect_heard({"0 first", "1 second"});
}

TEST_F(Crossing, carries_Session) {
  with<sdk::Crypto>([&](sdk::Crypto& crypto) {
    sdk::Status why;
    auto* key = crypto.generate(why);
    ASSERT_NE(key, nullptr) << why.text;
    auto* session = key->session(sdk::Role::responder, id(9));
    ASSERT_NE(session, nullptr);
    EXPECT_EQ(written([&](sdk::Out& out) { return session->step(of("in"), out); }),
              "SecretKey::session 1 #9; Session::step in");
    EXPECT_EQ(session->established(), 4'000'000'005U);
    EXPECT_EQ(written([&](sdk::Out& out) { return session->peer(out); }), "out; Session::peer");
    EXPECT_EQ(written([&](sdk::Out& out) { return session->seal(of("plain"), out); }), "out; Session::seal plain");
    EXPECT_EQ(written([&](sdk::Out& out) { return session->open(of("record"), out); }), "out; Session::open record");
    session->destroy();
    key->destroy();
  });
}

}  // namespace
}  // namespace p2pchat::witness
