// SPDX-License-Identifier: MIT
#include "standing_network.hpp"

namespace p2pchat::isolation {
namespace {

template <class F>
void for_each_line(std::string_view lines, const F& f) {
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    if (end > 0) f(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

void forget(std::set<std::string, std::less<>>& all, std::string_view one) {
  if (const auto found = all.find(one); found != all.end()) all.erase(found);
}

}  // namespace

StandingRouting::StandingRouting(Place& place) : Standing(place) {
  place.repeat(R::iid, [this](Caller& caller, std::uint32_t object) {
    if (joined_) caller.call<&R::join>(object, sdk::str(*joined_), sdk::StatusFn());
  });
}

void StandingRouting::carry(Method<&R::join>, sdk::str endpoints, sdk::StatusFn&& done) const {
  joined_ = std::string(endpoints);
  Standing::carry(method<&R::join>, endpoints, std::move(done));
}

StandingTransport::StandingTransport(Place& place) : Standing(place) {
  place.repeat(T::iid, [this](Caller& caller, std::uint32_t object) { listen_again(caller, object); });
  place.when_gone([this] { all_closed(); });
}

sdk::str StandingTransport::carry(Method<&T::scheme>) const {
  if (scheme_.empty()) scheme_ = std::string(Standing::carry(method<&T::scheme>));
  return scheme_;
}

sdk::Status StandingTransport::carry(Method<&T::listen>, sdk::str endpoint, sdk::Out& bound) const {
  std::string written;
  sdk::OutTo out(written);
  auto status = Standing::carry(method<&T::listen>, endpoint, out);
  (void)bound.append(written);
  if (status.ok()) bound_ += written + "\n";
  return status;
}

void StandingTransport::listen_again(Caller& caller, std::uint32_t object) const {
  for_each_line(bound_, [&](std::string_view endpoint) {
    std::string written;
    sdk::OutTo out(written);
    const auto status = caller.call<&T::listen>(object, sdk::str(endpoint), out);
    if (!status.ok()) place_.host().log(sdk::Level::error, std::string("cannot listen again: ") + status.text);
  });
}

void StandingTransport::carry(Method<&T::send>, sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) const {
  connected_.emplace(std::string_view(endpoint));
  forget(closing_, endpoint);  // another connection is wanted
  Standing::carry(method<&T::send>, endpoint, frame, std::move(done));
}

void StandingTransport::carry(Method<&T::on_frame>, sdk::Fn<void(sdk::str, sdk::bytes)>&& f) const {
  Standing::carry(method<&T::on_frame>,
                  sdk::Fn<void(sdk::str, sdk::bytes)>([this, f = std::move(f)](sdk::str from, sdk::bytes frame) {
                    if (closing_.contains(std::string_view(from))) return;
                    connected_.emplace(std::string_view(from));
                    f(from, frame);
                  }));
}

void StandingTransport::carry(Method<&T::on_closed>, sdk::Fn<void(sdk::str, const sdk::Status&)>&& f) const {
  closed_ = std::make_shared<Closed>(std::move(f));
  Standing::carry(method<&T::on_closed>, Closed([this, heard = closed_](sdk::str endpoint, const sdk::Status& why) {
                    forget(connected_, endpoint);
                    forget(closing_, endpoint);
                    (*heard)(endpoint, why);
                  }));
}

void StandingTransport::carry(Method<&T::close>, sdk::str endpoint) const {
  if (connected_.contains(std::string_view(endpoint))) closing_.emplace(std::string_view(endpoint));
  Standing::carry(method<&T::close>, endpoint);
}

void StandingTransport::all_closed() const {
  closing_.clear();
  const auto were = std::exchange(connected_, {});
  for (const auto& endpoint : were)
    if (closed_) (*closed_)(endpoint, {sdk::Errc::io, "the process of the transport ended"});
}

}  // namespace p2pchat::isolation
