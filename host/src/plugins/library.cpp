// SPDX-License-Identifier: MIT
#include "plugins/library.hpp"

#include <boost/dll/shared_library.hpp>
#include <dlfcn.h>

namespace p2pchat::host {
namespace {

// What the dynamic loader said, without what Boost says around it, and without the name of the file.
std::string words_of_the_loader(std::string_view text, const std::string& file) {
  constexpr std::string_view before = "dlerror system message: ";
  if (const auto begin = text.find(before); begin != text.npos) text.remove_prefix(begin + before.size());
  if (text.starts_with(file + ": ")) text.remove_prefix(file.size() + 2);
  return std::string(text.substr(0, text.rfind("): ")));
}

}  // namespace

CreateFn load_plugin(const std::filesystem::path& file, std::string& error) {
  try {
    // Never unloaded: callbacks and tables of virtual functions of a plugin may be anywhere. Boost hands dlopen what it
    // has no name for. NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange)
    const auto mode = static_cast<boost::dll::load_mode::type>(RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const boost::dll::shared_library library(std::filesystem::absolute(file), mode);
    return &library.get<sdk::Plugin*(sdk::Host*, sdk::Status*) noexcept>(sdk::create_symbol);
  } catch (const std::exception& failure) {
    error = words_of_the_loader(failure.what(), std::filesystem::absolute(file));
  } catch (...) {
    error = "a static constructor threw something that is not a std::exception";
  }
  return nullptr;
}

}  // namespace p2pchat::host
