// SPDX-License-Identifier: MIT
#include "trust/lock.hpp"

#include "descriptor.hpp"
#include "place.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <sstream>
#include <system_error>

namespace p2pchat::trust {
namespace {

namespace fs = std::filesystem;

constexpr auto headline = "# Plugins that may run: SHA-256, id, version, since. Written by `p2pchat plugin trust`.\n";

bool is_sha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool is_blank(const std::string& line) {
  const auto first = line.find_first_not_of(" \t\r");
  return first == line.npos || line[first] == '#';
}

bool read_pin(const std::string& line, Pin& pin) {
  std::istringstream words(line);
  std::string more;
  return words >> pin.sha256 >> pin.id >> pin.version >> pin.since && !(words >> more) && is_sha256(pin.sha256);
}

std::string failure(const char* what, const fs::path& file) {
  return std::string("cannot ") + what + " " + file.string() + ": " +
         std::error_code(errno, std::generic_category()).message();
}

// Whole or not at all, whenever the power goes.
std::string write_whole(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  auto name = file.string() + ".XXXXXX";
  const Descriptor fresh(::mkostemp(name.data(), O_CLOEXEC));
  if (fresh.number() < 0) return failure("write", file);
  const auto written = ::write(fresh.number(), text.data(), text.size());
  if (written == static_cast<ssize_t>(text.size()) && ::fsync(fresh.number()) == 0 &&
      ::rename(name.c_str(), file.c_str()) == 0)
    return {};
  const auto problem = failure("write", file);
  ::unlink(name.c_str());
  return problem;
}

std::string today() {
  char text[16] = {};
  const auto now = std::time(nullptr);
  struct tm day = {};
  std::strftime(text, sizeof text, "%Y-%m-%d", ::gmtime_r(&now, &day));
  return text;
}

std::string change(const fs::path& file, std::string_view id, const Pin* added) {
  if (file.empty()) return "there is no folder for plugins.lock: set HOME or --config";
  auto lock = Lock::read(file);
  if (!lock.problems.empty()) return lock.problems.front();
  std::erase_if(lock.pins, [&](const Pin& each) { return each.id == id; });
  if (added) lock.pins.push_back(*added);
  std::string text = headline;
  for (const auto& [sha256, name, version, since] : lock.pins)
    text += sha256 + " " + name + " " + version + " " + since + "\n";
  return write_whole(file, text);
}

}  // namespace

Lock Lock::read(const fs::path& file) {
  Lock lock;
  std::error_code error;
  if (file.empty() || fs::symlink_status(file, error).type() == fs::file_type::not_found) return lock;
  if (const auto wrong = objection(file); !wrong.empty()) {
    lock.problems.push_back(file.string() + " is not believed: " + wrong);
    return lock;
  }
  std::ifstream in(file);
  if (!in) lock.problems.push_back(failure("read", file));
  unsigned number = 0;
  for (std::string line; std::getline(in, line);) {
    Pin pin;
    ++number;
    if (is_blank(line)) continue;
    if (read_pin(line, pin))
      lock.pins.push_back(pin);
    else
      lock.problems.push_back(file.string() + ":" + std::to_string(number) +
                              ": not `SHA256 ID VERSION DAY`: mend the line or remove it");
  }
  return lock;
}

const Pin* Lock::find(std::string_view id) const {
  const auto found = std::ranges::find(pins, id, &Pin::id);
  return found == pins.end() ? nullptr : &*found;
}

std::string pin(const fs::path& file, Pin pin) {
  if (pin.since.empty()) pin.since = today();
  std::ranges::replace_if(
      pin.version, [](unsigned char c) { return c <= ' '; }, '_');  // it may be any text
  if (pin.version.empty()) pin.version = "-";
  return change(file, pin.id, &pin);
}

std::string unpin(const fs::path& file, std::string_view id) { return change(file, id, nullptr); }

}  // namespace p2pchat::trust
