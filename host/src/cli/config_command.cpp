// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"
#include "wire/json_writer.hpp"

#include <iostream>

namespace p2pchat::host {
namespace {

void print_json(const Setup& setup) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin().member("file", setup.config_file.string()).member("data_dir", setup.data_dir.string());
  json.member("profile", setup.config.profile).key("plugins").begin_array();
  for (const auto& id : setup.config.plugins) json.string(id);
  json.end_array().key("settings").begin_array();
  for (const auto& setting : setup.settings) {
    json.begin().member("key", setting.key()).member("where", setting.where).key("values").begin_array();
    for (const auto& value : setting.values) json.string(value);
    json.end_array().end();
  }
  json.end_array().key("warnings").begin_array();
  for (const auto& warning : setup.warnings) json.string(warning);
  std::cout << (json.end_array().end(), text) << "\n";
}

}  // namespace

int show_config_path(const Setup& setup) {
  if (!setup.arguments.json) return std::cout << setup.config_file.string() << "\n", exit_ok;
  std::string text;
  wire::JsonWriter(text).begin().member("file", setup.config_file.string()).end();
  std::cout << text << "\n";
  return exit_ok;
}

int check_config(const Setup& setup) {
  if (setup.arguments.json) return print_json(setup), exit_ok;
  const bool there = std::filesystem::exists(setup.config_file);
  std::cout << "file      " << setup.config_file.string() << (there ? "" : " (not there: built-in defaults)") << "\n"
            << "data      " << setup.data_dir.string() << "\n"
            << "profile   " << setup.config.profile << "\n";
  for (const auto& id : setup.config.plugins) std::cout << "plugin    " << id << "\n";
  for (const auto& setting : setup.settings) {
    std::cout << "setting   " << setting.key() << " =";
    for (const auto& value : setting.values) std::cout << " " << value;
    std::cout << "   (" << setting.where << ")\n";
  }
  for (const auto& warning : setup.warnings) std::cout << "warning   " << warning << "\n";
  return exit_ok;
}

}  // namespace p2pchat::host
