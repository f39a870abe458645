// SPDX-License-Identifier: MIT
#include "crypto_contract.hpp"

namespace p2pchat::test {

std::string flipped(std::string text, std::size_t bit) {
  text[bit / 8] = static_cast<char>(text[bit / 8] ^ 1 << bit % 8);
  return text;
}

std::string CryptoContract::public_key(const Key& key) {
  return into_sink([&](sdk::Out& out) { return key->public_key(out); }).out;
}

Id CryptoContract::id_of(const Key& key) {
  Id id;
  EXPECT_TRUE(crypto().identify(bytes::of(public_key(key)), id).ok());
  return id;
}

Result CryptoContract::sign(const Key& key, std::string_view message) {
  return into_sink([&](sdk::Out& out) { return key->sign(bytes::of(message), out); });
}

std::vector<std::string> CryptoContract::sign_all(const Key& key, const std::vector<std::string>& messages) {
  std::vector<bytes> views;
  for (const auto& message : messages) views.push_back(bytes::of(message));
  std::vector<std::string> signatures(messages.size());
  const sdk::Fn<void(std::uint32_t, bytes)> each = [&](std::uint32_t index, bytes signature) {
    EXPECT_TRUE(signatures.at(index).empty());
    signatures.at(index) = signature.text();
  };
  EXPECT_TRUE(key->sign_all(views.data(), static_cast<std::uint32_t>(views.size()), each).ok());
  return signatures;
}

Status CryptoContract::verify(const Key& key, std::string_view message, std::string_view signature) {
  return crypto().verify(bytes::of(public_key(key)), bytes::of(message), bytes::of(signature));
}

Status Pair::meet() {
  std::string message;
  for (bool mine = true;; mine = !mine) {
    const auto& turn = mine ? dialling : answering;
    auto next = into_sink([&](sdk::Out& out) { return turn->step(bytes::of(message), out); });
    if (!next.ok() || next.out.empty()) return next.status;
    message = std::move(next.out);
  }
}

Result Pair::passed(const Session& from, const Session& to, std::string_view text) {
  auto record = into_sink([&](sdk::Out& out) { return from->seal(bytes::of(text), out); });
  if (!record.ok()) return record;
  return into_sink([&](sdk::Out& out) { return to->open(bytes::of(record.out), out); });
}

}  // namespace p2pchat::test
