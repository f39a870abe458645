// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <cstring>
#include <string>
#include <tuple>
#include <type_traits>

namespace p2pchat::isolation {

/// Appends values to octets. Numbers are in the machine's own order: both ends are the same program.
class Writer {
 public:
  explicit Writer(std::string& to) : to_(to) {}
  void raw(const void* from, std::size_t size) { to_.append(static_cast<const char*>(from), size); }
  template <class T>
  void number(T value) {
    raw(&value, sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    raw(value.data(), value.size());
  }

 private:
  std::string& to_;
};

/// Reads values from octets that may hold anything; what is not there reads as nothing, and `good` is false for ever.
class Reader {
 public:
  explicit Reader(std::string_view from) : left_(from) {}
  bool good() const { return good_; }
  /// Whether all was good, and all was read.
  bool finished() const { return good_ && left_.empty(); }
  void fail() { good_ = false; }
  /// How many octets are still to be read.
  std::size_t left() const { return left_.size(); }
  void raw(void* to, std::size_t size) {
    if (const auto from = text(size); from.size() == size) std::memcpy(to, from.data(), size);
  }
  template <class T>
  T number() {
    T value{};
    raw(&value, sizeof value);
    return value;
  }
  /// The octets themselves, which live as long as those that are read.
  std::string_view text() { return text(number<std::uint32_t>()); }

 private:
  std::string_view text(std::size_t size) {
    if (size > left_.size()) good_ = false;
    if (!good_) return {};
    const auto begin = left_.substr(0, size);
    left_.remove_prefix(size);
    return begin;
  }

  std::string_view left_;
  bool good_ = true;
};

/// The greatest value of each enum that travels: what is above it is malformed.
template <class E>
struct Greatest;

/// The members of each struct that travels, as a tuple of references.
template <class S>
struct Members;

/// How a value of a type is written and read. What is read borrows from the octets.
template <class T>
struct Value {  // a struct of the SDK
  static void write(Writer& to, const T& value) {
    std::apply([&](const auto&... each) { (Value<std::remove_cvref_t<decltype(each)>>::write(to, each), ...); },
               Members<T>::of(value));
  }
  static void read(Reader& from, T& value) {
    std::apply([&](auto&... each) { (Value<std::remove_cvref_t<decltype(each)>>::read(from, each), ...); },
               Members<T>::of(value));
  }
};

template <class T>
requires std::is_integral_v<T>
struct Value<T> {
  static void write(Writer& to, T value) { to.number(value); }
  static void read(Reader& from, T& value) { value = from.number<T>(); }
};

template <>
struct Value<bool> {
  static void write(Writer& to, bool value) { to.number<std::uint8_t>(value ? 1 : 0); }
  static void read(Reader& from, bool& value) {
    const auto octet = from.number<std::uint8_t>();
    if (octet > 1) from.fail();
    value = octet == 1;
  }
};

template <class T>
requires std::is_enum_v<T>
struct Value<T> {
  using Number = std::underlying_type_t<T>;
  static void write(Writer& to, T value) { to.number(static_cast<Number>(value)); }
  static void read(Reader& from, T& value) {
    const auto number = from.number<Number>();
    if (number < Number() || number > static_cast<Number>(Greatest<T>::value)) return from.fail();
    value = static_cast<T>(number);
  }
};

template <>
struct Value<sdk::str> {
  static void write(Writer& to, sdk::str value) { to.text(value); }
  static void read(Reader& from, sdk::str& value) { value = from.text(); }
};

template <>
struct Value<sdk::bytes> {
  static void write(Writer& to, sdk::bytes value) { to.text(value.text()); }
  static void read(Reader& from, sdk::bytes& value) { value = sdk::bytes::of(from.text()); }
};

template <>
struct Value<sdk::Id> {
  static void write(Writer& to, const sdk::Id& value) { to.raw(value.b, sizeof value.b); }
  static void read(Reader& from, sdk::Id& value) { from.raw(value.b, sizeof value.b); }
};

template <std::size_t size>
struct Value<char[size]> {  // a text that ends with a zero
  static void write(Writer& to, const char (&value)[size]) { to.text({value, ::strnlen(value, size)}); }
  static void read(Reader& from, char (&value)[size]) {
    const auto text = from.text();
    if (text.size() >= size) return from.fail();
    value[text.copy(value, size - 1)] = 0;
  }
};

}  // namespace p2pchat::isolation
