// SPDX-License-Identifier: MIT
#include "corpus.hpp"

#include <cmath>

namespace p2pchat::benchmark {
namespace {

constexpr unsigned all_peers = 100;

std::string han(unsigned n) {
  const unsigned c = 0x4E00 + n;
  return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
          static_cast<char>(0x80 | (c & 63))};
}

}  // namespace

Corpus::Corpus(unsigned seed) : random_(seed), seqs_(all_peers * 2), peers_(all_peers) {
  std::mt19937 letters(1);  // the vocabulary is the same for every seed
  for (unsigned n = 0; n < 3500; ++n) characters_.push_back(han(n * 5));
  for (auto& peer : peers_)
    for (auto& octet : peer.b) octet = static_cast<std::uint8_t>(letters());
  for (unsigned n = 0; n < 20'000; ++n) {
    std::string word;
    for (auto size = 3 + letters() % 7; word.size() < size;) word += static_cast<char>('a' + letters() % 26);
    words_.push_back(word);
  }
}

// Zipf's law: the logarithm of the rank is evenly spread.
std::size_t Corpus::rank_below(std::size_t count) {
  const double share = static_cast<double>(random_() >> 11) / static_cast<double>(1ULL << 53);
  return static_cast<std::size_t>(std::pow(static_cast<double>(count), share)) - 1;
}

std::string Corpus::body() {
  std::string text;
  const auto size = 20 + random_() % 120;
  if (random_() % 2) {
    while (text.size() < size) text += (text.empty() ? "" : " ") + words_[rank_below(words_.size())];
  } else {
    while (text.size() < size) text += characters_[rank_below(characters_.size())];
  }
  return text;
}

const std::vector<sdk::Message>& Corpus::make(std::size_t count, unsigned peers) {
  const auto first = random_();
  bodies_.clear(), messages_.clear();
  for (std::size_t i = 0; i < count; ++i) bodies_.push_back(body());
  for (const auto& text : bodies_) {
    const auto number = (first + random_() % peers) % peers_.size();
    const bool incoming = random_() % 2;
    sdk::Message message;
    for (auto& octet : message.id.b) octet = static_cast<std::uint8_t>(random_());
    message.peer = peers_[number];
    message.seq = ++seqs_[number * 2 + incoming];
    message.time_ms = 1'763'923'200'000 + ++count_ * 1000;
    message.direction = incoming ? sdk::Direction::incoming : sdk::Direction::outgoing;
    message.state = incoming ? sdk::State::delivered : sdk::State::queued;
    message.type = "text";
    message.body = text;
    messages_.push_back(message);
  }
  return messages_;
}

}  // namespace p2pchat::benchmark
