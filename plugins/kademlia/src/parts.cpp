// SPDX-License-Identifier: MIT
#include "parts.hpp"

#include <algorithm>

namespace p2pchat::kademlia {

std::uint8_t parts_of(std::size_t size) {
  return static_cast<std::uint8_t>(std::max<std::size_t>(1, (size + part_size - 1) / part_size));
}

Octets part_of(const Octets& whole, std::uint8_t number) {
  const auto begin = std::min(whole.size(), (number - 1) * part_size), end = std::min(whole.size(), begin + part_size);
  return {whole.begin() + static_cast<std::ptrdiff_t>(begin), whole.begin() + static_cast<std::ptrdiff_t>(end)};
}

bool PartCollector::take(Part part, Octets octets) {
  if (parts_.empty()) {
    parts_.resize(part.of);
    missing_ = part.of;
  }
  if (parts_.size() != part.of || part.number == 0 || part.number > part.of) return false;
  auto& place = parts_[part.number - 1];
  if (!place) --missing_;
  place = std::move(octets);
  return true;
}

std::vector<std::uint8_t> PartCollector::missing() const {
  std::vector<std::uint8_t> numbers;
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (!parts_[i]) numbers.push_back(static_cast<std::uint8_t>(i + 1));
  return numbers;
}

Octets PartCollector::whole() const {
  Octets whole;
  for (const auto& part : parts_)
    if (part) append(whole, *part);
  return whole;
}

}  // namespace p2pchat::kademlia
