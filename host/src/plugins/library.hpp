// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/plugin.hpp>

#include <filesystem>
#include <string>

namespace p2pchat::host {

/// The function a plugin file exports.
using CreateFn = sdk::Plugin* (*)(sdk::Host*, sdk::Status*) noexcept;

/// Loads a plugin file for the life of the process and finds its function; null and `error`, in the loader's words,
/// on failure. Runs the file's static constructors.
CreateFn load_plugin(const std::filesystem::path& file, std::string& error);

}  // namespace p2pchat::host
