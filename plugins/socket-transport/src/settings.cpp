// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include <string>

namespace p2pchat::socket_transport {
sdk::Status read_listen(std::string_view lines, std::vector<Endpoint>& endpoints) {
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    const auto line = lines.substr(0, end);
    lines = end == lines.npos ? std::string_view() : lines.substr(end + 1);
    if (line.empty()) continue;
    const auto endpoint = parse_endpoint(line);
    if (!endpoint)
      return {sdk::Errc::invalid,
              "cannot listen on `" + std::string(line.substr(0, 40)) + "`: write 0.0.0.0:12476 or [::]:12476"};
    endpoints.push_back(*endpoint);
  }
  return {};
}

sdk::Status read_settings(sdk::Host& host, Settings& settings) {
  if (auto status = read_listen(text_of(host, "listen"), settings.listen); !status.ok()) return status;
  if (auto status = read_sizes(host, settings); !status.ok()) return status;
  const auto map_ports = text_of(host, "map_ports");
  if (!map_ports.empty() && map_ports != "true" && map_ports != "false")
    return {sdk::Errc::invalid, "map_ports = " + map_ports.substr(0, 24) + ": write true or false"};
  settings.maps_ports = map_ports != "false";
  std::uint64_t relay_limit = settings.relay_limit;
  if (auto status = read_number(host, "relay", 0, 1024, relay_limit); !status.ok()) return status;
  settings.relay_limit = static_cast<std::uint32_t>(relay_limit);
  return {};
}

}  // namespace p2pchat::socket_transport
