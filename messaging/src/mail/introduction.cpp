// SPDX-License-Identifier: MIT
#include "introduction.hpp"

#include "wire/base64.hpp"
#include "wire/json.hpp"
#include "wire/json_writer.hpp"

namespace p2pchat::messaging {
namespace {

std::optional<sdk::Relation> relation_of(std::optional<std::uint64_t> number) {
  if (!number || *number > static_cast<std::uint64_t>(sdk::Relation::blocked)) return std::nullopt;
  return static_cast<sdk::Relation>(*number);
}

std::uint64_t number_of(sdk::Relation relation) { return static_cast<std::uint64_t>(relation); }

}  // namespace

std::string write_introduction(const Introduction& introduction) {
  std::string body;
  wire::JsonWriter(body).begin().member("name", introduction.name).member("greeting", introduction.greeting).end();
  return body;
}

std::optional<Introduction> read_introduction(std::string_view body) {
  wire::JsonParser parser;
  const auto* object = parser.parse(body);
  if (!object) return std::nullopt;
  const auto name = object->string("name"), greeting = object->string("greeting");
  if (!name || !greeting || name->size() > AddressBook::max_name_bytes) return std::nullopt;
  return Introduction{std::string(*name), std::string(*greeting)};
}

std::string write_person(const Person& person) {
  std::string entry;
  wire::JsonWriter json(entry);
  json.begin().member("name", person.name).member("greeting", person.greeting);
  json.member("relation", number_of(person.relation));
  if (person.before) json.member("before", number_of(*person.before));
  std::string key;
  wire::base64_encode(wire::octets_of(person.key), wire::Alphabet::standard, key);
  json.member("key", key).end();
  return entry;
}

std::optional<Person> read_person(std::string_view entry) {
  wire::JsonParser parser;
  const auto* object = parser.parse(entry);
  if (!object) return std::nullopt;
  const auto relation = relation_of(object->integer("relation"));
  if (!relation) return std::nullopt;
  std::string key;
  wire::base64_decode(object->string("key").value_or(""), wire::Alphabet::standard, key);
  return Person{std::string(object->string("name").value_or("")), std::string(object->string("greeting").value_or("")),
                *relation, relation_of(object->integer("before")), std::move(key)};
}

}  // namespace p2pchat::messaging
