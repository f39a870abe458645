// SPDX-License-Identifier: MIT
#include "cipher/delegation.hpp"
#include "cipher/handshake.hpp"
#include "cipher/message_signer.hpp"
#include "cipher/signature_checker.hpp"
#include "ed25519_scheme.hpp"
#include "ratio.hpp"
#include "rsa_scheme.hpp"

#include <stdexcept>
#include <string>

using namespace p2pchat;
using namespace p2pchat::cipher;
using benchmark::Measured;
using benchmark::print_ratio;

namespace {

void must(bool holds) {
  if (!holds) throw std::runtime_error("what is measured went wrong");
}

Measured times(int count, std::function<void()> once) {
  return {[=] {
            for (int i = 0; i < count; ++i) once();
          },
          static_cast<double>(count)};
}

/// The messages of one batch, 100 octets each.
struct Batch {
  explicit Batch(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      texts.push_back("purpose/1 message " + std::to_string(i));
      texts.back().resize(100, 'x');
    }
    for (const auto& text : texts) views.push_back(bytes::of(text));
  }
  std::vector<std::string> texts;
  std::vector<bytes> views;
};

std::vector<Octets> signed_batch(const Scheme& scheme, const PrivateKey& key, const Batch& batch) {
  std::vector<Octets> signatures(batch.views.size());
  const SignaturesFn keep = [&](std::uint32_t index, bytes signature) {
    signatures[index].assign(signature.ptr, signature.ptr + signature.len);
  };
  must(sign_messages(*scheme.algorithms(), key, batch.views, keep).ok());
  return signatures;
}

/// Messages that share a signature, and the delegation that hangs on one.
void signatures(const Scheme& scheme, const SharedPrivateKey& key) {
  const Batch one(1);
  const auto sign = times(20, [&] { key->sign({one.views[0]}); });
  const auto signature = key->sign({one.views[0]});
  const auto verify = times(200, [&] { must(key->public_half().verify({one.views[0]}, view(signature))); });
  for (const std::size_t count : {8u, 64u, 512u}) {
    const Batch batch(count);
    const auto name = "one of " + std::to_string(count) + " messages signed together / one signature";
    print_ratio(name.c_str(), {[&] { signed_batch(scheme, *key, batch); }, static_cast<double>(count)}, sign);
    const auto together = signed_batch(scheme, *key, batch);
    const auto check = [&] {
      SignatureChecker checker(scheme.algorithms());  // that has seen none of them
      for (std::size_t i = 0; i < count; ++i)
        must(checker.check(key->public_half(), batch.views[i], view(together[i])).ok());
    };
    const auto checked = "one of " + std::to_string(count) + " messages checked together / one check";
    print_ratio(checked.c_str(), {check, static_cast<double>(count)}, verify);
  }
  const auto delegation = make_delegation(scheme, *key, make_x25519().share, 2000, 0);
  Id owner;
  print_ratio("a delegation checked / one check",
              times(200, [&] { must(check_delegation(scheme, view(delegation), 1000, 0, owner).ok()); }), verify);
}

Octets sealed(RecordSealer& sealer, bytes plain) {
  Octets record;
  sdk::OutTo out(record);
  must(sealer.seal(plain, out).ok());
  return record;
}

/// An opener takes each record once and in order, so every round begins with a new one.
void opened_records(const SharedAlgorithms& algorithms, const Octets& plain, int count) {
  const Secret<32> secret;
  RecordSealer sealer(algorithms, secret);
  std::vector<Octets> all;
  for (int i = 0; i < count; ++i) all.push_back(sealed(sealer, view(plain)));
  Octets buffer, raw_record(plain.size() + tag_length), raw_text(plain.size());
  const auto open = [&] {
    RecordOpener opener(algorithms, secret);
    for (const auto& record : all) {
      buffer.clear();
      sdk::OutTo out(buffer);
      must(opener.open(view(record), out).ok());
    }
  };
  const Nonce nonce{};
  Aead(*algorithms, Aead::Direction::seal, view(secret)).seal(nonce, {}, view(plain), raw_record.data());
  Aead raw(*algorithms, Aead::Direction::open, view(secret));
  const auto open_raw = times(count, [&] { must(raw.open(nonce, {}, view(raw_record), raw_text.data())); });
  const auto name = "a record of " + std::to_string(plain.size()) + " octets opened / its bare cipher";
  print_ratio(name.c_str(), {open, static_cast<double>(count)}, open_raw);
}

