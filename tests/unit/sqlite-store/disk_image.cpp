// SPDX-License-Identifier: MIT
#include "disk_image.hpp"

#include <fstream>
#include <map>
#include <string>

namespace p2pchat::test {
namespace {

constexpr std::size_t sector = 512;

struct FileImage {
  std::string durable;
  std::vector<const DiskEvent*> unsynced;
};

void apply(const DiskEvent& event, std::string& content) {
  if (event.kind == DiskEvent::Kind::truncate) return content.resize(event.offset);
  if (content.size() < event.offset + event.data.size()) content.resize(event.offset + event.data.size());
  content.replace(event.offset, event.data.size(), event.data);
}

void apply_torn(const DiskEvent& event, std::mt19937& random, std::string& content) {
  if (event.kind == DiskEvent::Kind::truncate) {
    if (random() % 2) apply(event, content);
    return;
  }
  for (std::size_t at = 0; at < event.data.size();) {
    const auto size = std::min(sector - (event.offset + at) % sector, event.data.size() - at);
    if (random() % 2) apply({event.kind, {}, event.offset + at, event.data.substr(at, size)}, content);
    at += size;
  }
}

void take(const DiskEvent& event, std::map<std::string, FileImage>& files) {
  if (event.kind == DiskEvent::Kind::mark) return;
  auto& file = files[event.file];
  if (event.kind == DiskEvent::Kind::remove) {
    files.erase(event.file);
  } else if (event.kind == DiskEvent::Kind::sync) {
    for (const auto* write : file.unsynced) apply(*write, file.durable);
    file.unsynced.clear();
  } else {
    file.unsynced.push_back(&event);
  }
}

}  // namespace

void write_image(const std::vector<DiskEvent>& events, std::size_t cut, Fate fate, std::mt19937& random,
                 const std::filesystem::path& directory) {
  std::map<std::string, FileImage> files;
  for (std::size_t i = 0; i < cut; ++i) take(events[i], files);
  for (auto& [name, file] : files) {
    if (fate == Fate::torn)
      for (const auto* write : file.unsynced) apply_torn(*write, random, file.durable);
    std::ofstream(directory / name, std::ios::binary) << file.durable;
  }
}

}  // namespace p2pchat::test
