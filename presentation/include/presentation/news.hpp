// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/address_book.hpp"
#include "presentation/values.hpp"

#include <string>
#include <variant>
#include <vector>

namespace p2pchat::presentation {

struct BecameReady {
  Me me;
};
/// People who are new, differ from before, or are gone.
struct BookChanged {
  std::vector<Change> changes;
  bool first = false;  ///< the book as it was found at the start
};
struct MessageAdded {
  Message message;
};
struct MessageChanged {
  Message message;
};
struct Presence {
  sdk::Id who;
  bool online = false;
};
struct NetworkStatus {
  std::string sentence;
};
struct Notice {
  std::string sentence;
};

/// What happened that every user interface tells of, as a value.
using News = std::variant<BecameReady, BookChanged, MessageAdded, MessageChanged, Presence, NetworkStatus, Notice>;

}  // namespace p2pchat::presentation
