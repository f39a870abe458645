// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <typeinfo>

/// Facts of the ABI that a compiler can tell, one a line.
namespace p2pchat::facts {

/// Where a virtual method stands in the table of its interface. A plugin built yesterday calls by this number.
/// Source: Itanium C++ ABI, 2.3.2: the offset in the table, plus one; on ARM without the one.
template <class Method>
std::size_t slot(Method method) {
  struct {
    std::size_t pointer;
    std::ptrdiff_t adjustment;
  } parts;
  static_assert(sizeof parts == sizeof method);
  std::memcpy(&parts, &method, sizeof parts);
#if defined(__aarch64__)
  return parts.pointer / sizeof(void*);
#else
  return (parts.pointer - 1) / sizeof(void*);
#endif
}

struct MethodFact {
  const char* name;
  std::size_t slot;
  const char* type;  ///< as it is mangled
};
struct FieldFact {
  const char* name;
  std::size_t offset, size;
};
struct NameFact {
  const char* name;
  long long number;
};

/// An interface with one method more, which shows how many it has.
template <class Interface>
struct Appended : Interface {
  virtual void appended() = 0;

 protected:
  ~Appended() = default;
};

template <class Interface>
void print_interface(const char* name, const char* iid, std::initializer_list<MethodFact> methods) {
  std::printf("%s %s: %zu methods, %zu octets\n", name, iid, slot(&Appended<Interface>::appended), sizeof(Interface));
  for (const auto& method : methods) std::printf("  %zu %s %s\n", method.slot, method.name, method.type);
}
template <class Struct>
void print_struct(const char* name, std::initializer_list<FieldFact> fields) {
  std::printf("%s: %zu octets, aligned to %zu\n", name, sizeof(Struct), alignof(Struct));
  for (const auto& field : fields) std::printf("  %zu %s %zu\n", field.offset, field.name, field.size);
}
template <class Enum>
void print_enum(const char* name, std::initializer_list<NameFact> names) {
  std::printf("%s: %zu octets\n", name, sizeof(Enum));
  for (const auto& each : names) std::printf("  %lld %s\n", each.number, each.name);
}

}  // namespace p2pchat::facts

#define METHOD(Interface, method) \
  { #method, slot(&Interface::method), typeid(&Interface::method).name() }
#define FIELD(Struct, field) \
  { #field, offsetof(Struct, field), sizeof(Struct::field) }
#define NAME(Enum, word) \
  { #word, static_cast < std::int64_t>(Enum::word) }
