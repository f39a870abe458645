// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <cstddef>
#include <initializer_list>
#include <ostream>
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
  std::int64_t number;
};

/// An interface with one method more, which shows how many it has.
template <class Interface>
struct Appended : Interface {
  virtual void appended() = 0;

 protected:
  ~Appended() = default;
};

template <class Interface>
void print_interface(std::ostream& out, const char* name, const char* iid, std::initializer_list<MethodFact> methods) {
  out << name << ' ' << iid << ": " << slot(&Appended<Interface>::appended) << " methods, " << sizeof(Interface)
      << " octets\n";
  for (const auto& method : methods) out << "  " << method.slot << ' ' << method.name << ' ' << method.type << '\n';
}
template <class Struct>
void print_struct(std::ostream& out, const char* name, std::initializer_list<FieldFact> fields) {
  out << name << ": " << sizeof(Struct) << " octets, aligned to " << alignof(Struct) << '\n';
  for (const auto& field : fields) out << "  " << field.offset << ' ' << field.name << ' ' << field.size << '\n';
}
template <class Enum>
void print_enum(std::ostream& out, const char* name, std::initializer_list<NameFact> names) {
  out << name << ": " << sizeof(Enum) << " octets\n";
  for (const auto& each : names) out << "  " << each.number << ' ' << each.name << '\n';
}

}  // namespace p2pchat::facts

#define METHOD(Interface, method) \
  { #method, slot(&Interface::method), typeid(&Interface::method).name() }
#define FIELD(Struct, field) \
  { #field, offsetof(Struct, field), sizeof(Struct::field) }
#define NAME(Enum, word) \
  { #word, static_cast < std::int64_t>(Enum::word) }
