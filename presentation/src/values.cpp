// SPDX-License-Identifier: MIT
#include "presentation/values.hpp"

namespace p2pchat::presentation {

Person Person::of(const sdk::Contact& contact) {
  return {contact.id,       std::string(contact.name), std::string(contact.greeting),
          contact.relation, contact.online != 0,       contact.unread,
          contact.newest_ms};
}

Message Message::of(const sdk::Message& message) {
  return {message.id,
          message.peer,
          message.time_ms,
          message.seq,
          message.place,
          message.direction,
          message.state,
          std::string(message.type),
          std::string(message.body),
          std::string(message.reason)};
}

}  // namespace p2pchat::presentation
