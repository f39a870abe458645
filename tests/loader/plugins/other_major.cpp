// SPDX-License-Identifier: MIT
// Says of itself that it is built for another major version of the SDK.
#include <p2pchat/plugin.hpp>

using namespace p2pchat::sdk;

struct OtherMajor final : PluginOf<OtherMajor> {
  using PluginOf::PluginOf;
};
consteval Manifest altered() {
  auto manifest =
      detail::make_manifest<OtherMajor>({.id = "other_major", .name = "Other", .version = "1", .license = "MIT"});
  manifest.sdk_major = 7;
  return manifest;
}
extern "C" __attribute__((visibility("default"), used, section(".p2pchat"))) constinit const Manifest p2pchat_manifest =
    altered();
extern "C" P2PCHAT_API Plugin* p2pchat_create_v7(Host* host, Status*) noexcept { return new OtherMajor(*host); }
