// SPDX-License-Identifier: MIT
#include "gateway.hpp"

#include <miniupnpc/miniupnpc.h>
#include <miniupnpc/upnpcommands.h>

#include <array>

namespace p2pchat::socket_transport {
namespace {

constexpr int patience_ms = 2'000;
constexpr std::array<const char*, 2> protocols = {"TCP", "UDP"};

class Upnp final : public Gateway {
 public:
  Upnp() {
    int error = 0;
    auto* devices = upnpDiscover(patience_ms, nullptr, nullptr, UPNP_LOCAL_PORT_ANY, 0, 2, &error);
    found_ =
        devices != nullptr ? UPNP_GetValidIGD(devices, &urls_, &data_, own_address_.data(), own_address_.size()) : 0;
    freeUPNPDevlist(devices);
  }
  Upnp(const Upnp&) = delete;
  ~Upnp() override {
    if (found_ != 0) FreeUPNPUrls(&urls_);
  }
  std::string name() const override { return "UPnP"; }
  /// 1: a gateway that says that it is connected.
  bool answers() const { return found_ == 1; }
  bool open(std::uint16_t port, std::uint32_t seconds) override {
    const auto number = std::to_string(port), lease = std::to_string(seconds);
    for (const auto* protocol : protocols)
      if (UPNP_AddPortMapping(urls_.controlURL, data_.first.servicetype, number.c_str(), number.c_str(),
                              own_address_.data(), "p2pchat", protocol, nullptr, lease.c_str()) != UPNPCOMMAND_SUCCESS)
        return false;
    return true;
  }
  void close(std::uint16_t port) override {
    for (const auto* protocol : protocols)
      UPNP_DeletePortMapping(urls_.controlURL, data_.first.servicetype, std::to_string(port).c_str(), protocol,
                             nullptr);
  }

 private:
  UPNPUrls urls_{};
  IGDdatas data_{};
  std::array<char, 64> own_address_{};
  int found_ = 0;
};

}  // namespace

std::unique_ptr<Gateway> find_upnp() {
  auto gateway = std::make_unique<Upnp>();
  if (!gateway->answers()) return nullptr;
  return gateway;
}

}  // namespace p2pchat::socket_transport
