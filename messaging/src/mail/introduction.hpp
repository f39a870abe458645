// SPDX-License-Identifier: MIT
#pragma once
#include "address_book.hpp"

namespace p2pchat::messaging {

/// What a `request` or an `accept` says, as the JSON text in its body.
struct Introduction {
  std::string name, greeting;
};

std::string write_introduction(const Introduction& introduction);

/// Nothing when the body is not one.
std::optional<Introduction> read_introduction(std::string_view body);

/// A person as the store keeps them.
std::string write_person(const Person& person);

/// Nothing when the entry is damaged.
std::optional<Person> read_person(std::string_view entry);

}  // namespace p2pchat::messaging
