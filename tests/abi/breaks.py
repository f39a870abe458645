# SPDX-License-Identifier: MIT
"""Deliberate breaks of the ABI, each of which the gate must see: a header, what stands there, and what stands there then."""

GET = '''  virtual void get(const Id& key, Fn<void(const Status&, bytes record)>&& done) = 0;
'''
PUT = '''  virtual void put(const Id& key, bytes record, std::uint32_t ttl_s, StatusFn&& done) = 0;
'''
BETWEEN = '''  /// Fetches a record. Errors: `unsupported`, `not_found`.
'''
# By name: the header, the change, and whether a plugin built with it still compiles, so that it can be seen to fail in a
# host of today; of the others the lists of facts and abidiff have to tell.
BREAKS = {
    "two methods change places": ("routing.hpp", PUT + BETWEEN + GET, GET + BETWEEN + PUT, True),
    "a method comes in between": ("store.hpp", "  /// Forgets the group.\n",
                                  "  virtual Status flush() { return {}; }\n  /// Forgets the group.\n", True),
    "a struct grows": ("chat.hpp", "  std::uint64_t unread = 0;\n", "  std::uint64_t since = 0, unread = 0;\n", True),
    "a parameter is wider": ("bottle.hpp", "virtual void cast(str body, std::uint32_t ttl_s",
                             "virtual void cast(str body, std::uint64_t ttl_s", False),
    "an error takes another's number": ("abi.hpp", "  refused,  ", "  gone,\n  refused,  ", True),
    "a text lies the other way round": ("abi.hpp", "  const char* ptr = nullptr;\n  std::uint64_t len = 0;\n",
                                        "  std::uint64_t len = 0;\n  const char* ptr = nullptr;\n", True),
}
