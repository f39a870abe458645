// SPDX-License-Identifier: MIT
#include "subject.hpp"

#include "plugins/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace p2pchat::conformance {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

Subject::Subject() : file_(variable("P2PCHAT_CHECKED_PLUGIN")) {
  std::error_code none;
  const auto size = std::filesystem::file_size(file_, none);
  std::vector<std::uint8_t> octets(none ? 0 : size);
  std::ifstream(file_, std::ios::binary).read(reinterpret_cast<char*>(octets.data()), std::ptrdiff_t(octets.size()));
  reading_ = host::read_manifest(octets);
}

bool Subject::provides(std::string_view iid) const {
  const auto& m = reading_.manifest;
  return reading_.outcome == host::ManifestReading::Outcome::read &&
         std::any_of(m.provides, m.provides + m.n_provides, [&](const char* each) { return iid == each; });
}

std::vector<std::pair<std::string, std::string>> Subject::settings() {
  std::vector<std::pair<std::string, std::string>> settings;
  std::istringstream lines(variable("P2PCHAT_CHECKED_SETTINGS"));
  for (std::string line; std::getline(lines, line);)
    if (const auto equals = line.find('='); equals != line.npos)
      settings.emplace_back(line.substr(0, equals), line.substr(equals + 1));
  return settings;
}

std::uint64_t Subject::seed() { return std::strtoull(variable("P2PCHAT_CHECKED_SEED").c_str(), nullptr, 10); }

Instance::Instance(const Subject& subject, sdk::Host& host) {
  std::string error;
  const auto create = host::load_plugin(subject.file(), error);
  if (!create) throw std::runtime_error("it cannot be loaded: " + error);
  sdk::Status status;
  plugin_ = create(&host, &status);
  if (!plugin_) throw std::runtime_error(std::string("its constructor failed: ") + status.text);
}

Instance::~Instance() {
  stop();
  plugin_->destroy();
}

sdk::Status Instance::try_start() {
  try {
    const auto status = plugin_->start();
    is_started_ = status.ok();
    return status;
  } catch (const std::exception& error) {
    return {sdk::Errc::internal, std::string("start threw ") + error.what()};
  } catch (...) {
    return {sdk::Errc::internal, "start threw what is no std::exception"};
  }
}

void Instance::start() {
  const auto status = try_start();
  if (!status.ok()) throw std::runtime_error(std::string("start answered: ") + status.text);
}

void Instance::stop() {
  if (std::exchange(is_started_, false)) plugin_->stop();
}

void* Instance::find(std::string_view iid) {
  auto* found = plugin_->query(iid);
  if (!found) throw std::runtime_error("it does not answer for " + std::string(iid));
  return found;
}

}  // namespace p2pchat::conformance
