// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"
#include "trust/sha256.hpp"

#include <algorithm>
#include <iostream>

namespace p2pchat::host {
namespace {

// A file, if there is one of that name; else that of the plugin with this id.
std::filesystem::path file_of(const Setup& setup) {
  const std::filesystem::path named = setup.arguments.operand;
  std::error_code error;
  if (std::filesystem::is_regular_file(named, error)) return named;
  const auto* found = find(setup.candidates, setup.arguments.operand);
  return found ? found->file : std::filesystem::path();
}

int trust_file(const Setup& setup, const std::filesystem::path& file) {
  std::string problem;
  const auto image = trust::Image::of(file, file.filename(), problem);
  if (!image) return fail(file.string() + ": " + problem);
  const auto reading = read_manifest(image->octets());
  if (reading.outcome != ManifestReading::Outcome::read)
    return fail(file.string() + " is no p2pchat plugin that this program can read: " + reading.detail);
  const trust::Pin pin{trust::sha256(image->octets()), reading.manifest.id, reading.manifest.version, {}};
  if (problem = trust::pin(setup.lock, pin); !problem.empty()) return fail(problem);
  std::cout << pin.sha256 << "  " << pin.id << " " << pin.version
            << " may run from the next start on, and do what you may\n";
  const auto is_it = [&](const Candidate& each) { return std::filesystem::equivalent(each.file, file); };
  if (std::ranges::none_of(setup.candidates, is_it))
    std::cout << "It is in no plugin folder: put it into one, or name its own with --plugin-dir\n";
  return exit_ok;
}

}  // namespace

int change_trust(const Setup& setup) {
  const auto& named = setup.arguments.operand;
  if (setup.arguments.command == Arguments::Command::plugin_distrust) {
    if (!setup.rules->lock.find(named)) return fail("nothing is pinned for `" + named + "` in " + setup.lock.string());
    const auto problem = trust::unpin(setup.lock, named);
    return problem.empty() ? exit_ok : fail(problem);
  }
  const auto file = file_of(setup);
  return file.empty() ? fail("no file, and no plugin in the plugin folders: " + named) : trust_file(setup, file);
}

}  // namespace p2pchat::host
