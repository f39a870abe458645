// SPDX-License-Identifier: MIT
#include "support/fake_peer_lines.hpp"

namespace p2pchat::test {

void FakePeerLines::connect(const sdk::Id& peer) {
  online_[peer] = true;
  if (came_) came_(peer);
}

void FakePeerLines::disconnect(const sdk::Id& peer) {
  online_[peer] = false;
  if (went_) went_(peer);
}

void FakePeerLines::deliver(const messaging::ProvenPeer& from, const std::vector<std::string>& lines) {
  const std::vector<std::string_view> views(lines.begin(), lines.end());
  if (lines_) lines_(from, views);
}

void FakePeerLines::send(const sdk::Id& peer, std::string_view line, sdk::Fn<void(const sdk::Status&)>&& done) {
  const bool leaves = online(peer);
  if (leaves)
    sent.push_back({peer, std::string(line)});
  else
    knocks.push_back(peer);
  const auto status = leaves ? sdk::Status() : sdk::Status(sdk::Errc::not_found, "nobody is there");
  if (done) host_.after(leaves ? 0 : search_ms, [done = std::move(done), status] { done(status); });
}

}  // namespace p2pchat::test
