// SPDX-License-Identifier: MIT
#include "transport/ending.hpp"

#include <cerrno>
#include <system_error>

namespace p2pchat::transport {

sdk::Status why_ended(const std::string& endpoint, int error) {
  switch (error) {
    case 0:
      return {sdk::Errc::ok, "closed by the other side"};
    case EBADMSG:
      return {sdk::Errc::io, endpoint + " ended inside a frame"};
    case EMSGSIZE:
      return {sdk::Errc::malformed, endpoint + " announced a frame over the limit"};
    case ETIMEDOUT:
      return {sdk::Errc::timed_out, endpoint + " does not answer any more"};
    default:
      return {sdk::Errc::io, endpoint + ": " + std::generic_category().message(error)};
  }
}

sdk::Status why_not_connected(const std::string& endpoint, int error) {
  const auto code = error == ETIMEDOUT      ? sdk::Errc::timed_out
                    : error == ECONNREFUSED ? sdk::Errc::refused
                                            : sdk::Errc::io;
  return {code, "cannot connect to " + endpoint + ": " + std::generic_category().message(error)};
}

}  // namespace p2pchat::transport
