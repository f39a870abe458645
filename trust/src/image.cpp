// SPDX-License-Identifier: MIT
#include "trust/image.hpp"

#include "descriptor.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace p2pchat::trust {
namespace {

constexpr off_t largest = off_t{1} << 30;
#ifdef MFD_EXEC
constexpr unsigned executable = MFD_EXEC;
#else
constexpr unsigned executable = 0x10;  // MFD_EXEC of Linux 6.3; older kernels know no other kind, and no such flag
#endif

std::string because(const char* what) { return what + std::error_code(errno, std::generic_category()).message(); }

// Room for the octets that can be mapped as code.
Descriptor make_room(const std::string& name) {
  Descriptor made(::memfd_create(name.c_str(), MFD_CLOEXEC | MFD_ALLOW_SEALING | executable));
  if (made.number() < 0 && errno == EINVAL)
    made = Descriptor(::memfd_create(name.c_str(), MFD_CLOEXEC | MFD_ALLOW_SEALING));
  return made;
}

bool write_all(int to, const char* octets, std::size_t size) {
  while (size > 0) {
    const auto written = ::write(to, octets, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    octets += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool copy(int from, int to) {
  char buffer[64 * 1024];
  for (off_t copied = 0;;) {
    const auto got = ::read(from, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    if ((copied += got) > largest) return errno = EFBIG, false;
    if (!write_all(to, buffer, static_cast<std::size_t>(got))) return false;
  }
}

}  // namespace

std::shared_ptr<const Image> Image::of(const std::filesystem::path& file, const std::string& name,
                                       std::string& problem) {
  const Descriptor source(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status = {};
  if (source.number() < 0 || ::fstat(source.number(), &status) != 0)
    return problem = because("it cannot be read: "), nullptr;
  if (!S_ISREG(status.st_mode) || status.st_size > largest)
    return problem = "it is no regular file up to 1 GiB", nullptr;
  auto room = make_room(name);
  if (room.number() < 0 || !copy(source.number(), room.number()) || ::fstat(room.number(), &status) != 0)
    return problem = because("it cannot be copied into memory: "), nullptr;
  if (::fcntl(room.number(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    return problem = because("its copy cannot be sealed: "), nullptr;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return problem = "it is empty", nullptr;
  const void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, room.number(), 0);
  if (mapped == MAP_FAILED) return problem = because("its copy cannot be mapped: "), nullptr;
  return std::shared_ptr<const Image>(new Image(room.release(), {static_cast<const std::uint8_t*>(mapped), size}));
}

Image::~Image() {
  ::munmap(const_cast<std::uint8_t*>(octets_.data()), octets_.size());
  if (!has_name_) ::close(descriptor_);
}

std::filesystem::path Image::name_here() const {
  has_name_ = true;
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::filesystem::path Image::name_for_children() const {
  return "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(descriptor_);
}

}  // namespace p2pchat::trust
