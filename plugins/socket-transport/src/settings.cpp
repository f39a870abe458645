// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include "frame_cutter.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace p2pchat::socket_transport {
namespace {

std::string text_of(sdk::Host& host, std::string_view key) {
  std::string value;
  sdk::OutTo out(value);
  if (!host.config(key, out)) value.clear();
  return value;
}

sdk::Status read_number(sdk::Host& host, std::string_view key, std::uint64_t least, std::uint64_t most,
                        std::uint64_t& number) {
  const auto text = text_of(host, key);
  if (text.empty()) return {};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= least && number <= most) return {};
  return {sdk::Errc::invalid, std::string(key) + " = " + text.substr(0, 24) + ": give a number from " +
                                  std::to_string(least) + " to " + std::to_string(most)};
}

}  // namespace

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
  std::uint64_t max_frame = settings.max_frame;
  if (auto status = read_number(host, "max_frame", 1024, 16 << 20, max_frame); !status.ok()) return status;
  settings.max_frame = static_cast<std::uint32_t>(max_frame);
  settings.queue_limit = std::max(settings.queue_limit, frame_header + max_frame);
  const auto map_ports = text_of(host, "map_ports");
  if (!map_ports.empty() && map_ports != "true" && map_ports != "false")
    return {sdk::Errc::invalid, "map_ports = " + map_ports.substr(0, 24) + ": write true or false"};
  settings.maps_ports = map_ports != "false";
  std::uint64_t relay_limit = settings.relay_limit;
  if (auto status = read_number(host, "relay", 0, 1024, relay_limit); !status.ok()) return status;
  settings.relay_limit = static_cast<std::uint32_t>(relay_limit);
  return read_number(host, "queue_limit", frame_header + max_frame, 1 << 30, settings.queue_limit);
}

}  // namespace p2pchat::socket_transport
