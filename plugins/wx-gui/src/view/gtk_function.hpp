// SPDX-License-Identifier: MIT
#pragma once
#include <dlfcn.h>

namespace p2pchat::wx_gui {

/// A function of GTK or what it stands on, by name; null if there is none. They are loaded because wx is; for a few
/// functions their headers are not needed.
template <class Function>
Function* gtk_function(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_DEFAULT, name));
}

}  // namespace p2pchat::wx_gui
