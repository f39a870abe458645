// SPDX-License-Identifier: MIT
#include "isolation/door.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace p2pchat::isolation {
namespace {

// The address goes through a descriptor of the directory: the path itself may be longer than an address can be.
template <class F>
bool with_address(const std::filesystem::path& directory, F&& f) {
  const int descriptor = ::open(directory.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  const auto name = "/proc/self/fd/" + std::to_string(descriptor) + "/door";
  name.copy(address.sun_path, sizeof address.sun_path - 1);
  const bool done = f(reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(sizeof address)) >= 0;
  ::close(descriptor);
  return done;
}

int new_socket() { return ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0); }

}  // namespace

Door::Door(const std::filesystem::path& data_directory, KnockFn heard)
    : file_(data_directory / "door"), heard_(std::move(heard)), socket_(new_socket()) {
  ::unlink(file_.c_str());  // of a process that had no time to
  if (with_address(data_directory, [this](auto* at, auto size) { return ::bind(socket_, at, size); }))
    thread_ = std::thread([this] { listen(); });
}

Door::~Door() {
  ::shutdown(socket_, SHUT_RDWR);
  if (thread_.joinable()) thread_.join();
  ::close(socket_);
  ::unlink(file_.c_str());
}

void Door::listen() const {
  std::array<char, 4096> said;
  for (;;) {
    const auto length = ::recv(socket_, said.data(), said.size(), 0);
    if (length <= 0) return;
    heard_(std::string(said.data(), static_cast<std::size_t>(length)));
  }
}

bool Door::knock(const std::filesystem::path& data_directory) {
  std::string display;
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY"})
    if (const char* value = std::getenv(name)) display += std::string(name) + "=" + value + "\n";
  if (display.empty()) display = "\n";  // an empty knock would not be heard
  const int socket = new_socket();
  const bool heard = with_address(data_directory, [&](auto* at, auto size) {
    return ::sendto(socket, display.data(), display.size(), MSG_DONTWAIT | MSG_NOSIGNAL, at, size);
  });
  ::close(socket);
  return heard;
}

}  // namespace p2pchat::isolation
