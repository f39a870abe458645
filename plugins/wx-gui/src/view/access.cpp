// SPDX-License-Identifier: MIT
#include "view/access.hpp"

#include "view/gtk_function.hpp"
#include "view/text.hpp"

namespace p2pchat::wx_gui {
namespace {

const char* role_name(Role role) {
  switch (role) {
    case Role::button:
      return "push button";
    case Role::list:
      return "list";
    case Role::picture:
      return "image";
    case Role::text:
      return "label";
    case Role::as_it_is:
      break;
  }
  return nullptr;
}

void* accessible_of(wxWindow& window) {
  auto* accessible = gtk_function<void*(void*)>("gtk_widget_get_accessible");
  auto* widget = widget_of(window);
  return accessible && widget ? accessible(widget) : nullptr;
}

}  // namespace

void* widget_of(wxWindow& window) {
  void* widget = window.GetHandle();
  auto* scrolled = gtk_function<std::size_t()>("gtk_scrolled_window_get_type");
  auto* is_a = gtk_function<int(void*, std::size_t)>("g_type_check_instance_is_a");
  auto* child_of = gtk_function<void*(void*)>("gtk_bin_get_child");
  if (!widget || !scrolled || !is_a || !child_of || !is_a(widget, scrolled())) return widget;
  auto* child = child_of(widget);
  return child ? child : widget;
}

void name_for_access(wxWindow& window, const std::string& name, Role role) {
  window.SetName(shown(name));
  auto* object = accessible_of(window);
  if (!object) return;
  if (auto* set_name = gtk_function<void(void*, const char*)>("atk_object_set_name")) set_name(object, name.c_str());
  auto* role_for = gtk_function<int(const char*)>("atk_role_for_name");
  auto* set_role = gtk_function<void(void*, int)>("atk_object_set_role");
  if (role != Role::as_it_is && role_for && set_role) set_role(object, role_for(role_name(role)));
}

std::string name_of_access(wxWindow& window) {
  auto* object = accessible_of(window);
  auto* name = gtk_function<const char*(void*)>("atk_object_get_name");
  const char* words = object && name ? name(object) : nullptr;
  return words ? words : "";
}

}  // namespace p2pchat::wx_gui
