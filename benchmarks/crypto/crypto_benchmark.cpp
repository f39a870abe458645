// SPDX-License-Identifier: MIT
#include "batch_signer.hpp"
#include "delegation.hpp"
#include "handshake.hpp"
#include "ratio.hpp"
#include "record_cipher.hpp"
#include "signature_checker.hpp"

#include <stdexcept>
#include <string>

using namespace p2pchat;
using namespace p2pchat::rsa_aes;
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

std::vector<Octets> signed_batch(const SharedAlgorithms& algorithms, const PrivateKey& key, const Batch& batch) {
  std::vector<Octets> signatures(batch.views.size());
  const sdk::Fn<void(std::uint32_t, bytes)> keep = [&](std::uint32_t index, bytes signature) {
    signatures[index].assign(signature.ptr, signature.ptr + signature.len);
  };
  must(sign_batch(*algorithms, key, batch.views, keep).ok());
  return signatures;
}

void signatures(const SharedAlgorithms& algorithms, const SharedPrivateKey& key) {
  const Batch one(1);
  const auto sign = times(20, [&] { key->sign({one.views[0]}); });
  const auto signature = key->sign({one.views[0]});
  const auto verify = times(200, [&] { must(key->public_half().verify({one.views[0]}, view(signature))); });
  for (const std::size_t count : {8u, 64u, 512u}) {
    const Batch batch(count);
    const auto name = "one of " + std::to_string(count) + " messages signed together / one signature";
    print_ratio(name.c_str(), {[&] { signed_batch(algorithms, *key, batch); }, static_cast<double>(count)}, sign);
    const auto together = signed_batch(algorithms, *key, batch);
    const auto check = [&] {
      SignatureChecker checker(algorithms);  // that has seen none of them
      for (std::size_t i = 0; i < count; ++i)
        must(checker.check(key->public_half(), batch.views[i], view(together[i])).ok());
    };
    const auto checked = "one of " + std::to_string(count) + " messages checked together / one check";
    print_ratio(checked.c_str(), {check, static_cast<double>(count)}, verify);
  }
  const auto delegation = make_delegation(*algorithms, *key, make_x25519().share, 2000, 0);
  Id owner;
  print_ratio("a delegation checked / one check",
              times(200, [&] { must(check_delegation(algorithms, view(delegation), 1000, 0, owner).ok()); }), verify);
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
  Gcm(*algorithms, Gcm::Direction::seal, view(secret)).seal(nonce, {}, view(plain), raw_record.data());
  Gcm raw(*algorithms, Gcm::Direction::open, view(secret));
  const auto open_raw = times(count, [&] { must(raw.open(nonce, {}, view(raw_record), raw_text.data())); });
  const auto name = "a record of " + std::to_string(plain.size()) + " octets opened / bare AES-256-GCM";
  print_ratio(name.c_str(), {open, static_cast<double>(count)}, open_raw);
}

void records(const SharedAlgorithms& algorithms) {
  for (const std::size_t length : {64u, 1024u, 16384u, 262144u}) {
    const int count = length > 100'000 ? 20 : 400;
    const Octets plain(length, 'x');
    Octets buffer(length + tag_length), raw_text(length + tag_length);
    const Secret<32> secret;
    RecordSealer sealer(algorithms, secret, {1ull << 40, 1ull << 50, 1ull << 40});
    Gcm raw(*algorithms, Gcm::Direction::seal, view(secret));
    const Nonce nonce{};
    const auto seal_raw = times(count, [&] { raw.seal(nonce, {}, view(plain), raw_text.data()); });
    const auto seal = times(count, [&] {
      buffer.clear();
      sdk::OutTo out(buffer);
      must(sealer.seal(view(plain), out).ok());
    });
    const auto name = "a record of " + std::to_string(length) + " octets sealed / bare AES-256-GCM";
    print_ratio(name.c_str(), seal, seal_raw);
    opened_records(algorithms, plain, count);
  }
}

void handshakes(const SharedAlgorithms& algorithms, const SharedPrivateKey& dialler, const SharedPrivateKey& answerer) {
  const auto rsa = times(5, [&] {
    const auto text = bytes::of("message");
    for (const auto& key : {dialler, answerer}) must(key->public_half().verify({text}, view(key->sign({text}))));
    must(answerer->decrypt(text, view(answerer->public_half().encrypt(text, text))).has_value());
  });
  const auto meet = times(5, [&] {
    const auto dialling = make_initiator({algorithms, dialler}, answerer->public_half().id(), Fresh::draw());
    const auto answering = make_responder({algorithms, answerer}, Fresh::draw());
    Octets message;
    for (int i = 0; i < 5; ++i) {
      Octets next;
      must((i % 2 == 0 ? dialling : answering)->step(view(message), next).ok());
      message = std::move(next);
    }
    must(dialling->take_records().has_value());
  });
  print_ratio("a handshake, both ends / its RSA (2 sign, 2 verify, OAEP)", meet, rsa);
}

}  // namespace

int main() {
  const auto algorithms = std::make_shared<Algorithms>();
  const auto mine = PrivateKey::generate(algorithms, 2048), other = PrivateKey::generate(algorithms, 2048);
  std::printf("%-62s %7s  (%s)  %s\n", "RSA-2048", "ratio", "least to greatest", "subject / baseline");
  signatures(algorithms, mine);
  records(algorithms);
  handshakes(algorithms, mine, other);
}
