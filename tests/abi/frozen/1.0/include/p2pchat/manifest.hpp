// SPDX-License-Identifier: MIT
#pragma once
#include "fn.hpp"

#ifndef P2PCHAT_ABI_EXTRA  // a fork that changes the ABI sets its own word
#define P2PCHAT_ABI_EXTRA "p2pchat"
#endif

namespace p2pchat::sdk {
/// An interface a plugin needs: refused without it, or, when optional, started after it if present.
struct Dependency {
  char iid[40] = {};
  std::uint32_t optional = 0, reserved = 0;
};

/// What a plugin says of itself: read from the file's section `.p2pchat` before its code runs. UTF-8 texts, zero-ended.
struct Manifest {
  char magic[8] = {'P', '2', 'P', 'P', 'L', 'U', 'G', '1'};
  std::uint32_t size = sizeof(Manifest);
  std::uint16_t sdk_major = P2PCHAT_SDK_MAJOR, sdk_minor = P2PCHAT_SDK_MINOR;
  char abi[112] = {};  ///< what must agree, spelled out so that a refusal can name it
  char id[64] = {}, name[64] = {}, version[32] = {}, license[32] = {};
  std::uint32_t n_provides = 0, n_dependencies = 0, n_settings = 0, reserved = 0;
  char provides[8][40] = {};
  Dependency dependencies[8] = {};
  char settings[16][32] = {};  ///< keys of its configuration table
};

/// What an author writes in `P2PCHAT_PLUGIN`.
struct Info {
  struct Need {
    std::string_view iid;
    bool optional = false;
  };
  std::string_view id, name, version, license;
  Need dependencies[8] = {};
  std::string_view settings[16] = {};
};

/// A dependency the plugin cannot do without.
template <class I>
constexpr Info::Need needs() {
  return {I::iid, false};
}
/// A dependency that is used when present.
template <class I>
constexpr Info::Need wants() {
  return {I::iid, true};
}

namespace detail {
constexpr std::size_t put(char* to, std::size_t capacity, std::string_view text, std::size_t at = 0) {
  if (at + text.size() >= capacity) throw "manifest text too long";  // a compile error: this runs at compile time
  for (char c : text) to[at++] = c;
  return at;
}

constexpr void put_abi(char (&to)[112]) {
  auto at = put(to, sizeof to, P2PCHAT_ABI_EXTRA ";itanium;");
  at = put(to, sizeof to, __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? "le" : "be", at);
  auto size = [&](std::string_view key, std::size_t v) {
    at = put(to, sizeof to, key, at);
    for (std::size_t unit = v >= 1000 ? 1000 : v >= 100 ? 100 : v >= 10 ? 10 : 1; unit; unit /= 10)
      to[at++] = static_cast<char>('0' + v / unit % 10);
  };
  size(";ptr=", sizeof(void*)), size(";str=", sizeof(str)), size(";bytes=", sizeof(bytes)), size(";id=", sizeof(Id));
  size(";status=", sizeof(Status)), size(";fn=", sizeof(Fn<void()>)), size(";manifest=", sizeof(Manifest));
}

template <class Self>
consteval Manifest make_manifest(Info in) {
  Manifest m;
  put_abi(m.abi);
  put(m.id, sizeof m.id, in.id), put(m.name, sizeof m.name, in.name);
  put(m.version, sizeof m.version, in.version), put(m.license, sizeof m.license, in.license);
  Self::each_iid([&](std::string_view iid) { put(m.provides[m.n_provides++], 40, iid); });
  for (auto& need : in.dependencies) {
    if (need.iid.empty()) continue;
    m.dependencies[m.n_dependencies].optional = need.optional;
    put(m.dependencies[m.n_dependencies++].iid, 40, need.iid);
  }
  for (auto& key : in.settings)
    if (!key.empty()) put(m.settings[m.n_settings++], 32, key);
  return m;
}
}  // namespace detail
}  // namespace p2pchat::sdk
