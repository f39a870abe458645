// SPDX-License-Identifier: MIT
#include <pthread.h>

#include <cstdio>
#include <cstdlib>

// Linked into the tests labelled one-thread: what they say of themselves stays true, so that the thread sanitizer may
// leave them out.
extern "C" int pthread_create(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*) noexcept {
  std::fputs("a test labelled one-thread started a thread: take the label away\n", stderr);
  std::abort();
}
