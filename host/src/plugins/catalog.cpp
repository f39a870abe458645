// SPDX-License-Identifier: MIT
#include "plugins/catalog.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>

namespace p2pchat::host {
namespace {

// Mapped, so that of a large plugin only the pages that matter are read. Of others all are mapped at once.
ManifestReading read_file(const std::filesystem::path& file) {
  ManifestReading reading{ManifestReading::Outcome::not_elf, {}, "it cannot be read"};
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return reading;
  struct stat status = {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    const int how = MAP_PRIVATE | (size < (1 << 20) ? MAP_POPULATE : 0);
    void* mapped = ::mmap(nullptr, size, PROT_READ, how, descriptor, 0);
    if (mapped != MAP_FAILED) {
      reading = read_manifest({static_cast<const std::uint8_t*>(mapped), size});
      ::munmap(mapped, size);
    }
  }
  ::close(descriptor);
  return reading;
}

}  // namespace

std::vector<Candidate> find_plugins(const std::vector<std::filesystem::path>& folders,
                                    const std::shared_ptr<const trust::Rules>& rules) {
  std::vector<Candidate> found;
  std::set<std::pair<dev_t, ino_t>> seen;  // one file may be met by several ways
  for (const auto& folder : folders) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
      if (entry.path().extension() == ".so") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      struct stat status = {};
      if (::stat(file.c_str(), &status) == 0 && !seen.emplace(status.st_dev, status.st_ino).second) continue;
      found.push_back({file, read_file(file), Verdict::good, ""});
      if (rules) found.back().pass = std::make_shared<trust::Pass>(rules, file);
    }
  }
  return found;
}

}  // namespace p2pchat::host
