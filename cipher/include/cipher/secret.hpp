// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"

#include <openssl/crypto.h>

#include <array>
#include <memory>

namespace p2pchat::cipher {

/// A secret of fixed length that is erased when it goes.
template <std::size_t N>
class Secret {
 public:
  Secret() = default;
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;
  ~Secret() { OPENSSL_cleanse(octets_.data(), N); }
  std::uint8_t* data() { return octets_.data(); }
  const std::uint8_t* data() const { return octets_.data(); }
  static constexpr std::size_t size() { return N; }

 private:
  std::array<std::uint8_t, N> octets_{};
};

/// Memory that is erased before it is given back.
template <class T>
struct ErasingAllocator {
  using value_type = T;
  ErasingAllocator() = default;
  template <class U>
  explicit ErasingAllocator(const ErasingAllocator<U>&) {}
  T* allocate(std::size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T* p, std::size_t n) {
    OPENSSL_cleanse(p, n * sizeof(T));
    std::allocator<T>().deallocate(p, n);
  }
  bool operator==(const ErasingAllocator&) const = default;
};

/// Secret octets of any length, erased when they go.
using SecretOctets = std::vector<std::uint8_t, ErasingAllocator<std::uint8_t>>;

}  // namespace p2pchat::cipher
