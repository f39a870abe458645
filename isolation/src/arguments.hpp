// SPDX-License-Identifier: MIT
#pragma once
#include "structs.hpp"

#include <vector>

namespace p2pchat::isolation {

/// The arguments of a callback, which are values only.
template <class... A>
struct Arguments {
  static void write(Writer& to, A... arguments) { (Value<std::remove_cvref_t<A>>::write(to, arguments), ...); }
  /// Calls `f` with what was read; false, and no call, when it is malformed.
  template <class F>
  static bool read(Reader& from, const F& f) {
    std::tuple<std::remove_cvref_t<A>...> values;
    std::apply([&](auto&... each) { (Value<std::remove_cvref_t<A>>::read(from, each), ...); }, values);
    if (from.finished()) std::apply([&](const auto&... each) { f(each...); }, values);
    return from.finished();
  }
};

/// `Routing::closest` answers with an array, whose length is the next argument.
template <>
struct Arguments<const sdk::Status&, const sdk::NodeEntry*, std::uint32_t> {
  static void write(Writer& to, const sdk::Status& status, const sdk::NodeEntry* nodes, std::uint32_t count) {
    Value<sdk::Status>::write(to, status);
    for (std::uint32_t i = 0; i < count; ++i) Value<sdk::NodeEntry>::write(to, nodes[i]);
  }
  template <class F>
  static bool read(Reader& from, const F& f) {
    sdk::Status status;
    Value<sdk::Status>::read(from, status);
    std::vector<sdk::NodeEntry> nodes;
    while (from.good() && !from.finished()) Value<sdk::NodeEntry>::read(from, nodes.emplace_back());
    if (from.finished()) f(status, nodes.data(), static_cast<std::uint32_t>(nodes.size()));
    return from.finished();
  }
};

}  // namespace p2pchat::isolation
