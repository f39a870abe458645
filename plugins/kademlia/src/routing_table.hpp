// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"

#include <map>
#include <optional>

namespace p2pchat::kademlia {

/// How many nodes a bucket holds and a key is stored at (Kademlia's k).
inline constexpr std::size_t bucket_size = 16;

/// A node in the table.
struct Entry {
  Contact contact{};
  std::uint64_t verified_us = 0;  ///< when it last answered under its proven key
  std::uint64_t tried_us = 0;     ///< when it was last asked in vain
  std::uint32_t failures = 0;     ///< requests in a row it did not answer
  std::uint32_t rtt_ms = 0;
  /// Whether others may be told about it and lookups may begin at it.
  bool is_good() const { return failures < 2; }
};

/// How many places each global /24 (IPv6 /48) gets among the nodes that are known, by how many such networks those live
/// in: ten while there are few, and one from 33 on. Where everybody lives side by side they need each other; else one
/// owner with many addresses gets hardly more than each of the others.
std::size_t places_of_network(std::size_t networks);

/// The nodes I know, in buckets by the length of the prefix their id shares with mine.
///
/// Invariant: every entry proved its id at its address, and no id has two. Within a bucket entries are ordered from
/// least to most recently verified; a newcomer to a full bucket waits as a replacement while the first of it is tested.
/// Deviations from Maymounkov and Mazieres 2002:
/// - A silent entry stays until somebody replaces it, so that the two halves of a broken network find each other again.
/// - At most 2 entries of a global /24 (IPv6 /48) share a bucket (Marcus et al. 2018); in the table each such network
///   gets `places_of_network`.
/// - A full bucket is spread over its range: of an eighth that has more than two entries one makes room for a node of
/// an
///   eighth that has fewer, so that nobody fills a bucket by one answer (Salah, Roos and Strufe 2014 spread them
///   likewise, for shorter ways).
class RoutingTable {
 public:
  explicit RoutingTable(const Id& me) : me_(me) {}

  /// Takes note that a contact answered under its proven key. Returns an older entry that is to be tested because the
  /// newcomer wants its place, if there is one.
  std::optional<Contact> verified(const Contact& contact, std::uint32_t rtt_ms, std::uint64_t now_us);
  /// Takes note that a contact did not answer. A replacement takes its place, if one waits.
  void failed(const Contact& contact, std::uint64_t now_us);
  /// Removes a contact at whose address somebody else was found.
  void erase(const Contact& contact);
  /// Whether a node would be taken, or might after a test, if it proved itself.
  bool wants(const Contact& contact) const;

  const Entry* find(const Id& id) const;
  /// Good entries nearest a key, nearest first.
  std::vector<Entry> nearest(const Id& key, std::size_t count) const;
  /// Every entry, by bucket.
  template <class Visit>
  void each(Visit&& visit) const {
    for (const auto& [number, bucket] : buckets_)
      for (const auto& entry : bucket.entries) visit(entry, number);
  }
  std::size_t size() const;
  /// How many entries lie in the eighth of its bucket's range in which an id lies.
  std::size_t size_beside(const Id& id) const;
  bool has_good() const;

 private:
  struct Bucket {
    std::vector<Entry> entries, replacements;
  };
  Bucket* bucket_of(const Id& id);
  std::vector<std::uint64_t> networks() const;
  bool is_crowded(const Bucket* bucket, const Address& address, const Entry* leaving = nullptr) const;
  void thin_out();
  std::uint32_t part_of(const Id& id) const;
  std::optional<std::size_t> leaving_for(const Bucket& bucket, const Id& newcomer) const;
  std::vector<Entry>::iterator heir_of(Bucket& bucket, const Entry& silent) const;
  std::optional<Contact> moved(Bucket& bucket, Entry& old, const Entry& now);
  std::optional<Contact> added(Bucket& bucket, const Entry& newcomer);

  Id me_;
  std::map<std::uint32_t, Bucket> buckets_;
};

}  // namespace p2pchat::kademlia
