// SPDX-License-Identifier: MIT
#include "routing_table.hpp"

#include "routing/distance.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::kademlia {
namespace {

/// An entry verified in the last quarter of an hour need not be tested.
constexpr std::uint64_t fresh_us = 15 * 60'000'000ULL;
constexpr std::size_t most_per_network_and_bucket = 2, most_per_network = 10, shared_places = 64;
constexpr std::uint32_t part_bits = 3, parts = 1U << part_bits;

template <class Entries>
auto find_in(Entries& entries, const Id& id) {
  return std::ranges::find_if(entries, [&](const Entry& entry) { return entry.contact.id == id; });
}

/// Puts an entry last: it is the most recently verified now.
void touch(std::vector<Entry>& entries, std::vector<Entry>::iterator entry) {
  std::rotate(entry, entry + 1, entries.end());
}

bool has_bit(const Id& id, std::uint32_t number) { return id.b[number / 8] >> (7 - number % 8) & 1; }

/// Appends the good of one bucket, nearest first, until there are `count` in all.
void append_nearest(const std::vector<Entry>& bucket, const Id& key, std::size_t count, std::vector<Entry>& found) {
  std::array<const Entry*, bucket_size> good{};
  auto end = good.begin();
  for (const auto& entry : bucket)
    if (entry.is_good()) *end++ = &entry;
  std::sort(good.begin(), end,
            [&key](const Entry* a, const Entry* b) { return is_nearer(a->contact.id, b->contact.id, key); });
  for (auto at = good.begin(); at != end && found.size() < count; ++at) found.push_back(**at);
}

/// Of numbers that are sorted.
std::size_t count_different(const std::vector<std::uint64_t>& sorted) {
  std::size_t count = 0;
  for (auto at = sorted.begin(); at != sorted.end(); at = std::upper_bound(at, sorted.end(), *at)) ++count;
  return count;
}

void keep_waiting(std::vector<Entry>& replacements, const Entry& entry) {
  if (const auto old = find_in(replacements, entry.contact.id); old != replacements.end()) replacements.erase(old);
  if (replacements.size() >= bucket_size) replacements.erase(replacements.begin());
  replacements.push_back(entry);
}

}  // namespace

RoutingTable::Bucket* RoutingTable::bucket_of(const Id& id) {
  const auto bucket = buckets_.find(shared_prefix(me_, id));
  return bucket == buckets_.end() ? nullptr : &bucket->second;
}

std::size_t places_of_network(std::size_t networks) {
  return std::clamp(shared_places / std::max<std::size_t>(networks, 1), std::size_t{1}, most_per_network);
}

/// The global network of each entry, sorted.
std::vector<std::uint64_t> RoutingTable::networks() const {
  std::vector<std::uint64_t> networks;
  each([&](const Entry& entry, std::uint32_t) {
    if (reach(entry.contact.address) == Reach::global) networks.push_back(network_of(entry.contact.address));
  });
  std::ranges::sort(networks);
  return networks;
}

/// Whether the network of an address has all the places it gets, without the one that `leaving` gives up.
bool RoutingTable::is_crowded(const Bucket* bucket, const Address& address, const Entry* leaving) const {
  if (reach(address) != Reach::global) return false;  // in a network of one's own, addresses prove nothing
  const auto network = network_of(address);
  const auto same = [&](const Entry& entry) {
    return &entry != leaving && network_of(entry.contact.address) == network;
  };
  if (bucket && std::ranges::count_if(bucket->entries, same) >= std::ptrdiff_t(most_per_network_and_bucket))
    return true;
  std::size_t count = 0;
  each([&](const Entry& entry, std::uint32_t) { count += same(entry); });
  return count > 0 && count >= places_of_network(count_different(networks()));
}

/// Takes from networks that were given more places while fewer were known. Whoever is farthest goes first.
void RoutingTable::thin_out() {
  const auto known = networks();
  const auto most = places_of_network(count_different(known));
  for (auto at = known.begin(); at != known.end();) {
    const auto end = std::upper_bound(at, known.end(), *at);
    auto excess = end - at - std::ptrdiff_t(most);
    for (auto bucket = buckets_.begin(); bucket != buckets_.end() && excess > 0; ++bucket)
      excess -= std::ptrdiff_t(std::erase_if(bucket->second.entries, [&, left = excess](const Entry& entry) mutable {
        return network_of(entry.contact.address) == *at && left-- > 0;
      }));
    at = end;
  }
}

