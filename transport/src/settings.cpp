// SPDX-License-Identifier: MIT
#include "transport/settings.hpp"

#include "transport/frame_cutter.hpp"

#include <algorithm>
#include <charconv>

namespace p2pchat::transport {

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

sdk::Status read_sizes(sdk::Host& host, Sizes& sizes) {
  std::uint64_t max_frame = sizes.max_frame;
  if (auto status = read_number(host, "max_frame", 1024, 16 << 20, max_frame); !status.ok()) return status;
  sizes.max_frame = static_cast<std::uint32_t>(max_frame);
  sizes.queue_limit = std::max(sizes.queue_limit, frame_header + max_frame);
  return read_number(host, "queue_limit", frame_header + max_frame, 1 << 30, sizes.queue_limit);
}

}  // namespace p2pchat::transport
