// SPDX-License-Identifier: MIT
#include "keys.hpp"

#include "swarm.hpp"

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

namespace dht_benchmark {
namespace {

using namespace p2pchat;

OwnedKey key_at(const std::filesystem::path& path, sdk::Crypto& crypto) {
  sdk::Status why;
  std::ifstream in(path, std::ios::binary);
  const std::string kept{std::istreambuf_iterator<char>(in), {}};
  if (!kept.empty())
    if (OwnedKey key(crypto.read(sdk::bytes::of(kept), {}, why)); key) return key;
  OwnedKey made(crypto.generate(why));
  std::vector<std::uint8_t> file;
  sdk::OutTo out(file);
  if (!made || !made->write({}, out).ok()) give_up("no key could be made");
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(file.data()), std::ssize(file));
  return made;
}

}  // namespace

std::vector<OwnedKey> keys_from(const std::filesystem::path& folder, std::size_t count, sdk::Crypto& crypto) {
  std::filesystem::create_directories(folder);
  std::vector<OwnedKey> keys(count);
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> makers;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
    makers.emplace_back([&] {
      for (auto at = next++; at < count; at = next++) keys[at] = key_at(folder / (std::to_string(at) + ".pem"), crypto);
    });
  makers.clear();
  return keys;
}

}  // namespace dht_benchmark
