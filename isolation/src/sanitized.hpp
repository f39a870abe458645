// SPDX-License-Identifier: MIT
#pragma once

#ifdef __has_feature
#define P2PCHAT_HAS_FEATURE(name) __has_feature(name)
#else
#define P2PCHAT_HAS_FEATURE(name) 0
#endif

namespace p2pchat::isolation {

/// Whether this is built with a sanitizer, which needs memory and system calls beyond those of the plugin.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || P2PCHAT_HAS_FEATURE(address_sanitizer) || \
    P2PCHAT_HAS_FEATURE(thread_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

}  // namespace p2pchat::isolation
