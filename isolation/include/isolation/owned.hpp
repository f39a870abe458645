// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/chat.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/routing.hpp>

#include <tuple>

namespace p2pchat::isolation {

/// The type that keeps what an argument of a callback only borrows.
template <class A>
struct OwnedType {
  using type = std::decay_t<A>;
};
template <>
struct OwnedType<sdk::str> {
  using type = std::string;
};
template <>
struct OwnedType<sdk::bytes> {
  using type = std::vector<std::uint8_t>;
};

/// Structs that borrow texts, which no copy keeps. Only the host hands them out, and only on the loop.
template <class A>
inline constexpr bool borrows =
    std::is_same_v<std::decay_t<A>, sdk::Message> || std::is_same_v<std::decay_t<A>, sdk::Contact> ||
    std::is_same_v<std::decay_t<A>, sdk::Peer>;

/// The arguments of a callback, kept until it runs on the loop.
template <class... A>
struct Owned {
  std::tuple<typename OwnedType<A>::type...> values;
  template <class F>
  void apply(F&& f) const {
    std::apply([&](const auto&... each) { f(static_cast<A>(each)...); }, values);
  }
  static Owned copy(A... arguments) { return {{own(arguments)...}}; }
  /// What a call that failed answers: the status, and nothing else.
  static Owned failure(const sdk::Status& status) {
    Owned owned;
    std::get<0>(owned.values) = status;
    return owned;
  }

 private:
  static std::string own(const sdk::str& text) { return std::string(text); }
  static std::vector<std::uint8_t> own(const sdk::bytes& octets) { return {octets.ptr, octets.ptr + octets.len}; }
  template <class T>
  static T own(const T& value) {
    return value;
  }
};

/// `Routing::closest` answers with an array, whose length is the next argument.
template <>
struct Owned<const sdk::Status&, const sdk::NodeEntry*, std::uint32_t> {
  sdk::Status status;
  std::vector<sdk::NodeEntry> nodes;
  template <class F>
  void apply(F&& f) const {
    f(status, nodes.data(), static_cast<std::uint32_t>(nodes.size()));
  }
  static Owned copy(const sdk::Status& status, const sdk::NodeEntry* nodes, std::uint32_t count) {
    return {status, {nodes, nodes + count}};
  }
  static Owned failure(const sdk::Status& status) { return {status, {}}; }
};

}  // namespace p2pchat::isolation
