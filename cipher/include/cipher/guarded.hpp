// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"

#include <exception>

namespace p2pchat::cipher {

/// Runs a call that crosses the SDK: what is thrown inside becomes `internal`, since no exception may cross.
template <class F>
Status guarded(F&& call) noexcept {
  try {
    return call();
  } catch (const std::exception& e) {
    return {Errc::internal, e.what()};
  } catch (...) {
    return {Errc::internal, "unknown exception in the cipher suite"};
  }
}

/// Appends a result; the caller's sink may be full.
inline Status give(sdk::Out& to, bytes result) {
  return to.append(result) ? Status() : Status(Errc::too_large, "no room for the result");
}

}  // namespace p2pchat::cipher
