// SPDX-License-Identifier: MIT
#include "kinds.hpp"

namespace p2pchat::test {
namespace {

const auto kinds = testing::Values(socket_kind(), local_kind(), memory_kind());
const auto with_addresses = testing::Values(socket_kind(), memory_kind());
const auto name_of = [](const auto& kind) { return kind.param.name; };

INSTANTIATE_TEST_SUITE_P(Transport, Frames, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Transport, Endings, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Transport, Datagrams, kinds, name_of);
INSTANTIATE_TEST_SUITE_P(Transport, Addresses, with_addresses, name_of);

}  // namespace
}  // namespace p2pchat::test
