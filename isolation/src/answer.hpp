// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

namespace p2pchat::isolation {

/// Whether a parameter makes the caller wait: what it refers to is used during the call, or filled by it.
template <class P>
inline constexpr bool needs_answer = std::is_lvalue_reference_v<P> && !std::is_const_v<std::remove_reference_t<P>>;
template <class S>
inline constexpr bool needs_answer<const sdk::Fn<S>&> = true;

/// Whether a call of this type has an answer, and so blocks the caller.
template <class Plain>
inline constexpr bool has_answer = false;
template <class R, class... P>
inline constexpr bool has_answer<R(P...)> = !std::is_void_v<R> || (needs_answer<P> || ...);

}  // namespace p2pchat::isolation
