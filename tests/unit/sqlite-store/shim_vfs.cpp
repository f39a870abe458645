// SPDX-License-Identifier: MIT
#include "shim_vfs.hpp"

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace p2pchat::test {
namespace {

ShimVfs* active = nullptr;
sqlite3_vfs* real = nullptr;  // what was SQLite's default before
sqlite3_vfs shim;

struct ShimFile {
  sqlite3_file base;
  std::string name;
  sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

ShimFile& self(sqlite3_file* file) { return *reinterpret_cast<ShimFile*>(file); }
const sqlite3_io_methods& inner(sqlite3_file* file) { return *self(file).inner()->pMethods; }

int next_fault() {
  ++active->calls;
  return active->fault ? active->fault(active->calls) : 0;
}

void record(DiskEvent event) {
  if (active->recording) active->events.push_back(std::move(event));
}

int shim_close(sqlite3_file* file) {
  const int code = inner(file).xClose(self(file).inner());
  self(file).~ShimFile();
  return code;
}

int shim_read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  return inner(file).xRead(self(file).inner(), to, size, offset);
}

int shim_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  if (const int error = next_fault()) return error;
  record({DiskEvent::Kind::write, self(file).name, static_cast<std::uint64_t>(offset),
          std::string(static_cast<const char*>(from), static_cast<std::size_t>(size))});
  return inner(file).xWrite(self(file).inner(), from, size, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  record({DiskEvent::Kind::truncate, self(file).name, static_cast<std::uint64_t>(size), {}});
  return inner(file).xTruncate(self(file).inner(), size);
}

int sync(sqlite3_file* file, int flags) {
  if (const int error = next_fault()) return error;
  record({DiskEvent::Kind::sync, self(file).name, 0, {}});
  return inner(file).xSync(self(file).inner(), flags);
}

int size_of(sqlite3_file* file, sqlite3_int64* size) { return inner(file).xFileSize(self(file).inner(), size); }
int lock(sqlite3_file* file, int level) { return inner(file).xLock(self(file).inner(), level); }
int unlock(sqlite3_file* file, int level) { return inner(file).xUnlock(self(file).inner(), level); }
int reserved(sqlite3_file* file, int* out) { return inner(file).xCheckReservedLock(self(file).inner(), out); }
int shim_sector(sqlite3_file*) { return 512; }
// No promise at all: neither that a sector is written whole nor that appending is safe.
int promises(sqlite3_file*) { return 0; }

int control(sqlite3_file* file, int operation, void* argument) {
  return inner(file).xFileControl(self(file).inner(), operation, argument);
}

constexpr sqlite3_io_methods make_methods() {
  sqlite3_io_methods methods{};
  methods.iVersion = 1;  // enough while the store locks its file for itself
  methods.xClose = shim_close, methods.xRead = shim_read, methods.xWrite = shim_write, methods.xTruncate = truncate;
  methods.xSync = sync, methods.xFileSize = size_of, methods.xLock = lock, methods.xUnlock = unlock;
  methods.xCheckReservedLock = reserved, methods.xFileControl = control;
  methods.xSectorSize = shim_sector, methods.xDeviceCharacteristics = promises;
  return methods;
}
constexpr sqlite3_io_methods methods = make_methods();

int shim_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* opened = new (file) ShimFile{};
  const int code = real->xOpen(real, name, opened->inner(), flags, out_flags);
  if (code != SQLITE_OK) return opened->~ShimFile(), code;
  const std::string_view path = name ? name : "temporary";
  opened->name = path.substr(path.rfind('/') + 1);
  opened->base.pMethods = &methods;
  return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int sync_directory) {
  const std::string_view path = name;
  record({DiskEvent::Kind::remove, std::string(path.substr(path.rfind('/') + 1)), 0, {}});
  return real->xDelete(real, name, sync_directory);
}

}  // namespace

ShimVfs::ShimVfs() {
  active = this;
  real = sqlite3_vfs_find(nullptr);
  shim = *real;  // everything else goes to the real one, whose methods take it from pAppData
  shim.szOsFile = static_cast<int>(sizeof(ShimFile)) + real->szOsFile;
  shim.zName = "shim";
  shim.pNext = nullptr;
  shim.xOpen = shim_open;
  shim.xDelete = remove;
  sqlite3_vfs_register(&shim, 1);
}

ShimVfs::~ShimVfs() {
  sqlite3_vfs_unregister(&shim);
  sqlite3_vfs_register(real, 1);
  active = nullptr;
}

}  // namespace p2pchat::test
