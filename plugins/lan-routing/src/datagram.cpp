// SPDX-License-Identifier: MIT
#include "datagram.hpp"

#include <algorithm>

namespace p2pchat::lan_routing {
namespace {

constexpr std::array<std::uint8_t, 5> magic = {'p', '2', 'p', 'l', 1};
constexpr std::size_t max_share = 128;

enum class Kind : std::uint8_t { here = 1, greeting = 2, proof = 3 };

Octets begin(Kind kind) {
  Octets octets(magic.begin(), magic.end());
  octets.push_back(static_cast<std::uint8_t>(kind));
  return octets;
}

Octets write(const Here& here) {
  auto octets = begin(Kind::here);
  append(octets, view(here.run));
  append(octets, here.sought.view());
  octets.resize(here_size);
  return octets;
}

Octets write(const Greeting& greeting) {
  if (greeting.share.empty() || greeting.share.size() > max_share) return {};
  auto octets = begin(Kind::greeting);
  append(octets, view(greeting.token));
  octets.push_back(static_cast<std::uint8_t>(greeting.share.size()));
  append(octets, greeting.share);
  octets.resize(greeting_size);
  return octets;
}

Octets write(const Proof& proof) {
  auto octets = begin(Kind::proof);
  append(octets, view(proof.token));
  append(octets, proof.delegation);
  append(octets, view(proof.tag));
  if (octets.size() > max_datagram) return {};
  return octets;
}

/// Takes octets from the front; once there were too few, `failed` stays set.
struct Reader {
  sdk::bytes left;
  bool failed = false;
  sdk::bytes take(std::size_t count) {
    if (count > left.len) failed = true;
    if (failed) return {};
    const sdk::bytes taken{left.ptr, count};
    left = {left.ptr + count, left.len - count};
    return taken;
  }
  template <std::size_t N>
  void take(std::array<std::uint8_t, N>& into) {
    if (const auto taken = take(N); !failed) std::copy_n(taken.ptr, N, into.begin());
  }
  Octets take_octets(std::size_t count) {
    const auto taken = take(count);
    return {taken.ptr, taken.ptr + taken.len};
  }
  /// What is left is padding.
  bool ends_with_zeros() const {
    return !failed && std::all_of(left.ptr, left.ptr + left.len, [](std::uint8_t octet) { return octet == 0; });
  }
};

std::optional<Datagram> read_here(Reader reader) {
  Here here;
  reader.take(here.run);
  const auto sought = reader.take(sizeof here.sought.b);
  if (!reader.ends_with_zeros()) return std::nullopt;
  std::copy_n(sought.ptr, sought.len, here.sought.b);
  return here;
}

std::optional<Datagram> read_greeting(Reader reader) {
  Greeting greeting;
  reader.take(greeting.token);
  const auto size = reader.take(1);
  if (reader.failed || *size.ptr == 0 || *size.ptr > max_share) return std::nullopt;
  greeting.share = reader.take_octets(*size.ptr);
  if (!reader.ends_with_zeros()) return std::nullopt;
  return greeting;
}

std::optional<Datagram> read_proof(Reader reader) {
  Proof proof;
  reader.take(proof.token);
  if (reader.failed || reader.left.len <= proof.tag.size()) return std::nullopt;
  proof.delegation = reader.take_octets(reader.left.len - proof.tag.size());
  reader.take(proof.tag);
  return proof;
}

}  // namespace

Octets to_octets(const Datagram& datagram) {
  return std::visit([](const auto& each) { return write(each); }, datagram);
}

std::optional<Datagram> read_datagram(sdk::bytes octets) {
  if (octets.len > max_datagram) return std::nullopt;
  Reader reader{octets};
  const auto head = reader.take(magic.size());
  const auto kind = reader.take(1);
  if (reader.failed || !std::equal(magic.begin(), magic.end(), head.ptr)) return std::nullopt;
  switch (static_cast<Kind>(*kind.ptr)) {
    case Kind::here:
      return octets.len == here_size ? read_here(reader) : std::nullopt;
    case Kind::greeting:
      return octets.len == greeting_size ? read_greeting(reader) : std::nullopt;
    case Kind::proof:
      return read_proof(reader);
  }
  return std::nullopt;
}

}  // namespace p2pchat::lan_routing
