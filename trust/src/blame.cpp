// SPDX-License-Identifier: MIT
#include "trust/blame.hpp"

#include "crash_tally.hpp"
#include "descriptor.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <fstream>
#include <iterator>

namespace p2pchat::trust {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t record_size = 256;
// Memory that is a file, so that writing it needs no call. A signal handler has to find it.
constinit std::atomic<char*> record = nullptr;

fs::path running(const fs::path& directory) { return directory / "running"; }
fs::path crashes(const fs::path& directory) { return directory / "crashes"; }

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// `PLUGIN CALL`, then zeros.
std::optional<Culprit> culprit_in(const fs::path& directory) {
  const auto text = contents(running(directory));
  const auto said = text.substr(0, text.find('\0'));
  const auto space = said.find(' ');
  if (space == said.npos || space == 0 || said.find('\n') != said.npos) return std::nullopt;
  return Culprit{said.substr(0, space), said.substr(space + 1)};
}

CrashTally tally_in(const fs::path& directory) {
  return after_run(read_tally(contents(crashes(directory))), culprit_in(directory));
}

void write_tally(const fs::path& directory, const CrashTally& tally) {
  std::error_code error;
  if (tally.empty())
    fs::remove(crashes(directory), error);
  else
    std::ofstream(crashes(directory), std::ios::trunc) << to_text(tally);
}

char* map_record(const fs::path& file) {
  const Descriptor made(::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (made.number() < 0 || ::ftruncate(made.number(), record_size) != 0) return nullptr;
  void* mapped = ::mmap(nullptr, record_size, PROT_READ | PROT_WRITE, MAP_SHARED, made.number(), 0);
  return mapped == MAP_FAILED ? nullptr : static_cast<char*>(mapped);
}

}  // namespace

void blame(const char* plugin, const char* call) noexcept {
  char* at = record;
  if (!at) return;
  const char* const end = at + record_size - 1;
  for (const char* text : {plugin, " ", call})
    while (*text && at < end) *at++ = *text++;
  *at = 0;
}

void blame_nobody() noexcept {
  if (char* at = record) *at = 0;
}

Run::Run(const fs::path& directory) : directory_(directory) {
  write_tally(directory_, tally_in(directory_));
  record = map_record(running(directory_));
}

Run::~Run() {
  if (char* mapped = record.exchange(nullptr)) ::munmap(mapped, record_size);
  std::error_code error;  // then it is read as a run in nobody's hands
  fs::remove(running(directory_), error);
}

std::map<std::string, std::string, std::less<>> suspended(const fs::path& directory) {
  std::map<std::string, std::string, std::less<>> sentences;
  for (const auto& [plugin, streak] : tally_in(directory))
    if (streak.runs >= suspended_after)
      sentences[plugin] = "the program ended in its hands " + std::to_string(streak.runs) +
                          " times in a row, last in " + streak.call + ": update it, then p2pchat plugin enable " +
                          plugin;
  return sentences;
}

void forgive(const fs::path& directory, const std::string& plugin) {
  auto tally = tally_in(directory);
  std::error_code error;
  fs::remove(running(directory), error);
  if (tally.erase(plugin) > 0) write_tally(directory, tally);
}

}  // namespace p2pchat::trust
