// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <initializer_list>

namespace p2pchat::test {

/// SHA-256 (FIPS 180-4) of several pieces as if they were one; written for tests: plain, not fast.
sdk::Id sha256(std::initializer_list<sdk::bytes> pieces);

}  // namespace p2pchat::test
