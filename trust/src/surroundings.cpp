// SPDX-License-Identifier: MIT
#include "trust/surroundings.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <clocale>
#include <cstring>

namespace p2pchat::trust {
namespace {

bool is_same_file(int one, int other) {
  struct stat first = {}, second = {};
  return ::fstat(one, &first) == 0 && ::fstat(other, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

std::string locale_now() {
  const char* name = std::setlocale(LC_ALL, nullptr);
  return name ? name : "";
}

}  // namespace

Surroundings::Surroundings() : locale_(locale_now()) {
  for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], nullptr, &actions_[i]);
  for (std::size_t i = 0; i < copies_.size(); ++i) copies_[i] = ::fcntl(static_cast<int>(i), F_DUPFD_CLOEXEC, 3);
}

Surroundings::~Surroundings() {
  for (const int copy : copies_)
    if (copy >= 0) ::close(copy);
}

std::string Surroundings::put_back() const {
  std::string changed;
  const auto name = [&](const std::string& what) { changed += (changed.empty() ? "" : ", ") + what; };
  for (std::size_t i = 0; i < signals.size(); ++i) {
    struct sigaction now = {};
    ::sigaction(signals[i], nullptr, &now);
    if (now.sa_handler == actions_[i].sa_handler) continue;
    name(std::string("the handler of SIG") + ::sigabbrev_np(signals[i]));
    ::sigaction(signals[i], &actions_[i], nullptr);
  }
  if (locale_now() != locale_) {
    name("the locale");
    std::setlocale(LC_ALL, locale_.c_str());
  }
  for (std::size_t i = 0; i < copies_.size(); ++i) {
    const int number = static_cast<int>(i);
    if (copies_[i] < 0 || is_same_file(number, copies_[i])) continue;
    name("descriptor " + std::to_string(i));
    ::dup2(copies_[i], number);
  }
  return changed;
}

}  // namespace p2pchat::trust
