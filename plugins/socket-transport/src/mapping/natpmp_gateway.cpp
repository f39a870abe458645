// SPDX-License-Identifier: MIT
#include "gateway.hpp"

#include <natpmp.h>
#include <sys/select.h>

#include <algorithm>
#include <chrono>

namespace p2pchat::socket_transport {
namespace {

constexpr std::chrono::milliseconds patience{1'000};

class NatPmp final : public Gateway {
 public:
  NatPmp() : is_there_(initnatpmp(&state_, 0, 0) == 0) {}
  NatPmp(const NatPmp&) = delete;
  ~NatPmp() override {
    if (is_there_) closenatpmp(&state_);
  }
  std::string name() const override { return "NAT-PMP"; }
  bool answers() { return is_there_ && sendpublicaddressrequest(&state_) == 2 && wait(nullptr); }
  bool open(std::uint16_t port, std::uint32_t seconds) override {
    return map(NATPMP_PROTOCOL_TCP, port, seconds) && map(NATPMP_PROTOCOL_UDP, port, seconds);
  }
  void close(std::uint16_t port) override {
    map(NATPMP_PROTOCOL_TCP, port, 0);
    map(NATPMP_PROTOCOL_UDP, port, 0);
  }

 private:
  bool map(int protocol, std::uint16_t port, std::uint32_t seconds) {
    natpmpresp_t answer{};
    if (sendnewportmappingrequest(&state_, protocol, port, seconds == 0 ? 0 : port, seconds) != 12) return false;
    return wait(&answer) && (seconds == 0 || answer.pnu.newportmapping.mappedpublicport == port);
  }
  bool wait(natpmpresp_t* answer) {
    natpmpresp_t unused{};
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
      fd_set sockets;
      FD_ZERO(&sockets);
      FD_SET(state_.s, &sockets);
      timeval left{};
      if (getnatpmprequesttimeout(&state_, &left) != 0) return false;
      left.tv_sec = std::min<decltype(left.tv_sec)>(left.tv_sec, 1);
      select(state_.s + 1, &sockets, nullptr, nullptr, &left);
      const int result = readnatpmpresponseorretry(&state_, answer != nullptr ? answer : &unused);
      if (result != NATPMP_TRYAGAIN) return result == 0;
    }
    return false;
  }
  natpmp_t state_{};
  bool is_there_;
};

}  // namespace

std::unique_ptr<Gateway> find_natpmp() {
  auto gateway = std::make_unique<NatPmp>();
  if (!gateway->answers()) return nullptr;
  return gateway;
}

}  // namespace p2pchat::socket_transport
