// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>

namespace dht_benchmark {

/// Puts this process into a network namespace of its own, in which every address of 45.0.0.0/8 is here. To be called
/// before any thread is made. Returns why not, or nothing.
std::string enter_own_network();

/// How those who vanish are missed.
enum class Silence { dropped, refused };

/// Lets nothing reach the nodes from `first` to `last`, nor leave them: with no answer at all, or with ICMP's word that
/// nobody listens there. Returns why not, or nothing.
std::string silence(std::size_t first, std::size_t last, Silence how);

/// Undoes it.
void end_silence();

}  // namespace dht_benchmark
