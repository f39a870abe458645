// SPDX-License-Identifier: MIT
#include "view/pinning.hpp"

#include <dlfcn.h>
#include <link.h>

#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::wx_gui {

void pin_toolkit() {
  std::vector<std::string> loaded;
  const auto collect = [](dl_phdr_info* info, std::size_t, void* all) {
    const std::string_view name = info->dlpi_name;
    for (const auto* part : {"/libwx_", "/libgtk-3", "/libgdk-3", "/libgobject-2"})
      if (name.find(part) != name.npos) static_cast<std::vector<std::string>*>(all)->emplace_back(name);
    return 0;
  };
  ::dl_iterate_phdr(collect, &loaded);
  for (const auto& name : loaded) ::dlopen(name.c_str(), RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
}

}  // namespace p2pchat::wx_gui
