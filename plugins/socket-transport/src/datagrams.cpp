// SPDX-License-Identifier: MIT
#include "datagrams.hpp"

#include "socket_address.hpp"

#include <linux/errqueue.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace p2pchat::socket_transport {
namespace {

constexpr int batch_size = 32;

bool says_unreachable(const sock_extended_err& report) {
  const bool from_network = report.ee_origin == SO_EE_ORIGIN_ICMP || report.ee_origin == SO_EE_ORIGIN_ICMP6;
  return from_network &&
         (report.ee_errno == ECONNREFUSED || report.ee_errno == EHOSTUNREACH || report.ee_errno == ENETUNREACH ||
          report.ee_errno == ENOPROTOOPT || report.ee_errno == EACCES);
}

bool is_report(const cmsghdr& part) {
  return (part.cmsg_level == IPPROTO_IP && part.cmsg_type == IP_RECVERR) ||
         (part.cmsg_level == IPPROTO_IPV6 && part.cmsg_type == IPV6_RECVERR);
}

}  // namespace

int send_datagram(int socket, const Endpoint& to, sdk::bytes payload) {
  const SocketAddress address(to);
  // The first failure may be a report about an earlier datagram, which the kernel hands out once.
  for (int attempt = 0; attempt < 2; ++attempt)
    if (sendto(socket, payload.ptr, payload.len, MSG_DONTWAIT | MSG_NOSIGNAL, address.get(), address.size) >= 0)
      return 0;
  return errno;
}

int receive_datagrams(int socket, int most, const std::function<void(const Endpoint& from, sdk::bytes payload)>& each) {
  std::array<std::array<std::uint8_t, max_datagram>, batch_size> payloads;
  std::array<SocketAddress, batch_size> from;
  std::array<iovec, batch_size> parts;
  std::array<mmsghdr, batch_size> messages{};
  for (std::size_t i = 0; i < batch_size; ++i) {
    parts[i] = {payloads[i].data(), payloads[i].size()};
    messages[i].msg_hdr.msg_iov = &parts[i];
    messages[i].msg_hdr.msg_iovlen = 1;
    messages[i].msg_hdr.msg_name = from[i].get();
    messages[i].msg_hdr.msg_namelen = sizeof from[i].storage;
  }
  const auto count = static_cast<unsigned>(std::min(most, batch_size));
  const int taken = recvmmsg(socket, messages.data(), count, MSG_DONTWAIT, nullptr);
  for (int i = 0; i < taken; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const bool whole = (messages[at].msg_hdr.msg_flags & MSG_TRUNC) == 0;
    if (whole) each(endpoint_of(from[at].storage), {payloads[at].data(), messages[at].msg_len});
  }
  return std::max(taken, 0);
}

void receive_reports(int socket, const std::function<void(const Endpoint& unreachable)>& each) {
  for (;;) {
    SocketAddress sent_to;
    alignas(cmsghdr) std::array<char, 512> control;
    msghdr message{};
    message.msg_name = sent_to.get();
    message.msg_namelen = sizeof sent_to.storage;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (recvmsg(socket, &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0) return;
    for (auto* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
      sock_extended_err report;
      if (!is_report(*part)) continue;
      std::memcpy(&report, CMSG_DATA(part), sizeof report);
      if (says_unreachable(report)) each(endpoint_of(sent_to.storage));
    }
  }
}

}  // namespace p2pchat::socket_transport
