// SPDX-License-Identifier: MIT
#include "sides.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace p2pchat::benchmark {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;
using Tcp = asio::ip::tcp;

constexpr std::size_t framed_size = message_size + 4;

void connect(asio::io_context& near_context, Tcp::socket& near, Tcp::socket& far) {
  Tcp::acceptor acceptor(near_context, Tcp::endpoint(asio::ip::address_v4::loopback(), 0));
  near.connect(acceptor.local_endpoint());
  acceptor.accept(far);
  near.set_option(Tcp::no_delay(true));
  far.set_option(Tcp::no_delay(true));
}

}  // namespace

double raw_stream(std::size_t messages, std::size_t messages_per_write) {
  asio::io_context near_context(1), far_context(1);
  Tcp::socket near(near_context), far(far_context);
  connect(near_context, near, far);
  const std::string octets(framed_size * messages_per_write, 'x');
  std::size_t written = 0, received = 0;
  const std::function<void()> write = [&] {
    asio::async_write(near, asio::buffer(octets), [&](auto error, std::size_t) {
      if (!error && (written += messages_per_write) < messages) write();
    });
  };
  std::vector<char> buffer(128 * 1024);
  const auto total = (messages + messages_per_write - 1) / messages_per_write * octets.size();
  const std::function<void()> read = [&] {
    far.async_read_some(asio::buffer(buffer), [&](auto error, std::size_t size) {
      if (!error && (received += size) < total) read();
    });
  };
  const auto begin = Clock::now();
  write();
  read();
  std::thread reader([&] { far_context.run(); });
  near_context.run();
  reader.join();
  return static_cast<double>(messages) / std::chrono::duration<double>(Clock::now() - begin).count();
}

std::vector<double> raw_echo(std::size_t round_trips) {
  asio::io_context context(1);
  Tcp::socket near(context), far(context);
  connect(context, near, far);
  std::vector<char> here(framed_size), there(framed_size);
  std::vector<double> times;
  const std::function<void()> echo = [&] {
    asio::async_read(far, asio::buffer(there), [&](auto error, std::size_t) {
      if (error) return;
      asio::async_write(far, asio::buffer(there), [&](auto failed, std::size_t) {
        if (!failed) echo();
      });
    });
  };
  auto sent_at = Clock::now();
  const std::function<void()> ask = [&] {
    sent_at = Clock::now();
    asio::async_write(near, asio::buffer(here), [](auto, std::size_t) {});
    asio::async_read(near, asio::buffer(here), [&](auto error, std::size_t) {
      times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - sent_at).count());
      if (error || times.size() == round_trips) return context.stop();
      ask();
    });
  };
  echo();
  ask();
  context.run();
  return times;
}

}  // namespace p2pchat::benchmark
