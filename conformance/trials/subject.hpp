// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/manifest_reader.hpp"

#include <p2pchat/plugin.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace p2pchat::conformance {

/// The plugin that this process tries, as the environment names it.
class Subject {
 public:
  /// The file and its manifest; runs none of its code.
  Subject();
  const std::filesystem::path& file() const { return file_; }
  const host::ManifestReading& reading() const { return reading_; }
  std::string id() const { return reading_.manifest.id; }
  /// Whether it claims an interface.
  bool provides(std::string_view iid) const;
  template <class I>
  bool provides() const {
    return provides(I::iid);
  }
  /// What the author wants set, and what chance is made of.
  static std::vector<std::pair<std::string, std::string>> settings();
  static std::uint64_t seed();

 private:
  std::filesystem::path file_;
  host::ManifestReading reading_;
};

/// One instance of the subject, which is loaded for it. Destroyed, it is stopped, if it was started, and freed.
class Instance {
 public:
  /// Throws `std::runtime_error` when the file cannot be loaded or its constructor fails.
  Instance(const Subject& subject, sdk::Host& host);
  Instance(const Instance&) = delete;
  ~Instance();
  /// What `start` answers; an exception counts as `internal`.
  sdk::Status try_start();
  /// Throws what `start` answered when that is not ok.
  void start();
  void stop();
  sdk::Plugin& plugin() { return *plugin_; }
  /// Its implementation of an interface; throws when there is none.
  template <class I>
  I& get() {
    return *static_cast<I*>(find(I::iid));
  }

 private:
  void* find(std::string_view iid);
  sdk::Plugin* plugin_ = nullptr;
  bool is_started_ = false;
};

/// One name if the subject claims an interface, or none: what a suite about that interface is instantiated with.
template <class I>
std::vector<const char*> if_it_provides() {
  return Subject().provides<I>() ? std::vector{"it"} : std::vector<const char*>();
}

/// Gives a host of the tests everything that the author wants set.
template <class Host>
void settle(Host& host) {
  for (const auto& [key, value] : Subject::settings()) host.set(key, value);
}

}  // namespace p2pchat::conformance
