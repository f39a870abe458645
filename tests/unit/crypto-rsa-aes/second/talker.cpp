// SPDX-License-Identifier: MIT
// Lets another program speak with the suite: one command a line, octets in hexadecimal, `-` for none.
#include "suite.hpp"
#include "support/virtual_host.hpp"
#include "unit/cipher/fixture.hpp"

#include <functional>
#include <iostream>
#include <map>
#include <sstream>

namespace p2pchat::test {
namespace {

struct Destroyed {
  void operator()(auto* p) const { p->destroy(); }
};

/// One key and one session at a time.
class Talker {
 public:
  Talker() {
    host_.set("delegation_work_bits", "10");
    if (!suite_.start().ok()) throw std::runtime_error("the suite did not start");
  }

  /// The answer: the code of the status, then what was written.
  std::string answer(const std::string& name, const std::vector<Octets>& given) {
    given_ = given;
    first_.clear(), second_.clear();
    const auto found = commands_.find(name);
    const auto status = found != commands_.end() ? found->second() : Status(Errc::unsupported, name);
    return std::to_string(static_cast<int>(status.code)) + " " + text(first_) + " " + text(second_);
  }

 private:
  static std::string text(const Octets& octets) { return octets.empty() ? "-" : to_hex(cipher::view(octets)); }
  bytes in(std::size_t index) const { return cipher::view(given_.at(index)); }
  std::uint64_t number(std::size_t index) const { return cipher::Reader(in(index)).number<std::uint64_t>(); }
  Id id(std::size_t index) const {
    Id out;
    std::memcpy(out.b, in(index).ptr, sizeof out.b);
    return out;
  }
  Status give(const Status& status, const Id& id) {
    first_.assign(id.b, id.b + sizeof id.b);
    return status;
  }
  Status begin(sdk::Role role, const Id& wanted) {
    session_.reset(key_->session(role, wanted));
    return session_ ? Status() : Status(Errc::internal);
  }
  Status read() {
    Status why;
    key_.reset(suite_.read(in(0), "", why));
    return why;
  }
  Status sign_all() {
    std::vector<bytes> messages;
    for (std::size_t i = 0; i < given_.size(); ++i) messages.push_back(in(i));
    // The third's signature, as one inside the tree.
    const sdk::Fn<void(std::uint32_t, bytes)> each = [&](std::uint32_t index, bytes signature) {
      if (index == 2) first_.assign(signature.ptr, signature.ptr + signature.len);
    };
    return key_->sign_all(messages.data(), static_cast<std::uint32_t>(messages.size()), each);
  }
  Status check() {
    Id owner;
    const auto status = suite_.check(in(0), number(1), owner);
    return give(status, owner);
  }

  VirtualClock clock_;
  VirtualHost host_{clock_};
  cipher::rsa_aes::Suite suite_{host_};
  std::unique_ptr<sdk::SecretKey, Destroyed> key_;
  std::unique_ptr<sdk::Session, Destroyed> session_;
  std::vector<Octets> given_;
  Octets first_, second_;
  sdk::OutTo<Octets> out_{first_}, more_{second_};
  const std::map<std::string, std::function<Status()>> commands_ = {
      {"read", [this] { return read(); }},
      {"public", [this] { return key_->public_key(out_); }},
      {"sign", [this] { return key_->sign(in(0), out_); }},
      {"sign_all", [this] { return sign_all(); }},
      {"verify", [this] { return suite_.verify(in(0), in(1), in(2)); }},
      {"box", [this] { return suite_.seal(in(0), in(1), in(2), out_); }},
      {"unbox", [this] { return key_->open(in(0), in(1), out_); }},
      {"dial", [this] { return begin(sdk::Role::initiator, id(0)); }},
      {"answer", [this] { return begin(sdk::Role::responder, {}); }},
      {"step", [this] { return session_->step(in(0), out_); }},
      {"peer", [this] { return session_->peer(out_); }},
      {"seal", [this] { return session_->seal(in(0), out_); }},
      {"open", [this] { return session_->open(in(0), out_); }},
      {"delegate", [this] { return key_->delegate(number(0), out_, more_); }},
      {"check", [this] { return check(); }},
      {"ephemeral", [this] { return suite_.ephemeral(out_, more_); }},
      {"agree", [this] { return suite_.agree(in(0), in(1), in(2), out_); }},
      {"mac", [this] { return suite_.mac(in(0), in(1), out_); }}};
};

}  // namespace
}  // namespace p2pchat::test

int main() {
  p2pchat::test::Talker talker;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    std::vector<p2pchat::test::Octets> given;
    for (std::string word; words >> word;)
      given.push_back(word == "-" ? p2pchat::test::Octets() : p2pchat::test::from_hex(word));
    std::cout << talker.answer(name, given) << std::endl;
  }
}
