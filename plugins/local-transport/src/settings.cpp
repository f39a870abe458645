// SPDX-License-Identifier: MIT
#include "settings.hpp"

#include "place.hpp"

#include <unistd.h>

#include <cstdlib>

namespace p2pchat::local_transport {

sdk::Status read_listen(std::string_view text, std::string& name) {
  name = name_of(text).value_or(std::string());
  if (!name.empty()) return {};
  return {sdk::Errc::invalid, "cannot listen at `" + std::string(text.substr(0, 40)) +
                                  "`: write local: and 1 to 40 letters, digits, - and _"};
}

sdk::Status read_settings(sdk::Host& host, Settings& settings) {
  settings.folder = text_of(host, "folder");
  if (settings.folder.empty()) settings.folder = usual_folder(std::getenv("XDG_RUNTIME_DIR"), ::geteuid());
  while (settings.folder.size() > 1 && settings.folder.ends_with('/')) settings.folder.pop_back();
  settings.listen = text_of(host, "listen");
  if (!settings.listen.empty() && !is_name(settings.listen))
    if (auto status = read_listen(std::string(settings.listen), settings.listen); !status.ok()) return status;
  return read_sizes(host, settings);
}

std::string usual_folder(const char* runtime, std::uint32_t me) {
  if (runtime && runtime[0] == '/') return std::string(runtime) + "/p2pchat";
  return "/tmp/p2pchat-" + std::to_string(me);
}

std::string drawn_name(sdk::Host& host) {
  std::uint8_t octets[8];
  host.random(octets, sizeof octets);
  std::string name;
  for (const auto octet : octets) name += {"0123456789abcdef"[octet >> 4], "0123456789abcdef"[octet & 15]};
  return name;
}

}  // namespace p2pchat::local_transport