void records(const SharedAlgorithms& algorithms) {
  for (const std::size_t length : {64u, 1024u, 16384u, 262144u}) {
    const int count = length > 100'000 ? 20 : 400;
    const Octets plain(length, 'x');
    Octets buffer(length + tag_length), raw_text(length + tag_length);
    const Secret<32> secret;
    RecordSealer sealer(algorithms, secret, {1ull << 40, 1ull << 50, 1ull << 40});
    Aead raw(*algorithms, Aead::Direction::seal, view(secret));
    const Nonce nonce{};
    const auto seal_raw = times(count, [&] { raw.seal(nonce, {}, view(plain), raw_text.data()); });
    const auto seal = times(count, [&] {
      buffer.clear();
      sdk::OutTo out(buffer);
      must(sealer.seal(view(plain), out).ok());
    });
    const auto name = "a record of " + std::to_string(length) + " octets sealed / its bare cipher";
    print_ratio(name.c_str(), seal, seal_raw);
    opened_records(algorithms, plain, count);
  }
}

/// The two ends of a session, and what costs them most: the work of their identity keys.
struct Ends {
  SharedScheme scheme;
  SharedPrivateKey dialler = scheme->generate(), answerer = scheme->generate();

  Measured identities() const {
    return times(5, [this] {
      const auto text = bytes::of("message");
      for (const auto& key : {dialler, answerer}) must(key->public_half().verify({text}, view(key->sign({text}))));
      must(answerer->receive(text, view(answerer->public_half().carry(text).text)).size() == 32);
    });
  }
  Measured meeting() const {
    return times(5, [this] {
      const auto dialling = make_initiator({scheme, dialler}, answerer->public_half().id(), Fresh::draw());
      const auto answering = make_responder({scheme, answerer}, Fresh::draw());
      Octets message;
      for (int i = 0; i < 5; ++i) {
        Octets next;
        must((i % 2 == 0 ? dialling : answering)->step(view(message), next).ok());
        message = std::move(next);
      }
      must(dialling->take_records().has_value());
    });
  }
  Measured signing() const {
    return times(50, [this] { dialler->sign({bytes::of("message")}); });
  }
  Measured checking() const {
    const auto signature = dialler->sign({bytes::of("message")});
    return times(50,
                 [this, signature] { must(dialler->public_half().verify({bytes::of("message")}, view(signature))); });
  }
};

Measured sealing(const SharedAlgorithms& algorithms) {
  const auto sealer =
      std::make_shared<RecordSealer>(algorithms, Secret<32>(), RecordLimits{1ull << 40, 1ull << 50, 1ull << 40});
  return times(50, [sealer, plain = Octets(16'384, 'x')] { sealed(*sealer, view(plain)); });
}

/// The same of both suites, the second's cost in the first's.
void beside(const Ends& second, const Ends& first) {
  print_ratio("a signature", second.signing(), first.signing());
  print_ratio("a signature checked", second.checking(), first.checking());
  print_ratio("a handshake, both ends", second.meeting(), first.meeting());
  print_ratio("a record of 16,384 octets sealed", sealing(second.scheme->algorithms()),
              sealing(first.scheme->algorithms()));
}

void title(const char* name) {
  std::printf("\n%-62s %7s  (%s)  %s\n", name, "ratio", "least to greatest", "subject / baseline");
}

}  // namespace

int main() {
  const Ends rsa{std::make_shared<rsa_aes::RsaScheme>()}, ed25519{std::make_shared<ed25519::Ed25519Scheme>()};
  title("rsa-aes, RSA-2048");
  signatures(*rsa.scheme, rsa.dialler);
  records(rsa.scheme->algorithms());
  print_ratio("a handshake, both ends / its RSA (2 sign, 2 verify, OAEP)", rsa.meeting(), rsa.identities());
  title("ed25519-chacha20");
  signatures(*ed25519.scheme, ed25519.dialler);
  records(ed25519.scheme->algorithms());
  print_ratio("a handshake, both ends / its keys (2 sign, 2 verify, X25519)", ed25519.meeting(), ed25519.identities());
  title("ed25519-chacha20 / rsa-aes with RSA-2048");
  beside(ed25519, rsa);
}
