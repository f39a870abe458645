// SPDX-License-Identifier: MIT
// A shared library that is no plugin.
extern "C" __attribute__((visibility("default"))) int p2pchat_something_else() { return 1; }
