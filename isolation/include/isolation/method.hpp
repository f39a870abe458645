// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace p2pchat::isolation {

/// A method of an interface as a value, whose type says what its parameters are.
template <auto pointer>
struct Method {};
template <auto pointer>
inline constexpr Method<pointer> method;

/// The parts of a pointer to a method.
template <class Pointer>
struct Signature;
template <class I, class R, class... P>
struct Signature<R (I::*)(P...)> {
  using Interface = I;
  using Result = R;
  using Plain = R(P...);
};
template <class I, class R, class... P>
struct Signature<R (I::*)(P...) noexcept> : Signature<R (I::*)(P...)> {};
template <class I, class R, class... P>
struct Signature<R (I::*)(P...) const> : Signature<R (I::*)(P...)> {};

/// Its type without the interface, as `std::type_identity<R(P...)>`.
template <auto pointer>
using PlainOf = std::type_identity<typename Signature<decltype(pointer)>::Plain>;

namespace detail {
template <auto pointer>
consteval std::string_view spelled() {
  return __PRETTY_FUNCTION__;  // "... pointer = &p2pchat::sdk::Chat::send]", or with a `;`
}
template <auto pointer>
consteval auto name() {
  constexpr auto all = spelled<pointer>();
  constexpr auto end = all.find_first_of(";]", all.find('&'));
  constexpr auto begin = all.rfind("::", all.rfind("::", end) - 1) + 2;
  std::array<char, end - begin + 1> name{};
  all.copy(name.data(), end - begin, begin);
  return name;
}
}  // namespace detail

/// The name of a method, such as "Chat::send", ended by a zero.
template <auto pointer>
inline constexpr auto name_of = detail::name<pointer>();

/// Whether a method frees the object it is called on.
template <auto pointer>
inline constexpr bool frees = false;

/// Whether the caller waits until a method is over that gives nothing back.
template <auto pointer>
inline constexpr bool is_awaited = false;

/// The methods of an interface in the order that gives each its number in a call.
template <auto... pointers>
struct Methods {
  /// The number of a method of the list.
  template <auto pointer>
  static consteval std::uint32_t number() {
    std::uint32_t at = 0;
    const bool found = ((std::is_same_v<Method<pointers>, Method<pointer>> || (++at, false)) || ...);
    return found ? at : throw "this method is not in the list of its interface";
  }
  /// Calls `f` with the `Method` of that number, and returns what it says; false when there is none.
  template <class F>
  static bool with(std::uint32_t number, F&& f) {
    std::uint32_t at = 0;
    bool said = false;
    (void)((at++ == number && (said = f(Method<pointers>()), true)) || ...);
    return said;
  }
};

/// Of each interface that can be carried: its `Methods`.
template <class Interface>
struct MethodsOf;

/// Of each interface that can be carried: an implementation whose every method hands its arguments to the `carry` of
/// `Carrier`, which derives from the interface and decides what becomes of a call.
template <class Interface, class Carrier>
class Forwarder;

}  // namespace p2pchat::isolation