std::optional<Contact> RoutingTable::verified(const Contact& contact, std::uint32_t rtt_ms, std::uint64_t now_us) {
  if (contact.id == me_) return std::nullopt;
  const Entry now{.contact = contact, .verified_us = now_us, .rtt_ms = rtt_ms};
  auto& bucket = buckets_[shared_prefix(me_, contact.id)];
  const auto old = find_in(bucket.entries, contact.id);
  if (old == bucket.entries.end()) return added(bucket, now);
  if (old->contact.address != contact.address) return moved(bucket, *old, now);
  const auto known_rtt_ms = old->rtt_ms;
  *old = now;
  if (rtt_ms == 0) old->rtt_ms = known_rtt_ms;
  touch(bucket.entries, old);
  return std::nullopt;
}

std::optional<Contact> RoutingTable::moved(Bucket& bucket, Entry& old, const Entry& now) {
  // Whoever can reach a node can pretend to be at its side, so the place that was proven first stays while it answers.
  if (old.failures == 0 || is_crowded(&bucket, now.contact.address, &old)) {
    keep_waiting(bucket.replacements, now);
    return old.contact;
  }
  old = now;
  touch(bucket.entries, find_in(bucket.entries, now.contact.id));
  return std::nullopt;
}

/// Which eighth of its bucket's range an id lies in.
std::uint32_t RoutingTable::part_of(const Id& id) const {
  const auto first = shared_prefix(me_, id) + 1;
  std::uint32_t part = 0;
  for (auto number = first; number < first + part_bits; ++number)
    part = 2 * part + (number < 8 * sizeof id.b && has_bit(id, number));
  return part;
}

/// Which entry of a full bucket makes room for a newcomer, if any: a silent one, or else, where the newcomer's part of
/// the range has fewer, of the part that has most the one verified last, since who answered longest ago may have been
/// there longest.
std::optional<std::size_t> RoutingTable::leaving_for(const Bucket& bucket, const Id& newcomer) const {
  const auto silent = std::ranges::find_if(bucket.entries, [](const Entry& entry) { return !entry.is_good(); });
  if (silent != bucket.entries.end()) return static_cast<std::size_t>(silent - bucket.entries.begin());
  std::array<std::size_t, parts> counts{}, last{};
  for (std::size_t i = 0; i < bucket.entries.size(); ++i) {
    const auto part = part_of(bucket.entries[i].contact.id);
    ++counts[part], last[part] = i;
  }
  const auto most = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
  if (counts[most] <= bucket_size / parts || counts[most] <= counts[part_of(newcomer)] + 1) return std::nullopt;
  return last[most];
}

std::optional<Contact> RoutingTable::added(Bucket& bucket, const Entry& newcomer) {
  if (is_crowded(&bucket, newcomer.contact.address)) return std::nullopt;
  if (bucket.entries.size() < bucket_size) {
    bucket.entries.push_back(newcomer);
    thin_out();
    return std::nullopt;
  }
  if (const auto leaving = leaving_for(bucket, newcomer.contact.id)) {
    const auto entry = bucket.entries.begin() + static_cast<std::ptrdiff_t>(*leaving);
    if (entry->is_good()) keep_waiting(bucket.replacements, *entry);
    *entry = newcomer;
    touch(bucket.entries, entry);
    thin_out();
    return std::nullopt;
  }
  keep_waiting(bucket.replacements, newcomer);
  const auto& oldest = bucket.entries.front();
  if (newcomer.verified_us < oldest.verified_us + fresh_us) return std::nullopt;
  return oldest.contact;
}

void RoutingTable::failed(const Contact& contact, std::uint64_t now_us) {
  auto* bucket = bucket_of(contact.id);
  if (!bucket) return;
  std::erase_if(bucket->replacements, [&](const Entry& entry) { return entry.contact == contact; });
  const auto entry = find_in(bucket->entries, contact.id);
  if (entry == bucket->entries.end() || entry->contact != contact) return;
  ++entry->failures;
  entry->tried_us = now_us;
  const auto heir = heir_of(*bucket, *entry);
  if (heir == bucket->replacements.end()) return;
  *entry = *heir;
  bucket->replacements.erase(heir);
  touch(bucket->entries, entry);
  thin_out();
}

