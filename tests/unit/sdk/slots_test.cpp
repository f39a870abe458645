// SPDX-License-Identifier: MIT
// Where each method stands in the table of virtual functions of its interface. A plugin that was built yesterday calls
// by these numbers: what fails here is a break of the ABI, and needs a new minor or a new name (docs/plugins.md).
#include <p2pchat/bottle.hpp>
#include <p2pchat/chat.hpp>
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>
#include <p2pchat/identity.hpp>
#include <p2pchat/network.hpp>
#include <p2pchat/plugin.hpp>
#include <p2pchat/store.hpp>
#include <p2pchat/tables.hpp>
#include <p2pchat/transport.hpp>
#include <p2pchat/ui.hpp>

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace sdk;

// Source: Itanium C++ ABI, 2.3.2: the offset in the table, plus one; on ARM without the one.
template <class Method>
std::size_t slot(Method method) {
  struct {
    std::size_t pointer;
    std::ptrdiff_t adjustment;
  } parts;
  static_assert(sizeof parts == sizeof method);
  std::memcpy(&parts, &method, sizeof parts);
#if defined(__aarch64__)
  return parts.pointer / sizeof(void*);
#else
  return (parts.pointer - 1) / sizeof(void*);
#endif
}

template <class Interface>
struct Appended : Interface {
  virtual void appended() = 0;

 protected:
  ~Appended() = default;
};

// All the methods of an interface, in their order.
template <class Interface, class... Methods>
void expect_slots(Methods... methods) {
  std::size_t next = 0;
  for (const auto found : {slot(methods)...}) {
    EXPECT_EQ(found, next);
    ++next;
  }
  EXPECT_EQ(slot(&Appended<Interface>::appended), next) << "there are methods that this list does not name";
  EXPECT_EQ(sizeof(Appended<Interface>), sizeof(void*)) << "an interface has no data";
}

TEST(Slots, of_Plugin) {
  using I = Plugin;
  expect_slots<I>(&I::query, &I::start, &I::stop, &I::destroy);
}

TEST(Slots, of_Host) {
  using I = Host;
  expect_slots<I>(&I::sdk_minor, &I::log, &I::config, &I::now_ms, &I::ticks_us, &I::random, &I::post, &I::after,
                  &I::offload, &I::subscribe, &I::publish, &I::cancel, &I::query);
}

TEST(Slots, of_Identity) {
  using I = Identity;
  EXPECT_STREQ(I::iid, "p2pchat.identity/1");
  expect_slots<I>(&I::self, &I::sign, &I::open, &I::delegate);
}

TEST(Slots, of_Network) {
  using I = Network;
  EXPECT_STREQ(I::iid, "p2pchat.network/1");
  expect_slots<I>(&I::send, &I::on_message, &I::peers);
}

TEST(Slots, of_Tables) {
  using I = Tables;
  EXPECT_STREQ(I::iid, "p2pchat.tables/1");
  expect_slots<I>(&I::put, &I::get, &I::erase, &I::scan);
}

TEST(Slots, of_Chat) {
  using I = Chat;
  EXPECT_STREQ(I::iid, "p2pchat.chat/1");
  expect_slots<I>(&I::self, &I::rename, &I::add_contact, &I::accept, &I::remove_contact, &I::block, &I::name_contact,
                  &I::contacts, &I::send, &I::retry, &I::cancel, &I::history, &I::message, &I::search, &I::mark_read);
}

TEST(Slots, of_Transport) {
  using I = Transport;
  EXPECT_STREQ(I::iid, "p2pchat.transport/1");
  expect_slots<I>(&I::scheme, &I::max_frame, &I::listen, &I::send, &I::on_frame, &I::on_closed, &I::close,
                  &I::send_datagram, &I::on_datagram, &I::on_unreachable);
}

TEST(Slots, of_Bottle) {
  using I = Bottle;
  EXPECT_STREQ(I::iid, "p2pchat.bottle/1");
  expect_slots<I>(&I::cast, &I::beach, &I::mine, &I::journey, &I::open, &I::answer, &I::keep, &I::release, &I::cast_to,
                  &I::on_addressed, &I::taken);
}

TEST(Slots, of_Session) {
  using I = Session;
  expect_slots<I>(&I::step, &I::established, &I::peer, &I::seal, &I::open, &I::destroy);
}

TEST(Slots, of_SecretKey) {
  using I = SecretKey;
  expect_slots<I>(&I::public_key, &I::sign, &I::sign_all, &I::open, &I::session, &I::delegate, &I::write, &I::destroy);
}

TEST(Slots, of_Crypto) {
  using I = Crypto;
  EXPECT_STREQ(I::iid, "p2pchat.crypto/1");
  expect_slots<I>(&I::suite, &I::generate, &I::read, &I::digest, &I::identify, &I::verify, &I::seal, &I::check,
                  &I::ephemeral, &I::agree, &I::mac);
}

TEST(Slots, of_Store) {
  using I = Store;
  EXPECT_STREQ(I::iid, "p2pchat.store/1");
  expect_slots<I>(&I::open, &I::close, &I::begin, &I::commit, &I::rollback, &I::put, &I::get, &I::erase, &I::scan,
                  &I::add, &I::set_state, &I::message, &I::history, &I::unsettled, &I::mark_read, &I::summary,
                  &I::forget, &I::search);
}

TEST(Slots, of_Ui) {
  using I = Ui;
  EXPECT_STREQ(I::iid, "p2pchat.ui/1");
  expect_slots<I>(&I::run, &I::quit);
}

TEST(Slots, of_Out) { EXPECT_EQ(slot(&Out::grow), 0U); }

}  // namespace
}  // namespace p2pchat::test
