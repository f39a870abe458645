// SPDX-License-Identifier: MIT
#pragma once
#include "packet.hpp"
#include "record.hpp"

namespace p2pchat::kademlia {

/// How much of a record one datagram carries.
inline constexpr std::size_t part_size = 504;
static_assert(max_record <= part_size * max_record_parts);

/// How many parts a record of so many octets has; at least one.
std::uint8_t parts_of(std::size_t size);

/// The part with that number, counted from 1.
Octets part_of(const Octets& whole, std::uint8_t number);

/// Gathers the parts of one record, in any order.
class PartCollector {
 public:
  /// Takes a part; false when it does not belong to those that came before.
  bool take(Part part, Octets octets);
  bool is_complete() const { return !parts_.empty() && missing_ == 0; }
  /// Those that are missing, counted from 1; empty before the first came.
  std::vector<std::uint8_t> missing() const;
  Octets whole() const;

 private:
  std::vector<std::optional<Octets>> parts_;
  std::size_t missing_ = 0;
};

}  // namespace p2pchat::kademlia
