// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/bottle.hpp"
#include "presentation/chat_calls.hpp"

namespace p2pchat::presentation {

/// `sdk::Bottle`, called on the loop as it wants to be, with answers as owned values on the UI's thread.
///
/// Thread: the UI's.
class BottleCalls {
 public:
  BottleCalls(sdk::Host& host, std::shared_ptr<Postbox> postbox) : host_(host), postbox_(std::move(postbox)) {}

  /// What every answer is when there is no plugin for bottles.
  static sdk::Status absent() { return {sdk::Errc::unsupported, "no bottles here: no plugin for them is loaded"}; }
  /// Whether there is a plugin for bottles.
  bool present() { return host_.get<sdk::Bottle>() != nullptr; }
  void beach(const Answer<std::vector<Bottle>>& answer);
  void mine(const Answer<std::vector<Journey>>& answer);
  /// `ttl_s` 0: as long as the settings say.
  void cast(std::string_view body, std::uint32_t ttl_s, const Answer<sdk::Id>& answer);
  void open(const sdk::Id& bottle, Answer<> answer);
  void answer(const sdk::Id& bottle, std::string_view text, Answer<> answer);
  void keep(const sdk::Id& bottle, Answer<> answer);
  void release(const sdk::Id& bottle, Answer<> answer);

 private:
  template <class Fail, class Call>
  void on_loop(Fail fail, Call call);
  template <class Call>
  void plain(Answer<> answer, const Call& call);
  sdk::Host& host_;
  std::shared_ptr<Postbox> postbox_;
};

}  // namespace p2pchat::presentation
