// SPDX-License-Identifier: MIT
#pragma once
#include <compare>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// SDK version. Host and plugin agree on the major; the minor is that of the oldest host a plugin can do with.
#define P2PCHAT_SDK_MAJOR 1
#ifndef P2PCHAT_SDK_MINOR
#define P2PCHAT_SDK_MINOR 0
#endif
#define P2PCHAT_API __attribute__((visibility("default")))

/// The vocabulary of the ABI: only these types, fixed-width numbers, enums, structs of them and `Fn` cross it.
///
/// What you are given is borrowed for the call; what you return you write into an `Out` the caller lent you.
namespace p2pchat::sdk {
/// UTF-8 text, borrowed for the duration of the call. Not terminated by a zero.
struct str {
  const char* ptr = nullptr;
  std::uint64_t len = 0;
  constexpr str() = default;
  constexpr str(const char* p, std::size_t n) : ptr(p), len(n) {}
  constexpr str(std::string_view s) : ptr(s.data()), len(s.size()) {}
  constexpr str(const char* s) : str(std::string_view(s)) {}
  str(const std::string& s) : ptr(s.data()), len(s.size()) {}
  constexpr operator std::string_view() const { return {ptr, static_cast<std::size_t>(len)}; }
};

/// Octets, borrowed for the duration of the call.
struct bytes {
  const std::uint8_t* ptr = nullptr;
  std::uint64_t len = 0;
  constexpr bytes() = default;
  constexpr bytes(const std::uint8_t* p, std::size_t n) : ptr(p), len(n) {}
  constexpr bytes(std::span<const std::uint8_t> s) : ptr(s.data()), len(s.size()) {}
  bytes(const std::vector<std::uint8_t>& v) : ptr(v.data()), len(v.size()) {}
  /// The octets of a text.
  static bytes of(std::string_view s) { return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()}; }
  /// These octets read as text; the caller knows that they are.
  std::string_view text() const { return {reinterpret_cast<const char*>(ptr), static_cast<std::size_t>(len)}; }
  constexpr operator std::span<const std::uint8_t>() const { return {ptr, static_cast<std::size_t>(len)}; }
};

/// 32 bytes that name a node, a message, a bottle or a key. Ordered as a big-endian number.
struct Id {
  std::uint8_t b[32]{};
  auto operator<=>(const Id&) const = default;
  constexpr bytes view() const { return {b, sizeof b}; }
};

/// Why something failed, in words that tell the caller what to do next. Append-only; treat unknown as `internal`.
enum class Errc : std::int32_t {
  ok,
  invalid,        ///< the caller's argument or a setting is wrong: correct it
  malformed,      ///< bytes from outside are not what the protocol says: drop them
  bad_signature,  ///< a signature, tag or proof does not hold: drop it
  too_large,      ///< over a stated limit
  refused,        ///< the other side, or a rule, said no
  not_found,      ///< nothing there
  timed_out,      ///< no answer in time: may be tried again
  expired,        ///< its time is over
  busy,           ///< a bound is reached: try later
  cancelled,      ///< stopped before it was done
  unsupported,    ///< this implementation cannot do it
  io,             ///< the system refused: disk, socket, permission
  corrupt,        ///< stored data does not hold together
  internal        ///< a bug
};

/// An error value that owns its text: no lifetime to think about. The text says what failed, on what, what to do.
struct [[nodiscard]] Status {
  Errc code = Errc::ok;
  char text[124] = {};
  Status() = default;
  /// Keeps at most 123 bytes of `t`.
  Status(Errc c, std::string_view t = {}) : code(c) { t.copy(text, sizeof text - 1); }
  bool ok() const { return code == Errc::ok; }
};

/// A growable sink the caller lends for results.
struct P2PCHAT_API Out {
  /// `n` more writable bytes at the end, or null when there is no room.
  virtual std::uint8_t* grow(std::uint64_t n) noexcept = 0;
  /// Appends; false when there is no room.
  bool append(bytes v) {
    if (v.len == 0) return true;
    auto* at = grow(v.len);
    if (at) std::memcpy(at, v.ptr, v.len);
    return at != nullptr;
  }
  bool append(std::string_view v) { return append(bytes::of(v)); }
 protected:
  ~Out() = default;
};

/// An `Out` over any contiguous container of bytes or chars.
template <class Container>
class OutTo final : public Out {
 public:
  explicit OutTo(Container& c) : c_(c) {}
  std::uint8_t* grow(std::uint64_t n) noexcept override {
    try {
      const auto at = c_.size();
      c_.resize(at + n);
      return reinterpret_cast<std::uint8_t*>(c_.data()) + at;
    } catch (...) {
      return nullptr;
    }
  }

 private:
  Container& c_;
};

/// Base of every interface: virtual methods only, no data, no overloads, no virtual destructor.
struct P2PCHAT_API Interface {
 protected:
  ~Interface() = default;
};
}  // namespace p2pchat::sdk

/// First line of an interface: the id it is found by, and a destructor that nobody outside may call.
// clang-format off
#define P2PCHAT_INTERFACE(Name, id) \
 protected: ~Name() = default;      \
 public: static constexpr char iid[] = id;
