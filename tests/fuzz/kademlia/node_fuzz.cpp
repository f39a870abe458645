// SPDX-License-Identifier: MIT
#include "wire/base64.hpp"
#include "world.hpp"

#include <cstdlib>

using namespace p2pchat;

namespace {

/// One node between two honest ones and a fuzzed stranger. The input is a list of actions: bytes to send as JSON, what
/// the node sent before to repeat or damage, time to pass, questions to ask the node.
class Session {
 public:
  explicit Session(std::span<const std::uint8_t> input) : input_(input) {
    world_.grow(3);
    world_.network.tap = [this](test::Datagram& datagram) {
      if (seen_.size() < 64) seen_.push_back(datagram);
      if (datagram.to == stranger) received_ += datagram.payload.size();
      return datagram.payload.size() <= 1200 || datagram.from == stranger || (std::abort(), false);
    };
  }

  void run() {
    while (!input_.empty()) step();
    world_.clock.run_for(30'000);
    if (open_calls_ != 0) std::abort();  // every call is answered
    if (received_ > 3 * sent_) std::abort();
    world_.nodes[0]->routing.table([&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) {
      for (const auto& node : world_.nodes)
        if (node->endpoint == entry.endpoint && node->id() == entry.id) return;
      std::abort();  // somebody who proved nothing
    });
  }

 private:
  static constexpr char stranger[] = "9.9.9.9:9";

  std::span<const std::uint8_t> take(std::size_t most) {
    const auto taken = input_.first(std::min(most, input_.size()));
    input_ = input_.subspan(taken.size());
    return taken;
  }
  std::uint8_t octet() { return input_.empty() ? 0 : take(1)[0]; }

  void send(std::string from, std::vector<std::uint8_t> payload) {
    if (from == stranger) sent_ += payload.size();
    world_.network.send({std::move(from), world_.nodes[0]->endpoint, std::move(payload)});
  }

  void step() {
    switch (octet() % 6) {
      case 0: {
        const auto json = take(octet() * 4U);
        std::string text;
        wire::base64_encode(json, wire::Alphabet::url, text);
        return send(stranger, {text.begin(), text.end()});
      }
      case 1:
        return replay(false);
      case 2:
        return replay(true);
      case 3:
        return world_.clock.run_for(octet() * 10U);
      case 4:
        return ask(test::id_of(octet()));
      default:
        return send(stranger,
                    {input_.begin(), input_.begin() + std::ptrdiff_t(std::min<std::size_t>(octet(), input_.size()))});
    }
  }

  /// Something that was on the wire comes again: from the stranger or from its sender, whole or damaged.
  void replay(bool damaged) {
    if (seen_.empty()) return;
    auto datagram = seen_[octet() % seen_.size()];
    if (damaged && !datagram.payload.empty()) datagram.payload[octet() * 5U % datagram.payload.size()] ^= octet();
    send(octet() % 2 ? stranger : datagram.from, datagram.payload);
  }

  void ask(const sdk::Id& key) {
    ++open_calls_;
    world_.nodes[0]->routing.closest(
        key, 3, [this](const sdk::Status&, const sdk::NodeEntry*, std::uint32_t) { --open_calls_; });
  }

  std::span<const std::uint8_t> input_;
  test::World world_;
  std::vector<test::Datagram> seen_;
  std::uint64_t sent_ = 0, received_ = 0;
  int open_calls_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size <= 4096) Session({data, size}).run();
  return 0;
}
