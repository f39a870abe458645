// SPDX-License-Identifier: MIT
// Every call of every interface that a plugin provides, made by this host of a plugin built with other headers: does it
// arrive at the right method, with all that it carried, and does the answer?
#include "abi/crossing/crossing.hpp"

#include "abi/witness/bottle.hpp"

#include <p2pchat/transport.hpp>
#include <p2pchat/ui.hpp>

namespace p2pchat::witness {
namespace {

sdk::bytes octets(std::string_view text) { return sdk::bytes::of(text); }

TEST_F(Crossing, carries_Transport) {
  with<sdk::Transport>([&](sdk::Transport& it) {
    EXPECT_EQ(it.max_frame(), 4'000'000'002U);
    std::string bound;
    sdk::OutTo out(bound);
    EXPECT_STREQ(it.listen("here", out).text, "Transport::listen here");
    EXPECT_EQ(bound, "bound here");
    it.send("there", octets("frame"), hear());
    it.on_frame(hear()), it.on_closed(hear()), it.on_datagram(hear()), it.on_unreachable(hear());
    it.close("that");
    EXPECT_EQ(told("", it.scheme()), " Transport::close that");
    it.send_datagram("there", octets("datagram"));
    EXPECT_EQ(told("", it.scheme()), " Transport::send_datagram there datagram");
  });
  expect_heard({"Transport::send there frame", "from frame", "from closed", "from datagram", "nowhere"});
}

TEST_F(Crossing, carries_Routing) {
  const auto node = [](int n) {
    return "node #" + std::to_string(n) + " [2001:db8::1]:12476 " + std::to_string(1000 + n);
  };
  with<sdk::Routing>([&](sdk::Routing& it) {
    it.join("endpoints", hear());
    it.locate(id(1), hear());
    it.closest(id(2), 16, [&](const sdk::Status& status, const sdk::NodeEntry* nodes, std::uint32_t count) {
      ASSERT_EQ(count, 2U);
      heard.push_back(told("", status.text, text_of(nodes[0]), text_of(nodes[1])));
    });
    it.known(id(3), 2, hear());
    it.put(id(4), octets("record"), 4'000'000'004, hear());
    it.get(id(5), hear());
    it.table(hear());
  });
  expect_heard({"Routing::join endpoints", "Routing::locate #1 " + node(1),
                "Routing::closest #2 16 " + node(1) + " " + node(2), node(0), node(1),
                "Routing::put #4 record 4000000004", "Routing::get #5 record", node(3) + " 33 4000000003"});
}

TEST_F(Crossing, carries_Bottle) {
  const std::string view = "bottle #25 #26 5000000001 5000000002 5000000003 ";
  const auto see = [&](const auto& seen) { heard.push_back(told("", text_of(seen))); };
  with<sdk::Bottle>([&](sdk::Bottle& it) {
    it.cast("body", 4'000'000'001, hear());
    it.beach(see);
    it.taken(id(2)), it.mine(see);
    it.journey(id(3), see);
    it.open(id(4), hear()), it.answer(id(5), "text", hear()), it.keep(id(6), hear()), it.release(id(7), hear());
    it.cast_to(id(8), octets("sealed"), 8, hear());
    it.on_addressed(hear());
  });
  expect_heard({"Bottle::cast body 4000000001 #21", view + "5 4000000004 5 6 note",
                view + "2 4000000004 5 6 Bottle::taken #2", "step 3 #3 5000000022 4000000022 aye", "Bottle::open #4",
                "Bottle::answer #5 text", "Bottle::keep #6", "Bottle::release #7", "Bottle::cast_to #8 sealed 8",
                "#23 #24 sealed"});
}

TEST_F(Crossing, carries_Ui) {
  with<sdk::Ui>([&](sdk::Ui& it) {
    it.quit();
    const char* arguments[] = {"seven letters"};
    EXPECT_EQ(it.run(1, arguments), 123);
  });
}

TEST_F(Crossing, carries_what_a_plugin_asks_of_its_host) {
  const auto message = text_of(a_message());
  const std::vector<std::string> expected{"config 1 0 aye",
                                          "time 1 1",
                                          "random 1",
                                          "post",
                                          "after",
                                          "offload 42",
                                          "event echo #42 detail",
                                          "query 1 0",
                                          "self Chat::self #51 name invite",
                                          "rename Chat::rename new",
                                          "add Chat::add_contact invite name greeting #52",
                                          "accept Chat::accept #1",
                                          "remove Chat::remove_contact #2 1",
                                          "block Chat::block #3 1",
                                          "name Chat::name_contact #4 name",
                                          "each contact #53 name greeting 3 4000000001 5000000002 5000000003",
                                          "contacts Chat::contacts",
                                          "send Chat::send #5 text #54",
                                          "retry Chat::retry #6",
                                          "cancel Chat::cancel #7",
                                          "each " + message,
                                          "history Chat::history #8 5000000008 8",
                                          "each " + message,
                                          "message Chat::message #9",
                                          "each " + message,
                                          "search Chat::search words #10 5000000010 10 5000000055",
                                          "mark Chat::mark_read #11 5000000011",
                                          "identity Identity::self #56 public",
                                          "sign Identity::sign message signature",
                                          "open Identity::open aad sealed plain",
                                          "delegate Identity::delegate 5000000012 secret delegation",
                                          "network Network::send #12 type body",
                                          "on_message Network::on_message type",
                                          "came #57 5000000057 body",
                                          "peer #58 endpoint 5000000058",
                                          "put Tables::put table key value",
                                          "get Tables::get table key value",
                                          "erase Tables::erase table key",
                                          "row key value",
                                          "scan Tables::scan table from 13"};
  asker.subscribe("said", [&](sdk::str, const sdk::Id& subject, sdk::bytes detail) {
    heard.push_back(told("", detail));
    EXPECT_EQ(subject, id(41));
    if (heard.size() == expected.size()) asker.post([this] { world.finish(); });
  });
  asker.after(30'000, [this] { world.finish(); });  // what never came is named below
  run([&] { asker.publish("ask", {}, {}); });
  expect_heard(expected);
  world.plugins.stop();
  EXPECT_EQ(world.log.count("warn witness: a line"), 1U);
  EXPECT_EQ(world.log.count("info witness: stopped"), 1U);
}

}  // namespace
}  // namespace p2pchat::witness
