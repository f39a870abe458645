// SPDX-License-Identifier: MIT
#include "local_transport.hpp"

#include "datagrams.hpp"
#include "place.hpp"
#include "transport/turns.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace p2pchat::local_transport {
namespace {

std::optional<std::uint32_t> only_user(const Folder& folder) {
  return folder.sharing() == Sharing::mine ? std::optional(::geteuid()) : std::nullopt;
}

}  // namespace

/// What exists between `start` and `stop`. Later members use earlier ones.
struct LocalTransport::Running {
  explicit Running(LocalTransport& transport)
      : inbox(inbox_limit, [&transport] { transport.host.post([&transport] { transport.drain(); }); }),
        engine(inbox, transport.settings_.max_frame, only_user(transport.folder_)),
        connections(transport.host, engine, transport.folder_, transport.ears_, transport.settings_) {}
  Inbox inbox;
  Engine engine;
  Connections connections;
  std::vector<Listening> listening;
  Turns<Event> turns;
};

sdk::Status LocalTransport::start() {
  if (auto status = read_settings(host, settings_); !status.ok()) return status;
  if (auto status = folder_.open(settings_.folder); !status.ok()) return status;
  running_ = std::make_shared<Running>(*this);
  return {};
}

void LocalTransport::stop() noexcept {
  if (!running_) return;
  stopped_ = std::exchange(running_, nullptr);
  for (const auto& listening : stopped_->listening) remove_listening(folder_, listening);
  stopped_->connections.shut_down();
  stopped_->engine.stop();
  stopped_->listening.clear();
  stopped_->connections.cancel_all();
}

sdk::Status LocalTransport::listen(sdk::str endpoint, sdk::Out& bound) {
  if (!running_) return {sdk::Errc::invalid, "the transport has not started"};
  auto name = settings_.listen.empty() ? drawn_name(host) : settings_.listen;
  if (endpoint.len != 0)
    if (auto status = read_listen(endpoint, name); !status.ok()) return status;
  Listening opened;
  if (auto status = open_listening(folder_, name, opened); !status.ok()) return status;
  running_->engine.serve(opened);
  running_->listening.push_back(std::move(opened));
  const auto text = endpoint_of(name);
  host.publish("socket.listening", {}, sdk::bytes::of(text));
  return bound.append(text) ? sdk::Status() : sdk::Status(sdk::Errc::too_large, "no room for the endpoint bound");
}

void LocalTransport::send(sdk::str endpoint, sdk::bytes frame, sdk::StatusFn&& done) {
  if (running_) running_->connections.send(std::string(endpoint), frame, std::move(done));
}

void LocalTransport::close(sdk::str endpoint) {
  if (running_) running_->connections.close(std::string(endpoint));
}

void LocalTransport::send_datagram(sdk::str endpoint, sdk::bytes payload) {
  if (!running_) return;
  if (payload.len > max_datagram)
    return host.log(sdk::Level::warn, "dropped a datagram of " + std::to_string(payload.len) + " bytes to " +
                                          std::string(endpoint) + ": at most 1200 go in one");
  if (is_everybody(endpoint)) {
    for (const auto& name : folder_.names()) send_to(name, payload);
  } else if (const auto name = name_of(endpoint)) {
    send_to(*name, payload);
  } else {
    host.log(sdk::Level::warn, "not an endpoint: " + std::string(endpoint));
  }
}

/// At best effort: not before this node listens, and not into a queue that is full.
void LocalTransport::send_to(const std::string& name, sdk::bytes payload) {
  if (running_->listening.empty()) return;
  const int from = running_->listening.front().datagram.get();
  const int error = local_transport::send_datagram(from, folder_.datagrams_at(name), payload);
  if (error == 0 || error == EAGAIN) return;
  if (error != ECONNREFUSED)
    return host.log(sdk::Level::debug,
                    "datagram to " + endpoint_of(name) + " not sent: " + std::generic_category().message(error));
  host.post([this, where = endpoint_of(name)] {
    if (running_ && on_unreachable_) on_unreachable_(where);
  });
}

void LocalTransport::drain() {
  const auto running = running_;  // a callback may stop this plugin
  if (!running) return;
  const auto hand_on = [this](const Event& event, std::span<const std::uint8_t> octets) {
    handle(event, octets);
    return running_ != nullptr;
  };
  if (!running->turns.take(host, running->inbox, hand_on, [&] { running->engine.resume_reading(); })) return;
  running->connections.flush();
  if (running_) host.post([this] { drain(); });
}

void LocalTransport::handle(const Event& event, std::span<const std::uint8_t> octets) {
  if (event.kind == Event::Kind::trouble) return host.log(sdk::Level::warn, sdk::bytes(octets).text());
  if (event.kind != Event::Kind::datagram) return running_->connections.handle(event, octets);
  if (on_datagram_) on_datagram_(event.place, octets);
}

}  // namespace p2pchat::local_transport
