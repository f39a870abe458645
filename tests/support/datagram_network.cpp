// SPDX-License-Identifier: MIT
#include "support/datagram_network.hpp"

namespace p2pchat::test {

void DatagramNetwork::send(Datagram datagram) {
  if (const auto group = groups_.find(datagram.to); group != groups_.end()) {
    for (const auto& member : group->second) send({datagram.from, member, datagram.payload});
    return;
  }
  ++datagrams;
  bytes += datagram.payload.size();
  const bool lost = random_() % 100 < loss_percent;
  const auto latency_us = min_latency_us + random_() % (max_latency_us - min_latency_us + 1);
  if ((tap && !tap(datagram)) || lost) return;
  clock_.at(clock_.now_us() + latency_us, [this, datagram = std::move(datagram)] {
    const auto handler = handlers_.find(datagram.to);
    if (handler != handlers_.end()) handler->second(datagram.from, datagram.payload);
  });
}

void DatagramNetwork::attach(const std::string& endpoint, Handler handler) {
  if (handler)
    handlers_[endpoint] = std::move(handler);
  else
    handlers_.erase(endpoint);
}

DatagramTransport::DatagramTransport(DatagramNetwork& network, std::string endpoint)
    : network_(network), endpoint_(std::move(endpoint)) {
  network_.attach(endpoint_, [this](const std::string& from, sdk::bytes payload) {
    if (heard_) heard_(from, payload);
  });
}

DatagramTransport::~DatagramTransport() { network_.attach(endpoint_, {}); }

void DatagramTransport::send_datagram(sdk::str endpoint, sdk::bytes payload) {
  std::string to(endpoint);
  if (const auto name = names.find(to); name != names.end()) to = name->second;
  if (to.starts_with("239.")) network_.join(to, endpoint_);
  network_.send({endpoint_, to, {payload.ptr, payload.ptr + payload.len}});
}

}  // namespace p2pchat::test
