// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::wx_gui {

/// A link in a text: characters from `begin` up to `end`.
struct Link {
  std::size_t begin = 0, end = 0;
};

/// The http and https links of a text. Punctuation at the end belongs to the sentence; so does what is glued to it in
/// ideographs.
std::vector<Link> find_links(std::u32string_view text);

/// Where a link leads, as it would be opened.
struct LinkTarget {
  std::string url;            ///< with the host in ASCII and without a name before it
  std::string host;           ///< in ASCII: letters of other scripts as punycode, `xn--`
  bool other_script = false;  ///< the host was written with letters beyond ASCII, which may look like others
  bool name_before = false;   ///< something stood before an `@`, which may look like a host
  bool encrypted = true;      ///< https
};

/// Takes a link apart as a browser would (WHATWG URL, hosts by UTS #46); nothing when it has no host that can be.
std::optional<LinkTarget> target_of(std::string_view link);

}  // namespace p2pchat::wx_gui
