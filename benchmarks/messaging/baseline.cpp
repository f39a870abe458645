// SPDX-License-Identifier: MIT
#include "baseline.hpp"

#include <boost/asio.hpp>
#include <time.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <stdexcept>

namespace p2pchat::bench {
namespace {

double thread_cpu_s() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double wall_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The median time of one call, by whatever clock.
template <class Clock, class Call>
double median_of(double seconds, Clock clock, Call call) {
  std::vector<double> times;
  for (const double end = wall_s() + seconds; wall_s() < end;) {
    const double before = clock();
    call();
    times.push_back(clock() - before);
  }
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

double loopback_round_trip(double seconds) {
  using boost::asio::ip::tcp;
  boost::asio::io_context context;
  tcp::acceptor acceptor(context, {boost::asio::ip::address_v4::loopback(), 0});
  tcp::socket near(context), far(context);
  near.connect(acceptor.local_endpoint());
  acceptor.accept(far);
  near.set_option(tcp::no_delay(true));
  far.set_option(tcp::no_delay(true));
  std::array<char, 1024> message{};
  std::array<char, 100> answer{};
  return median_of(seconds, wall_s, [&] {
    using boost::asio::buffer;
    boost::asio::async_read(far, buffer(message),
                            [&](auto, auto) { boost::asio::async_write(far, buffer(answer), [](auto, auto) {}); });
    boost::asio::async_write(near, buffer(message), [](auto, auto) {});
    boost::asio::async_read(near, buffer(answer), [](auto, auto) {});
    context.restart();
    context.run();
  });
}

}  // namespace

Baseline measure(sdk::Crypto& crypto, double seconds) {
  sdk::Status why;
  const std::unique_ptr<sdk::SecretKey, void (*)(sdk::SecretKey*)> key(crypto.generate(why),
                                                                       [](sdk::SecretKey* k) { k->destroy(); });
  if (!key) throw std::runtime_error(why.text);
  std::vector<std::uint8_t> public_key, signature, message(200, 7);
  sdk::OutTo key_out(public_key);
  if (auto got = key->public_key(key_out); !got.ok()) throw std::runtime_error(got.text);
  Baseline base;
  base.sign_s = median_of(seconds, thread_cpu_s, [&] {
    signature.clear();
    sdk::OutTo out(signature);
    if (auto made = key->sign(message, out); !made.ok()) throw std::runtime_error(made.text);
  });
  base.verify_s = median_of(seconds, thread_cpu_s, [&] {
    if (auto checked = crypto.verify(public_key, message, signature); !checked.ok())
      throw std::runtime_error(checked.text);
  });
  base.round_trip_s = loopback_round_trip(seconds);
  return base;
}

}  // namespace p2pchat::bench