/// Who takes the place of a silent entry: the same node at its new address, or else whoever was verified last.
std::vector<Entry>::iterator RoutingTable::heir_of(Bucket& bucket, const Entry& silent) const {
  const auto may_follow = [&](const Entry& waiting) {
    const bool has_a_place =
        waiting.contact.id != silent.contact.id && find_in(bucket.entries, waiting.contact.id) != bucket.entries.end();
    return !has_a_place && !is_crowded(&bucket, waiting.contact.address, &silent);
  };
  auto heir = find_in(bucket.replacements, silent.contact.id);
  if (heir != bucket.replacements.end() && may_follow(*heir)) return heir;
  heir = bucket.replacements.end();
  for (auto at = bucket.replacements.begin(); at != bucket.replacements.end(); ++at)
    if (may_follow(*at)) heir = at;
  return heir;
}

void RoutingTable::erase(const Contact& contact) {
  auto* bucket = bucket_of(contact.id);
  if (!bucket) return;
  const auto same = [&](const Entry& entry) { return entry.contact == contact; };
  std::erase_if(bucket->replacements, same);
  std::erase_if(bucket->entries, same);
  if (bucket->entries.empty()) buckets_.erase(shared_prefix(me_, contact.id));
}

bool RoutingTable::wants(const Contact& contact) const {
  if (contact.id == me_) return false;
  const auto found = buckets_.find(shared_prefix(me_, contact.id));
  const auto* bucket = found == buckets_.end() ? nullptr : &found->second;
  if (bucket)
    if (const auto entry = find_in(bucket->entries, contact.id); entry != bucket->entries.end())
      return entry->contact.address != contact.address || entry->failures > 0;
  if (is_crowded(bucket, contact.address)) return false;
  if (!bucket || bucket->entries.size() < bucket_size) return true;
  if (leaving_for(*bucket, contact.id)) return true;
  return bucket->replacements.size() < bucket_size &&
         find_in(bucket->replacements, contact.id) == bucket->replacements.end();
}

const Entry* RoutingTable::find(const Id& id) const {
  const auto bucket = buckets_.find(shared_prefix(me_, id));
  if (bucket == buckets_.end()) return nullptr;
  const auto entry = find_in(bucket->second.entries, id);
  return entry == bucket->second.entries.end() ? nullptr : &*entry;
}

/// Bucket n differs from me first at bit n. Where key and I differ there, all of it is nearer to the key than whatever
/// lies in deeper buckets; where we do not, farther. So only as many buckets are looked at as it takes.
std::vector<Entry> RoutingTable::nearest(const Id& key, std::size_t count) const {
  const auto difference = distance(me_, key);
  std::vector<Entry> found;
  found.reserve(std::min(count, 2 * bucket_size));
  for (auto at = buckets_.begin(); at != buckets_.end() && found.size() < count; ++at)
    if (has_bit(difference, at->first)) append_nearest(at->second.entries, key, count, found);
  for (auto at = buckets_.rbegin(); at != buckets_.rend() && found.size() < count; ++at)
    if (!has_bit(difference, at->first)) append_nearest(at->second.entries, key, count, found);
  return found;
}

std::size_t RoutingTable::size() const {
  std::size_t size = 0;
  for (const auto& [number, bucket] : buckets_) size += bucket.entries.size();
  return size;
}

std::size_t RoutingTable::size_beside(const Id& id) const {
  const auto bucket = buckets_.find(shared_prefix(me_, id));
  if (bucket == buckets_.end()) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(
      bucket->second.entries, [&](const Entry& entry) { return part_of(entry.contact.id) == part_of(id); }));
}

bool RoutingTable::has_good() const {
  return std::ranges::any_of(
      buckets_, [](const auto& each) { return std::ranges::any_of(each.second.entries, &Entry::is_good); });
}

}  // namespace p2pchat::kademlia
