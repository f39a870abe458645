// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace p2pchat::test {

using sdk::bytes;
using sdk::Errc;
using sdk::Id;
using sdk::Status;

/// One suite, ready for use, with keys to test with.
class OpenSuite {
 public:
  virtual ~OpenSuite() = default;
  virtual sdk::Crypto& crypto() = 0;
  /// A key of its own for each index, 0 to 3; the caller destroys it.
  virtual sdk::SecretKey* key(unsigned index) = 0;
};

/// How to make one; printed as its name.
struct SuiteMaker {
  std::string name;
  std::function<std::unique_ptr<OpenSuite>()> make;
};
inline void PrintTo(const SuiteMaker& maker, std::ostream* out) { *out << maker.name; }

/// Owns an SDK object that is freed by `destroy`.
struct Destroyed {
  void operator()(auto* p) const { p->destroy(); }
};
using Key = std::unique_ptr<sdk::SecretKey, Destroyed>;
using Session = std::unique_ptr<sdk::Session, Destroyed>;

/// A status and what was written into the sink.
struct Result {
  Status status;
  std::string out;
  bool ok() const { return status.ok(); }
};

/// Lends a sink to a call.
template <class Call>
Result into_sink(Call&& call) {
  Result result;
  sdk::OutTo out(result.out);
  result.status = call(out);
  return result;
}

/// The same text with one bit turned.
std::string flipped(std::string text, std::size_t bit);

/// The tests of `sdk::Crypto`: they know nothing of any implementation.
class CryptoContract : public testing::TestWithParam<SuiteMaker> {
 protected:
  sdk::Crypto& crypto() { return suite_->crypto(); }
  Key key(unsigned index) { return Key(suite_->key(index)); }
  std::string public_key(const Key& key);
  Id id_of(const Key& key);
  Result sign(const Key& key, std::string_view message);
  /// Signs all with one call; the signatures in order.
  std::vector<std::string> sign_all(const Key& key, const std::vector<std::string>& messages);
  Status verify(const Key& key, std::string_view message, std::string_view signature);

  static constexpr std::uint64_t now = 1'763'923'200'000, day = 24ull * 3600 * 1000;

 private:
  std::unique_ptr<OpenSuite> suite_ = GetParam().make();
};

/// The part of the contract about contact keys.
class ContactContract : public CryptoContract {
 protected:
  /// What `ephemeral` and `delegate` give: a secret, and what others may see.
  struct Contact {
    Status status;
    std::string secret, shown;
  };
  Contact ephemeral();
  Contact delegate(const Key& key, std::uint64_t expiry_ms);
  Result agree(const Contact& mine, const Contact& other, std::string_view context = "context");
  Result mac(std::string_view with, std::string_view message);
};

/// A pair of sessions and what they say to each other.
struct Pair {
  Session dialling, answering;
  /// Runs the handshake; the first error of either side.
  Status meet();
  /// Seals here, opens there.
  static Result passed(const Session& from, const Session& to, std::string_view text);
};

/// The part of the contract about sessions.
class SessionContract : public CryptoContract {
 protected:
  Pair pair() { return pair_wanting(id_of(bob)); }
  Pair pair_wanting(const Id& wanted) {
    return {Session(alice->session(sdk::Role::initiator, wanted)), Session(bob->session(sdk::Role::responder, {}))};
  }
  const Key alice = key(0), bob = key(1), mallory = key(2);
};

}  // namespace p2pchat::test
