// SPDX-License-Identifier: MIT
#include "logging/rotated_log.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace p2pchat::host {
namespace {

constexpr std::size_t file_bytes = 4 << 20;
constexpr std::size_t old_files = 3;

spdlog::level::level_enum of(sdk::Level level) {
  const auto index = static_cast<std::size_t>(level);
  return index < level_names.size() ? static_cast<spdlog::level::level_enum>(index) : spdlog::level::err;
}

// A line of the log is one line whatever a plugin or a peer put into it.
std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  return line;
}

}  // namespace

struct RotatedLog::Parts {
  spdlog::logger logger{"p2pchat"};
};

RotatedLog::RotatedLog(const std::filesystem::path& directory, sdk::Level level, Stderr to_stderr)
    : parts_(std::make_unique<Parts>()) {
  auto& sinks = parts_->logger.sinks();
  std::string problem;
  try {
    if (!directory.empty()) {
      std::filesystem::create_directories(directory);
      const auto file = (directory / "p2pchat.log").string();
      sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, file_bytes, old_files));
    }
  } catch (const std::exception& error) {
    problem = error.what();
    to_stderr = Stderr::all;
  }
  if (to_stderr != Stderr::nothing) {
    sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    if (to_stderr == Stderr::warnings) sinks.back()->set_level(spdlog::level::warn);
  }
  parts_->logger.set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  parts_->logger.set_level(of(level));
  parts_->logger.flush_on(spdlog::level::info);
  if (!problem.empty()) write(sdk::Level::warn, "log", "no log file: " + problem);
}

RotatedLog::~RotatedLog() = default;

void RotatedLog::write(sdk::Level level, std::string_view who, std::string_view text) noexcept {
  try {
    if (parts_->logger.should_log(of(level))) parts_->logger.log(of(level), "{}: {}", who, one_line(text));
  } catch (...) {  // a log line that cannot be written has nowhere to be reported
  }
}

}  // namespace p2pchat::host
