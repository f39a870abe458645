// SPDX-License-Identifier: MIT
#pragma once
#include "told.hpp"

#include <p2pchat/bottle.hpp>

namespace p2pchat::witness {

/// Bottles that tell what they were asked: `mine` shows the last `taken`.
class Bottle : public sdk::Bottle {
 public:
  void cast(sdk::str body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&& done) override {
    done(refused("Bottle::cast", body, ttl_s), id(21));
  }
  void beach(const sdk::Fn<void(const sdk::BottleView&)>& each) override { each(view("note", sdk::Voyage::passing)); }
  void mine(const sdk::Fn<void(const sdk::BottleView&)>& each) override { each(view(said_, sdk::Voyage::ashore)); }
  void journey(const sdk::Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) override {
    each({sdk::Voyage::answered, bottle, 5'000'000'022, 4'000'000'022, "aye"});
  }
  void open(const sdk::Id& bottle, sdk::StatusFn&& done) override { done(refused("Bottle::open", bottle)); }
  void answer(const sdk::Id& bottle, sdk::str text, sdk::StatusFn&& done) override {
    done(refused("Bottle::answer", bottle, text));
  }
  void keep(const sdk::Id& bottle, sdk::StatusFn&& done) override { done(refused("Bottle::keep", bottle)); }
  void release(const sdk::Id& bottle, sdk::StatusFn&& done) override { done(refused("Bottle::release", bottle)); }
  void cast_to(const sdk::Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) override {
    done(refused("Bottle::cast_to", receiver, sealed, ttl_s));
  }
  void on_addressed(sdk::Fn<void(const sdk::Id&, const sdk::Id&, sdk::bytes)>&& f) override {
    f(id(23), id(24), sdk::bytes::of("sealed"));
  }
  void taken(const sdk::Id& bottle) override { said_ = told("Bottle::taken", bottle); }

 protected:
  ~Bottle() = default;

 private:
  static sdk::BottleView view(sdk::str body, sdk::Voyage voyage) {
    return {id(25), id(26), 5'000'000'001, 5'000'000'002, 5'000'000'003, voyage, 4'000'000'004, 5, 6, body};
  }
  std::string said_;
};

inline std::string text_of(const sdk::BottleView& bottle) {
  return told("bottle", bottle.id, bottle.sender, bottle.time_ms, bottle.expiry_ms, bottle.here_ms, bottle.voyage,
              bottle.hops, bottle.beaches, bottle.answers, bottle.body);
}
inline std::string text_of(const sdk::BottleStep& step) {
  return told("step", step.voyage, step.node, step.time_ms, step.hops, step.text);
}

}  // namespace p2pchat::witness
