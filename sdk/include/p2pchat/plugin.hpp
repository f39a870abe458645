// SPDX-License-Identifier: MIT
#pragma once
#include "host.hpp"
#include "manifest.hpp"

#include <exception>

namespace p2pchat::sdk {
/// One instance of a plugin. Several may live in one process; none keeps static state. `PluginOf` implements it.
struct P2PCHAT_API Plugin : Interface {
  /// This plugin's implementation of an interface, or null. Thread: [any].
  virtual void* query(str iid) noexcept = 0;
  /// Begins work; every needed interface is available. Thread: [loop].
  virtual Status start() = 0;
  /// Ends work: when it returns, no thread and no pending call of this plugin is left. Thread: [loop].
  virtual void stop() noexcept = 0;
  /// Frees the instance. Thread: [loop], after every plugin has stopped.
  virtual void destroy() noexcept = 0;
 protected:
  ~Plugin() = default;
};

/// What an author derives from: `class Mine final : public PluginOf<Mine, Crypto>`. `host` is ready in `start`.
template <class Self, class... Is>
struct PluginOf : Plugin, Is... {
  explicit PluginOf(Host& h) : host(h) {}
  void* query([[maybe_unused]] str wanted) noexcept override {
    void* found = nullptr;
    ((std::string_view(wanted) == Is::iid ? void(found = static_cast<Is*>(static_cast<Self*>(this))) : void()), ...);
    return found;
  }
  Status start() override { return {}; }
  void stop() noexcept override {}
  void destroy() noexcept final { delete static_cast<Self*>(this); }
  template <class F>
  static constexpr void each_iid([[maybe_unused]] F f) {
    (f(std::string_view(Is::iid)), ...);
  }
 protected:
  Host& host;
  ~PluginOf() = default;
};

/// The name of the one function a plugin file exports beside its manifest; the major is part of it.
inline constexpr char create_symbol[] = "p2pchat_create_v1";
}  // namespace p2pchat::sdk

/// Exports a plugin class: its manifest as data, its constructor as the function named above.
#define P2PCHAT_PLUGIN(Class, ...)                                                                            \
  extern "C" __attribute__((visibility("default"), used,                                                      \
                            section(".p2pchat"))) constinit const ::p2pchat::sdk::Manifest p2pchat_manifest = \
      ::p2pchat::sdk::detail::make_manifest<Class>(::p2pchat::sdk::Info{__VA_ARGS__});                        \
  extern "C" P2PCHAT_API ::p2pchat::sdk::Plugin* p2pchat_create_v1(::p2pchat::sdk::Host* host,                \
                                                                   ::p2pchat::sdk::Status* status) noexcept { \
    try {                                                                                                     \
      return new Class(*host);                                                                                \
    } catch (const std::exception& e) {                                                                       \
      *status = {::p2pchat::sdk::Errc::internal, e.what()};                                                   \
    } catch (...) {                                                                                           \
      *status = {::p2pchat::sdk::Errc::internal, "unknown exception"};                                        \
    }                                                                                                         \
    return nullptr;                                                                                           \
  }
