// SPDX-License-Identifier: MIT
#include "filled_disks.hpp"

#include "remembered.hpp"

#include <algorithm>

namespace p2pchat::simulation {
namespace {

constexpr std::uint64_t hour_ms = 3'600'000;

struct Somebody {
  sdk::Id id;
  std::size_t number = 0;
  auto operator<=>(const Somebody&) const = default;
};

/// Makes a person with a key, who does not live yet.
Somebody born(Sea& sea) {
  const auto number = sea.add_person({});
  SimHost host(sea.heap(), sea.seed(), UINT64_MAX - number);
  SimCrypto crypto(host);
  const SimIdentity identity(host, crypto, sea.person(number).key_file);
  return {identity.id(), number};
}

class Disks {
 public:
  Disks(Sea& sea, std::vector<Somebody> people)
      : sea_(sea), chance_(sea.seed(), Purpose::disks), people_(std::move(people)) {
    std::ranges::sort(people_);
  }
  /// Bucket by bucket, from the farthest to those that are empty.
  void fill(const Somebody& owner, std::size_t most) {
    auto first = people_.begin(), last = people_.end();
    for (std::uint32_t bit = 0; last - first > 1; ++bit) {
      const auto middle = std::partition_point(
          first, last, [&](const Somebody& each) { return (each.id.b[bit / 8] >> (7 - bit % 8) & 1) == 0; });
      const bool is_upper = (owner.id.b[bit / 8] >> (7 - bit % 8) & 1) != 0;
      remember(owner, {is_upper ? first : middle, is_upper ? middle : last}, most);
      (is_upper ? first : last) = middle;
    }
  }

 private:
  /// Some of a range, each with the same chance.
  void remember(const Somebody& owner, std::span<const Somebody> range, std::size_t most) {
    auto left = std::min(most, range.size());
    for (std::size_t i = 0; left > 0; ++i) {
      if (chance_.below(range.size() - i) >= left) continue;
      --left;
      const auto seen_ms = SimHost::epoch_ms - chance_.below(hour_ms);
      const auto address = *routing::parse_address(sea_.internet().endpoint(range[i].number));
      const auto line = to_text(kademlia::Remembered{address, seen_ms});
      const auto id = range[i].id.view();
      sea_.person(owner.number)
          .disk[kademlia::remembered_table]
          .emplace(std::vector(id.ptr, id.ptr + id.len), std::vector<std::uint8_t>(line.begin(), line.end()));
    }
  }

  Sea& sea_;
  Chance chance_;
  std::vector<Somebody> people_;  // by id
};

}  // namespace

void grow_filled(Sea& sea, std::size_t count, std::size_t most) {
  std::vector<Somebody> people;
  for (std::size_t i = 0; i < count; ++i) people.push_back(born(sea));
  Disks disks(sea, people);
  for (const auto& each : people) disks.fill(each, most);
  for (const auto& each : people) sea.start(each.number);
}

}  // namespace p2pchat::simulation
