// SPDX-License-Identifier: MIT
#include "plugins/library.hpp"

#include <boost/dll/shared_library.hpp>
#include <dlfcn.h>

namespace p2pchat::host {

CreateFn load_plugin(const std::filesystem::path& file, std::string& error) {
  try {
    // Never unloaded: callbacks and tables of virtual functions of a plugin may be anywhere. Boost hands dlopen what it
    // has no name for. NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange)
    const auto mode = static_cast<boost::dll::load_mode::type>(RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const boost::dll::shared_library library(std::filesystem::absolute(file), mode);
    return &library.get<sdk::Plugin*(sdk::Host*, sdk::Status*) noexcept>(sdk::create_symbol);
  } catch (const std::exception& failure) {
    error = failure.what();
  } catch (...) {
    error = "a static constructor threw something that is not a std::exception";
  }
  return nullptr;
}

}  // namespace p2pchat::host
