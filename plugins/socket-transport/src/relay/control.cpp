// SPDX-License-Identifier: MIT
#include "control.hpp"

#include "transport/frame_cutter.hpp"

namespace p2pchat::socket_transport {

using namespace transport;

namespace {

constexpr std::uint8_t mark = 0x72, version = 1;
constexpr std::size_t fixed = 4, most_text = 64;

std::size_t name_size(Word word) {
  switch (word) {
    case Word::connect:
      return 32;
    case Word::dialled:
      return 12;
    case Word::refused:
      return 1;
    case Word::datagrams:
      return 0;
    default:
      return 16;
  }
}

}  // namespace

Octets to_octets(const Control& control) {
  const auto size = static_cast<std::uint32_t>(fixed + control.name.size() + control.text.size());
  std::uint8_t header[frame_header];
  write_header(size, header);
  Octets octets;
  octets.reserve(frame_header + size);
  for (const auto octet : header) octets.push_back(octet);
  octets.push_back(mark);
  octets.push_back(version);
  octets.push_back(static_cast<std::uint8_t>(control.word));
  octets.push_back(static_cast<std::uint8_t>(control.name.size()));
  octets.insert(octets.end(), control.name.begin(), control.name.end());
  octets.insert(octets.end(), control.text.begin(), control.text.end());
  return octets;
}

bool is_control(std::span<const std::uint8_t> frame) { return !frame.empty() && frame[0] == mark; }

std::optional<Control> read_control(std::span<const std::uint8_t> frame) {
  if (frame.size() < fixed || frame[0] != mark || frame[1] != version) return std::nullopt;
  if (frame[2] < static_cast<std::uint8_t>(Word::connect) || frame[2] > static_cast<std::uint8_t>(Word::datagrams))
    return std::nullopt;
  Control control{.word = static_cast<Word>(frame[2])};
  const std::size_t size = frame[3];
  if (size != name_size(control.word) || frame.size() < fixed + size) return std::nullopt;
  const auto name = frame.subspan(fixed, size), text = frame.subspan(fixed + size);
  if (text.size() > most_text || (!text.empty() && control.word != Word::joined)) return std::nullopt;
  control.name.assign(name.begin(), name.end());
  control.text.assign(text.begin(), text.end());
  return control;
}

}  // namespace p2pchat::socket_transport
