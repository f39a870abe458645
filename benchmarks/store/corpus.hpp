// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/store.hpp>

#include <random>
#include <string>
#include <vector>

namespace p2pchat::benchmark {

/// Made-up messages, the same for the same seed: half Chinese, half English, words as unevenly spread as in real text
/// (the n-th is n times rarer than the first), 80 bytes on average.
class Corpus {
 public:
  explicit Corpus(unsigned seed);
  /// The next `count` messages: fresh ids, in order, of `peers` of a hundred peers. Valid until the next call.
  const std::vector<sdk::Message>& make(std::size_t count, unsigned peers);
  /// The n-th most frequent English word, and the n-th Chinese character.
  const std::string& word(std::size_t n) const { return words_[n]; }
  const std::string& character(std::size_t n) const { return characters_[n]; }

  const sdk::Id& peer(unsigned n) const { return peers_[n]; }

 private:
  std::string body();
  std::size_t rank_below(std::size_t count);
  std::mt19937_64 random_;
  std::vector<std::string> words_, characters_;
  std::vector<std::uint64_t> seqs_;
  std::vector<sdk::Id> peers_;
  std::vector<std::string> bodies_;
  std::vector<sdk::Message> messages_;
  std::uint64_t count_ = 0;
};

}  // namespace p2pchat::benchmark
