// SPDX-License-Identifier: MIT
#include "view/desktop_motion.hpp"

#include <dlfcn.h>

namespace p2pchat::wx_gui {

bool desktop_moves() {
  // Both libraries are there because wx is; their headers are not needed for two functions.
  using Settings = void* (*)();
  using Get = void (*)(void*, const char*, ...);
  const auto settings = reinterpret_cast<Settings>(::dlsym(RTLD_DEFAULT, "gtk_settings_get_default"));
  const auto get = reinterpret_cast<Get>(::dlsym(RTLD_DEFAULT, "g_object_get"));
  auto* of_display = settings ? settings() : nullptr;
  int moves = 1;
  if (of_display && get) get(of_display, "gtk-enable-animations", &moves, nullptr);
  return moves != 0;
}

}  // namespace p2pchat::wx_gui
