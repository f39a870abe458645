// SPDX-License-Identifier: MIT
#include "view/access.hpp"

#include "view/text.hpp"

#include <dlfcn.h>

namespace p2pchat::wx_gui {

void name_for_access(wxWindow& window, const std::string& name) {
  window.SetName(shown(name));
  // Both libraries are there because wx is; their headers are not needed for two functions.
  using Accessible = void* (*)(void*);
  using SetName = void (*)(void*, const char*);
  const auto accessible = reinterpret_cast<Accessible>(::dlsym(RTLD_DEFAULT, "gtk_widget_get_accessible"));
  const auto set_name = reinterpret_cast<SetName>(::dlsym(RTLD_DEFAULT, "atk_object_set_name"));
  if (!accessible || !set_name || !window.GetHandle()) return;
  if (auto* object = accessible(window.GetHandle())) set_name(object, name.c_str());
}

}  // namespace p2pchat::wx_gui
