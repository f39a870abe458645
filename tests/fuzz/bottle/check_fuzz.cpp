// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "judge/check.hpp"
#include "note/note_text.hpp"

#include <cstdlib>

namespace {

using namespace p2pchat;
using namespace p2pchat::bottle;

/// An honest bottle after two rounds, in the hands of somebody who changes its text as the input says: three octets are
/// a place and what replaces the octet there. With the high bit of the place set, the octet is taken out instead.
class Hands {
 public:
  Hands() : held_(creator_.drifted(creator_.note("hello", test::then_ms, 0), 2)) {}

  void pass_on(std::span<const std::uint8_t> input) {
    auto text = write_note(held_);
    for (; input.size() >= 3; input = input.subspan(3)) {
      const std::size_t place = static_cast<std::size_t>(input[0] << 8 | input[1]);
      const auto at = (place & 0x7fff) % text.size();
      if (place & 0x8000)
        text.erase(at, 1);
      else
        text[at] = static_cast<char>(input[2]);
      if (text.empty()) return;
    }
    Note note;
    static wire::JsonParser parser;
    if (read_note(parser, text, note).ok() && judged(note) == Refusal::none) check_is_the_same(note);
  }

 private:
  Refusal judged(const Note& note) {
    Lookup lookup{.me = {}, .stamp_bits = 0, .is_blocked = {}, .is_seen = {}, .quota = {}};
    lookup.is_blocked = [](const Id&) { return false; };
    lookup.is_seen = [](const Id&, const Id&) { return false; };
    lookup.quota = [] { return Refusal::none; };
    crypto_.digests = crypto_.verified = 0;
    const auto refusal = check(crypto_, note, test::then_ms, lookup);
    if (crypto_.digests > 8 || crypto_.verified > 1) std::abort();
    return refusal;
  }

  /// Only the list, the stamp and, downward, the gas may differ.
  void check_is_the_same(Note note) const {
    if (note.gas > held_.gas) std::abort();
    note.nearest = held_.nearest, note.stamp = held_.stamp;
    note.gas = held_.gas, note.gas_token = held_.gas_token;
    if (note != held_) std::abort();
  }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  test::CountingCrypto crypto_{host_};
  test::Bottler creator_{crypto_};
  Note held_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Hands hands;
  hands.pass_on({data, size});
  return 0;
}
